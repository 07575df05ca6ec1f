package form

import (
	"slices"
	"unicode/utf8"

	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// tellLevels gives the columns of names under headings that are blank or not understood the level that they can only be: first and
// second levels are called alike on all forms, and between the second level and the figures stands the name of the indicator.
func (n *indicatorBlock) tellLevels() {
	if n.Columns.First() < 0 {
		return
	}
	for _, level := range []words.Field{words.Level1, words.Level2} {
		if n.Columns.Has(level) || level == words.Level2 && !n.Columns.Has(words.Level1) {
			continue
		}
		for _, u := range n.textColumns() {
			if n.holdsLevels(&u) && n.leftOf(&u, words.Level2, words.Name) && (level == words.Level1 || u.From > n.Columns.Find(words.Level1).To) {
				n.Columns.Set(view.Column{Field: level, From: u.From, To: u.To, Heading: u.Heading})
				break
			}
		}
	}
	second := n.Columns.Find(words.Level2)
	if n.Columns.Has(words.Name) || second == nil || !n.holdsLevels(second) {
		return
	}
	for _, u := range n.textColumns() {
		if u.From == second.To+1 && !n.holdsLevels(&u) && n.texts(&u, func(*view.Cell) bool { return true }) >= leastToldRows {
			n.Columns.Set(view.Column{Field: words.Name, From: u.From, To: u.To, Heading: u.Heading})
			return
		}
	}
}

// leftOf reports whether a column stands left of those of some fields, and of all figures.
func (n *indicatorBlock) leftOf(u *view.Column, fields ...words.Field) bool {
	for i := range n.Columns.List {
		o := &n.Columns.List[i]
		if (slices.Contains(fields, o.Field) || fieldGroup(o.Field) != fieldGroup(words.Name) && !o.Field.Aside()) && o.From <= u.To {
			return false
		}
	}
	return true
}

// textColumns are the columns left of the figures that no field was given, from left to right, those among them whose headings are
// known to stand over no entry: 指标类型 may head the names of second levels.
func (n *indicatorBlock) textColumns() []view.Column {
	out := slices.Clone(n.Columns.Unknown)
	end := n.figuresStart()
	for i := range n.Columns.List {
		if n.Columns.List[i].Field == words.Known {
			out = append(out, n.Columns.List[i])
		}
	}
	for k := 0; k < end; k++ {
		if len(view.HeadingPath(n.view, n.Zone, k)) == 0 && !slices.ContainsFunc(n.Columns.List, func(c view.Column) bool { return k >= c.From && k <= c.To }) {
			out = append(out, view.Column{From: k, To: k})
		}
	}
	out = slices.DeleteFunc(out, func(c view.Column) bool { return c.To >= end })
	slices.SortFunc(out, func(a, b view.Column) int { return a.From - b.From })
	return out
}

// figuresStart is the first column of a target, an actual value or points.
func (n *indicatorBlock) figuresStart() int {
	end := len(n.view.Cols)
	for i := range n.Columns.List {
		if o := &n.Columns.List[i]; !o.Field.Aside() && fieldGroup(o.Field) != fieldGroup(words.Name) {
			end = min(end, o.From)
		}
	}
	return end
}

// holdsLevels reports whether the names in a column are those of levels: two of them at least, and hardly another text.
func (n *indicatorBlock) holdsLevels(u *view.Column) bool {
	all := n.texts(u, func(*view.Cell) bool { return true })
	levels := n.texts(u, func(c *view.Cell) bool {
		return words.LevelName.MatchString(c.Heading.Key) || words.LevelWord.MatchString(c.Heading.Key)
	})
	return levels >= leastToldRows && levels*3 >= all*2
}

// texts counts the cells with a text in a column, without those that are merged over others.
func (n *indicatorBlock) texts(u *view.Column, is func(*view.Cell) bool) int {
	count := 0
	for r := n.From; r < n.To; r++ {
		if c := n.view.At(r, u.From); !c.Blank() && c.Row == r && c.Right() <= u.To && !n.view.Dropped[r] && utf8.RuneCountInString(c.Text) > 1 && !looksLikeFigure(c.Text) && is(c) {
			count++
		}
	}
	return count
}
