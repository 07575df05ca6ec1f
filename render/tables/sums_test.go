package tables

import (
	"bytes"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"fuhe"
)

// off is an account with one sum that does not close, and not all of its rules drawn.
func off(t *testing.T) fuhe.Document {
	t.Helper()
	table := account(t, "收入决算表")
	table.Inferred = true
	table.Findings = []fuhe.TableFinding{{Rule: "C101", Row: 3, Col: 2, Published: "20,451.35", Recomputed: "878.44", Working: "878.44 = 878.44"}}
	return fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{table}}
}

// TestSumsInWorkbooks: what --foot found stands at the cell and in the list of contents, in every layout.
func TestSumsInWorkbooks(t *testing.T) {
	for layout, place := range map[Layout]string{SheetPerTable: "收入决算表!C7", OneSheet: "全部表格!C8", SheetPerTitle: "p1.t1!C4"} {
		doc := off(t)
		doc.Tables[0].Page, doc.Tables[0].Table = 1, 1
		f := written(t, Options{Lang: fuhe.ZH, Layout: layout, Foot: true}, doc)
		rows, err := f.GetRows("目录")
		if err != nil {
			t.Fatal(err)
		}
		if head := strings.Join(rows[1], "|"); !strings.HasSuffix(head, "|框线|加总不符") {
			t.Errorf("%s: headings %s", layout, head)
		}
		if line := strings.Join(rows[2], "|"); !strings.HasSuffix(line, "|不全，行列为推断|1") {
			t.Errorf("%s: line %s", layout, line)
		}
		all := ""
		for _, r := range rows {
			all += strings.Join(r, "|") + "\n"
		}
		if want := place + "　加总不符（C101）：20,451.35，应为 878.44；878.44 = 878.44"; !strings.Contains(all, want) {
			t.Errorf("%s: no %q in\n%s", layout, want, all)
		}
		if layout == SheetPerTitle {
			continue
		}
		sheet, ref, _ := strings.Cut(place, "!")
		comments, err := f.GetComments(sheet)
		if err != nil || len(comments) != 1 || comments[0].Cell != ref || !strings.Contains(comments[0].Text+comments[0].Paragraph[0].Text, "应为 878.44") {
			t.Errorf("%s: comments %v (%v), want one at %s", layout, comments, err, ref)
		}
	}
}

// TestSumsThatClose: that tables were added up is said where nothing was found, too; where they were not, nothing is.
func TestSumsThatClose(t *testing.T) {
	for _, foot := range []bool{true, false} {
		f := written(t, Options{Lang: fuhe.ZH, Foot: foot}, fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{account(t, "收入决算表")}})
		rows, err := f.GetRows("目录")
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for _, r := range rows {
			all += strings.Join(r, "|") + "\n"
		}
		if strings.Contains(all, "加总：无不符") != foot || strings.Contains(all, "框线") {
			t.Errorf("added up %v:\n%s", foot, all)
		}
	}
}

// TestSumsForPrograms: the other files tell both, too.
func TestSumsForPrograms(t *testing.T) {
	file := func(suffix string) *bytes.Buffer {
		out := &bytes.Buffer{}
		w, err := New(out, suffix, Options{Lang: fuhe.ZH, Foot: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Add(off(t)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out
	}
	csv := file(".csv").String()
	for _, want := range []string{"a.pdf,1,收入决算表,万元,框线不全，行列为推断\r\n", "加总不符,C4,\"20,451.35\",878.44,878.44 = 878.44,C101\r\n"} {
		if !strings.Contains(csv, want) {
			t.Errorf("no %q in\n%s", want, csv)
		}
	}
	lines := file(".jsonl").String()
	for _, want := range []string{`"inferred":true`, `"findings":[{"rule":"C101","row":3,"col":2,"published":"20,451.35","recomputed":"878.44"`} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %s in\n%s", want, lines)
		}
	}
	cells, err := parquet.Read[parquetCell](bytes.NewReader(file(".parquet").Bytes()), int64(file(".parquet").Len()))
	if err != nil {
		t.Fatal(err)
	}
	sums := 0
	for _, c := range cells {
		if !c.Inferred {
			t.Errorf("a cell of an inferred table is not marked: %+v", c)
		}
		if c.Sum != "" {
			sums++
			if c.Row != 3 || c.Col != 2 || !strings.Contains(c.Sum, "应为 878.44") {
				t.Errorf("%+v", c)
			}
		}
	}
	if sums != 1 {
		t.Errorf("%d sums marked, want 1", sums)
	}
}
