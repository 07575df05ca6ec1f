package score

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/rulebook"
)

// sample is a consistent form: 80 of 100 executed, 8.00 + 50 + 30 + 10 = 98.00.
func sample(changes map[fuhe.Field]string) *fuhe.Report {
	r := blank()
	r.MoneyUnit = "万元"
	for f, text := range map[fuhe.Field]string{
		"/funds/0/initial_budget": "120.00", "/funds/0/adjusted_budget": "100.00", "/funds/0/executed": "80.00",
		"/funds/0/weight": "10", "/funds/0/execution_rate": "80.00%", "/funds/0/score": "8.00",
		"/funds/1/adjusted_budget": "100.00", "/funds/1/executed": "80.00",
		"/indicators/0/target": "≥20场", "/indicators/0/actual": "20场", "/indicators/0/weight": "50", "/indicators/0/score": "50",
		"/indicators/1/target": "≥90%", "/indicators/1/actual": "95%", "/indicators/1/weight": "30", "/indicators/1/score": "30",
		"/indicators/2/target": "≥90%", "/indicators/2/actual": "95%", "/indicators/2/weight": "10", "/indicators/2/score": "10",
		"/total/weight": "100", "/total/score": "98.00", "/total/grade": "优",
	} {
		set(r, f, text)
	}
	for f, text := range changes {
		set(r, f, text)
	}
	return r
}

// correction is what Recompute should give for one entry.
type correction struct {
	field              fuhe.Field
	corrected, formula string
}

// The formulas of the total and of the grade of the sample.
const (
	sampleSum   = "ROUND({/funds/0/score}+{/indicators/0/score}+{/indicators/1/score}+{/indicators/2/score},2)"
	sampleGrade = `IF({/total/score}>=90,"优",IF({/total/score}>=80,"良",IF({/total/score}>=60,"中","差")))`
)

// recomputed are changes of the sample, and what follows from them.
var recomputed = []struct {
	name    string
	changes map[fuhe.Field]string
	profile string
	want    []correction
}{
	{name: "a consistent form"},
	{
		name: "a rate", changes: map[fuhe.Field]string{"/funds/0/execution_rate": "81%"},
		want: []correction{{"/funds/0/execution_rate", "80%", "ROUND({/funds/0/executed}/{/funds/0/adjusted_budget},2)"}},
	},
	{
		name: "a rate without %", changes: map[fuhe.Field]string{"/funds/0/execution_rate": "81.5"},
		want: []correction{{"/funds/0/execution_rate", "80.0", "ROUND({/funds/0/executed}/{/funds/0/adjusted_budget}*100,1)"}},
	},
	{
		name: "a fraction", changes: map[fuhe.Field]string{"/funds/0/execution_rate": "0.81"},
		want: []correction{{"/funds/0/execution_rate", "0.80", "ROUND({/funds/0/executed}/{/funds/0/adjusted_budget},2)"}},
	},
	{
		name: "amounts in two units", changes: map[fuhe.Field]string{"/funds/0/execution_rate": "81%", "/funds/0/executed": "800000元"},
		want: []correction{{"/funds/0/execution_rate", "80%", "ROUND({/funds/0/executed}/{/funds/0/adjusted_budget}/10000,2)"}},
	},
	{
		name: "a source's rate", changes: map[fuhe.Field]string{"/funds/1/execution_rate": "8.00%"},
		want: []correction{{"/funds/1/execution_rate", "80.00%", "ROUND({/funds/1/executed}/{/funds/1/adjusted_budget},4)"}},
	},
	{
		name: "a score, and the total with it", changes: map[fuhe.Field]string{"/funds/0/score": "9.00", "/total/score": "99.00"},
		want: []correction{
			{"/funds/0/score", "8.00", "ROUND(MIN({/funds/0/weight},{/funds/0/weight}*{/funds/0/executed}/{/funds/0/adjusted_budget}),2)"},
			{"/total/score", "98.00", sampleSum},
		},
	},
	{
		name: "a score, the total being right already", changes: map[fuhe.Field]string{"/funds/0/score": "9.00"},
		want: []correction{{"/funds/0/score", "8.00", "ROUND(MIN({/funds/0/weight},{/funds/0/weight}*{/funds/0/executed}/{/funds/0/adjusted_budget}),2)"}},
	},
	{
		name: "a total, and the grade with it", changes: map[fuhe.Field]string{"/indicators/0/score": "41", "/total/score": "98.00", "/indicators/0/actual": ""},
		want: []correction{{"/total/score", "89.00", sampleSum}, {"/total/grade", "良", sampleGrade}},
	},
	{
		name: "a total that needs more places", changes: map[fuhe.Field]string{"/funds/0/score": "8.0", "/total/score": "99", "/indicators/0/score": "50.25", "/indicators/0/weight": "50.25",
			"/indicators/1/score": "29.25", "/indicators/1/weight": "29.75", "/indicators/1/deviation": "进度滞后"}, // 8.0 + 50.25 + 29.25 + 10
		want: []correction{{"/total/score", "97.50", sampleSum}},
	},
	{
		name:    "no total of weights above a hundred",
		changes: map[fuhe.Field]string{"/total/score": "99", "/indicators/0/score": "50.25", "/indicators/0/weight": "50.25", "/total/weight": ""},
	},
	{
		name: "a missed target where a machine scores", profile: "platform",
		changes: map[fuhe.Field]string{"/indicators/0/actual": "15场", "/indicators/0/score": "40", "/total/score": "88.00", "/total/grade": "良"},
		want: []correction{
			{"/indicators/0/score", "37.50", "ROUND({/indicators/0/weight}*3/4,2)"},
			{"/total/score", "85.50", sampleSum},
		},
	},
	{
		name: "the same where none does", profile: "mof",
		changes: map[fuhe.Field]string{"/indicators/0/actual": "15场", "/indicators/0/score": "40", "/total/score": "88.00", "/total/grade": "良"},
	},
	{name: "inputs are left alone", changes: map[fuhe.Field]string{"/indicators/0/weight": "40", "/funds/1/executed": "90.00"}},
	{name: "a sum with a score missing", changes: map[fuhe.Field]string{"/indicators/2/score": "", "/total/score": "50"}},
	{name: "a rate above 100 %", changes: map[fuhe.Field]string{
		"/funds/0/executed": "105.00", "/funds/1/executed": "105.00", "/funds/0/execution_rate": "105.00%", "/funds/0/score": "10", "/total/score": "100"}},
}

func TestRecompute(t *testing.T) {
	for _, c := range recomputed {
		t.Run(c.name, func(t *testing.T) {
			got := Recompute(sample(c.changes), Options{Profile: c.profile, Lang: fuhe.ZH})
			if len(got) != len(c.want) {
				t.Fatalf("%d corrections, want %d: %+v", len(got), len(c.want), got)
			}
			for i, w := range c.want {
				if g := got[i]; g.Field != w.field || g.Corrected.Text != w.corrected || g.Formula != w.formula {
					t.Errorf("got %s = %s by %s, want %+v", g.Field, g.Corrected.Text, g.Formula, w)
				}
			}
		})
	}
}

// A correction that follows from another says so.
func TestCorrectionsLeaveATrail(t *testing.T) {
	got := Recompute(sample(map[fuhe.Field]string{"/funds/0/score": "9.00", "/indicators/0/score": "41", "/indicators/0/actual": "", "/total/score": "90.00"}), Options{Lang: fuhe.ZH})
	if len(got) != 3 {
		t.Fatalf("%d corrections: %+v", len(got), got)
	}
	for i, want := range []string{"", "随年度资金总额 得分更正为8", "随总分 得分更正为89"} {
		if !strings.HasSuffix(got[i].Because, want) || want == "" && strings.Contains(got[i].Because, "随") {
			t.Errorf("%s: %s, want … %s", got[i].Field, got[i].Because, want)
		}
	}
}

func TestIDsFollowTheFormAndNotItsPlace(t *testing.T) {
	first := sample(map[fuhe.Field]string{"/total/score": "97.00", "/funds/0/execution_rate": "81%"})
	second := sample(map[fuhe.Field]string{"/total/score": "97.00", "/funds/0/execution_rate": "81%"})
	for _, e := range second.Entries() {
		e.Cell.At.Page = 7
	}
	other := sample(map[fuhe.Field]string{"/total/score": "97.00", "/funds/0/execution_rate": "81%", "/project": "另一项目"})
	ids := map[string]bool{}
	for _, r := range []*fuhe.Report{first, second, other} {
		Check(r, Options{Lang: fuhe.ZH})
		if len(r.Findings) != 2 {
			t.Fatalf("%d findings", len(r.Findings))
		}
	}
	for i := range first.Findings {
		if first.Findings[i].ID != second.Findings[i].ID {
			t.Error("the same finding on another page has another ID")
		}
		if first.Findings[i].ID == other.Findings[i].ID {
			t.Error("the same finding of another project has the same ID")
		}
		ids[first.Findings[i].ID] = true
	}
	if len(ids) != 2 {
		t.Error("two findings share an ID")
	}
	english := sample(map[fuhe.Field]string{"/total/score": "97.00", "/funds/0/execution_rate": "81%"})
	Check(english, Options{Lang: fuhe.EN})
	for i := range english.Findings {
		if english.Findings[i].ID != first.Findings[i].ID || english.Findings[i].Message == first.Findings[i].Message {
			t.Error("the language must change the message and nothing of the ID")
		}
	}
}

func TestCheckTwiceSaysTheSame(t *testing.T) {
	r := sample(map[fuhe.Field]string{"/total/score": "97.00", "/funds/0/execution_rate": "81%", "/indicators/0/actual": ""})
	Check(r, Options{Lang: fuhe.ZH})
	first, coverage := rulebook.Lines(r.Findings), r.Coverage
	Check(r, Options{Lang: fuhe.ZH})
	if rulebook.Lines(r.Findings) != first || r.Coverage != coverage {
		t.Error("a second check differs")
	}
}

func TestCoverage(t *testing.T) {
	// 21 figures: 3+2 amounts and one more initial budget, weight, rate, score; 3 × (target, actual, weight, score); total 2
	r := sample(nil)
	Check(r, Options{})
	if want := (fuhe.Coverage{Figures: 22, Agree: 21, Unchecked: 1}); r.Coverage != want {
		t.Errorf("consistent: %+v, want %+v (the initial budget has no sources)", r.Coverage, want)
	}
	r = sample(map[fuhe.Field]string{"/funds/0/execution_rate": "81%", "/indicators/0/actual": ""})
	Check(r, Options{})
	// the rate differs; the actual is gone and its score is asked about; the target has nothing to compare with
	if want := (fuhe.Coverage{Figures: 21, Agree: 17, Differ: 1, Judgement: 1, Unchecked: 2}); r.Coverage != want {
		t.Errorf("with slips: %+v, want %+v", r.Coverage, want)
	}
}
