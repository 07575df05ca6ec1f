package tables

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// FuzzTables writes a table with any text and any figure in every way there is: each file opens, and no text of the table is a
// formula in it.
func FuzzTables(f *testing.F) {
	f.Add("收入支出决算总表", "19,572.91", 3, 2)
	f.Add("=1+1", "=cmd|'/c calc'!A1", 1, 1)
	f.Add("科目编码", "2050803", 20, 1)
	f.Add("a\x00b\x1b\u2028", "△1,000.00%", 2, 5)
	f.Add("_x003D_", "2024年1月", 4, 4)
	f.Add(strings.Repeat("长", 400), "0001", 1, 2)
	f.Fuzz(func(t *testing.T, text, figure string, rows, cols int) {
		rows, cols = max(1, min(rows, 30)), max(1, min(cols, 30))
		table := fuhe.Table{Title: text, Unit: text, Rows: rows, Cols: cols, Page: 1, Notes: []string{text}}
		for r := range rows {
			for c := range cols {
				cell := fuhe.TableCell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: figure}
				if r == 0 {
					cell.Text = text
				}
				table.Cells = append(table.Cells, cell)
			}
		}
		table.Setting.Head = 1
		doc := fuhe.Document{Path: text, SHA256: "00", Tables: []fuhe.Table{table}}
		for _, suffix := range Suffixes {
			for _, layout := range Layouts {
				var out bytes.Buffer
				w, err := New(&out, suffix, Options{Lang: fuhe.ZH, Layout: Layout(layout)})
				if err == nil {
					err = w.Add(doc)
				}
				if err == nil {
					err = w.Close()
				}
				if err != nil {
					t.Fatalf("%s, %s: %v", suffix, layout, err)
				}
				opens(t, suffix, out.Bytes())
			}
		}
	})
}

// opens reads a file as others would.
func opens(t *testing.T, suffix string, raw []byte) {
	t.Helper()
	switch suffix {
	case ".xlsx":
		book, err := excelize.OpenReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		for _, sheet := range book.GetSheetList() {
			dimension, err := book.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for r, row := range dimension {
				for c := range row {
					if formula, err := book.GetCellFormula(sheet, fuhe.Ref(r, c, 1, 1)); err != nil || formula != "" && !strings.HasPrefix(formula, "SUM('") {
						t.Fatalf("%s has the formula %q, %v", fuhe.Ref(r, c, 1, 1), formula, err)
					}
				}
			}
		}
	case ".csv":
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\uFEFF"))))
		r.FieldsPerRecord = -1
		records, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records {
			for _, field := range record {
				if strings.HasPrefix(field, "=") || strings.HasPrefix(field, "@") {
					t.Fatalf("the field %q is a formula", field)
				}
			}
		}
	case ".jsonl":
		if !json.Valid(bytes.TrimSpace(raw)) {
			t.Fatalf("not JSON: %.200q", raw)
		}
	}
}
