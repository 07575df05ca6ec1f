package foot_test

import (
	"context"
	"path/filepath"
	"testing"

	"fuhe"
	"fuhe/extract"
	"fuhe/score/foot"
)

// TestPublishedTables: the tables of published files close but where they were looked at and do not, and a slip of one digit in
// a figure of theirs that is part of a proven sum is found. How many figures that are is printed.
func TestPublishedTables(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/real/*.pdf")
	if len(files) == 0 {
		t.Skip("the corpus of published files is not here")
	}
	figures, found, astray := 0, 0, 0
	for _, path := range files {
		in := extract.Walk([]string{path}, nil)
		doc, err := extract.Read(context.Background(), in[0], extract.Options{Tables: true, Whole: true})
		if err != nil {
			t.Fatal(err)
		}
		for i := range doc.Tables {
			table := &doc.Tables[i]
			before := foot.Check(table)
			for _, f := range before {
				t.Logf("%s page %d: %s row %d column %d: %s, %s", filepath.Base(path), table.Page, f.Rule, f.Row, f.Col, f.Published, f.Working)
			}
			for c := range table.Cells {
				n, ok := fuhe.ParseNumber(table.Cells[c].Text)
				if !ok || n.Value.IsZero() || n.Places == 0 || n.Unit != "" {
					continue
				}
				figures++
				hit, other := slip(table, c, before)
				if hit {
					found++
				}
				astray += other
			}
		}
	}
	t.Logf("%d figures, a slip in %d of them is found; %d findings that the slip is no part of", figures, found, astray)
}

// slip changes the first digit of a figure and gives whether that is found, and how many further findings it is no part of.
func slip(table *fuhe.Table, c int, before []fuhe.TableFinding) (hit bool, astray int) {
	cell := &table.Cells[c]
	was := cell.Text
	defer func() { cell.Text = was }()
	digits := []byte(was)
	for i, d := range digits {
		if d >= '1' && d <= '9' {
			digits[i] = '1' + (d-'1'+4)%9
			break
		}
	}
	cell.Text = string(digits)
	for _, f := range foot.Check(table) {
		part := f.Row == cell.Row && f.Col == cell.Col
		for _, p := range f.Parts {
			part = part || p.Row == cell.Row && p.Col == cell.Col
		}
		switch {
		case part:
			hit = true
		case !holds(before, f):
			astray++
		}
	}
	return hit, astray
}

func holds(list []fuhe.TableFinding, f fuhe.TableFinding) bool {
	for _, x := range list {
		if x.Row == f.Row && x.Col == f.Col && x.Rule == f.Rule {
			return true
		}
	}
	return false
}
