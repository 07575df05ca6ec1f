package report

import (
	"strconv"
	"strings"

	"fuhe"
	"fuhe/render"
)

// rollChart is what forms come to by unit and year: two bars each, and all of it as a table for those who do not see bars.
type rollChart struct {
	Bars   []rollBar
	Rows   [][]string
	Head   []string
	Height int
	More   int // of them, in the table alone
	Cut    int // of them, not even there
}

// rollBar is a unit in a year: how long its bars are, and where the figures behind them begin.
type rollBar struct {
	Label, Rate, Full    string
	RateWide, FullWide   int
	RateEnd, FullEnd     int
	RateKnown, FullKnown bool
	Y                    int
}

// rolls is the chart; nil where there is one unit and year.
func (b *builder) rolls() *rollChart {
	if len(b.o.Rolls) < 2 {
		return nil
	}
	t := wordsIn(b.o.Lang)
	c := &rollChart{Head: []string{t["unit"], t["year"], t["forms"], t["budget"], t["spent"], t["rollRate"], t["unknown"], t["copies"], t["mean"], t["full"], t["errors"], t["warnings"], t["notes"]}}
	for i, r := range b.o.Rolls {
		if i >= mostInputs {
			c.Cut = len(b.o.Rolls) - mostInputs
			break
		}
		c.Rows = append(c.Rows, rollRow(r))
		if i >= mostRolls {
			c.More++
			continue
		}
		one := rollBar{Label: render.Plain(strings.TrimSpace(r.Unit + " " + r.Year)), Rate: r.Rate, Full: r.FullMarks, Y: i * rollHeight}
		one.RateWide, one.RateKnown = lengthOf(r.Rate)
		one.FullWide, one.FullKnown = lengthOf(r.FullMarks)
		one.RateEnd, one.FullEnd = rollStart+one.RateWide+rollGap, rollStart+one.FullWide+rollGap
		c.Bars = append(c.Bars, one)
	}
	c.Height = len(c.Bars) * rollHeight
	return c
}

func rollRow(r fuhe.Roll) []string {
	row := []string{r.Unit, r.Year, strconv.Itoa(r.Forms), r.Budget, r.Executed, r.Rate, strconv.Itoa(r.Unknown), strconv.Itoa(r.Copies), r.Score, r.FullMarks,
		strconv.Itoa(r.Tally[fuhe.Error]), strconv.Itoa(r.Tally[fuhe.Warning]), strconv.Itoa(r.Tally[fuhe.Note])}
	for i := range row {
		row[i] = render.Plain(row[i])
	}
	return row
}

// lengthOf is the length of the bar of a rate: "87.31%". False where there is none.
func lengthOf(text string) (int, bool) {
	v, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
	if err != nil {
		return 0, false
	}
	return int(min(max(v, 0), longestRate) * perPercent), true
}
