package invent

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// What invented forms are about.
var (
	places   = []string{"松桥县", "江源市", "东岭区", "白石镇", "南浦新区", "云台市", "禾丰县", "柳溪区"}
	offices  = []string{"水利局", "民政局", "文化和旅游局", "农业农村局", "住房和城乡建设局", "交通运输局", "第二中学", "人民医院", "统计局", "图书馆"}
	projects = []string{"河道清淤及堤防维护经费", "老旧小区电梯加装补助", "农村公路日常养护", "公共图书馆购书经费", "高标准农田建设补助资金", "档案数字化服务",
		"食用农产品抽检经费", "2023年城区路灯节能改造", "残疾人就业培训", "“四好农村路”示范创建（2期）", "学生营养餐补助", "防汛抗旱物资储备"}
	clauses = []string{"完成年度重点任务，按进度支付", "提高公共服务的覆盖面，惠及城乡居民", "开展业务培训，培训人员", "健全长效管护机制，责任落实到人",
		"按照三年方案（第2年），完成设施更新改造", "专款专用", "压减一般性支出，把钱花在刀刃上"}
	counts = [][2]string{{"维修养护里程", "公里"}, {"购置图书册数", "册"}, {"举办培训班次", "期"}, {"受益群众人数", "人次"}, {"安装路灯数量", "盏"}, {"抽检样品批次", "批次"},
		{"改造面积", "㎡"}, {"发放补助户数", "户"}, {"编制报告数量", "份"}, {"新建蓄水池", "座"}}
	rates     = []string{"验收合格率", "资金支付及时率", "设施完好率", "政策知晓率", "问题整改率", "系统正常运行率"}
	costs     = []string{"设备购置成本", "单项工程造价", "人员经费支出", "印刷费用"}
	deadlines = []string{"完工时间", "资金下达时间", "验收时间"}
	words     = [][2]string{{"经费支出合规性", "合规"}, {"任务完成及时性", "及时"}, {"带动作用", "明显"}, {"长效机制健全性", "健全"}, {"公共服务水平", "有所提升"}, {"对周边环境的影响", "持续改善"}}
	reasons   = []string{"招标推迟，年底前未能付清尾款，次年优先安排。", "受天气影响工期延后，已重新排定计划。", "部分对象外出务工未能参加，将补办一期。", "原定目标偏高，下年度据实编报。"}
)

// sentences are one to three goals.
func sentences(rng *rand.Rand, end string) string {
	var b strings.Builder
	for i := range 1 + rng.IntN(3) {
		fmt.Fprintf(&b, "%d.%s%s；", i+1, pick(rng, clauses...), end)
	}
	return b.String()
}

// Spellings of headings, as spellings seen on published forms.
var (
	saysInitial   = []string{"年初预算数", "年初预算", "年初预算金额"}
	saysAdjusted  = []string{"全年预算数", "全年预算数（A）", "全年预算", "调整后预算数", "全年（调整）预算数"}
	saysExecuted  = []string{"全年执行数", "全年执行数（B）", "预算执行数", "执行数（B）"}
	saysRate      = []string{"执行率", "执行率（B/A）", "预算执行率", "预算执行率（B/A×100%）"}
	saysWeight    = []string{"分值", "分值", "权重"}
	saysScore     = []string{"得分", "得分", "自评得分", "自评分"}
	saysTarget    = []string{"年度指标值", "年度指标值（A）", "指标值", "目标值", "年度目标值"}
	saysActual    = []string{"实际完成值", "实际完成值（B）", "全年实际值", "全年完成值", "完成值"}
	saysDeviation = []string{"偏差原因分析及改进措施", "未完成原因分析", "未完成原因和改进措施", "偏差大或目标未完成原因分析", "未完成原因及拟采取的改进措施"}
	saysExpected  = []string{"预期目标", "年初设定目标", "项目年度目标", "年初绩效目标"}
	saysReached   = []string{"实际完成情况", "全年实际完成情况", "年度目标完成情况", "全年目标实际完成情况"}
	saysTotal     = []string{"总分", "总 分", "合计", "自评总分"}
)

// levelColumns are the headings of the tree.
func levelColumns() []column {
	return []column{{key: "level1", words: []string{"一级指标"}}, {key: "level2", words: []string{"二级指标"}}, {key: "name", words: []string{"三级指标", "三级指标名称"}}}
}
