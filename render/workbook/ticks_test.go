package workbook

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/example"
)

// figuresOf are some figures of the Shanghai form, of each class, one that is no entry, and one that stands nowhere.
func figuresOf(r *fuhe.Report) []fuhe.Figure {
	place := r.Funds[0].Name.At
	return []fuhe.Figure{
		{Field: "/funds/0/score", Class: fuhe.Agrees}, {Field: "/funds/0/execution_rate", Class: fuhe.Differs}, {Field: "/indicators/0/score", Class: fuhe.Judged},
		{Field: "/indicators/0/target", Class: fuhe.Unchecked}, {Field: "/funds", Class: fuhe.Unchecked, At: &place, Text: "12"}, {Field: "/funds/9/score", Class: fuhe.Unchecked},
	}
}

// sheetRows are the texts of a sheet.
func sheetRows(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Beside each form among working papers stand its tick marks, a text a row, in the order of the row's cells; the form itself and what is
// printed over it stay as they are.
func TestTickMarksStandBesideTheForm(t *testing.T) {
	for lang, want := range map[fuhe.Lang]map[string]string{
		fuhe.ZH: {"J5": "审计标识", "J6": "其他数○ 执行率✗ 得分✓", "J13": "年度指标值○ 得分?"},
		fuhe.EN: {"J5": "tick marks", "J6": "other○ execution rate✗\nscore✓", "J13": "target○ score?"},
	} {
		r := example.Shanghai(t)
		r.Figures = figuresOf(r)
		docs := example.Documents(r)
		with, _ := workbook(t, docs, Options{Lang: lang, Corrections: example.Corrections, Papers: papers()})
		without, _ := workbook(t, docs, Options{Lang: lang, Corrections: example.Corrections})
		before, after := sheetRows(t, without, project), sheetRows(t, with, project)
		seen := map[string]string{}
		for row, cells := range after {
			for col, text := range cells {
				was := ""
				if row < len(before) && col < len(before[row]) {
					was = before[row][col]
				}
				if was != text {
					seen[fuhe.Ref(row, col, 1, 1)] = text
				}
			}
		}
		for ref, text := range want {
			if seen[ref] != text {
				t.Errorf("%s %s: %q, want %q", lang, ref, seen[ref], text)
			}
		}
		rest := noPlacePhrase.In(lang)
		if len(seen) != len(want)+1 || !strings.Contains(strings.Join(after[len(after)-1], "|"), rest) {
			t.Errorf("%s: %d cells differ from the form alone, or %q is missing: %v", lang, len(seen), rest, seen)
		}
		layout, err := with.GetPageLayout(project)
		if err != nil || *layout.Size != 9 || *layout.FitToWidth != 1 || *layout.Orientation != "portrait" {
			t.Errorf("%s: no longer one portrait page of A4 wide: %+v %v", lang, layout, err)
		}
	}
}

// A form alone, as convert writes it, has no marks; neither has one of which no figure is known.
func TestNoTickMarks(t *testing.T) {
	bare, marked := example.Shanghai(t), example.Shanghai(t)
	marked.Figures = figuresOf(marked)
	for name, c := range map[string]struct {
		r *fuhe.Report
		o Options
	}{"alone": {marked, Options{}}, "no figures": {bare, Options{Papers: papers()}}} {
		f, _ := workbook(t, example.Documents(c.r), c.o)
		for _, cells := range sheetRows(t, f, project) {
			if strings.Contains(strings.Join(cells, "|"), "审计标识") || len(cells) > 9 {
				t.Errorf("%s: %q", name, cells)
			}
		}
	}
}
