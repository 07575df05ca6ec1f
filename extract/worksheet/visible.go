package worksheet

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
func (l *layout) visibleRange(s *Sheet) {
	hiddenRow := func(r int) bool { return s.HiddenRows[r] || s.RowsHidden && !s.ListedRows[r] }
	box := Span{Row: maxRows, Col: maxColumns, LastRow: -1, LastCol: -1}
	for c := range l.shown.all() {
		if !hiddenRow(c.Row) && !s.hiddenColumn(c.Col) {
			box = box.with(Span{c.Row, c.Col, c.Row, c.Col})
		}
	}
	for _, m := range s.Merges {
		if l.shown.at(m.Row, m.Col) != nil {
			box = box.with(Span{m.Row, m.Col, min(m.LastRow, max(s.Rows-1, m.Row+maxMergeReach)), min(m.LastCol, max(s.Cols-1, m.Col+maxMergeReach))})
		}
	}
	if box.LastRow < 0 {
		l.nameHidden(s, hiddenRow)
		return
	}
	kept := l.hiddenFigures(s, box, hiddenRow)
	l.rows = lines(box.Row, box.LastRow, func(r int) bool { return hiddenRow(r) && !kept[r] })
	l.cols = lines(box.Col, box.LastCol, s.hiddenColumn)
	if len(l.rows)*len(l.cols) <= l.most {
		l.own(s, box)
		l.nameHidden(s, hiddenRow)
		l.doubtRows(kept)
	}
}

// hiddenFigures are the hidden rows between visible ones that hold figures: left out by a filter, they may be part of the
// sums that are shown. They stay in the grid, in doubt.
func (l *layout) hiddenFigures(s *Sheet, box Span, hiddenRow func(int) bool) map[int]bool {
	kept := map[int]bool{}
	for c := range l.shown.all() {
		if c.Row > box.Row && c.Row < box.LastRow && hiddenRow(c.Row) && !s.hiddenColumn(c.Col) && !kept[c.Row] {
			if _, figure := fuhe.ParseNumber(c.Text); figure {
				kept[c.Row] = true
			}
		}
	}
	return kept
}

// doubtRows doubts what stands in rows, but for ranges that reach out of them.
func (l *layout) doubtRows(rows map[int]bool) {
	if len(rows) == 0 {
		return
	}
	for c := range l.shown.all() {
		if m := l.owner[[2]int{c.Row, c.Col}]; rows[c.Row] && (m == nil || m.Row == m.LastRow) && c.Doubt == nil {
			c.Doubt = fuhe.DoubtHidden
		}
	}
}

// own gives every position of a merged range to its range. A range that overlaps an earlier one is left out and named,
// as Excel does when it repairs such a file.
func (l *layout) own(s *Sheet, box Span) {
	l.owner = make(map[[2]int]*merged)
	work := 0
	var dropped []string
	for _, m := range s.Merges {
		seen := Span{max(m.Row, box.Row), max(m.Col, box.Col), min(m.LastRow, box.LastRow), min(m.LastCol, box.LastCol)}
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
			dropped = append(dropped, fuhe.Ref(m.Row, m.Col, m.LastRow-m.Row+1, m.LastCol-m.Col+1))
			continue
		}
		owner := &merged{Span: m}
		seen.each(func(at [2]int) bool { l.owner[at] = owner; return true })
	}
	if dropped != nil {
		l.unread = append(l.unread, fuhe.Unread{At: fuhe.Source{Sheet: s.Name, Ref: dropped[0]},
			Reason: "merged cells overlap others and are read as single cells: " + someOf(dropped)})
	}
}

// each calls visit for the positions of the rectangle until it says no.
func (a Span) each(visit func([2]int) bool) {
	for r := a.Row; r <= a.LastRow; r++ {
		for c := a.Col; c <= a.LastCol; c++ {
			if !visit([2]int{r, c}) {
				return
			}
		}
	}
}

// nameHidden says which hidden rows and columns hold text.
func (l *layout) nameHidden(s *Sheet, hiddenRow func(int) bool) {
	rows, cols := map[int]bool{}, map[int]bool{}
	for c := range l.shown.all() {
		if !s.hiddenColumn(c.Col) && !hiddenRow(c.Row) || l.owner[[2]int{c.Row, c.Col}] != nil {
			continue // shown, or in the visible part of its range or under it
		}
		if s.hiddenColumn(c.Col) {
			cols[c.Col] = true
		} else {
			rows[c.Row] = true
		}
	}
	l.sayHidden(s, "row", rows, func(i int) string { return fmt.Sprint(i + 1) })
	l.sayHidden(s, "column", cols, func(i int) string { return strings.TrimRight(reference(0, i), "1") })
}

// nameUnseen says which texts nobody sees.
func (l *layout) nameUnseen(s *Sheet) {
	if len(s.Unseen) == 0 {
		return
	}
	texts := make([]string, 0, maxNotes)
	for _, u := range s.Unseen[:min(len(s.Unseen), maxNotes)] {
		texts = append(texts, u.Text)
	}
	text := []rune(strings.Join(texts, " "))
	if len(text) > shownHidden {
		text = append(text[:shownHidden:shownHidden], '…')
	}
	l.unread = append(l.unread, fuhe.Unread{At: fuhe.Source{Sheet: s.Name, Ref: reference(s.Unseen[0].Row, s.Unseen[0].Col)},
		Reason: "hidden text of the table is not read: " + string(text)})
}

// sayHidden adds one remark for hidden lines of one kind.
func (l *layout) sayHidden(s *Sheet, kind string, hidden map[int]bool, name func(int) string) {
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
	l.unread = append(l.unread, fuhe.Unread{At: fuhe.Source{Sheet: s.Name},
		Reason: fmt.Sprintf("hidden %s %s not read — unhide what belongs to the form", kind, someOf(runs))})
}

// with is the smallest rectangle around both.
func (a Span) with(b Span) Span {
	return Span{min(a.Row, b.Row), min(a.Col, b.Col), max(a.LastRow, b.LastRow), max(a.LastCol, b.LastCol)}
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

func (s *Sheet) hiddenColumn(col int) bool {
	return col < len(s.Columns) && s.Columns[col].Hidden
}
