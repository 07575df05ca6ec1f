package words

import (
	"strings"

	"fuhe/extract/lazy"
)

// IsPlaceholder tells what is printed where nothing is meant.
func IsPlaceholder(text string) bool {
	return strings.Trim(Squeeze(text), "-‐‑−—–―⸺⸻/\\无") == ""
}

// Labels are the entries of a form that stand beside their name: in the header, in its last rows, in lines above it.
var Labels = Vocabulary{
	Number: 3,
	Spelled: spell(
		spelling{Project, 1, `项目名称 项目名称及编码 项目名称及代码 项目名称编码`},
		spelling{Project, 2, `专项名称 专项资金名称 转移支付名称 资金名称 政策名称 专项资金项目名称 转移支付项目名称 项目资金名称 政策项目名称`},
		spelling{Department, 1, `主管部门 项目主管部门 主管单位 预算主管部门 主管部门及代码 主管部门及编码 主管部门名称 地方主管部门 省级主管部门 市级主管部门 县级主管部门
			主管预算部门 区级主管部门 部门主管 业务主管部门`},
		spelling{Department, 2, `部门名称 预算部门 预算部门名称 部门单位名称 中央主管部门`},
		spelling{Department, 3, `单位名称 填报单位 预算单位 预算单位名称 填报部门`},
		spelling{Implementer, 1, `实施单位 项目实施单位 项目单位 具体实施单位 实施单位名称 项目实施单位名称 项目单位名称 实施部门 项目实施部门`},
		spelling{Implementer, 2, `资金使用单位 承担单位 项目承担单位 执行单位 用款单位 项目执行单位 使用单位 项目负责单位`},
		spelling{Implementer, 4, `单位名称 预算单位 预算单位名称`},
		spelling{Score, 1, `自评总分 自评得分 项目总得分 总得分 自评总得分 综合得分 绩效自评得分 自评分 项目自评得分 自评综合得分 项目自评总分 自评总分值 绩效自评总分
			项目得分 自评分数 绩效自评总得分`},
		spelling{Score, 2, `总分`}, // beside 自评得分 it is what the form is scored out of
		spelling{Grade, 1, `评价等级 自评等级 绩效等级 等级 评价等次 自评等次 绩效评级 绩效自评等级 评定等级 自评等级评定 绩效评价等级 评价级别 自评级别`},
		spelling{Year, 1, `年度 预算年度 评价年度 项目年度 自评年度 所属年度 绩效年度`},
		spelling{Known, 1, `联系人 联系电话 电话 项目负责人 负责人 项目编码 项目代码 项目编号 项目类别 项目类型 项目属性 资金来源 评价时间 填报日期 填报时间 填表人 填表日期 部门预算编码
			单位编码 部门编码 单位负责人 财务负责人 审核人 编码 起止时间 项目起止时间 实施期限 项目期限 项目周期 项目实施期 金额单位 单位 分管领导 项目分类 支出类别
			预算级次 资金性质 专项类别 填报人 制表人 经办人 项目负责人签字 是否专项 资金类型 项目概况 项目基本情况 立项依据 存续状态 项目级次 职能 部门职能概述`},
	),
}

// LevelName are the names that first and second levels have everywhere.
var LevelName = lazy.New(`^(产出|效益|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|经济成本|社会成本|生态环境成本|可持续影响|服务对象满意度)指标$`)

// LevelWord are the names that levels have where they do not end in 指标.
var LevelWord = lazy.New(`^(项目)?(决策|管理|过程|绩效|产出|效益|投入|实施|立项|满意度)$|^(资金|业务|财务|组织)(管理|投入|落实|实施)$|^(产出)?(数量|质量|时效|成本)$|^(经济|社会|生态)效益$|^可持续影响$`)

// Totals are the labels of the row that adds up the form, Finals those that name it beyond doubt.
var (
	Totals = lazy.New(`^(总分|合计|总计|自评总分|总得分|自评得分|自评总得分|自评得分合计|得分合计|合计得分|总分合计|合计总分|综合得分|总分值.*|总评分|评价总分|绩效自评总分|自评分合计|项目总得分|自评合计|分值合计|合计分值|总体得分|指标总分|汇总|得分总计|最终得分|最终总分|评价得分|考核得分|考核总分|分数合计|总分数)$`)
	Finals = lazy.New(`总分|总得分|总计|综合得分|总评分|总体得分`)
	// OfScores are totals whose label says that they are of scores, not of weights.
	OfScores  = lazy.New(`得分|评价总分|自评总分|总评分|评分合计`)
	WholeName = lazy.New(`(资金|款|补助|收入|其他|其它|经费|总额|合计|小计|公共预算|金额|投入|支出|收益|基金|债券|贷款|配套|自筹|捐赠)[:：]?(\([^()]*\))?[:：]?$`)
	SelfScore = lazy.New(`得分|自评`)
	subtotals = lazy.New(`^(.{0,8}小计|.{1,8}(得分|分值)?合计)$`)
)

// IsSubtotal tells the label of a row that adds up a part of the indicators.
func IsSubtotal(s string) bool { return strings.HasSuffix(s, "计") && subtotals.MatchString(s) }

// FundTotal is the name of the row that adds up all funds.
var FundTotal = lazy.New(`^(年度|全年)?(资金|财政资金|预算资金|金额)?(合计|总计|总额|总金额)[:：]?$`)

// Deductions are rows that take points off or add some: no indicators with a target of their own.
var Deductions = lazy.New(`^(扣分项?|加分项?|减分项?|加减分项?|扣减分?项?|附加分项?|其他扣分|奖励加分)`)

// Numbering are the headings of columns that count rows.
var Numbering = lazy.New(`^(指标)?(序号|行次|编号|项次|栏次|列次)$`)

// Remarks are the labels of rows that hold text about the form, not entries of it.
var Remarks = lazy.New(`^(资金管理情况|备注|说明|注|附注|填表说明|填报说明|其他需要说明的?(事项|问题|情况).*|需要说明的?(事项|问题|情况).*|评价结论|自评结论|结论|存在的?(主要)?问题.*|改进措施.*|下一步.*|改进建议|有关建议|偏差原因.*|偏差大或.*原因.*|未完成原因.*|主要成效|自评情况.*|填表人.*|联系人.*|联系电话.*|单位负责人.*|项目负责人.*|财务负责人.*|负责人.*|审核人.*|填报日期.*|填报人.*|填报单位.*|制表人.*|经办人.*|评价组.*|绩效自评综述.*|自评综述.*|其他说明.*|评价意见.*|审核意见.*|主管部门.*意见.*|财政部门.*意见.*)$`)

var remarkText = lazy.New(`^(注|备注|说明|附注|填表说明|填报说明|注释)(\d*[.、])?[:：]`)

// IsRemark tells a text that begins as a remark does, 注：.
func IsRemark(text string) bool { return remarkText.MatchString(Squeeze(text)) }
