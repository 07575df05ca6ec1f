package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

var doubtShifted = both("不像是该栏应填的内容，此行可能错位", "it cannot be what its heading says: the row may stand shifted")

// checkShifted looks at a form told apart by separators only for entries that cannot be what their headings say: a blank
// entry that was left out moves the rest of its row under the wrong headings. A figure with words around it is alone in
// doubt. What belongs under another heading leaves none of its row sure, nor of any row that does not reach to the end;
// where few rows are left, the form is refused.
func (f *reader) checkShifted() {
	if !f.view.Grid.Spaced {
		return
	}
	rows := f.figureRows()
	odd, unsure := 0, 0
	for i := range rows {
		if rows[i].out = rows[i].shifted(); rows[i].out != nil {
			odd++
		}
	}
	for _, r := range rows {
		if odd > 0 && (r.out != nil || r.score.Text == "") {
			unsure++
			r.doubt()
		}
	}
	for _, r := range rows {
		switch {
		case r.out == nil:
		case unsure*2 >= len(rows):
			f.refuse(r.out.At, quote(r.out.Text)+" cannot be what its heading says: the row may stand shifted")
		default:
			f.lose(r.part, *r.out, true, doubtShifted)
		}
	}
}

// figureRow is the figures of a row, and those of its entries that are held against their headings.
type figureRow struct {
	part          fuhe.Field
	figures, held []*fuhe.Cell
	score         *fuhe.Cell // the last of them: a row that was moved to the left leaves it blank
	odd           func(*fuhe.Cell) bool
	out           *fuhe.Cell // what belongs under another heading
}

func (f *reader) figureRows() []figureRow {
	var out []figureRow
	percent := f.weightsArePercent()
	for i := range f.report.Funds {
		n := &f.report.Funds[i]
		held := []*fuhe.Cell{&n.InitialBudget, &n.AdjustedBudget, &n.Executed, &n.Weight, &n.Score}
		out = append(out, figureRow{part: "/funds", score: &n.Score, figures: append(held, &n.ExecutionRate), held: held, odd: func(c *fuhe.Cell) bool {
			return isPercent(*c) && !(percent && c == &n.Weight) || isText(c)
		}})
	}
	for i := range f.report.Indicators {
		n := &f.report.Indicators[i]
		held := []*fuhe.Cell{&n.Weight, &n.Score, &n.Deviation}
		out = append(out, figureRow{part: "/indicators", score: &n.Score, figures: []*fuhe.Cell{&n.Target, &n.Actual, &n.Weight, &n.Score}, held: held, odd: func(c *fuhe.Cell) bool {
			if c == &n.Deviation {
				return c.Number != nil && n.Score.Present() && n.Score.Text == ""
			}
			return isText(c)
		}})
	}
	return out
}

// shifted is the entry of a row that belongs under another heading, nil when there is none. A figure with words around it is
// alone in doubt.
func (r *figureRow) shifted() *fuhe.Cell {
	var out *fuhe.Cell
	for _, c := range r.held {
		switch {
		case !r.odd(c):
		case c.Number == nil && strings.ContainsAny(words.Squeeze(c.Text), "0123456789"):
			if c.Doubt == nil {
				*c = c.Kept(nil, false, &doubtShifted)
			}
		case out == nil:
			out = c
		}
	}
	return out
}

// doubt puts the figures of a row in doubt.
func (r *figureRow) doubt() {
	for _, c := range r.figures {
		if c.Text != "" && c.Doubt == nil {
			*c = c.Kept(nil, false, &doubtShifted)
		}
	}
}

// checkLeft doubts an indicator that stands one column too far to the left: a target stands under the heading of the names,
// and the last place, that of the score, is left blank.
func (f *reader) checkLeft() {
	for i := range f.report.Indicators {
		n := &f.report.Indicators[i]
		if !n.Score.Blank() || !bareTarget.MatchString(words.Squeeze(n.Name.Text)) {
			continue
		}
		for _, c := range []*fuhe.Cell{&n.Target, &n.Actual, &n.Weight} {
			if c.Text != "" && c.Doubt == nil {
				*c = c.Kept(nil, false, &doubtShifted)
			}
		}
		f.lose("/indicators", n.Name, true, doubtShifted)
	}
}

// bareTarget is a bound without the name of what it bounds.
var bareTarget = lazy.New(`^[≤≥<>＜＞≦≧⩽⩾=＝]+[0-9]`)

func isText(c *fuhe.Cell) bool { return c.Number == nil && !words.IsPlaceholder(c.Text) }

// weightsArePercent reports whether all weights of the form are printed as shares.
func (f *reader) weightsArePercent() bool {
	shares, others := 0, 0
	count := func(c fuhe.Cell) {
		switch {
		case c.Number == nil:
		case isPercent(c):
			shares++
		default:
			others++
		}
	}
	for i := range f.report.Funds {
		count(f.report.Funds[i].Weight)
	}
	for i := range f.report.Indicators {
		count(f.report.Indicators[i].Weight)
	}
	return shares > 0 && others == 0
}

func isPercent(c fuhe.Cell) bool { return c.Number != nil && c.Number.Unit == "%" }
