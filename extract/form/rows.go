package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

type rowKind uint8

const (
	indicatorRow rowKind = iota
	totalRow
	subtotalRow
	otherRow
)

// told is what a row is, with what is lost because it is that.
type told struct {
	kind rowKind
	lost said
}

// rowKind tells indicators from the total and from rows that only hold text. Points of a row that is neither are lost with
// a word.
func (n *indicatorBlock) rowKind(r int) rowKind {
	if k, ok := n.kinds[r]; ok {
		return k.kind
	}
	var k told
	k.kind = n.tellRow(r, &k.lost)
	n.kinds[r] = k
	return k.kind
}

func (n *indicatorBlock) tellRow(r int, lost *said) rowKind {
	if label := n.rowLabel(r); label != nil {
		key := label.Heading.Key
		switch {
		case words.Totals.MatchString(key) && n.mayBeTotal(label):
			return totalRow
		case words.IsSubtotal(key):
			return subtotalRow
		case words.Remarks.MatchString(key), words.IsRemark(label.Text):
			return otherRow
		}
		for _, l := range n.view.LabelsIn(r) {
			if l.Label == label && l.Field != words.Score && !n.isLevel(label) {
				return otherRow
			}
		}
	}
	if n.deduction(r) != nil {
		return indicatorRow
	}
	if n.subtotalAcross(r) {
		return subtotalRow
	}
	if w := n.acrossFields(r); w != nil {
		n.sayAcross(r, w, lost)
		return otherRow
	}
	if n.bare(r) {
		return n.tellBare(r, lost)
	}
	return indicatorRow
}

// sayAcross loses the points of a row that is no indicator, because a cell covers columns which never go together.
func (n *indicatorBlock) sayAcross(r int, w *view.Cell, lost *said) {
	reason := both("%s横跨多栏，所在行既非指标也非合计", "a row that is neither an indicator nor a total: %s stands under several headings", quote(w.Text))
	if w.Text == "" {
		reason = both("一个没有文字的单元格横跨多栏，所在行既非指标也非合计", "a row that is neither an indicator nor a total: a cell without text stands under several headings")
	}
	if _, figure := fuhe.ParseNumber(w.Text); figure || figuresIn(w.Text) > 1 || figuresAtEnd.MatchString(w.Text) {
		lost.lose("/indicators", w.Entry(), true, reason)
	}
	n.loseRow(r, "/indicators", true, reason, lost)
}

// loseRow names the points of a row that became no entry.
func (n *indicatorBlock) loseRow(r int, part fuhe.Field, needed bool, reason fuhe.Phrase, lost *said) {
	for _, c := range n.view.In(r) {
		if c.Col >= n.Columns.First() && looksLikeFigure(c.Text) && !n.spansFields(c) {
			lost.lose(part, c.Entry(), needed, reason)
		}
	}
}

// underPoints reports whether a cell stands under the headings of weight or score.
func (n *indicatorBlock) underPoints(c *view.Cell) bool {
	for _, f := range []words.Field{words.Weight, words.Score} {
		if col := n.Columns.Find(f); col != nil && c.Col <= col.To && c.Right() >= col.From {
			return true
		}
	}
	return false
}

// figuresAtEnd are two figures side by side at the end of a text, points and score.
var figuresAtEnd = lazy.New(`[0-9]\s+[0-9]+(\.[0-9]+)?$`)

// figuresIn counts the words of a text that are figures: a remark has hardly any, an indicator whose rules were not found
// has several.
func figuresIn(text string) int {
	n := 0
	for _, w := range strings.Fields(text) {
		if _, ok := fuhe.ParseNumber(w); ok {
			n++
		}
	}
	return n
}

// rowLabel is the first cell with text that begins in the row and is not the caption beside the block. A caption stands
// left of the first heading.
func (n *indicatorBlock) rowLabel(r int) *view.Cell {
	for _, c := range n.view.In(r) {
		if c.Right() >= n.Columns.First() || c.Row == r && len(n.view.In(r)) == 1 || words.Totals.MatchString(c.Heading.Key) || words.Remarks.MatchString(c.Heading.Key) || view.IsLabel(c) {
			return c
		}
	}
	return nil
}

// mayBeTotal keeps an indicator that is called like a total from being taken for it: a total's label stands left of the
// points, no indicator is named in its row, and no target is set beside it.
func (n *indicatorBlock) mayBeTotal(label *view.Cell) bool {
	for i := range n.Columns.List {
		col := &n.Columns.List[i]
		switch col.Field {
		case words.Weight, words.Score:
			if label.Col >= col.From {
				return false
			}
		case words.Name, words.Target, words.Actual, words.Revised:
			for _, c := range n.view.CellsUnder(label.Row, col) {
				_, figure := fuhe.ParseNumber(c.Text)
				if figure && n.spansFields(c) {
					continue // merged over columns that no indicator's name or target goes together with: a figure of the total
				}
				if c != label && c.Row == label.Row && !words.IsPlaceholder(c.Text) && (col.Field == words.Name || !figure) {
					return false
				}
			}
		}
	}
	return true
}

func (n *indicatorBlock) isLevel(c *view.Cell) bool {
	for _, fd := range []words.Field{words.Level1, words.Level2, words.Name} {
		if col := n.Columns.Find(fd); col != nil && c.Col <= col.To && c.Right() >= col.From {
			return c.Bottom() > c.Row || !n.spansFields(c)
		}
	}
	return false
}

// acrossFields is a cell with text that begins in the row and covers columns which never go together (name and target,
// weight and score): such a row is no indicator.
func (n *indicatorBlock) acrossFields(r int) *view.Cell {
	for _, c := range n.view.In(r) {
		if n.spansFields(c) && !n.pointsOnly(c) {
			return c
		}
	}
	return nil
}

// pointsOnly reports whether a cell covers weight and score and nothing else: a figure in it may be either.
func (n *indicatorBlock) pointsOnly(c *view.Cell) bool {
	for i := range n.Columns.List {
		col := &n.Columns.List[i]
		if !col.Field.Aside() && c.Col <= col.To && c.Right() >= col.From && col.Field != words.Weight && col.Field != words.Score {
			return false
		}
	}
	return !strings.ContainsAny(strings.TrimSpace(c.Text), " \n")
}

func (n *indicatorBlock) spansFields(c *view.Cell) bool {
	groups := 0
	seen := map[int]bool{}
	for i := range n.Columns.List {
		col := &n.Columns.List[i]
		if col.Field.Aside() || c.Col > col.To || c.Right() < col.From {
			continue
		}
		g := fieldGroup(col.Field)
		if !seen[g] {
			seen[g] = true
			groups++
		}
	}
	return groups > 1
}

// fieldGroup puts the columns together that one cell may cover: the levels and the name; the parts of a target with the
// actual value ("及时" printed once for both).
func fieldGroup(f words.Field) int {
	switch f {
	case words.Level1, words.Level2, words.Name:
		return 1
	case words.Target, words.Revised, words.Sign, words.Unit, words.Actual:
		return 2
	}
	return 10 + int(f)
}
