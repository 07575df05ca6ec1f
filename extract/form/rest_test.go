package form

import (
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// TestRestInTheNextTable: in a file without pages a table of figures behind a form that has no total is never passed over.
func TestRestInTheNextTable(t *testing.T) {
	whole := strings.Split(national, "	| 总分")
	half := strings.Split(national, "	| ^ | 满意度指标")
	for name, parts := range map[string][2]string{
		"the total":              {whole[0], "	| 总分" + whole[1]},
		"a narrower total":       {whole[0], "	| 总分 | 100 | 91.67 |"},
		"indicators and a total": {half[0], "	| 绩效指标 | 满意度指标" + half[1]},
	} {
		a, b := parse(t, parts[0]), parse(t, parts[1])
		a.Table, b.Table = 1, 2
		reports, unread := Read([]grid.Grid{a, b})
		said := slices.ContainsFunc(unread, func(u fuhe.Unread) bool { return strings.Contains(u.Reason, "rest of this form") })
		if len(reports) != 1 || !reports[0].Incomplete("/indicators") || !said {
			t.Errorf("%s: %d reports, said %v", name, len(reports), unread)
		}
	}
}

// TestFormThatStopsShort: a form that ends without a total before its weights make 100 may have lost its end; one whose
// weights make 100 has at least no total, which is said.
func TestFormThatStopsShort(t *testing.T) {
	whole := strings.Split(national, "	| 总分")[0]
	row := "	| ^ | 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 60 | 60 |  |\n"
	rows := func(weights ...string) string {
		out := ""
		for _, w := range weights {
			out += strings.ReplaceAll(row, "60", w)
		}
		return strings.Split(whole, row)[0] + out
	}
	for form, short := range map[string]bool{rows("20", "20", "20"): true, rows("20"): true, rows("30", "30", "30"): false} {
		reports, _ := Read([]grid.Grid{parse(t, form)})
		if len(reports) != 1 || reports[0].Incomplete("/indicators") != short {
			t.Errorf("%d reports, short %t: %s", len(reports), short, form)
		}
		if len(reports) == 1 && len(reports[0].Lost) != 1 {
			t.Errorf("short %t: the missing total is told of %d times", short, len(reports[0].Lost))
		}
	}
}

// TestRestElsewhere: on pages the rest of a form may stand below other text, on a later page behind other tables, or beside it with
// other columns: its figures are named. A table of something else is no rest, nor is one behind a form that has its total.
func TestRestElsewhere(t *testing.T) {
	whole := strings.Split(national, "	| 总分")
	half := strings.Split(national, "	| ^ | 满意度指标")
	contact := "	| 联系人 | 张三 |\n	| 电话 | 12345678 |"
	for name, c := range map[string]struct {
		tables  []string
		figures int
	}{
		"the total":              {[]string{whole[0], "	| 总分 | 100 | 91.67 |"}, 2},
		"behind another":         {[]string{whole[0], contact, "	| 总分 | 100 | 91.67 |"}, 2},
		"indicators and a total": {[]string{half[0], contact, "	| 满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |\n	| 总分 | < | < | < | 100 | 91.67 |"}, 6},
		"something else":         {[]string{whole[0], contact}, 0},
		"behind a total":         {[]string{national, "	| 满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |"}, 0},
	} {
		var grids []grid.Grid
		for i, text := range c.tables {
			g := parse(t, text)
			g.Page, g.Table, g.Below = 1+i/2, 1+i%2, nil
			grids = append(grids, g)
		}
		reports, _ := Read(grids)
		if len(reports) != 1 {
			t.Fatalf("%s: %d reports", name, len(reports))
		}
		figures := 0
		for _, l := range reports[0].Lost {
			if strings.Contains(l.Reason.EN, "rest of this form") {
				figures++
			}
		}
		if figures != c.figures {
			t.Errorf("%s: %d figures named, want %d", name, figures, c.figures)
		}
	}
}
