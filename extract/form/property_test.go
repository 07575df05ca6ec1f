package form

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// insertRows puts n empty rows before a row; cells that reach over it grow.
func insertRows(g grid.Grid, at, n int) grid.Grid {
	g.Cells = slices.Clone(g.Cells)
	for i := range g.Cells {
		switch c := &g.Cells[i]; {
		case c.Row >= at:
			c.Row += n
		case c.Row+c.RowSpan > at:
			c.RowSpan += n
		}
	}
	g.Breaks = slices.Clone(g.Breaks)
	for i, b := range g.Breaks {
		if b >= at {
			g.Breaks[i] += n
		}
	}
	g.Rows += n
	return g
}

// insertCols puts n empty columns before a column; cells that reach over it grow.
func insertCols(g grid.Grid, at, n int) grid.Grid {
	g.Cells = slices.Clone(g.Cells)
	for i := range g.Cells {
		switch c := &g.Cells[i]; {
		case c.Col >= at:
			c.Col += n
		case c.Col+c.ColSpan > at:
			c.ColSpan += n
		}
	}
	g.Cols += n
	return g
}

func TestEmptyRowsAndColumnsChangeNothing(t *testing.T) {
	for _, f := range fixtures(t) {
		for at := 0; at <= f.grid.Rows; at++ {
			t.Run(fmt.Sprintf("%s row %d", f.name, at), func(t *testing.T) {
				sameLines(t, shown(readOne(t, insertRows(f.grid, at, 2))), f.report)
			})
		}
		for at := 0; at <= f.grid.Cols; at++ {
			t.Run(fmt.Sprintf("%s column %d", f.name, at), func(t *testing.T) {
				sameLines(t, shown(readOne(t, insertCols(f.grid, at, 1))), f.report)
			})
		}
	}
}

// blankRow puts a row of blank cells, one for each column that no cell reaches over, before a row.
func blankRow(g grid.Grid, at int) grid.Grid {
	open := map[int]bool{}
	for k := range g.Cols {
		open[k] = true
	}
	for _, c := range g.Cells {
		if c.Row < at && c.Row+c.RowSpan > at {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				open[k] = false
			}
		}
	}
	g = insertRows(g, at, 1)
	for k := range g.Cols {
		if open[k] {
			g.Cells = append(g.Cells, grid.Cell{Row: at, Col: k, RowSpan: 1, ColSpan: 1, At: fuhe.Source{Table: 1, Ref: "Z" + fmt.Sprint(k)}})
		}
	}
	return g
}

func TestRowsOfBlankCellsChangeNothing(t *testing.T) {
	for _, f := range fixtures(t) {
		for at := 0; at <= f.grid.Rows; at++ {
			t.Run(fmt.Sprintf("%s row %d", f.name, at), func(t *testing.T) {
				sameLines(t, shown(readOne(t, blankRow(f.grid, at))), f.report)
			})
		}
	}
}

// headingsOf are the cells of a grid that its blocks were told by, with the words that know them.
func headingsOf(t testing.TB, g grid.Grid) map[string]*words.Vocabulary {
	v, ok := view.New(&g)
	if !ok {
		t.Fatal("a fixture beyond the budget")
	}
	out := map[string]*words.Vocabulary{}
	for _, b := range view.FindBlocks(v, 0, len(v.Rows)) {
		for _, c := range b.Columns.List {
			out[c.Heading.At.Ref] = map[view.BlockKind]*words.Vocabulary{view.Money: &words.Money, view.Goals: &words.Goals, view.Indicators: &words.Indicators}[b.Kind]
		}
	}
	return out
}

func withoutSpace(lines []string) []string {
	var out []string
	for _, l := range lines {
		out = append(out, strings.Join(strings.Fields(l), ""))
	}
	return out
}

func TestLineBreaksInHeadingsChangeNothing(t *testing.T) {
	for _, f := range fixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			g := f.grid
			g.Cells = slices.Clone(g.Cells)
			headings := headingsOf(t, g)
			for i := range g.Cells {
				c := &g.Cells[i]
				if r := []rune(c.Text); len(r) > 1 && (headings[c.At.Ref] != nil || words.Totals.MatchString(words.Read(c.Text).Key) || words.IsTitle(c.Text)) {
					half := len(r) / 2
					c.Text = string(r[:half]) + "\n " + string(r[half:])
				}
			}
			sameLines(t, withoutSpace(shown(readOne(t, g))), withoutSpace(f.report))
		})
	}
}

func TestSynonymsChangeNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, f := range fixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			headings := headingsOf(t, f.grid)
			for range 60 {
				g := f.grid
				g.Cells = slices.Clone(g.Cells)
				said := ""
				for i := range g.Cells {
					if vocab := headings[g.Cells[i].At.Ref]; vocab != nil {
						if s := synonym(random, vocab, g.Cells[i].Text); s != "" {
							said += " " + s
							g.Cells[i].Text = s
						}
					}
				}
				sameLines(t, entriesOnly(shown(readOne(t, g))), entriesOnly(f.report))
				if t.Failed() {
					t.Fatalf("with%s", said)
				}
			}
		})
	}
}

// synonym is another spelling that claims the same field as surely, "" when there is none.
func synonym(random *rand.Rand, vocab *words.Vocabulary, text string) string {
	own := vocab.Spelled()[words.Read(text).Key]
	if len(own) != 1 || own[0].Field == words.Known {
		return ""
	}
	var all []string
	for s, c := range vocab.Spelled() {
		if len(c) == 1 && c[0] == own[0] && !strings.Contains(s, "/") {
			all = append(all, s)
		}
	}
	slices.Sort(all)
	return all[random.IntN(len(all))]
}

// entriesOnly leaves out what headings themselves say.
func entriesOnly(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return strings.HasPrefix(l, "section: ") || strings.HasPrefix(l, "form: ") })
}

func TestOrderOfLayoutsChangesNothing(t *testing.T) {
	was := slices.Clone(layouts)
	defer func() { layouts = was }()
	random := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		layouts = slices.Clone(was)
		random.Shuffle(len(layouts), func(i, j int) { layouts[i], layouts[j] = layouts[j], layouts[i] })
		for _, f := range fixtures(t) {
			sameLines(t, shown(readOne(t, f.grid)), f.report)
		}
	}
}

// TestOrderOfPatternsChangesNothing: published headings are spelled in the tables, which go before any pattern, and the
// order of the patterns behind them says nothing about a published form.
func TestOrderOfPatternsChangesNothing(t *testing.T) {
	all := []*words.Vocabulary{&words.Money, &words.Indicators, &words.Goals, &words.Labels}
	for _, vocab := range all {
		was := slices.Clone(vocab.Patterns)
		defer func() { vocab.Patterns = was }()
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		for _, vocab := range all {
			vocab.Patterns = slices.Clone(vocab.Patterns)
			random.Shuffle(len(vocab.Patterns), func(i, j int) { vocab.Patterns[i], vocab.Patterns[j] = vocab.Patterns[j], vocab.Patterns[i] })
		}
		for _, f := range fixtures(t) {
			sameLines(t, shown(readOne(t, f.grid)), f.report)
		}
	}
}

// TestLostSpans reads the forms with columns told apart by separators only: every merged cell a text and blanks.
func TestLostSpans(t *testing.T) {
	for i, f := range append(fixtures(t), fixtures(t)...) {
		if f.name == "fujian" || f.name == "shaanxi-department" {
			continue // 小计 and 总额 have a meaning only under a merged heading, 预算安排 and 全年预算数
		}
		t.Run(f.name, func(t *testing.T) {
			g := f.grid
			g.Spaced, g.Cells = i%2 == 0, nil // a text, or a spreadsheet in which nothing is merged
			for _, c := range f.grid.Cells {
				for r := c.Row; r < c.Row+c.RowSpan; r++ {
					for k := c.Col; k < c.Col+c.ColSpan; k++ {
						one := grid.Cell{Row: r, Col: k, RowSpan: 1, ColSpan: 1, At: fuhe.Source{Table: 1, Ref: fuhe.Ref(r, k, 1, 1)}}
						if r == c.Row && k == c.Col {
							one.Text = c.Text
						}
						g.Cells = append(g.Cells, one)
					}
				}
			}
			sameLines(t, entriesOnly(shown(readOne(t, g))), entriesOnly(f.report))
		})
	}
}
