package own

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"fuhe"
	"fuhe/score"
	"fuhe/score/profile"
)

// form is a form of two indicators: 9.53 + 50 + 40 = 99.53; the rate is printed one up (95.35 for 95.3409…).
func form() *fuhe.Report {
	r := &fuhe.Report{Title: "项目支出绩效自评表", Year: "2022", MoneyUnit: "元", Funds: make([]fuhe.Fund, 1), Indicators: make([]fuhe.Indicator, 2)}
	texts := map[fuhe.Field]string{
		"/project": "示例项目", "/funds/0/name": "年度资金总额", "/funds/0/adjusted_budget": "50.01", "/funds/0/executed": "47.68",
		"/funds/0/weight": "10", "/funds/0/execution_rate": "95.35%", "/funds/0/score": "9.53",
		"/indicators/0/level1": "产出指标", "/indicators/0/name": "培训场次", "/indicators/0/target": "≥20场", "/indicators/0/actual": "20场",
		"/indicators/0/weight": "50", "/indicators/0/score": "50",
		"/indicators/1/level1": "效益指标", "/indicators/1/name": "知晓率", "/indicators/1/target": "≥90%", "/indicators/1/actual": "95%",
		"/indicators/1/weight": "40", "/indicators/1/score": "40", "/total/weight": "100", "/total/score": "99.53", "/goals/actual": "已完成",
	}
	for i, e := range r.Entries() {
		*e.Cell = fuhe.NewCell(texts[e.Field], fuhe.Source{Table: 1, Ref: fmt.Sprint("A", i+1)})
	}
	return r
}

func load(t *testing.T, text string) *score.Overlay {
	t.Helper()
	r, err := Load(strings.NewReader(text), "rules.yaml", fuhe.EN)
	if err != nil {
		t.Fatal(err)
	}
	return r.Overlay()
}

func findings(o *score.Overlay) string {
	r := form()
	score.Check(r, score.Options{Lang: fuhe.EN, Own: o})
	var lines []string
	for _, f := range r.Findings {
		lines = append(lines, strings.TrimSpace(f.Rule+" "+string(f.Severity)+" "+string(f.Field)))
	}
	return strings.Join(lines, "\n")
}

func TestRulesAreSwitchedOffAndChanged(t *testing.T) {
	if got := findings(nil); got != "F102 error /funds/0/execution_rate" {
		t.Fatalf("without a file: %s", got)
	}
	if got := findings(load(t, "off: [F102]")); got != "" {
		t.Errorf("off: %s", got)
	}
	if got := findings(load(t, "severity: {F102: note}")); got != "F102 note /funds/0/execution_rate" {
		t.Errorf("severity: %s", got)
	}
	if got := findings(load(t, "profile: {rounding: up}")); got != "F102 note /funds/0/execution_rate" {
		t.Errorf("a rounding that is permitted is a note: %s", got)
	}
	if got := findings(load(t, "profile: {rounding: down}")); got != "F102 error /funds/0/execution_rate" {
		t.Errorf("another rounding is permitted: %s", got)
	}
	r := form()
	if cs := score.Recompute(r, score.Options{Own: load(t, "off: [F102]")}); len(cs) != 0 {
		t.Errorf("a rule that is off corrects %+v", cs)
	}
}

func TestNumbersOfTheProfile(t *testing.T) {
	o := load(t, `
profile:
  base: hubei
  weights: {产出指标: 60, 效益指标: 30}
  tiers: [90, 70]
  bands:
    - {from: 85, grade: 甲}
    - {from: 0, grade: 乙}
  reverse: linear
  low_rate: 80
  far_above: 150
  machine_scored: true
  capped: false
`)
	p := profile.Profile{ID: "hubei", Reverse: []profile.Reverse{profile.Ratio}}
	o.Change(&p)
	if o.Base != "hubei" || len(p.Split) != 2 || p.Split[0] != (profile.Points{Heading: "产出指标", Points: 60}) || p.Tiers != [2]int{90, 70} ||
		p.Bands[0] != (profile.Band{From: 85, Grade: "甲"}) || p.Reverse[0] != profile.Linear || p.LowRate != 80 || p.FarAbove != 150 || !p.MachineScored || !p.Uncapped {
		t.Errorf("%+v %+v", o, p)
	}
	r := form()
	*r.Entry("/total/grade") = fuhe.NewCell("乙", fuhe.Source{Table: 1, Ref: "Z9"})
	score.Check(r, score.Options{Lang: fuhe.EN, Own: o})
	if r.Profile.ID != "hubei" || !strings.Contains(r.Profile.Because, "rules.yaml") {
		t.Errorf("%+v", r.Profile)
	}
	graded := false
	for _, f := range r.Findings {
		graded = graded || f.Rule == "T403" && f.Recomputed == "甲"
	}
	if !graded {
		t.Error("the bands of the file are not used")
	}
}

func TestOwnChecks(t *testing.T) {
	for _, c := range []struct{ name, field, expr, want string }{
		{"of the issue, holds", "", "sum(indicators.score) <= 90", ""},
		{"does not hold", "", "sum(indicators.score) < 90", "U001 warning /total/score"},
		{"sums are decimal", "", "sum(indicators.score) + 9.53 == 99.53 || same(sum(indicators.score) + 9.53, total.score)", ""},
		{"every row, in one expression", "", "all(indicators, .score <= .weight)", ""},
		{"every row, one of them not", "", "all(indicators, .score <= 45)", "U001 warning /total/score"},
		{"every row, one by one", "/indicators/*/score", "row.score <= 45", "U001 warning /indicators/0/score"},
		{"rows of funds", "/funds/*/executed", "row.executed > row.adjusted_budget", "U001 warning /funds/0/executed"},
		{"texts", "/project", "project startsWith '示例' && funds[0].execution_rate_text endsWith '%' && indicators[1].name == '知晓率'", ""},
		{"some of the rows", "", "sum(filter(indicators, .level1 == '产出指标').score) == 50 && sum(map(indicators, .score)) == 90", ""},
		{"rounding", "", "round(total.score, 0) == 100.0 && round(-2.5, 0) == -3 && round(0.125, 2) == 0.13", ""},
		{"goals", "/goals/actual", "goals.actual contains '完成' && year == '2022' && len(indicators) == 2", ""},
		{"decimals are exact", "", "0.1 + 0.2 == 0.3 && 0.1 * 3 == 0.3 && 1.0 - 0.9 == 0.1 && 0.30000000000000000001 != 0.3", ""},
		{"divisions are exact", "", "10 / 12 * 3 == 2.5 && 1 / 3 + 1 / 3 + 1 / 3 == 1 && 7 % 4 == 3 && -7.5 % 2 == -1.5", ""},
		{"a rate, recomputed", "", "round(funds[0].executed / funds[0].adjusted_budget * 100, 2) == 95.34", ""},
		{"thirds", "", "same(1 / 3, 0.333333333) && !same(1 / 3, 0.33333333)", ""},
		{"exact comparisons within predicates", "", "any(indicators, .score == 50.00) && total.score in [99.53, 1] && 0.1 + 0.2 in [0.3] && 3 not in [1, 2]", ""},
		{"the largest", "", "max(indicators.score) == 50 && min(40.5, 3, 7) == 3 && abs(-1.5) == 1.5", ""},
		{"choices", "", "(total.score > 90 ? 1.5 : 2) == 1.5 && (indicators[0].deviation_text ?? '') == ''", ""},
		{"rows by number", "", "indicators[0].score == 50 && indicators[-1].score == 40 && indicators[len(indicators) - 1].score == 40", ""},
		{"pipes and variables", "", "let outputs = filter(indicators, .level1 == '产出指标'); len(outputs) == 1 && (indicators | map(.weight) | sum()) == 90", ""},
		{"nothing is no figure", "", "funds[0].initial_budget == nil && sum(funds.initial_budget) == 0", ""},
		{"too long lists", "", "len(1..1000000) > 3", "U001 note /total/score"},
		{"no bool in a loop", "", "all(indicators, .score)", "U001 note /total/score"},
		{"divided by nothing", "", "1 / (total.score - 99.53) > 0", "U001 note /total/score"},
		{"no figure there", "", "indicators[0].deviation == '' && funds[0].initial_budget > 3", "U001 note /total/score"},
		{"no such row", "", "indicators[7].score > 3", "U001 note /total/score"},
		{"too much work", "", "all(1..100, all(1..100, all(1..100, true)))", "U001 note /total/score"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := "off: [F102]\nchecks:\n  - id: U001\n    expr: >-\n      " + c.expr + "\n"
			if c.field != "" {
				file += "    field: " + c.field + "\n"
			}
			if got := findings(load(t, file)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMessagesInBothLanguages(t *testing.T) {
	o := load(t, "checks:\n  - id: U002\n    severity: error\n    expr: total.score > 100.0\n    message: {zh: 总分不足, en: too low}\n")
	for lang, want := range map[fuhe.Lang]string{fuhe.ZH: "总分不足", fuhe.EN: "too low"} {
		r := form()
		score.Check(r, score.Options{Lang: lang, Own: o})
		found := false
		for _, f := range r.Findings {
			if f.Rule == "U002" {
				found = f.Message == want && f.Severity == fuhe.Error && f.Published == "99.53" && f.ID != "" && f.Working == "total.score > 100.0"
			}
		}
		if !found {
			t.Errorf("%s: %+v", lang, r.Findings)
		}
	}
}

// A check is evaluated on several forms at once.
func TestChecksAreSafeForSeveralForms(t *testing.T) {
	o := load(t, "off: [F102]\nchecks: [{id: U001, expr: 'sum(indicators.score) == 90 && all(indicators, .score <= .weight)'}]")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				if got := findings(o); got != "" {
					t.Error(got)
				}
			}
		})
	}
	all.Wait()
}

func FuzzLoad(f *testing.F) {
	f.Add("off: [F102]\nseverity: {W204: error}\nprofile: {tiers: [80, 60]}\nchecks:\n  - {id: U001, expr: 'sum(indicators.score) <= 90'}\n")
	f.Add("checks:\n  - id: U001\n    field: /indicators/*/score\n    expr: row.score <= row.weight\n    message: {zh: a, en: b}\n")
	f.Add("checks:\n  - id: U001\n    expr: let a = 1..9; 0.1 / 3 % 2 in [round(max(indicators.score), 2), -1] ? true : none(funds, .name matches 'a')\n")
	f.Add("checks: [{id: U001, expr: 'indicators.all(i, i.score < size(funds))'}]\n")
	f.Add("a: &a [*a]\n")
	f.Fuzz(func(t *testing.T, file string) {
		r, err := Load(strings.NewReader(file), "rules.yaml", fuhe.EN)
		if (r == nil) == (err == nil) {
			t.Fatalf("%v %v", r, err)
		}
		if err != nil {
			return
		}
		report := form()
		score.Check(report, score.Options{Own: r.Overlay()})
		for _, f := range report.Findings {
			if f.Severity.Rank() == 0 || f.ID == "" || f.Rule == "" {
				t.Fatalf("incomplete finding %+v", f)
			}
		}
	})
}
