package extract

import (
	"strings"
	"testing"

	"fuhe"
)

// brokenName is the form with the name of an entry of its header in lines of its own around the line of its row.
func brokenName(name string, lines ...string) []written {
	texts := unruledForm()
	for i, w := range texts {
		switch {
		case w.y <= 110:
			texts[i].y -= 10
		case w.text == name:
			x := w.x
			texts = append(texts[:i:i], texts[i+1:]...)
			for n, s := range lines {
				texts = append(texts, written{x, 130 + 12*(float64(n)-float64(len(lines)-1)/2), s})
			}
			return texts
		}
	}
	return nil
}

// Of a name that is broken, a line may be a name by itself, 单位, or the name without its end, 主管部门.
func TestNamesOfEntriesBrokenIntoLines(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
	}{
		{"主管部门", []string{"主管部门", "及代码"}}, {"主管部门", []string{"主管", "部门"}}, {"主管部门", []string{"主管", "部门", "及代码"}},
		{"主管部门", []string{"预算主", "管部门"}}, {"实施单位", []string{"实施", "单位"}}, {"实施单位", []string{"项目", "实施", "单位"}}, {"实施单位", []string{"实施单位", "（盖章）"}},
	} {
		t.Run(strings.Join(c.lines, "/"), func(t *testing.T) {
			expect(t, fieldsOf(t, brokenName(c.name, c.lines...)), map[fuhe.Field]string{"/project": "社区养老服务站建设", "/department": "青岭县民政局", "/implementer": "青岭县养老服务中心",
				"/funds/0/executed": "99.00", "/total/score": "98.00"})
		})
	}
}

// Texts that stand side by side around the line of an entry are not one text, whatever the name between them means.
func TestTextsSideBySideBehindAName(t *testing.T) {
	for _, lines := range [][]string{{"承办", "机构"}, {"承办", "单位"}} {
		r, reasons := readTexts(brokenName("实施单位", lines...))
		if said := strings.Join(reasons, " "); r != nil || !strings.Contains(said, "青岭县民政局") {
			t.Errorf("%v: read, or refused for %s", lines, said)
		}
	}
}
