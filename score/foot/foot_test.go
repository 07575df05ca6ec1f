package foot_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/foot"
)

// table is what was made up as a table.
func (m *maker) table() *fuhe.Table {
	t := &fuhe.Table{Rows: len(m.rows), Cols: len(m.rows[0])}
	t.Setting.Head = m.head
	for r, row := range m.rows {
		for c, text := range row {
			t.Cells = append(t.Cells, fuhe.TableCell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: text})
		}
	}
	return t
}

// TestInventedTables: true tables of every shape say nothing; with one figure wrong, that is found, and nothing that it is no
// part of.
func TestInventedTables(t *testing.T) {
	const each = 84 // 12 shapes: 1 008 tables
	seeded, found := 0, 0
	for _, shape := range shapes {
		hits := 0
		for n := range each {
			m := &maker{rng: rand.New(rand.NewPCG(uint64(n), 17))}
			shape.make(m)
			table := m.table()
			for _, f := range foot.Check(table) {
				t.Errorf("%s %d: a true table is accused: %+v", shape.name, n, f)
			}
			var places []int
			for i, c := range table.Cells {
				if len(c.Text) > 3 && c.Text[len(c.Text)-1] != '%' && c.Row >= m.head && strings.Contains(c.Text, ".") {
					places = append(places, i)
				}
			}
			hit, astray := slip(table, places[m.rng.IntN(len(places))], nil)
			if seeded++; hit {
				hits++
			}
			if astray > 0 {
				t.Errorf("%s %d: %d findings that the slip is no part of", shape.name, n, astray)
			}
		}
		found += hits
		t.Logf("%-28s %d of %d", shape.name, hits, each)
	}
	t.Logf("%d of %d slips found", found, seeded)
	if found*100 < seeded*98 {
		t.Errorf("only %d of %d slips found", found, seeded)
	}
}

// TestTablesWithoutStructure: where nothing closes, nothing is said, whatever the rows and columns are called.
func TestTablesWithoutStructure(t *testing.T) {
	for n := range 200 {
		m := &maker{rng: rand.New(rand.NewPCG(uint64(n), 18))}
		m.heading("单位", "合计", "人员经费", "公用经费", "总计")
		for i := range 12 {
			m.line([]string{map[bool]string{true: "合计", false: fmt.Sprint("第", i, "处")}[i%6 == 5]}, m.cents(), m.cents(), m.cents(), m.cents())
		}
		if found := foot.Check(m.table()); len(found) > 0 {
			t.Errorf("%d: %+v", n, found)
		}
	}
}

// FuzzCheck: whatever stands in a table, adding it up ends, and a finding names cells that are there.
func FuzzCheck(f *testing.F) {
	f.Add("合计,1.00,2.00\n一、甲,0.50,1.00\n二、乙,0.50,1.00", 1)
	f.Add("201,3\n20101,1\n20102,2", 0)
	f.Add("△,(1),99999999999999999999\n,,", 3)
	f.Fuzz(func(t *testing.T, text string, head int) {
		m := &maker{head: max(0, head)}
		cols := 1
		for line := range strings.Lines(text) {
			m.rows = append(m.rows, strings.Split(line, ","))
			cols = max(cols, len(m.rows[len(m.rows)-1]))
		}
		for i := range m.rows {
			m.rows[i] = append(m.rows[i], make([]string, cols-len(m.rows[i]))...)
		}
		if len(m.rows) == 0 {
			return
		}
		table := m.table()
		for _, x := range foot.Check(table) {
			if x.Row >= table.Rows || x.Col >= table.Cols || x.Published == "" || len(x.Parts) == 0 {
				t.Errorf("%+v", x)
			}
		}
	})
}
