package xlsx

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fuhe"
)

// visibleRange finds the rows and columns of the grid: the smallest rectangle around all visible text, hidden lines
// left out. Merged ranges with text count in full, very long ones as far as cells are stored, so that a range over whole
// columns makes no giant of a form.
func (l *layout) visibleRange(s *sheet) {
	hiddenRow := func(r int) bool { return s.hiddenRows[r] || s.rowsHidden && !s.listedRows[r] }
	box := span{row: maxRows, col: maxColumns, lastRow: -1, lastCol: -1}
	for at := range l.text {
		if !hiddenRow(at[0]) && !s.hiddenColumn(at[1]) {
			box = box.with(span{at[0], at[1], at[0], at[1]})
		}
	}
	for _, m := range s.merges {
		if l.text[[2]int{m.row, m.col}] != "" {
			box = box.with(span{m.row, m.col, min(m.lastRow, max(s.rows-1, m.row+maxMergeReach)), min(m.lastCol, max(s.cols-1, m.col+maxMergeReach))})
		}
	}
	if box.lastRow < 0 {
		l.nameHidden(s, hiddenRow)
		return
	}
	l.rows = lines(box.row, box.lastRow, hiddenRow)
	l.cols = lines(box.col, box.lastCol, s.hiddenColumn)
	if len(l.rows)*len(l.cols) <= maxPositions {
		l.own(s, box)
		l.nameHidden(s, hiddenRow)
	}
}

// own gives every position of a merged range to its range. A range that overlaps an earlier one is left out and named,
// as Excel does when it repairs such a file.
func (l *layout) own(s *sheet, box span) {
	l.owner = make(map[[2]int]*merged)
	work := 0
	var dropped []string
	for _, m := range s.merges {
		seen := span{max(m.row, box.row), max(m.col, box.col), min(m.lastRow, box.lastRow), min(m.lastCol, box.lastCol)}
		free := true
		seen.each(func(at [2]int) bool {
			work++
			free = l.owner[at] == nil
			return free && work <= maxMergeWork
		})
		if work > maxMergeWork {
			l.unsure = "too many overlapping merged cells"
			return
		}
		if !free {
			dropped = append(dropped, fuhe.Ref(m.row, m.col, m.lastRow-m.row+1, m.lastCol-m.col+1))
			continue
		}
		owner := &merged{span: m}
		seen.each(func(at [2]int) bool { l.owner[at] = owner; return true })
	}
	if dropped != nil {
		l.unread = append(l.unread, fuhe.Unread{At: fuhe.Source{Sheet: s.part.name, Ref: dropped[0]},
			Reason: "merged cells overlap others and are read as single cells: " + someOf(dropped)})
	}
}

// each calls visit for the positions of the rectangle until it says no.
func (a span) each(visit func([2]int) bool) {
	for r := a.row; r <= a.lastRow; r++ {
		for c := a.col; c <= a.lastCol; c++ {
			if !visit([2]int{r, c}) {
				return
			}
		}
	}
}

// nameHidden says which hidden rows and columns hold text.
func (l *layout) nameHidden(s *sheet, hiddenRow func(int) bool) {
	rows, cols := map[int]bool{}, map[int]bool{}
	for at := range l.text {
		if l.owner[at] != nil {
			continue // shown in the visible part of its range, or under it
		}
		if s.hiddenColumn(at[1]) {
			cols[at[1]] = true
		} else if hiddenRow(at[0]) {
			rows[at[0]] = true
		}
	}
	l.sayHidden(s, "row", rows, func(i int) string { return fmt.Sprint(i + 1) })
	l.sayHidden(s, "column", cols, func(i int) string { return strings.TrimRight(reference(0, i), "1") })
}

// sayHidden adds one remark for hidden lines of one kind.
func (l *layout) sayHidden(s *sheet, kind string, hidden map[int]bool, name func(int) string) {
	if len(hidden) == 0 {
		return
	}
	at := slices.Sorted(maps.Keys(hidden))
	var runs []string
	for i := 0; i < len(at); {
		j := i
		for j+1 < len(at) && at[j+1] == at[j]+1 {
			j++
		}
		if run := name(at[i]); j > i {
			runs = append(runs, run+"-"+name(at[j]))
		} else {
			runs = append(runs, run)
		}
		i = j + 1
	}
	if len(at) > 1 {
		kind += "s"
	}
	l.unread = append(l.unread, fuhe.Unread{At: fuhe.Source{Sheet: s.part.name},
		Reason: fmt.Sprintf("hidden %s %s not read — unhide what belongs to the form", kind, someOf(runs))})
}

// with is the smallest rectangle around both.
func (a span) with(b span) span {
	return span{min(a.row, b.row), min(a.col, b.col), max(a.lastRow, b.lastRow), max(a.lastCol, b.lastCol)}
}

func lines(first, last int, hidden func(int) bool) []int {
	var out []int
	for i := first; i <= last; i++ {
		if !hidden(i) {
			out = append(out, i)
		}
	}
	return out
}

func (s *sheet) hiddenColumn(col int) bool {
	return col < len(s.columns) && s.columns[col].hidden
}
