package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// addHalf adds the second row of a fund whose name covers both, or stands in that one: what stands in two cells of a column is
// in doubt, a rule may run through one entry.
func addHalf(fund, below *fuhe.Fund) {
	if fund.Name.Text == "" {
		fund.Name = below.Name
	}
	for _, e := range figuresOf(fund, below) {
		switch {
		case e[1].Text == "" && e[1].Doubt == nil || e[0].At == e[1].At:
		case e[0].Text == "" && e[0].Doubt == nil:
			*e[0] = *e[1]
		default:
			whole := grid.JoinLines([]string{e[0].Text, e[1].Text})
			*e[0] = fuhe.NewCell(whole, e[0].At).And(*e[0], *e[1]).Kept(nil, false, &doubtTwoRows)
		}
	}
}

var doubtTwoRows = both("同一资金名称旁有上下两个填报项，可能有框线从数字中间穿过", "two entries stand one above the other beside one name: a rule may run through a figure")

// isUpperHalf reports whether a row above a fund holds amounts and nothing else, in columns in which the fund has amounts, too: a
// rule runs through figures that are set in two lines.
func isUpperHalf(above, fund *fuhe.Fund) bool {
	if above.Name.Text+above.Weight.Text+above.ExecutionRate.Text+above.Score.Text != "" || fund.ExecutionRate.Text+fund.Score.Text == "" {
		return false
	}
	amounts := 0
	for _, e := range figuresOf(above, fund)[:3] {
		if e[0].Text != "" && e[1].Text == "" {
			return false
		}
		if e[0].Text != "" {
			amounts++
		}
	}
	return amounts > 0
}

// doubtHalves puts figures of two rows in doubt of which one may be the rest of the other: one of the rows has no name, and a
// rule may run through a figure that is set in two lines.
func doubtHalves(above, below *fuhe.Fund) {
	for _, e := range figuresOf(above, below) {
		upper, lower := e[0].Text, e[1].Text
		if upper == "" || lower == "" || !strings.ContainsAny(upper[len(upper)-1:], ".,") && (len(lower) > 3 || strings.Trim(lower, "0123456789") != "") {
			continue
		}
		if fuhe.ReadFigure(upper + lower).OK {
			*e[0], *e[1] = e[0].Kept(nil, false, &doubtTwoRows), e[1].Kept(nil, false, &doubtTwoRows)
		}
	}
}

// figuresOf are the figures of two funds by columns, the amounts first.
func figuresOf(a, b *fuhe.Fund) [][2]*fuhe.Cell {
	return [][2]*fuhe.Cell{
		{&a.InitialBudget, &b.InitialBudget}, {&a.AdjustedBudget, &b.AdjustedBudget}, {&a.Executed, &b.Executed},
		{&a.Weight, &b.Weight}, {&a.ExecutionRate, &b.ExecutionRate}, {&a.Score, &b.Score},
	}
}
