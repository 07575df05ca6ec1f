package inferred

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// isChart tells the scales of a chart from a table: figures that fall by equal steps from the top down, or rise from left
// to right, as far apart on the page as their steps, with nothing else in their rows or columns.
func (t *blockTable) isChart() bool {
	scales := map[int]bool{}
	for col := range len(t.borders) - 1 {
		scales[col] = t.isScale(col)
	}
	ticks := 0
	for _, row := range t.rows {
		here := 0
		for _, c := range row {
			if c.to == c.from+1 && scales[c.from] && isTick(c) {
				here++
			}
		}
		switch {
		case here == len(row):
			ticks += here
		case here > 0:
			return false // a figure beside a text is no tick
		}
	}
	return ticks >= leastTicks && ticks == t.figures() || t.isAxis()
}

// isScale reports whether the figures of a column are the scale of a chart's height.
func (t *blockTable) isScale(col int) bool {
	var at, values []float64
	for _, row := range t.rows {
		for _, c := range row {
			if c.from == col && c.to == col+1 && isTick(c) {
				at, values = append(at, c.pieces[0].base), append(values, tickOf(c))
			}
		}
	}
	return even(at, values) && values[0] > values[len(values)-1]
}

// isAxis reports whether all figures are those of one row, the scale of a chart's width.
func (t *blockTable) isAxis() bool {
	for k, row := range t.rows {
		var at, values []float64
		texts := 0
		for _, c := range row {
			for i := range c.pieces {
				q := &c.pieces[i]
				if v := number(q.text); !math.IsNaN(v) {
					at, values = append(at, (q.x0+q.x1)/2), append(values, v)
				}
				texts++
			}
		}
		if len(values) == texts && even(at, values) && values[0] < values[len(values)-1] {
			return t.figures() <= len(row) && !t.heads(k, at)
		}
	}
	return false
}

// heads reports whether a text of another row stands under a single figure of a row, as the entry of a column does.
func (t *blockTable) heads(k int, at []float64) bool {
	half := (at[1] - at[0]) / 2
	for i, row := range t.rows {
		for _, c := range row {
			x0, x1 := extent(c.pieces)
			if i != k && slices.ContainsFunc(at, func(x float64) bool { return x0 > x-half && x1 < x+half }) {
				return true
			}
		}
	}
	return false
}

// figures is the number of figures in a table.
func (t *blockTable) figures() int {
	n := 0
	for _, row := range t.rows {
		for _, c := range row {
			if isTick(c) {
				n++
			}
		}
	}
	return n
}

func isTick(c blockCell) bool { return !math.IsNaN(tickOf(c)) }

// tickOf is the number that a cell is; NaN when it is none.
func tickOf(c blockCell) float64 { return number(joined(c.pieces)) }

func number(text string) float64 {
	v, err := strconv.ParseFloat(strings.NewReplacer(",", "", "%", "", "−", "-", "–", "-").Replace(text), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// even reports whether values are several and change by one step from place to place, and the places, too.
func even(at, values []float64) bool {
	if len(values) < leastTicks {
		return false
	}
	step, apart := values[1]-values[0], at[1]-at[0]
	for i := 1; i < len(values); i++ {
		if math.Abs(values[i]-values[i-1]-step) > evenShare*math.Abs(step) || math.Abs(at[i]-at[i-1]-apart) > evenPlaceShare*math.Abs(apart) {
			return false
		}
	}
	return step != 0
}
