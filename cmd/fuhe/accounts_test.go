package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/extract"
	"fuhe/render/tables"
)

// accountTable is what is known of a table of samples/accounts from the program that made it.
type accountTable struct {
	Title, Unit string
	Notes       []string
	Head        int
	Body        [][][2]string // text and kind: n a number, t a text, d a day
}

// TestAccounts holds every cell of the final accounts in samples/accounts, printed by four producers and in three other
// formats, against what the program that made them knows: figures are numbers shown as printed, codes and numbers of rows are
// texts, tables over pages are whole, and the list of contents finds every figure of the page in the cells.
func TestAccounts(t *testing.T) {
	raw, err := os.ReadFile("../../samples/accounts/accounts.json")
	if err != nil {
		t.Fatal(err)
	}
	var known map[string][]accountTable
	if err := json.Unmarshal(raw, &known); err != nil {
		t.Fatal(err)
	}
	for file, want := range known {
		t.Run(file, func(t *testing.T) {
			f := accountsWorkbook(t, filepath.Join("../../samples/accounts", file))
			list := f.GetSheetList()
			if len(list) != 1+len(want) {
				t.Fatalf("sheets %q, want %d tables", list, len(want))
			}
			for i, w := range want {
				proof, err := f.GetCellValue(list[0], fuhe.Ref(2+i, 11, 1, 1))
				if err != nil || !strings.HasPrefix(proof, "一致") {
					t.Errorf("%s: %s, %v", w.Title, proof, err)
				}
				compareAccount(t, f, list[0], list[1+i], i, w)
			}
		})
	}
}

func accountsWorkbook(t *testing.T, path string) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	w, err := tables.New(&out, ".xlsx", tables.Options{Lang: fuhe.ZH})
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range extract.Walk([]string{path}, nil) {
		doc, _ := extract.Read(context.Background(), in, extract.Options{Tables: true, Whole: true})
		if err := w.Add(doc); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// compareAccount finds the body of a table on its sheet by its length, counted from the notes upwards.
func compareAccount(t *testing.T, f *excelize.File, contents, sheet string, n int, want accountTable) {
	t.Helper()
	for col, value := range map[int]string{1: want.Title, 2: want.Unit} {
		if got, err := f.GetCellValue(contents, fuhe.Ref(2+n, col, 1, 1)); err != nil || got != value {
			t.Errorf("%s: the list says %q, want %q (%v)", want.Title, got, value, err)
		}
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for len(rows) > 0 && strings.Join(rows[len(rows)-1], "") == "" {
		rows = rows[:len(rows)-1]
	}
	top := len(rows) - len(want.Notes) - len(want.Body)
	if top < 0 || f.GetSheetName(n+1) != sheet {
		t.Errorf("%s: %d rows, want %d of its body", want.Title, len(rows), len(want.Body))
		return
	}
	wrong := 0
	for r, row := range want.Body {
		for c, cell := range row {
			ref := fuhe.Ref(top+r, c, 1, 1)
			shown, err := f.GetCellValue(sheet, ref)
			kind, errKind := f.GetCellType(sheet, ref)
			number := shown != "" && kind != excelize.CellTypeInlineString
			if err != nil || errKind != nil || shown != cell[0] || number != (cell[1] == "n" || cell[1] == "d") {
				if wrong++; wrong <= 5 {
					t.Errorf("%s!%s shows %q, a number %v; printed is %q, of kind %q (%v %v)", sheet, ref, shown, number, cell[0], cell[1], err, errKind)
				}
			}
		}
	}
	if wrong > 5 {
		t.Errorf("%s: %d cells wrong", sheet, wrong)
	}
}
