package workbook

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// separated is the Shanghai form as a text file holds it: no merged cells, the total one column right of its headings,
// the goal cut by a page.
func separated(t *testing.T) *fuhe.Report {
	t.Helper()
	r := example.Shanghai(t)
	table := fuhe.Table{Table: 1, Rows: r.Printed.Table.Rows, Cols: 10}
	moved := map[fuhe.Source]fuhe.Source{}
	for _, c := range r.Printed.Table.Cells {
		old := c.At
		c.RowSpan, c.ColSpan = 1, 1
		if c.Row == 17 && c.Col > 0 {
			c.Col++
		}
		c.At = fuhe.Source{Table: 1, Ref: fuhe.Ref(c.Row, c.Col, 1, 1)}
		moved[old] = c.At
		table.Cells = append(table.Cells, c)
	}
	for _, e := range r.Entries() {
		e.Cell.At = moved[e.Cell.At]
	}
	for i := range r.Findings {
		r.Findings[i].At = moved[r.Findings[i].At]
	}
	table.Cells = append(table.Cells, fuhe.TableCell{Row: 17, Col: 10 - 1, RowSpan: 1, ColSpan: 1, Text: "自评人：某", At: fuhe.Source{Table: 1, Ref: "J18"}})
	r.Goals.Expected.Text += "下一页的半句。"
	r.Printed.Table = table
	return r
}

func TestSeparatedTextIsLaidOutAnew(t *testing.T) {
	f, _ := workbook(t, example.Documents(separated(t)), Options{Corrections: example.Corrections})
	for ref, want := range map[string]string{
		"A3": "项目名称", "C3": project, "A4": "主管部门", "A5": "项目资金 (元)", "C5": "年初预算数", "G5": "执行率", "H5": "得分",
		"B6": "年度资金总额", "C6": "530000.00", "G6": "35.76%", "H6": "3.58", "A10": "年度总体目标", "B10": "预算目标",
		"A12": "绩效指标", "B12": "一级指标", "D13": "预算执行率", "E14": "≥20次", "G19": "10",
		"A20": "总分", "G20": "100", "H20": "87.16",
	} {
		if got := shown(t, f, project, ref); got != want {
			t.Errorf("%s shows %q, want %q", ref, got, want)
		}
	}
	if got := formula(t, f, project, "G6"); got != "ROUND(E6/D6,4)" {
		t.Errorf("formula %q", got)
	}
	if got := shown(t, f, project, "B11"); !strings.HasSuffix(got, "下一页的半句。") {
		t.Errorf("the goal ends in %q", got)
	}
	ranges := mergedRanges(t, f, project)
	for _, want := range []string{"A5:A9", "A12:A19", "B13:B16", "C14:C15", "A20:F20"} {
		if !strings.Contains(ranges, " "+want+" ") {
			t.Errorf("%s is not merged: %s", want, ranges)
		}
	}
	rows, err := f.GetRows(project)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, r := range rows[20:] {
		text += strings.Join(r, "")
	}
	if text != "自评人：某填表人：      联系电话：" {
		t.Errorf("under the table stands %q", text)
	}
}
