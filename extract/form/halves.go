package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/words"
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
		if upper == "" || lower == "" || !strings.ContainsAny(upper[len(upper)-1:], ".,") && lower[0] != '.' && (len(lower) > 3 || strings.Trim(lower, "0123456789") != "") {
			continue
		}
		if fuhe.ReadFigure(upper + lower).OK {
			*e[0], *e[1] = e[0].Kept(nil, false, &doubtTwoRows), e[1].Kept(nil, false, &doubtTwoRows)
		}
	}
}

// doubtCut puts the figures of two rows in doubt whose names are the halves of one, 其中：当年财政拨 over 款, where a figure ends at its
// point or begins with it.
func doubtCut(above, below *fuhe.Fund) {
	if below.Name.Text == "" || isWholeName(above.Name.Text) || !isWholeName(above.Name.Text+below.Name.Text) {
		return
	}
	for _, e := range figuresOf(above, below) {
		if strings.HasSuffix(e[0].Text, ".") || strings.HasPrefix(e[1].Text, ".") {
			doubtHalves(above, below)
			return
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

// doubtRest puts the target and the actual value of an indicator in doubt where the row below holds nothing but what may be
// the rest of them, the 元 of 2800.27万元: a rule may run between their lines. It reports whether it is such a row.
func doubtRest(above, below *fuhe.Indicator) bool {
	if !isFragment(below) || below.Deviation.Text != "" || words.IsPlaceholder(below.Target.Text+below.Actual.Text) {
		return false
	}
	for _, e := range [][2]*fuhe.Cell{{&above.Target, &below.Target}, {&above.Actual, &below.Actual}} {
		if e[1].Text != "" && e[0].Text != "" {
			*e[0] = e[0].Kept(nil, false, &doubtRestBelow)
		}
	}
	return true
}

var doubtRestBelow = both("其下一行只有可能属于它的文字，可能有框线从中间穿过", "the row below holds nothing but what may be the rest of it: a rule may run through it")
