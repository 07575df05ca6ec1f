package extract

import (
	"strings"
	"testing"

	"fuhe"
)

// pairedForm is the form with its money in one row of the header: each name of an amount with its figure behind it.
func pairedForm() []written {
	texts := without(unruledForm(), func(w written) bool { return w.x > 100 && w.y >= 160 && w.y <= 220 })
	for x, s := range map[float64]string{140: "全年预算数", 210: "110.00", 290: "全年执行数", 360: "99.00", 530: "90.00%"} {
		texts = append(texts, written{x, 190, s})
	}
	return texts
}

func TestMoneyInOneRowOfTheHeader(t *testing.T) {
	want := map[fuhe.Field]string{"/project": "社区养老服务站建设", "/implementer": "青岭县养老服务中心", "/funds/0/adjusted_budget": "110.00", "/funds/0/executed": "99.00",
		"/funds/0/execution_rate": "90.00%", "/goals/expected": "建成两个社区养老服务站", "/indicators/0/name": "建设服务站点数量", "/total/score": "98.00"}
	for name, texts := range map[string][]written{
		"whole":  {{450, 190, "执行率"}},
		"broken": {{450, 184, "执行"}, {450, 196, "率"}}, // 率 alone names a rate, too
	} {
		t.Run(name, func(t *testing.T) {
			r, reasons := readTexts(append(pairedForm(), texts...))
			if r == nil || len(reasons) > 0 {
				t.Fatalf("not read: %v", reasons)
			}
			got := map[fuhe.Field]string{}
			for _, e := range r.Entries() {
				got[e.Field] = e.Cell.Text
			}
			expect(t, got, want)
			if len(r.Funds) != 1 || r.MoneyUnit != "万元" {
				t.Errorf("%d funds, unit %q", len(r.Funds), r.MoneyUnit)
			}
		})
	}
}

// What stands behind the name of an amount is one figure, or the form is not read.
func TestTextsBehindTheNameOfAnAmount(t *testing.T) {
	for _, texts := range [][]written{
		{{450, 190, "执行率"}, {500, 190, "12.50"}}, // two figures behind one name
		{{450, 190, "执行率"}, {255, 190, "另有"}},
		{{450, 190, "执行率"}, {360, 202, "88.00"}},
	} {
		r, reasons := readTexts(append(pairedForm(), texts...))
		if r != nil || !strings.Contains(strings.Join(reasons, " "), "is no single figure") {
			t.Errorf("%v: read, or refused for %v", texts, reasons)
		}
	}
}
