package form

import (
	"strings"
	"sync"

	"fuhe/extract/lazy"
)

// vocabulary is what the headings of one block of a form mean: spellings in their normal form, and patterns for
// spellings never seen. A field that is taken goes to the claim of the lowest rank.
type vocabulary struct {
	number   int                       // of the vocabulary in a cell's memory
	spelled  func() map[string][]claim // made when first asked for
	patterns []pattern
}

// claim is a field that a heading may stand for; rank 1 is certain, higher ranks give way.
type claim struct {
	field field
	rank  int
}

type pattern struct {
	re *lazy.Regexp
	claim
}

// field is what a column (or a label) holds.
type field uint8

const (
	none  field = iota
	known       // a heading that is understood and not read (参考值, 评分标准, 复核分)
	project
	department
	implementer
	year
	initial
	adjusted
	executed
	rate
	weight
	score
	grade
	expected
	reached
	level1
	level2
	name
	target
	revised // 调整指标值 beside 年初指标值: goes before it where it is filled
	sign
	unit
	actual
	deviation
	fields // their number
)

// patternRank is the rank of what only a pattern knows: every spelling of the tables goes before it.
const patternRank = 6

// aboveRank is what an entry above the title gives way to the same one below it.
const aboveRank = patternRank / 2

// claims are the fields a heading may stand for.
func (v *vocabulary) claims(key string) []claim {
	if key == "" {
		return nil
	}
	if c, ok := v.spelled()[key]; ok {
		return c
	}
	if strings.ContainsAny(key, "0123456789%.,") || len(key) > maxPatternByte {
		return nil // a figure or a sentence: no pattern is asked
	}
	for _, p := range v.patterns {
		if p.re.MatchString(key) {
			return []claim{p.claim}
		}
	}
	return nil
}

// vocabularies is their number.
const vocabularies = 4

// claims are the fields a cell may stand for as a heading. They are asked for over and over: the cell remembers them.
func (c *cell) claims(words *vocabulary) []claim {
	if k := c.heading.key; k == "" || k[0] <= '9' {
		return nil // no heading, or a figure
	}
	if c.asked == nil {
		c.asked = &[vocabularies]answer{}
	}
	a := &c.asked[words.number]
	if !a.given {
		a.given, a.claims = true, words.noted(c.heading)
	}
	return a.claims
}

// answer is what a vocabulary said of a cell.
type answer struct {
	given  bool
	claims []claim
}

// noted reads a heading with its note where the two together are one that is known: 预算数（年初）, 指标值（实际）.
func (v *vocabulary) noted(h heading) []claim {
	for _, n := range h.notes {
		if c, ok := v.spelled()[n+h.key]; ok && n != "" {
			return c
		}
	}
	return v.claims(h.key)
}

// is reports whether a cell may stand for a field.
func (c *cell) is(words *vocabulary, f field) bool {
	for _, c := range c.claims(words) {
		if c.field == f {
			return true
		}
	}
	return false
}

// spell makes the table of spellings: one line per field and rank, spellings separated by white space.
func spell(lines ...spelling) func() map[string][]claim {
	return sync.OnceValue(func() map[string][]claim {
		most := 0
		for _, l := range lines {
			most += 1 + strings.Count(l.words, " ") + strings.Count(l.words, "\n")
		}
		out, all := make(map[string][]claim, most), make([]claim, 0, most)
		for _, l := range lines {
			for s := range strings.FieldsSeq(l.words) {
				if before, ok := out[s]; ok {
					out[s] = append(before, claim{l.field, l.rank})
					continue
				}
				all = append(all, claim{l.field, l.rank})
				out[s] = all[len(all)-1 : len(all) : len(all)]
			}
		}
		return out
	})
}

type spelling struct {
	field field
	rank  int
	words string
}

func match(f field, re string) pattern { return pattern{lazy.New(re), claim{f, patternRank}} }

// reviewed marks a column that others filled: the self score stands beside it.
var reviewed = lazy.New(`复核|审定|审核|复评|抽查|评审|部门评价|财政(部门)?(评|审|打)|主管部门(评|审|打)|第三方`)

// moneyHeadings are the headings of the money block.
var moneyHeadings = vocabulary{
	number: 0,
	spelled: spell(
		spelling{initial, 1, `年初预算数 年初预算 年初预算金额 年初预算额 年初预算安排数 年初预算安排 年初批复预算数 年初预算批复数 年初部门预算安排金额
			年初安排预算 年初安排预算数 年初下达预算数 年初预匏数 年初数 期初预算数 年初预算资金 年初预算总额`},
		spelling{adjusted, 1, `扣除统筹整合资金后预算金额`},
		spelling{adjusted, 2, `全年预算数 全年预算 全年预算金额 全年预算额 调整后预算数 调整后预算 调整后全年预算数 调整后预算金额 调整预算数 调整预算 全年调整预算数
			全年调整后预算数 预算安排/小计 最终预算数 调整后预算总额 全年预算资金 全年预算总额 年末预算数`},
		spelling{adjusted, 3, `预算数 本年预算数 预算金额 预算安排数 预算总额 预算额`},
		spelling{initial, 4, `预算数 本年预算数 预算金额 预算安排数 预算总额 预算额`},
		spelling{adjusted, 5, `年度预算数 年度预算`},
		spelling{executed, 1, `全年执行数 全年执行 预算执行数 执行数 全年执行资金 全年执行金额 实际执行数 实际支出数 全年支出数 年度执行数 实际使用情况 年度拨付金额
			全年实际执行数 全年实际支出数 预算执行金额 执行金额 本年执行数 实际支出金额 全年支出金额 实际使用数 实际使用金额 全年执行额 实际执行金额
			累计执行数 累计支出数`},
		spelling{executed, 2, `支出数 实际支出 支出金额 决算数 实际支出额 使用金额`},
		spelling{rate, 1, `执行率 预算执行率 全年执行率 支出实现率 累计完成率 资金执行率 年度执行率 预算完成率 全年预算执行率 资金使用率`},
		spelling{rate, 2, `预算执行 执行进度 支出进度 预算执行进度 支出率`},
		spelling{weight, 1, `分值 权重 指标权重 执行率权重 分值权重 权重分值 标准分 满分 指标分值 权重分 标准分值 执行率分值`},
		spelling{score, 1, `得分 自评得分 自评分 指标得分 执行率得分 实际得分 自评分值 自评分数 单位自评得分 自我评分 自评打分`},
		spelling{known, 1, `原因 偏差原因 备注 说明 年中调整金额 调整数 调整金额 预算调整数 结余 结余数 结余金额 本年度结余金额 资金结余率 全年到位资金 到位资金
			到位数 预算到位 统筹整合资金数 佐证材料 序号 行次 得分系数 预算到位率 到位率 资金到位率 年中追加 追加数`},
	),
	patterns: []pattern{
		match(known, `(原因|说明|备注|结余|结转|到位|佐证|依据)`),
		match(initial, `^年初.*预算`), match(adjusted, `^(全年|调整|年末|最终).*预算(数|金额|额)?$`),
		match(executed, `(执行|支出|使用)(数|金额|额)$`), match(rate, `(执行|支出|使用)率$`),
	},
}

// indicatorHeadings are the headings of the indicator block.
var indicatorHeadings = vocabulary{
	number: 1,
	spelled: spell(
		spelling{level1, 1, `一级指标 一级指标名称`},
		spelling{level2, 1, `二级指标 二级指标名称`},
		spelling{name, 1, `三级指标 三级指标名称`},
		spelling{name, 2, `指标名称 具体指标 指标内容 绩效指标名称 考核指标 评价指标 绩效指标内容 具体指标名称`},
		spelling{name, 4, `绩效指标 指标`},
		spelling{target, 1, `年度指标值 指标值 年初目标值 年度目标指标值 年度目标值 目标值 绩效目标值 计划值 预期值 预期指标值 年度绩效指标值 绩效指标值 全年目标值
			计划指标值 指标目标值 年度绩效目标值 预期目标值 年初设定指标值 年度指标 全年指标值 年初设定目标值 计划目标值 全年计划值 年度计划值 目标指标值`},
		spelling{target, 2, `年初指标值 预期目标 年度目标 绩效目标 年初目标`},
		spelling{revised, 1, `调整指标值 调整后指标值 调整后目标值`},
		spelling{sign, 1, `指标性质 运算符号 指标符号 计算符号 符号 比较符 比较符号 关系符 运算符`},
		spelling{unit, 1, `度量单位 计量单位 单位 指标单位 指标值单位 指标计量单位`},
		spelling{actual, 1, `实际完成值 全年实际值 全年完成值 全年实际完成值 完成值 年终完成值 实际值 年度完成值 实际完成指标值 指标完成值 年度实际完成值
			实际完成数 自评完成值 实际完成指标 目标实际完成值 年末完成值 实际完成数值 全年实际完成指标值 年度实际值 实际指标值 指标实际完成值 完成指标值 累计完成值`},
		spelling{actual, 2, `实际完成情况 全年实际完成情况 完成情况 全年完成情况 实际完成 指标完成情况 年度完成情况 目标完成情况 实际情况`},
		spelling{weight, 1, `分值 权重 指标权重 指标分值 权重分值 标准分值 标准分 满分 分值权重 权重分 指标分 满分值 指标满分 分值设置`},
		spelling{score, 1, `得分 自评得分 自评分 指标得分 实际得分 自评分值 自评分数 单位自评得分 自我评分 自评打分 单位自评分 自评得分值 得分/自评 自评/得分`},
		spelling{score, 2, `自评 评分 评价得分`},
		spelling{deviation, 1, `偏差原因分析及改进措施 未完成原因分析 未完成原因和改进措施 未完成原因及改进措施 未完成原因及拟采取的改进措施
			未完成原因分析及改进措施 偏差大或目标未完成原因分析 偏差原因分析 偏差原因 未完成原因 偏差原因及改进措施 偏差原因分析及拟采取的改进措施`},
		spelling{deviation, 3, `原因 原因分析 未达标原因 原因说明 原因分析及改进措施`},
		spelling{deviation, 4, `说明 情况说明 备注 改进措施 扣分原因 扣分原因及改进措施 扣分原因分析 扣分说明 减分原因`},
		spelling{known, 1, `序号 参考值 评分标准 评分细则 评价标准 得分系数 是否核心指标 佐证材料 完成率 完成比例 累计完成率 扣分 指标说明 计算公式 数据来源
			指标解释 评分依据 得分率 指标类型 指标方向 上年完成值 偏差度 偏差率 实施周期指标值 证明材料 指标定义 完成程度 评分说明 四级指标 历史值 行次
			上年实际值 评分规则 计分标准 赋分标准 指标属性 核心指标 偏差值 完成进度`},
	),
	patterns: []pattern{
		match(known, `预计|监控`),
		match(deviation, `(偏差|偏离|未完成|未达|未实现|扣分|减分).*(原因|分析|措施|说明)`),
		match(known, `(标准|细则|依据|材料|来源|公式|解释|参考|上年|往年|历史|率|系数|扣分|类型|方向|核心)`),
		match(name, `^(三级)?.{0,4}指标名称$`),
		match(target, `^(年度|年初|全年|预期|计划|绩效).*(目标|指标)值?$`), match(actual, `^(实际|全年|年度|年终|年末).*完成|完成(值|情况|数)$`),
		match(deviation, `(原因分析|改进措施)`), match(weight, `(权重|分值)$`), match(score, `^自评.*分`),
	},
}

// goalHeadings are the headings over the two texts of the annual goals.
var goalHeadings = vocabulary{
	number: 2,
	spelled: spell(
		spelling{expected, 1, `预期目标 预算目标 年初设定目标 项目年度目标 年初绩效目标 年初目标 年初预期目标 预期绩效目标 年度预期目标 设定目标 年初总体目标 年初设定绩效目标
			计划目标 年度设定目标 年初设定的目标 年初设定总体目标 年度目标值`},
		spelling{expected, 2, `总体目标 年度目标 年度绩效目标 绩效目标`},
		spelling{expected, 3, `年度总体目标 年度总体绩效目标 总体绩效目标`},
		spelling{reached, 1, `实际完成情况 全年实际完成情况 年度总体目标完成情况综述 年度目标完成情况 全年目标实际完成情况 目标实际完成情况 完成情况 目标完成情况
			实际完成情况综述 绩效目标完成情况 年终完成情况 全年完成情况 年度目标实际完成情况 实际完成目标情况 年度总体目标实际完成情况 实际完成 实际完成目标
			全年实际完成目标情况 年度绩效目标完成情况 全年目标完成情况 年度完成情况 绩效目标实际完成情况`},
		spelling{reached, 3, `总体目标完成情况 年度总体目标完成情况`},
	),
	patterns: []pattern{match(reached, `(目标|实际|全年).*完成.*(情况|综述|结果)`), match(expected, `(预期|年初|设定|计划).*目标`)},
}

// labels are the entries of a form that stand beside their name: in the header, in its last rows, in lines above it.
var labels = vocabulary{
	number: 3,
	spelled: spell(
		spelling{project, 1, `项目名称 项目名称及编码 项目名称及代码 项目名称编码`},
		spelling{project, 2, `专项名称 专项资金名称 转移支付名称 资金名称 政策名称 专项资金项目名称 转移支付项目名称 项目资金名称 政策项目名称`},
		spelling{department, 1, `主管部门 项目主管部门 主管单位 预算主管部门 主管部门及代码 主管部门及编码 主管部门名称 地方主管部门 省级主管部门 市级主管部门 县级主管部门
			主管预算部门 区级主管部门 部门主管 业务主管部门`},
		spelling{department, 2, `部门名称 预算部门 预算部门名称 部门单位名称 中央主管部门`},
		spelling{department, 3, `单位名称 填报单位 预算单位 预算单位名称 填报部门`},
		spelling{implementer, 1, `实施单位 项目实施单位 项目单位 具体实施单位 实施单位名称 项目实施单位名称 项目单位名称 实施部门 项目实施部门`},
		spelling{implementer, 2, `资金使用单位 承担单位 项目承担单位 执行单位 用款单位 项目执行单位 使用单位 项目负责单位`},
		spelling{implementer, 4, `单位名称 预算单位 预算单位名称`},
		spelling{score, 1, `自评总分 自评得分 项目总得分 总得分 自评总得分 综合得分 绩效自评得分 自评分 项目自评得分 自评综合得分 项目自评总分 自评总分值 绩效自评总分
			项目得分 自评分数 绩效自评总得分`},
		spelling{score, 2, `总分`}, // beside 自评得分 it is what the form is scored out of
		spelling{grade, 1, `评价等级 自评等级 绩效等级 等级 评价等次 自评等次 绩效评级 绩效自评等级 评定等级 自评等级评定 绩效评价等级 评价级别 自评级别`},
		spelling{year, 1, `年度 预算年度 评价年度 项目年度 自评年度 所属年度 绩效年度`},
		spelling{known, 1, `联系人 联系电话 电话 项目负责人 负责人 项目编码 项目代码 项目编号 项目类别 项目类型 项目属性 资金来源 评价时间 填报日期 填报时间 填表人 填表日期 部门预算编码
			单位编码 部门编码 单位负责人 财务负责人 审核人 编码 起止时间 项目起止时间 实施期限 项目期限 项目周期 项目实施期 金额单位 单位 分管领导 项目分类 支出类别
			预算级次 资金性质 专项类别 填报人 制表人 经办人 项目负责人签字 是否专项 资金类型 项目概况 项目基本情况 立项依据 存续状态 项目级次 职能 部门职能概述`},
	),
}

// levelName are the names that first and second levels have everywhere.
var levelName = lazy.New(`^(产出|效益|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|经济成本|社会成本|生态环境成本|可持续影响|服务对象满意度)指标$`)

// levelWord are the names that levels have where they do not end in 指标.
var levelWord = lazy.New(`^(项目)?(决策|管理|过程|绩效|产出|效益|投入|实施|立项|满意度)$|^(资金|业务|财务|组织)(管理|投入|落实|实施)$|^(产出)?(数量|质量|时效|成本)$|^(经济|社会|生态)效益$|^可持续影响$`)

// totals are the labels of the row that adds up the form, finals those that name it beyond doubt.
var (
	totals = lazy.New(`^(总分|合计|总计|自评总分|总得分|自评得分|自评总得分|自评得分合计|得分合计|合计得分|总分合计|合计总分|综合得分|总分值.*|总评分|评价总分|绩效自评总分|自评分合计|项目总得分|自评合计|分值合计|合计分值|总体得分|指标总分|汇总)$`)
	finals = lazy.New(`总分|总得分|总计|综合得分|总评分|总体得分`)
	// ofScores are totals whose label says that they are of scores, not of weights.
	ofScores  = lazy.New(`得分|评价总分|自评总分|总评分|评分合计`)
	wholeName = lazy.New(`(资金|款|补助|收入|其他|其它|经费|总额|合计|小计|公共预算|金额|投入|支出|收益|基金|债券|贷款|配套|自筹|捐赠)[:：]?(\([^()]*\))?[:：]?$`)
	selfScore = lazy.New(`得分|自评`)
	subtotals = lazy.New(`^(.{0,8}小计|.{1,8}(得分|分值)?合计)$`)
)

// remarks are the labels of rows that hold text about the form, not entries of it.
var remarks = lazy.New(`^(资金管理情况|备注|说明|注|附注|填表说明|填报说明|其他需要说明的?(事项|问题|情况).*|需要说明的?(事项|问题|情况).*|评价结论|自评结论|结论|存在的?(主要)?问题.*|改进措施.*|下一步.*|改进建议|有关建议|偏差原因.*|未完成原因.*|主要成效|自评情况.*|填表人.*|联系人.*|联系电话.*|单位负责人.*|项目负责人.*|财务负责人.*|负责人.*|审核人.*|填报日期.*|填报人.*|填报单位.*|制表人.*|经办人.*|评价组.*|绩效自评综述.*|自评综述.*|其他说明.*|评价意见.*|审核意见.*|主管部门.*意见.*|财政部门.*意见.*)$`)
