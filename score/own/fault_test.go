package own

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe"
	"fuhe/score"
	"fuhe/score/profile"
)

// Each wrong file with the place where it is wrong, counted by hand.
func TestFaultsHaveLineAndColumn(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"off: [F102, F999]", "rules.yaml:1:13: there is no rule \"F999\""},
		{"off: F102", "rules.yaml:1:6: a list is wanted"},
		{"offf: []", "rules.yaml:1:1: unknown key \"offf\""},
		{"off: []\noff: []", "rules.yaml:2:1: key \"off\" stands here twice"},
		{"severity:\n  F102: fatal", "rules.yaml:2:9: error, warning or note is wanted"},
		{"profile:\n  base: atlantis", "rules.yaml:2:9: there is no profile \"atlantis\""},
		{"profile:\n  tiers: [60, 80]", "rules.yaml:2:10: the upper tier comes first"},
		{"profile:\n  bands:\n    - {from: 90, grade: 优}", "rules.yaml:3:5: the last band begins at 0"},
		{"profile:\n  low_rate: 120", "rules.yaml:2:13: a whole number from 0 to 100"},
		{"checks:\n  - id: F102\n    expr: true", "rules.yaml:2:9: the id of a check is U and three digits"},
		{"checks:\n  - id: U001\n", "rules.yaml:2:5: check U001 needs an expr"},
		{"checks:\n  - id: U001\n    expr: total.score >\n", "rules.yaml:3:23: U001: unexpected token EOF"},
		{"checks:\n  - id: U001\n    expr: totl.score > 3\n", "rules.yaml:3:11: U001: unknown name totl"},
		{"checks:\n  - id: U001\n    expr: |\n      total.score > 3.0 &&\n        nothing\n", "rules.yaml:5:3: U001: unknown name nothing"},
		{"checks:\n  - id: U001\n    expr: sum(indicators.scre) > 3\n", "rules.yaml:3:26: U001: unknown field scre"},
		{"checks:\n  - id: U001\n    expr: project > 3\n", "rules.yaml:3:19: U001: numbers are wanted on both sides of >"},
		{"checks:\n  - id: U001\n    expr: total.score > 1e2\n", "rules.yaml:3:25: U001: a number is written in digits"},
		{"checks:\n  - id: U001\n    expr: total.score ** 2 > 1\n", "rules.yaml:3:23: U001: powers are not supported"},
		{"checks:\n  - id: U001\n    expr: $env == 1\n", "rules.yaml:3:11: U001: unknown name $env"},
		{"checks:\n  - id: U001\n    expr: now() == 1\n", "rules.yaml:3:11: U001: unknown name now"},
		{"checks:\n  - id: U001\n    expr: project\n", "rules.yaml:3:11: U001: an expression that is true or false is wanted"},
		{"checks:\n  - id: U001\n    expr: 1 + 2\n", "rules.yaml:3:11: U001: an expression that is true or false is wanted"},
		{"checks:\n  - id: U001\n    field: /total/scre\n    expr: 'true'\n", "rules.yaml:3:12: there is no field \"/total/scre\""},
		{"checks:\n  - id: U001\n    expr: row.score > 3.0\n", "rules.yaml:3:11: U001: unknown name row"},
		{"checks:\n  - id: U001\n    expr: first(indicators).scre > 1\n", "rules.yaml:3:11: U001: unknown name first"},
		{"checks:\n  - id: U001\n    expr: get(total, 'scre') > 1\n", "rules.yaml:3:11: U001: unknown name get"},
		{"checks:\n  - id: U001\n    expr: any(funds, .executd > 1)\n", "rules.yaml:3:23: U001: unknown field executd"},
		{"a: [", "rules.yaml:1:1: "},
		{"x: &a [1]\noff: *a", "rules.yaml:1:1: unknown key"},
		{"- off", "rules.yaml:1:1: a mapping is wanted"},
	} {
		_, err := Load(strings.NewReader(c.file), "rules.yaml", fuhe.EN)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.file, err, c.want)
		}
	}
	if _, err := Load(strings.NewReader(strings.Repeat("# long\n", maxFileBytes/7+2)), "rules.yaml", fuhe.EN); err == nil {
		t.Error("a file beyond the budget is read")
	}
	if o := load(t, ""); o.Change != nil || len(o.Checks) != 0 {
		t.Error("an empty file changes something")
	}
}

// Files written for CEL, which earlier versions took, are told how the same is written now; what is told is taken.
func TestCELIsToldTheNewSpelling(t *testing.T) {
	for _, c := range []struct{ cel, now string }{
		{"indicators.all(i, i.score <= i.weight)", "all(indicators, .score <= .weight)"},
		{"indicators.exists(i, i.score_text == '') || indicators.exists_one(i, i.score > 45.0)", `any(indicators, .score_text == "") || one(indicators, .score > 45)`},
		{"sum(indicators.filter(i, i.level1 == '产出指标').map(i, i.score)) == 50", `sum(map(filter(indicators, .level1 == "产出指标"), .score)) == 50`},
		{"size(indicators) == 2 && indicators.size() > 1", "len(indicators) == 2 && len(indicators) > 1"},
		{"project.startsWith('示例') && year.matches('^20')", `project startsWith "示例" && year matches "^20"`},
		{"has(total.score) ? total.score <= 100.5 : total.score == null", "total.score != nil ? total.score <= 100.5 : total.score == nil"},
		{"double(total.score) > 3.0", "total.score > 3"},
	} {
		file := "checks:\n  - id: U001\n    expr: >-\n      " + c.cel + "\n"
		for lang, want := range map[fuhe.Lang]string{fuhe.EN: "U001: this is how it was written in CEL; write: " + c.now, fuhe.ZH: "U001：这是旧版（CEL）的写法，现在写作：" + c.now} {
			if _, err := Load(strings.NewReader(file), "rules.yaml", lang); err == nil || !strings.HasSuffix(err.Error(), want) || !strings.HasPrefix(err.Error(), "rules.yaml:4:") {
				t.Errorf("%s: %v", c.cel, err)
			}
		}
		load(t, "checks:\n  - id: U001\n    expr: >-\n      "+c.now+"\n")
	}
}

// Messages are in the language asked for.
func TestFaultsInChinese(t *testing.T) {
	for file, want := range map[string]string{
		"off: [F999]": "rules.yaml:1:7: 没有规则 \"F999\"",
		"checks:\n  - id: U001\n    expr: totl.score > 3\n": "rules.yaml:3:11: U001：没有名称 totl",
		"checks:\n  - id: U001\n    expr: project > 3\n":    "rules.yaml:3:19: U001：> 的两边应都是数字",
		"a: [": "rules.yaml:1:1: YAML 有误",
	} {
		if _, err := Load(strings.NewReader(file), "rules.yaml", fuhe.ZH); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", file, err)
		}
	}
	r := form()
	score.Check(r, score.Options{Lang: fuhe.ZH, Own: load(t, "off: [F102]\nchecks: [{id: U001, expr: 'funds[0].initial_budget > 3'}]")})
	if len(r.Findings) != 1 || r.Findings[0].Message != "自定义检查U001无法核对：其中一项没有数字" {
		t.Errorf("%+v", r.Findings)
	}
}

// A file saved by an editor of Chinese Windows is read as well.
func TestFileInGBK(t *testing.T) {
	const file = "profile: {weights: {产出指标: 40}}\nchecks: [{id: U001, expr: project == '项目', message: 不是}]\n"
	raw, err := simplifiedchinese.GBK.NewEncoder().String(file)
	if err != nil {
		t.Fatal(err)
	}
	var p profile.Profile
	o := load(t, raw)
	o.Change(&p)
	if len(p.Split) != 1 || p.Split[0].Heading != "产出指标" {
		t.Errorf("%+v", p)
	}
	if found := o.Checks[0].Run(form(), fuhe.ZH); len(found) != 1 || found[0].Message != "不是" {
		t.Errorf("%+v", found)
	}
}
