package form

import (
	"fmt"
	"slices"
	"strings"
)

// zone is the heading rows of a block.
type zone struct {
	top, bottom int
}

// column is what one heading covers: a field and the columns it stands over.
type column struct {
	field    field
	from, to int
	heading  *cell
}

// columns are the fields of a block by their headings.
type columns struct {
	list     []column
	unknown  []*cell  // headings that mean nothing to the block
	conflict []string // fields that two headings claim
}

func (c *columns) find(f field) *column {
	for i := range c.list {
		if c.list[i].field == f {
			return &c.list[i]
		}
	}
	return nil
}

func (c *columns) has(f field) bool { return c.find(f) != nil }

// over counts the fields that a cell covers.
func (c *columns) over(at *cell) int {
	n := 0
	for i := range c.list {
		if o := &c.list[i]; o.field != known && at.col <= o.to && at.right() >= o.from {
			n++
		}
	}
	return n
}

// remarked reports whether a cell stands under a heading that is not read, such as 原因 or 备注.
func (c *columns) remarked(at *cell) bool {
	for i := range c.list {
		if o := &c.list[i]; o.field == known && at.col >= o.from && at.right() <= o.to {
			return true
		}
	}
	return false
}

// first is the leftmost column of a field that is read.
func (c *columns) first() int {
	at := -1
	for _, col := range c.list {
		if col.field != known && (at < 0 || col.from < at) {
			at = col.from
		}
	}
	return at
}

// readColumns finds what each column of a heading zone holds.
func readColumns(v *view, z zone, words *vocabulary) columns {
	var units []unitOf
	for k := 0; k < len(v.cols); k++ {
		path := headingPath(v, z, k)
		if len(path) == 0 {
			continue
		}
		low := path[len(path)-1]
		if n := len(units); n > 0 && units[n-1].heading() == low {
			units[n-1].to = k
			continue
		}
		units = append(units, unitOf{path: path, from: k, to: k})
	}
	if words == &goalHeadings {
		units = slices.DeleteFunc(units, func(u unitOf) bool { return u.claims(words) == nil })
		if len(units) == 3 {
			units = units[1:] // the caption beside the two goals may be called like one of them
		}
	}
	if words == &indicatorHeadings {
		units = withoutLevelPoints(units, words)
	}
	return assign(units, words)
}

// withoutLevelPoints leaves out the points of first and second levels, 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值, where the
// indicators have a column of points of their own.
func withoutLevelPoints(units []unitOf, words *vocabulary) []unitOf {
	claims := func(i int, f field) bool {
		return slices.ContainsFunc(units[i].claims(words), func(c claim) bool { return c.field == f })
	}
	var own, ofLevel []int
	for i := range units {
		switch {
		case !claims(i, weight):
		case i > 0 && (claims(i-1, level1) || claims(i-1, level2)):
			ofLevel = append(ofLevel, i)
		default:
			own = append(own, i)
		}
	}
	if len(own) == 0 {
		return units
	}
	for n := len(ofLevel) - 1; n >= 0; n-- {
		units = slices.Delete(units, ofLevel[n], ofLevel[n]+1)
	}
	return units
}

// unitOf is a lowest heading with the group headings above it and the columns it covers.
type unitOf struct {
	path     []*cell
	from, to int
}

func (u *unitOf) heading() *cell { return u.path[len(u.path)-1] }

// headingPath lists the headings over a column from the top down. A cell that goes on below the headings is the caption
// of the block, not a heading.
func headingPath(v *view, z zone, col int) []*cell {
	var path []*cell
	for r := z.top; r <= z.bottom; r++ {
		c := v.at(r, col)
		if c.blank() || c.bottom() > z.bottom || c.row < z.top || c.heading.key == "" || slices.Contains(path, c) {
			continue
		}
		path = append(path, c)
	}
	return path
}

// claims are the fields a heading may stand for, read with its group where that decides.
func (u *unitOf) claims(words *vocabulary) []claim {
	low := u.heading()
	for _, c := range u.path {
		if reviewed.MatchString(c.heading.key) || slices.ContainsFunc(c.heading.notes, reviewed.MatchString) {
			return []claim{{known, 1}}
		}
	}
	if len(u.path) > 1 {
		group := u.path[len(u.path)-2]
		if c, ok := words.spelled()[group.heading.key+"/"+low.heading.key]; ok {
			return c
		}
		if c, ok := words.spelled()[low.heading.key+group.heading.key]; ok { // 年初 under 预算数
			return c
		}
		own := low.claims(words)
		if own == nil && group.colspan == low.colspan {
			return group.claims(words)
		}
		return own
	}
	return low.claims(words)
}

// assign gives each field to the heading with the surest claim. Two headings with equal claims are a conflict: neither
// is taken.
func assign(units []unitOf, words *vocabulary) columns {
	type bid struct{ unit, rank int }
	var out columns
	bids := map[field][]bid{}
	open := make([]bool, len(units))
	for i := range units {
		cs := units[i].claims(words)
		if cs == nil {
			out.unknown = append(out.unknown, units[i].heading())
		}
		for _, c := range cs {
			open[i] = true
			bids[c.field] = append(bids[c.field], bid{i, c.rank})
		}
	}
	for i := range units {
		if open[i] && len(bids[known]) > 0 && slices.ContainsFunc(bids[known], func(b bid) bool { return b.unit == i }) {
			open[i] = false
			out.list = append(out.list, column{known, units[i].from, units[i].to, units[i].heading()})
		}
	}
	taken := map[field]bool{}
	for rank := 1; rank <= patternRank; rank++ {
		for f := none + 1; f < fields; f++ {
			var at []int
			for _, b := range bids[f] {
				if b.rank == rank && open[b.unit] {
					at = append(at, b.unit)
				}
			}
			if f == known || taken[f] || len(at) == 0 {
				continue
			}
			if taken[f] = true; len(at) > 1 {
				out.conflict = append(out.conflict, fmt.Sprintf("two headings %q and %q say the same", units[at[0]].heading().text, units[at[1]].heading().text))
				continue
			}
			open[at[0]] = false
			out.list = append(out.list, column{f, units[at[0]].from, units[at[0]].to, units[at[0]].heading()})
		}
	}
	slices.SortFunc(out.list, func(a, b column) int { return a.from - b.from })
	return out
}

// cellsUnder lists the distinct cells with text of a row under a column; a cell is listed once.
func (v *view) cellsUnder(row int, col *column) []*cell {
	var out []*cell
	for k := col.from; k <= col.to; k++ {
		if c := v.at(row, k); !c.blank() && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return out
}

// under is the one cell of a row under a column: the one with text, else the blank one. More than one text is not
// decided here.
func (v *view) under(row int, col *column) (*cell, bool) {
	full := v.cellsUnder(row, col)
	switch len(full) {
	case 0:
		return v.at(row, col.from), true
	case 1:
		return full[0], true
	}
	return nil, false
}

// quote shows a text in a reason, cut to what a line bears.
func quote(text string) string {
	r := []rune(strings.Join(strings.Fields(text), " "))
	if len(r) > 24 {
		return "“" + string(r[:24]) + "…”"
	}
	return "“" + string(r) + "”"
}
