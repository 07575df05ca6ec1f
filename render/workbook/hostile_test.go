package workbook

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
	"fuhe/render/example"
)

// randomReport is a form with any spans, texts and figures; its entries are cells of its table.
func randomReport(r *rand.Rand) *fuhe.Report {
	words := []string{"", "执行率", "=1+1", "项目\n名称", "≥80%", "007", "1,234.50", "—", strings.Repeat("长", 200), "a'b", "\x00", "_x0041_", "110105197001011234"}
	text := func() string {
		if r.IntN(2) == 0 {
			return fmt.Sprintf("%d%s%s", r.IntN(1_000_000), []string{"", ".5", ".00", ".64"}[r.IntN(4)], []string{"", "%", "万元", "次"}[r.IntN(4)])
		}
		return words[r.IntN(len(words))]
	}
	t := fuhe.Table{Page: 1, Table: 1, Rows: 1 + r.IntN(12), Cols: 1 + r.IntN(9)}
	taken := map[[2]int]bool{}
	report := &fuhe.Report{Title: text(), Year: fmt.Sprint(2000 + r.IntN(30)), MoneyUnit: "元"}
	for row := range t.Rows {
		for col := range t.Cols {
			if taken[[2]int{row, col}] || r.IntN(9) == 0 {
				continue
			}
			c := fuhe.TableCell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: strings.TrimSpace(text())}
			for col+c.ColSpan < t.Cols && !taken[[2]int{row, col + c.ColSpan}] && r.IntN(3) == 0 {
				c.ColSpan++
			}
			if r.IntN(4) == 0 && row+1 < t.Rows {
				c.RowSpan = 2
			}
			for i := range c.RowSpan {
				for j := range c.ColSpan {
					taken[[2]int{row + i, col + j}] = true
				}
			}
			c.At = fuhe.Source{Page: 1, Table: 1, Ref: fuhe.Ref(row, col, c.RowSpan, c.ColSpan)}
			t.Cells = append(t.Cells, c)
			report.Indicators = append(report.Indicators, fuhe.Indicator{Score: fuhe.NewCell(c.Text, c.At)})
		}
	}
	report.Printed.Table = t
	for range r.IntN(3) {
		report.Printed.Above = append(report.Printed.Above, fuhe.Line{Text: text()})
		report.Printed.Below = append(report.Printed.Below, fuhe.Line{Text: text()})
	}
	return report
}

// TestEveryEntryIsReadBack writes random forms and reads every entry back as it was printed.
func TestEveryEntryIsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 150 {
		report := randomReport(r)
		f, _ := workbook(t, example.Documents(report), Options{})
		sheet := f.GetSheetName(0)
		top := len(whole(report).Above)
		for i, c := range report.Printed.Table.Cells {
			ref := fuhe.Ref(top+c.Row, c.Col, 1, 1)
			want := strings.ReplaceAll(report.Indicators[i].Score.Text, "\x00", "\ufffd")
			if got := shown(t, f, sheet, ref); got != want {
				t.Fatalf("%s shows %q, want %q", ref, got, want)
			}
			figure, isFigure := figureOf(c.Text)
			if isFigure != (kind(t, f, sheet, ref) != excelize.CellTypeSharedString) {
				t.Fatalf("%s, %q: a figure %v, stored as %v", ref, c.Text, isFigure, kind(t, f, sheet, ref))
			}
			if isFigure && raw(t, f, sheet, ref) != figure.literal {
				t.Fatalf("%s, %q holds %q", ref, c.Text, raw(t, f, sheet, ref))
			}
		}
	}
}

// TestNothingReadIsLost writes a form whose table does not hold all that was read.
func TestNothingReadIsLost(t *testing.T) {
	r := example.Shanghai(t)
	r.Printed.Above = nil
	r.Total.Grade = fuhe.NewCell("良", fuhe.Source{Page: 3, Table: 1, Ref: "B2"})
	f, _ := workbook(t, example.Documents(r), Options{})
	rows, err := f.GetRows(project)
	if err != nil {
		t.Fatal(err)
	}
	if rows[0][0] != "财政项目支出绩效自评表" || rows[len(rows)-1][0] != "总分 等级：良" {
		t.Errorf("the first row is %q, the last %q", rows[0], rows[len(rows)-1])
	}
	// 2021 stands in the project's name, 元 in the caption: neither is said twice.
	if len(rows) != 1+18+2 {
		t.Errorf("%d rows", len(rows))
	}
}

// TestImpossibleTables keep only themselves out of the workbook, and say so.
func TestImpossibleTables(t *testing.T) {
	cell := func(row, col, rows, cols int) fuhe.TableCell {
		return fuhe.TableCell{Row: row, Col: col, RowSpan: rows, ColSpan: cols, Text: fmt.Sprint(row, col)}
	}
	cases := map[string]struct {
		table   fuhe.Table
		refused bool
	}{
		"no cells":         {fuhe.Table{}, false},
		"no size":          {fuhe.Table{Cells: []fuhe.TableCell{cell(0, 0, 1, 1)}}, true},
		"outside":          {fuhe.Table{Rows: 1, Cols: 1, Cells: []fuhe.TableCell{cell(5, 5, 1, 1)}}, true},
		"negative":         {fuhe.Table{Rows: 1, Cols: 1, Cells: []fuhe.TableCell{cell(-1, 0, 1, 1)}}, true},
		"too many rows":    {fuhe.Table{Rows: 1 << 30, Cols: 1}, true},
		"too many columns": {fuhe.Table{Rows: 1, Cols: 1 << 20}, true},
		"huge span":        {fuhe.Table{Rows: 1 << 19, Cols: 1 << 13, Cells: []fuhe.TableCell{cell(0, 0, 1<<19, 1<<13)}}, true},
		"span too long":    {fuhe.Table{Rows: 2, Cols: 2, Cells: []fuhe.TableCell{cell(1, 1, math.MaxInt, math.MaxInt)}}, false},
		"negative span":    {fuhe.Table{Rows: 2, Cols: 2, Cells: []fuhe.TableCell{cell(0, 0, -3, 0)}}, false},
		"overlap":          {fuhe.Table{Rows: 3, Cols: 3, Cells: []fuhe.TableCell{cell(0, 0, 2, 2), cell(1, 1, 2, 2), cell(0, 2, 3, 1)}}, false},
	}
	for name, c := range cases {
		var out bytes.Buffer
		if err := Write(&out, example.Documents(&fuhe.Report{Printed: fuhe.Printed{Table: c.table}}, example.Shanghai(t)), Options{}); err != nil {
			t.Fatal(name, err)
		}
		f := opened(t, out.Bytes())
		if got := strings.HasPrefix(shown(t, f, "表1", "A1"), errUnfit.Error()); got != c.refused {
			t.Errorf("%s: refused %v, want %v", name, got, c.refused)
		}
		if got := shown(t, f, project, "A1"); got != "财政项目支出绩效自评表" {
			t.Errorf("%s: the form after it begins with %q", name, got)
		}
	}
}

// TestOverlapLosesNoText writes two cells that claim one place.
func TestOverlapLosesNoText(t *testing.T) {
	table := fuhe.Table{Rows: 2, Cols: 2, Cells: []fuhe.TableCell{
		{Row: 0, Col: 0, RowSpan: 2, ColSpan: 2, Text: "上"}, {Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Text: "下"},
	}}
	f, _ := workbook(t, example.Documents(&fuhe.Report{Printed: fuhe.Printed{Table: table}}), Options{})
	if got := shown(t, f, f.GetSheetName(0), "A1"); got != "上\n下" {
		t.Errorf("A1 %q", got)
	}
}

func TestTooLongTextSaysSo(t *testing.T) {
	long := strings.Repeat("长", 40_000)
	table := fuhe.Table{Rows: 1, Cols: 1, Cells: []fuhe.TableCell{{RowSpan: 1, ColSpan: 1, Text: long}}}
	f, _ := workbook(t, example.Documents(&fuhe.Report{Printed: fuhe.Printed{Table: table}}), Options{})
	if got := shown(t, f, f.GetSheetName(0), "A1"); !strings.HasSuffix(got, cutPhrase.ZH) || len([]rune(got)) > render.MaxCellUnits {
		t.Errorf("%d runes that end in %q", len([]rune(got)), got[len(got)-30:])
	}
}

// FuzzWorkbook writes any text and figure in all places that documents reach.
func FuzzWorkbook(f *testing.F) {
	f.Add("执行率", "35.77%")
	f.Add("=1+1", "１００％")
	f.Fuzz(func(t *testing.T, text, figure string) {
		docs := example.Of(text, figure)
		w, _ := workbook(t, docs, Options{Corrections: func(*fuhe.Report) []fuhe.Correction { return nil }})
		if n := countFormulas(t, w); n != 0 {
			t.Fatalf("%d formulas", n)
		}
	})
}
