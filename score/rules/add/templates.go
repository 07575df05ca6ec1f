package main

const codeTemplate = `package rules

import "fuhe"

var {variable} = &Rule{
	ID: "{ID}", Name: "{name}", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "", EN: ""}, // TODO: what the rule says
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "", // TODO: when it speaks, when it is silent, and why
		EN: "",
	},
	Check: check{Variable},
}

// TODO: a finding in one sentence; arguments are numbered.
var message{Variable} = fuhe.Phrase{
	ZH: "“%[1]s”",
	EN: "“%[1]s”",
}

func check{Variable}(p *Pass) {
	for i := range p.Report.Indicators {
		if true { // TODO: what is as it should be
			continue
		}
		p.report(fuhe.Finding{
			Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "weight")},
			Message: p.In(message{Variable}, p.NameOf(i)),
		})
	}
}
`

const testTemplate = `TODO: the kind of forms this rule is about.
-- form: TODO: 提出 --
` + form + `-- findings --
TODO: warning /indicators/0/score  50
-- form: TODO: 不提 --
` + form + `-- findings --
`

// form is one on which everything agrees.
const form = `项目支出绩效自评表
（2022年度）
| 项目名称 | 示例项目 | < | < | < | < | < | < | < |
| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |  |
| ^ | 年度资金总额 | 100.00 | 100.00 | 100.00 | 10 | 100% | 10 |  |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 培训场次 | ≥20场 | 20场 | 50 | 50 |  |
| ^ | 效益指标 | 社会效益指标 | 知晓率 | ≥90% | 95% | 30 | 30 |  |
| ^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |  |
| 总分 | < | < | < | < | < | 100 | 100 |  |
`
