package figures

import (
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/interval"
)

// Subtotals among the indicators: what one adds up is told by what closes.

// Addends are figures that a subtotal may be made of.
type Addends struct {
	Sum    *big.Rat
	Fields []fuhe.Field
	parts  []string
	places int32 // the most of them
	rows   addedRows
}

// addedRows are the rows that addends stand in: those from one up to another, and perhaps the budget.
type addedRows struct {
	from, to int
	budget   bool
}

// SameRows reports whether two sets of addends, of one column or of two, stand in the same rows.
func (a *Addends) SameRows(b *Addends) bool { return a.rows == b.rows }

// Working is the sum with its parts.
func (a *Addends) Working() string {
	if len(a.parts) < 2 {
		return ""
	}
	return strings.Join(a.parts, " + ") + " = " + interval.Expanded(a.Sum, interval.SumPlaces)
}

// Gives reports whether a printed figure is the sum, or the sum rounded at its places.
func (a *Addends) Gives(n *fuhe.Number) bool {
	v := interval.Value(n)
	return interval.Compare(v, a.Sum) == 0 || n.Places < a.places && interval.Compare(v, interval.RoundHalfUp(a.Sum, n.Places)) == 0
}

// Rounds reports whether a printed figure is off by no more than half a unit for each part.
func (a *Addends) Rounds(n *fuhe.Number) bool {
	apart := interval.Sub(interval.Value(n), a.Sum)
	unit := interval.Mul(interval.HalfUnit(max(n.Places, a.places)), big.NewRat(int64(len(a.parts)), 1))
	return a.places > 0 && interval.Compare(apart.Abs(apart), unit) <= 0
}

// SubtotalOf is what the k-th subtotal may add up in a column, ColWeight or ColScore, the likeliest first: the rows that its name
// names and nothing else (产出指标小计); without such a name the rows since the subtotal above it, those of the heading of the last
// row, all above, all with the budget, those that follow; where the first subtotal has nothing above it, those that follow first.
// Sure is true where it is named, or where the rows of one heading are just those between two subtotals. Nothing where a row that
// may count was not read.
func (f *Figures) SubtotalOf(k, column int) (readings []Addends, sure bool) {
	if named := f.namedRows(k); len(named) > 0 {
		for _, rows := range named {
			if a, ok := f.addends(rows, column); ok && len(a.parts) > 0 {
				readings = append(readings, a)
			}
		}
		return readings, true
	}
	level1 := func(n *fuhe.Indicator) string { return n.Level1.Text }
	level2 := func(n *fuhe.Indicator) string { return n.Level1.Text + "\x00" + n.Level2.Text }
	from, to, end := f.aroundSubtotal(k)
	add := func(from, to int, budget bool) {
		if from < to {
			if a, ok := f.addends(addedRows{from, to, budget}, column); ok && len(a.parts) > 0 {
				readings = append(readings, a)
			}
		}
	}
	heading, below := f.runOf(to, level1), f.runFrom(to, level1)
	first, last := min(from, heading), to
	sure = heading == from
	if f.Report.Subtotals[0].Above == 0 {
		first, last, sure = to, max(below, end), below == end
	}
	if _, ok := f.addends(addedRows{first, last, false}, column); !ok || first >= last {
		return nil, false // a row that may count was not read
	}
	if f.Report.Subtotals[0].Above == 0 {
		add(to, below, false)
	}
	add(from, to, false)
	add(heading, to, false)
	add(f.runOf(to, level2), to, false)
	add(0, to, false)
	add(0, to, true)
	add(to, below, false)
	add(to, f.runFrom(to, level2), false)
	add(to, end, false)
	return readings, sure
}

// aroundSubtotal is the first row behind the subtotal above the k-th, the first behind it, and the first behind the one below.
func (f *Figures) aroundSubtotal(k int) (from, to, end int) {
	rows := len(f.Report.Indicators)
	at := func(k int) int { return min(f.Report.Subtotals[k].Above, rows) }
	end = rows
	if k > 0 {
		from = at(k - 1)
	}
	if k+1 < len(f.Report.Subtotals) {
		end = at(k + 1)
	}
	return from, at(k), end
}

// runFrom is the first row behind those from one on that are called alike.
func (f *Figures) runFrom(from int, called func(*fuhe.Indicator) string) int {
	to := from
	for to < len(f.Report.Indicators) && called(&f.Report.Indicators[to]) == called(&f.Report.Indicators[from]) {
		to++
	}
	return to
}

// runOf is the first of the rows before one that are called alike.
func (f *Figures) runOf(to int, called func(*fuhe.Indicator) string) int {
	from := to
	for from > 0 && called(&f.Report.Indicators[from-1]) == called(&f.Report.Indicators[to-1]) {
		from--
	}
	return from
}

// addends adds up a column of some rows; false where one of them was not read, or may be missing.
func (f *Figures) addends(rows addedRows, column int) (Addends, bool) {
	a := Addends{Sum: new(big.Rat), rows: rows}
	take := func(field fuhe.Field, n *fuhe.Number) {
		a.Sum = interval.Add(a.Sum, interval.Value(n))
		a.Fields, a.parts, a.places = append(a.Fields, field), append(a.parts, interval.Plain(n)), max(a.places, n.Places)
	}
	key := map[int]string{ColWeight: "weight", ColScore: "score"}[column]
	if rows.budget {
		if len(f.Report.Funds) == 0 {
			return a, false
		}
		n := f.Cell(fuhe.FundField(0, key)).Number
		if n == nil {
			return a, false
		}
		take(fuhe.FundField(0, key), n)
	}
	for i := rows.from; i < rows.to; i++ {
		ind := &f.Report.Indicators[i]
		c, other := &ind.Weight, &ind.Score
		if column == ColScore {
			c, other = other, c
		}
		switch {
		case i > rows.from && f.Repeats(i, column):
		case c.Number != nil:
			take(fuhe.IndicatorField(i, key), c.Number)
		case Unread(c) || other.Number != nil:
			return a, false
		}
	}
	return a, !f.lost("/indicators")
}
