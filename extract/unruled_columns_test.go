package extract

import (
	"strconv"
	"strings"
	"testing"

	"fuhe"
)

// Amounts that stand right of their headings, under none: a row that is full has one under each.
func TestAmountsOfFullRowsUnderNoHeading(t *testing.T) {
	texts := unruledForm()
	for i, w := range texts {
		if w.y > 170 && w.y < 230 && w.x >= 215 && w.x < 400 {
			texts[i].x, texts[i].text = w.x+35, strings.TrimSuffix(w.text, ".00")
		}
	}
	expect(t, fieldsOf(t, texts), map[fuhe.Field]string{"/funds/0/initial_budget": "120", "/funds/0/adjusted_budget": "110", "/funds/0/executed": "99", "/funds/0/weight": "10",
		"/funds/1/initial_budget": "100", "/funds/1/executed": "81", "/funds/2/executed": "18", "/funds/2/execution_rate": "90.00%"})
}

// A short text between the headings of the goals belongs to the one that has none.
func TestGoalUnderNeitherHeading(t *testing.T) {
	for name, to := range map[string]float64{"of the right one": 370, "under the left one": 180} {
		t.Run(name, func(t *testing.T) {
			texts := unruledForm()
			for i, w := range texts {
				if w.text == "建成两个社区养老服务站并投入使用" {
					texts[i] = written{to, w.y, "均已建成"}
					if to < 220 {
						texts[i], texts = written{450, w.y, "均已建成"}, append(texts, written{})
						for k := range texts {
							if texts[k].text == "建成两个社区养老服务站" {
								texts[k] = written{330, w.y, "建成服务站"}
							}
						}
						texts = without(texts, func(w written) bool { return w.text == "" })
					}
				}
			}
			want := map[fuhe.Field]string{"/goals/expected": "建成两个社区养老服务站", "/goals/actual": "均已建成"}
			if to < 220 {
				want["/goals/expected"] = "建成服务站"
			}
			expect(t, fieldsOf(t, texts), want)
		})
	}
}

// A heading that nobody knows has its own column, in one line or in two: no figure of it is a score.
func TestUnknownHeadingInTwoLines(t *testing.T) {
	for name, head := range map[string][]written{"one line": {{462, 295, "抽查结果"}}, "two lines": {{462, 289, "抽查"}, {462, 301, "结果"}}} {
		t.Run(name, func(t *testing.T) {
			texts := unruledForm()
			for i, w := range texts {
				if w.y >= 289 {
					switch w.x {
					case 435:
						texts[i].x = 430
					case 480:
						texts[i].x = 496
					case 530:
						texts[i].x = 545
					}
				}
			}
			for y := 320.0; y <= 420; y += 20 {
				head = append(head, written{462, y, "7"})
			}
			expect(t, fieldsOf(t, append(texts, head...)), map[fuhe.Field]string{"/indicators/0/weight": "20", "/indicators/0/score": "20", "/indicators/2/score": "14", "/indicators/5/weight": "10", "/total/score": "98.00"})
		})
	}
}

// lowered is the form with so much room under its funds.
func lowered(by float64, more ...written) []written {
	texts := unruledForm()
	for i, w := range texts {
		if w.y > 230 {
			texts[i].y += by
		}
	}
	return append(texts, more...)
}

// What stands under the funds and lists the same money another way, or says how it was managed, is no fund; the amounts listed
// there are named.
func TestListsUnderTheFunds(t *testing.T) {
	want := map[fuhe.Field]string{"/funds/0/executed": "99.00", "/funds/2/name": "其他资金", "/funds/2/executed": "18.00", "/goals/expected": "建成两个社区养老服务站", "/indicators/2/score": "14", "/total/score": "98.00"}
	for name, more := range map[string][]written{
		"by its nature":      {{220, 240, "按收入性质分："}, {450, 240, "按支出性质分："}, {200, 260, "其中：一般公共预算：352.18"}, {450, 260, "其中：基本支出：240.00"}},
		"how it was managed": {{330, 240, "情况说明"}, {480, 240, "存在问题和改进措施"}, {60, 250, "资金管理情况"}, {130, 260, "分配科学性"}, {330, 254, "按规定程序"}, {330, 266, "分配到位"}, {480, 260, "无"}},
	} {
		t.Run(name, func(t *testing.T) {
			texts := lowered(40, more...)
			r, _ := readTexts(texts)
			if r == nil || len(r.Funds) != 3 {
				t.Fatal("not read, or other funds")
			}
			got := map[fuhe.Field]string{}
			for _, e := range r.Entries() {
				got[e.Field] = e.Cell.Text
			}
			expect(t, got, want)
			named := 0
			for _, l := range r.Lost {
				if l.Text == "其中：一般公共预算：352.18" || l.Text == "其中：基本支出：240.00" {
					named++
				}
			}
			if name == "by its nature" && named != 2 {
				t.Errorf("%d of 2 amounts are named", named)
			}
		})
	}
}

// numbered is the form with its rows numbered at the left, through its parts.
func numbered() []written {
	texts := append(unruledForm(), written{24, 160, "行次"}, written{24, 295, "行次"})
	for i, y := range []float64{180, 200, 220, 268, 320, 340, 360, 380, 400, 420} {
		texts = append(texts, written{24, y, strconv.Itoa(i + 1)})
	}
	return texts
}

// The numbers of rows are no figures of the form, on its second page neither; where another figure stands among them, the
// form is not read.
func TestRowsThatAreNumbered(t *testing.T) {
	want := map[fuhe.Field]string{"/funds/0/name": "年度资金总额", "/funds/0/executed": "99.00", "/funds/2/executed": "18.00", "/goals/expected": "建成两个社区养老服务站", "/indicators/0/name": "建设服务站点数量",
		"/indicators/0/level1": "产出指标", "/indicators/3/level1": "效益指标", "/indicators/5/score": "10", "/total/score": "98.00"}
	expect(t, fieldsOf(t, numbered()), want)
	texts := without(numbered(), func(w written) bool { return w.x == 60 && w.y > 300 })
	expectPages(t, want, without(texts, func(w written) bool { return w.y >= 375 && w.text != "效益指标" || w.text == "效益指标" }),
		append(without(moved(texts, 375, 441, 315), func(w written) bool { return w.text == "效益指标" }), written{110, 75, "效益指标"}))
	for i, w := range numbered() {
		if w.text == "9" && w.x == 24 {
			texts := numbered()
			texts[i].text = "6"
			if r, reasons := readTexts(texts); r != nil || len(reasons) == 0 {
				t.Error("read with another figure among the numbers of its rows")
			}
		}
	}
}
