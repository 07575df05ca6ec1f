package inferred

import (
	"strings"
	"testing"
)

// words are enough of those of a form to lay one out.
var plainWords = Words{
	Title: func(line string) bool { return strings.HasSuffix(line, "自评表") },
	Label: func(text string) bool { return text == "项目名称" },
	Headings: func(text string) Roles {
		role := map[string]Role{"预算数": Amount, "执行数": Amount, "分值": Points, "得分": Points, "一级指标": Level, "二级指标": Level, "三级指标": Other, "指标值": Other, "完成值": Other, "预期目标": Expected, "完成情况": Reached}[text]
		return Roles{role, role, role}
	},
	Amount:  func(text string) bool { return strings.HasSuffix(text, "算数") || strings.HasSuffix(text, "行数") },
	Caption: func(_ Part, text string) bool { return strings.HasPrefix(text, "绩效") },
	Fund:    func(text string) bool { return strings.HasSuffix(text, "资金") },
	Numbers: func(text string) bool { return text == "次" },
	Listed:  func(text string) bool { return strings.HasPrefix(text, "按") },
	Level:   func(text string) bool { return strings.HasSuffix(text, "指标") },
	Under:   func(string, string) (bool, bool) { return false, true },
	Total:   func(text string) bool { return text == "总分" },
	Remark:  func(text string) bool { return strings.HasPrefix(text, "注") },
}

// FuzzPage reads pages whose texts stand anywhere: each line of the input is x, y and a text.
func FuzzPage(f *testing.F) {
	f.Add("ZA自评表\nAC项目名称\nKC水库\nAE一级指标\nDE二级指标\nHE三级指标\nLE指标值\nPE完成值\nTE分值\nXE得分\nAG产出指标\nDG数量指标\nHG座数\nLG2\nPG2\nTG10\nXG10\nHI总分\nTI10\nXI10")
	f.Add("ZA自评表\nDC预算数\nHC执行数\nLC分值\nPC得分\nAE资金\nDE1\nHE1\nLE10\nPE10\nDG预期目标\nLG完成情况\nDI一\nLI二")
	f.Add("ZA自评表\nAE一级指标\nDE二级指标\nHE三级指标\nLE指标值\nPE完成值\nAG产出指标\nDG数量指标\nHG座数\nLG2\nPG2\nDI质量指标\nHI里程\nLI3\nPI3")
	f.Add("ZA自评表\nDD绩效指标\nAE一级指标\nDE二级指标\nHE三级指标\nLE指标值\nPE完成值\nTD分值\nXD得分\nAG产出指标\nDG数量指标\nHG座数\nLG2\nPG2\nTG10\nXG10")
	f.Add("ZA自评表\nDC预算数\nHC执行数\nAE资金\nCE1\nHE1\nAG预算资金\nCG2\nHG3\nHI450\nHJ400\nHK350\nHL300")
	f.Add("ZA自评表\nDC预算数\nHC执行数\nLC分值\nPC得分\nAE资金\nDE1\nHE1\nLE10\nPE10\nDG按来源\nLG按用途\nDI甲3\nLI乙4")
	f.Add("AAx\nBA1\nAB\nBB2\nAC\nBC3")
	f.Fuzz(func(t *testing.T, in string) {
		var texts []text
		for l := range strings.Lines(in) {
			if l = strings.TrimSuffix(l, "\n"); len(l) > 2 && len(texts) < 200 {
				texts = append(texts, text{20 * float64(l[0]-'0'), 7 * float64(l[1]-'0'), l[2:]})
			}
		}
		p := drawn(texts...)
		finder := Finder{Words: plainWords}
		first, _, _ := finder.Page(p, nil)
		p.Number++
		second, _, _ := finder.Page(p, nil)
		for _, g := range append(append(first, second...), Tables(p, nil)...) {
			taken := map[[2]int]bool{}
			for _, c := range g.Cells {
				for r := c.Row; r < c.Row+c.RowSpan; r++ {
					for col := c.Col; col < c.Col+c.ColSpan; col++ {
						if at := [2]int{r, col}; taken[at] || r >= g.Rows || col >= g.Cols {
							t.Fatalf("two cells at %v, or one outside of %d × %d", at, g.Rows, g.Cols)
						} else {
							taken[at] = true
						}
					}
				}
			}
		}
	})
}
