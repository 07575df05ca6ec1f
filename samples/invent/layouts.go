package invent

// layout is a published layout as its headings and habits.
type layout struct {
	name, id     string
	titles       []string
	noProject    bool
	asked        [3][]string // labels of project, department, implementer; none: the defaults
	moneyCaption []string    // %s: the unit
	nameHead     string      // over the names; %s: the unit
	bareMoney    bool        // the caption heads the names instead of running down the side
	money        []column
	funds        [][]string  // the annual total and its sources
	lists        bool        // the sources end with a row for the rest: they are all there are
	pairs        bool        // amounts stand beside their names, without a heading row
	extra        [][2]string // rows of text between the funds
	budgetWeight int64
	ownScore     bool // the budget score follows a formula that is not printed
	derived      bool // other columns follow from the amounts
	bareRate     bool

	goals      [3][]string // caption, expected, reached; none: no goals
	goalsFirst bool

	caption     []string // beside the indicators
	columns     []column
	groups      []group
	flat        bool // a list without levels
	scored      bool
	splitTarget bool
	printPoints bool
	twoGoals    bool

	totalAt     totalPlace
	totalWords  []string
	totalInside bool // the caption covers the row of the total
	totalMerged bool // one cell for weight and score
	grade       gradePlace
	mayGrade    bool // a grade or a second total may be printed
	bands       bool // the bands of the grades are known
	lineNumbers bool // 行次 in the first column

	managed bool // 资金管理情况 may stand below the money
	remarks [][2]string
	notes   []string
}

type totalPlace uint8

const (
	nowhereAtAll totalPlace = iota
	lastRow
	headerOnly
)

// column is a heading and what stands under it: an entry, or for a key of "" something that fuhe does not read.
type column struct {
	key   string
	words []string
	group string // the heading over it
	fill  func(*maker, *fund, *indicator) string
}

func entry(key string, words ...string) column { return column{key: key, words: words} }

// under puts a heading over columns.
func under(group string, cs ...column) []column {
	for i := range cs {
		cs[i].group = group
	}
	return cs
}

func join(lists ...[]column) []column {
	var out []column
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

var (
	fullMoney = []column{entry("initial_budget", saysInitial...), entry("adjusted_budget", saysAdjusted...), entry("executed", saysExecuted...),
		entry("weight", saysWeight...), entry("execution_rate", saysRate...), entry("score", saysScore...)}
	plainMoney = []column{entry("adjusted_budget", "全年预算数（A）", "预算数（A）", "全年预算数"), entry("executed", "全年执行数（B）", "执行数（B）"),
		entry("execution_rate", "预算执行率（B/A×100%）", "执行率（B/A）", "执行率")}
	pointsLast = join(levelColumns(), []column{entry("target", saysTarget...), entry("actual", saysActual...), entry("weight", saysWeight...),
		entry("score", saysScore...), entry("deviation", saysDeviation...)})
	pointsFirst = join(levelColumns(), []column{entry("weight", "分值", "分值（权重）"), entry("target", saysTarget...), entry("actual", saysActual...), entry("score", saysScore...)})

	nationalFunds = [][]string{{"年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"}, {"年度资金总额：", "其中：本年财政拨款", "上年结转资金", "其他资金"},
		{"年度资金总额：", "其中: 财政拨款", "其他资金"}}
	nationalGroups = []group{{"产出指标", 50, []string{"数量指标", "质量指标", "时效指标", "成本指标"}},
		{"效益指标", 30, []string{"经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"}}, {"满意度指标", 10, []string{"服务对象满意度指标"}}}
	costGroups = []group{{"成本指标", 20, []string{"经济成本指标", "社会成本指标", "生态环境成本指标"}}, {"产出指标", 40, []string{"数量指标", "质量指标", "时效指标"}},
		{"效益指标", 20, []string{"经济效益指标", "社会效益指标"}}, {"满意度指标", 10, []string{"服务对象满意度指标"}}}
	annualGoals   = [3][]string{{"年度总体目标", "年度\n总体\n目标"}, saysExpected, saysReached}
	transferGoals = [3][]string{{"总体目标完成情况", "总体目标"}, {"总体目标", "年初设定目标"}, {"全年实际完成情况", "年度总体目标完成情况综述"}}
	filledBy      = [][2]string{{"填表人：张三　　联系电话：12345678", ""}}
)

func points(a, b, c int64) []group {
	out := append([]group(nil), nationalGroups...)
	out[0].points, out[1].points, out[2].points = a, b, c
	return out
}

func amountOf(f func(*fund) figure) func(*maker, *fund, *indicator) string {
	return func(m *maker, row *fund, _ *indicator) string { return m.amount(f(row)) }
}

func minus(a, b figure) figure { return figure{a.units - b.units, a.places} }

// layouts are those of forms.md. One more is one more entry.
var layouts = []layout{
	{name: "V1", id: "mof-2020", titles: []string{"财政项目支出绩效自评表", "项目支出绩效自评表", "绩效自评表"}, moneyCaption: []string{"项目资金（%s）", "项目资金\n(%s)"},
		money: fullMoney, funds: nationalFunds, lists: true, budgetWeight: 10, goals: annualGoals, caption: []string{"绩效指标", "绩\n效\n指\n标"}, columns: pointsLast,
		groups: nationalGroups, scored: true, totalAt: lastRow, totalWords: saysTotal, mayGrade: true, bands: true, notes: []string{"注：1.一级指标分值统一设置为产出50分、效益30分、满意度10分。"}},
	{name: "V1w", id: "mof-2020-weights", titles: []string{"项目支出绩效自评表", "项目绩效自评表"}, moneyCaption: []string{"项目资金（%s）", "预算资金（%s）"},
		money: fullMoney, funds: nationalFunds, lists: true, budgetWeight: 10, goals: annualGoals, caption: []string{"绩效指标"}, columns: pointsLast,
		groups: nationalGroups, scored: true, printPoints: true, totalAt: lastRow, totalWords: saysTotal, mayGrade: true, bands: true},
	{name: "V1c", id: "mof-2020", titles: []string{"项目支出绩效自评表"}, moneyCaption: []string{"项目资金（%s）"},
		money: fullMoney, funds: nationalFunds, lists: true, budgetWeight: 10, goals: annualGoals, caption: []string{"绩效指标"}, columns: pointsLast,
		groups: costGroups, scored: true, totalAt: lastRow, totalWords: saysTotal, mayGrade: true, bands: true, remarks: filledBy},
	{name: "D1", id: "mof-department", titles: []string{"部门整体支出绩效自评表", "部门整体绩效自评表"}, noProject: true, moneyCaption: []string{"预算资金（%s）", "年度预算申请（%s）"},
		money: fullMoney, funds: nationalFunds, lists: true, budgetWeight: 10, goals: annualGoals, caption: []string{"绩效指标"}, columns: pointsLast,
		groups: nationalGroups, scored: true, totalAt: lastRow, totalWords: saysTotal, mayGrade: true, bands: true},
	{name: "V2", id: "sichuan-0013zp", titles: []string{"部门预算项目支出绩效自评表"}, asked: [3][]string{{"项目名称"}, {"主管部门"}, {"实施单位（盖章）", "实施单位"}},
		moneyCaption: []string{"预算执行情况（10分）"}, nameHead: "年度预算数（%s）", lists: true, budgetWeight: 10,
		money: []column{entry("initial_budget", "年初预算"), entry("adjusted_budget", "调整后预算数"), entry("executed", "预算执行数"), entry("execution_rate", "预算执行率"),
			entry("weight", "权重"), entry("score", "得分"), {words: []string{"原因"}}},
		funds: [][]string{{"总额", "其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"}}, goals: [3][]string{{"项目基本情况"}, {"项目年度目标"}, {"年度目标完成情况"}}, goalsFirst: true,
		caption: []string{"绩效指标（90分）"}, columns: join(levelColumns(), []column{entry("sign", "指标性质"), entry("amount", "指标值"), entry("of", "度量单位"),
			entry("actual", "完成值"), entry("weight", "权重"), entry("score", "得分"), entry("deviation", "未完成原因分析")}),
		groups: nationalGroups, scored: true, splitTarget: true, totalAt: lastRow, totalWords: []string{"合计"},
		remarks: [][2]string{{"评价结论", "资金使用规范，任务基本完成。"}, {"存在问题", "无"}, {"改进措施", "加强预算执行动态监控（200字以内）"}}},
	{name: "V3", id: "yunnan-13-14", titles: []string{"项目支出绩效自评表"}, moneyCaption: []string{"项目资金\n（%s）", "项目资金（%s）"}, money: fullMoney, funds: nationalFunds[:2], lists: true,
		budgetWeight: 10, goals: annualGoals, columns: join(under("绩效指标", levelColumns()...), under("年度指标值", entry("sign", "指标性质"), entry("amount", "指标值"), entry("of", "度量单位")),
			[]column{entry("actual", "实际完成值"), entry("weight", "分值"), entry("score", "得分"), entry("deviation", saysDeviation...)}),
		groups: nationalGroups, scored: true, splitTarget: true, totalAt: lastRow, totalWords: []string{"总分"}, grade: inTotalRow, bands: true,
		remarks: [][2]string{{"其他需要说明的事项", "无"}}},
	{name: "V4", id: "chongqing-flat", titles: []string{"项目绩效自评表", "部门整体绩效自评表"}, moneyCaption: []string{"预算执行情况（%s）"}, budgetWeight: 10, bareRate: true,
		money: []column{entry("initial_budget", "年初预算数"), entry("adjusted_budget", "全年（调整）预算数"), entry("executed", "全年执行数"), entry("execution_rate", "执行率（%）"),
			entry("weight", "执行率权重"), entry("score", "执行率得分（分）")},
		funds: [][]string{{"年度总金额", "其中：财政拨款"}}, goals: [3][]string{{"当年绩效目标"}, {"年初绩效目标"}, {"全年目标实际完成情况"}}, caption: []string{"绩效指标"},
		columns: []column{entry("name", "指标名称"), entry("of", "计量单位"), entry("sign", "指标性质"), entry("amount", "指标值"), entry("actual", "全年完成值"),
			{words: []string{"得分系数（%）"}, fill: func(*maker, *fund, *indicator) string { return "100" }}, entry("weight", "指标权重（分）"), entry("score", "指标得分（分）"),
			{words: []string{"是否核心指标"}, fill: func(*maker, *fund, *indicator) string { return "否" }}, entry("deviation", "说明")},
		groups: []group{{"", 90, []string{""}}}, flat: true, scored: true, splitTarget: true, totalAt: headerOnly, totalWords: []string{"自评总分（分）"}},
	{name: "V5", id: "yinchuan-reference", titles: []string{"项目支出绩效自评表"}, moneyCaption: []string{"项目资金（%s）"}, pairs: true, funds: [][]string{{""}},
		columns: join(levelColumns(), []column{entry("weight", "分值"), entry("target", "年度指标值"), {words: []string{"参考值"}, fill: func(m *maker, _ *fund, x *indicator) string { return pick(m.rng, "", "", "98%") }},
			entry("actual", "实际完成值"), entry("score", "自评得分"), entry("deviation", "偏差原因及改进措施")}),
		groups: []group{{"决策", 10, []string{"项目立项", "绩效目标"}}, {"管理", 25, []string{"资金管理", "组织实施"}}, {"产出", 30, []string{"数量", "质量", "时效"}}, {"效益", 35, []string{"社会效益", "满意度"}}},
		scored: true, printPoints: true, totalAt: headerOnly, totalWords: []string{"自评总分", "自评得分"}, grade: inHeader},
	{name: "H1", id: "hubei-20-percent", titles: []string{"项目自评表", "项目绩效自评表"}, asked: [3][]string{{"项目名称"}, {"主管部门"}, {"项目实施单位"}},
		moneyCaption: []string{"预算执行情况（%s）（20分）"}, money: []column{entry("adjusted_budget", "预算数（A）"), entry("executed", "执行数（B）"), entry("execution_rate", "执行率（B/A）"),
			entry("score", "得分（20分*执行率）")}, funds: [][]string{{"年度财政资金总额"}}, budgetWeight: 20, caption: []string{"年度绩效目标（80分）"},
		columns: join(levelColumns(), []column{entry("target", "年初目标值（A）"), entry("actual", "实际完成值（B）"), entry("score", "得分")}), groups: points(40, 30, 10), scored: true, twoGoals: true,
		totalAt: lastRow, totalWords: []string{"总分"}, remarks: [][2]string{{"备注：1.预算执行情况口径：预算数为调整后财政资金总额，执行数为实际支出数。2.定量指标得分不得突破权重总额。", ""}}},
	{name: "H2", id: "transfer-unscored", titles: []string{"项目绩效自评表"}, moneyCaption: []string{"预算执行情况（%s）"}, money: []column{entry("adjusted_budget", "预算数（A）"),
		entry("executed", "执行数（B）"), entry("execution_rate", "执行率（B/A）")}, funds: [][]string{{"年度财政资金总额"}}, caption: []string{"年度绩效目标"},
		columns: join(levelColumns(), []column{entry("target", "年初目标值（A）"), entry("actual", "实际完成值（B）")}), groups: points(40, 30, 10),
		remarks: [][2]string{{"偏差大或目标未完成原因分析", "无"}, {"改进措施及结果应用方案", "无"}}},
	{name: "H3", id: "hubei-reviewed", titles: []string{"财政预算支出项目绩效目标自评表"}, asked: [3][]string{{"项目名称"}, {"主管部门"}, {"项目单位"}}, bareMoney: true,
		moneyCaption: []string{"项目资金"}, money: []column{entry("initial_budget", "年初预算数"), entry("adjusted_budget", "全年预算数"), entry("executed", "全年执行数"), entry("execution_rate", "执行率")},
		funds: [][]string{{"年度资金总额", "其中：财政资金"}}, columns: join(levelColumns(), []column{entry("weight", "分值"), {words: []string{"评分标准"}, fill: func(m *maker, _ *fund, x *indicator) string { return "达标得满分，否则按比例得分" }},
			entry("target", "目标值"), entry("actual", "完成值"), entry("score", "自评分"), {words: []string{"复核分"}, fill: func(m *maker, _ *fund, x *indicator) string { return x.weight.short() }}, entry("deviation", "扣分原因及改进措施")}),
		groups: []group{{"项目决策", 2, []string{"项目立项"}}, {"项目管理", 13, []string{"资金管理"}}, {"项目绩效", 85, []string{"产出数量", "产出质量", "满意度"}}}, scored: true, totalAt: lastRow, totalWords: []string{"合计"}},
	{name: "T1", managed: true, id: "transfer-unscored", titles: []string{"转移支付区域（项目）绩效目标自评表", "中央对地方专项转移支付绩效目标自评表"}, moneyCaption: []string{"资金情况（%s）", "资金投入情况（%s）"}, lists: true,
		money: plainMoney, funds: [][]string{{"年度资金总额：", "其中：中央补助", "地方资金", "其他资金"}}, goals: transferGoals, caption: []string{"绩效指标"},
		columns: join(levelColumns(), []column{entry("target", "指标值", "年度指标值"), entry("actual", "全年实际完成值", "全年完成值"), entry("deviation", "未完成原因和改进措施")}), groups: points(50, 30, 10),
		remarks: [][2]string{{"说明", "请在此处简要说明中央巡视、各级审计和财政监督中发现的问题，如没有请填无。"}}},
	{name: "T2", id: "transfer-total-in-header", titles: []string{"项目绩效目标自评表"}, moneyCaption: []string{"资金情况（%s）"}, money: plainMoney, funds: [][]string{{"年度资金总额", "其中：中央补助", "市县资金"}},
		goals: transferGoals, caption: []string{"绩效指标"}, columns: pointsFirst, groups: points(40, 40, 20), scored: true, totalAt: headerOnly, totalWords: []string{"项目总得分"}},
	{name: "T3", id: "transfer-scored", titles: []string{"绩效目标自评表", "衔接资金绩效目标自评表"}, moneyCaption: []string{"资金情况（%s）"}, money: []column{entry("adjusted_budget", "全年预算数（A）"),
		entry("executed", "全年执行数（B）"), entry("weight", "分值"), entry("execution_rate", "执行率（B/A）"), entry("score", "得分")}, funds: [][]string{{"年度资金总额：", "其中：本年财政拨款", "其他资金"}}, lists: true,
		budgetWeight: 10, goals: transferGoals, caption: []string{"绩效指标"}, columns: pointsFirst, groups: nationalGroups, scored: true, printPoints: true, totalAt: lastRow, totalWords: []string{"总分"}},
	{name: "T4", managed: true, id: "transfer-2024-columns", titles: []string{"林业草原改革发展资金绩效自评表"}, asked: [3][]string{{"转移支付名称"}, {"地方主管部门"}, {"资金使用单位"}}, moneyCaption: []string{"资金投入情况（%s）"},
		derived: true, lineNumbers: true, funds: [][]string{{"年度资金总额：", "其中：中央财政资金"}}, money: []column{{words: []string{"全年预算数（A）"}, fill: amountOf(func(f *fund) figure { return plus(f.adjusted, f.initial, 1) })},
			{words: []string{"统筹整合资金数（B）"}, fill: amountOf(func(f *fund) figure { return f.initial })}, entry("adjusted_budget", "扣除统筹整合资金后预算金额（C）"),
			{key: "received", words: []string{"全年到位资金（D）"}, fill: amountOf(func(f *fund) figure { return f.adjusted })}, {words: []string{"预算到位（D/C×100%）"}, fill: func(*maker, *fund, *indicator) string { return "100%" }},
			entry("executed", "全年执行资金（E）"), entry("execution_rate", "预算执行（E/C×100%）")}, goals: transferGoals,
		columns: join(levelColumns(), []column{entry("target", "指标值"), entry("actual", "全年实际完成值"), entry("deviation", "未完成原因和改进措施")}), groups: points(50, 30, 10),
		remarks: [][2]string{{"说明", "无"}}, notes: []string{"注：1.资金使用单位按项目绩效目标填报。"}},
	{name: "D2", id: "hunan-department", titles: []string{"部门整体支出绩效自评表"}, noProject: true, asked: [3][]string{nil, {"预算单位名称"}, nil}, moneyCaption: []string{"年度预算申请（%s）"},
		money: fullMoney, funds: [][]string{{"年度资金总额"}}, budgetWeight: 10, goals: annualGoals, caption: []string{"绩效指标"}, columns: pointsLast, groups: nationalGroups, scored: true, printPoints: true,
		totalAt: lastRow, totalWords: []string{"总分"}, bands: true, extra: [][2]string{{"按收入性质分：", "按支出性质分："}, {"其中：一般公共预算：352.18", "其中：基本支出：240.00"}, {"政府性基金拨款：", "项目支出：100.02"}}},
	{name: "FJ", id: "fujian-department", titles: []string{"部门整体绩效自评表"}, asked: [3][]string{{"专项名称"}, {"部门（单位）名称"}, nil}, moneyCaption: []string{"财政资金安排和使用情况"}, derived: true,
		money: join(under("预算安排", entry("initial_budget", "年初部门预算安排金额（含历年结余结转）①"), column{words: []string{"年中调整金额②"}, fill: amountOf(func(f *fund) figure { return minus(f.adjusted, f.initial) })},
			entry("adjusted_budget", "小计③ = ①+②")), under("拨付情况", entry("executed", "年度拨付金额④"), entry("execution_rate", "支出实现率(%)⑤=④/③")),
			under("结余情况", column{words: []string{"本年度结余金额⑥=③-④"}, fill: amountOf(func(f *fund) figure { return minus(f.adjusted, f.executed) })}), []column{entry("weight", "分值"), entry("score", "得分")}),
		funds: [][]string{{"合计", "①中央财政资金", "其他资金小计"}}, budgetWeight: 10, ownScore: true, bareRate: true, goals: [3][]string{{"年度总体目标"}, {"预期目标"}, {"目标实际完成情况"}},
		caption: []string{"绩效指标"}, columns: join(levelColumns(), []column{entry("target", "年度指标值"), entry("actual", "实际完成值"), entry("weight", "指标分值"), entry("score", "自评得分"), entry("deviation", saysDeviation[0])}),
		groups: costGroups, scored: true, totalAt: lastRow, totalWords: []string{"总分值、评价总分（S）"}, totalInside: true, totalMerged: true, grade: inOwnRow},
	{name: "O1", id: "decision-management-results", titles: []string{"项目支出绩效自评表", "项目绩效自评表"}, asked: [3][]string{{"项目名称"}, {"主管部门"}, {"项目单位"}}, moneyCaption: []string{"项目资金（%s）"},
		nameHead: "资金来源", derived: true, money: []column{entry("adjusted_budget", "预算数", "预算安排数"), {key: "received", words: []string{"到位资金", "到位数"}, fill: amountOf(func(f *fund) figure { return f.adjusted })},
			entry("executed", "实际支出", "支出数"), {words: []string{"资金到位率"}, fill: func(*maker, *fund, *indicator) string { return "100%" }}, entry("execution_rate", "支出率", "执行率")},
		funds: [][]string{{"合计", "其中：上级财政资金", "本级财政资金"}}, columns: join(levelColumns(), []column{entry("weight", "分值"), {words: []string{"评分标准"}, fill: func(*maker, *fund, *indicator) string { return "按完成情况评分" }}, entry("score", "得分")}),
		groups: []group{{"项目决策", 20, []string{"项目目标", "决策过程", "资金分配"}}, {"项目管理", 25, []string{"资金到位", "资金管理", "组织实施"}}, {"项目绩效", 55, []string{"项目产出", "项目效益"}}},
		scored: true, totalAt: lastRow, totalWords: []string{"合计", "总分"}},
	{name: "O2", id: "cumulative-rate", titles: []string{"项目支出绩效自评表"}, bareMoney: true, moneyCaption: []string{"项目资金（%s）"}, money: []column{entry("adjusted_budget", "全年预算数", "预算数"),
		entry("executed", "累计执行数", "累计支出数", "执行数"), entry("execution_rate", "累计完成率")}, funds: [][]string{{"年度资金总额", "其中：中央补助", "地方资金"}},
		columns: join(levelColumns(), []column{entry("target", "年度指标值"), entry("actual", "累计完成值", "实际完成值"), {words: []string{"累计完成率"}, fill: func(*maker, *fund, *indicator) string { return "100%" }},
			entry("deviation", "备注")}), groups: points(50, 30, 10)},
	{name: "O3", id: "target-list", titles: []string{"绩效目标自评表", "项目绩效自评表"}, moneyCaption: []string{"项目资金（%s）"}, money: plainMoney, funds: [][]string{{"年度资金总额", "其中：财政资金"}}, flat: true,
		columns: []column{entry("name", "绩效指标", "指标名称", "具体指标"), entry("target", "年度指标值", "目标值"), entry("actual", "实际完成值", "完成值"), entry("deviation", "备注")},
		groups:  []group{{"", 90, []string{""}}}},
}
