package correct

import (
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/rules"
)

// What follows from the total: the one in the header, and the grade.

// header corrects the total in the header: along with the total of the last row where the two agree in print, else to it
// where the scores prove it and the header is no other reading of them. Where nothing decides between two totals the header stays.
func (c *correcting) header() {
	const field = fuhe.Field("/header_total/score")
	h, n := c.Cell(field).Number, c.Cell(figures.TotalScore).Number
	if h == nil || n == nil {
		return
	}
	total, changed := c.changed[figures.TotalScore]
	if !changed {
		total = interval.Value(n)
	}
	switch claimed := interval.Claimed(h); {
	case changed && (!claimed.Meets(interval.Claimed(n)) || !h.Value.Equal(n.Value) && claimed.Meets(interval.Exactly(total))):
		return
	case !changed && c.found.Error(field, rules.TotalsAgree) == nil:
		return
	case !changed && (c.ownBudgetScore() || !c.TotalDecides(h, c.sum)):
		c.keep(field, keptHeader)
		return
	}
	places := max(h.Places, interval.Ends(total, interval.SumPlaces))
	c.correct(field, rules.TotalsAgree, corrected{total, places, "", "ROUND(" + figures.Ref(figures.TotalScore) + "," + strconv.Itoa(int(places)) + ")",
		c.In(rules.MessageTotalsDiffer, c.Label(figures.TotalScore), c.Cell(field).Text, c.Cell(figures.TotalScore).Text) + c.following([]fuhe.Field{figures.TotalScore})})
}

// grade corrects the grade to the band of the total, the corrected one if it was.
func (c *correcting) grade() {
	n := c.Cell(figures.TotalScore).Number
	switch {
	case n == nil:
		return
	case c.GradedBehind() || len(c.Cell(figures.TotalGrade).Marks) > 0: // writing it would take the score away, or its name
		c.keep(figures.TotalGrade, keptGradeCell)
		return
	case c.GradeScale() != nil:
		c.keep(figures.TotalGrade, keptBands)
		return
	}
	total, changed := c.changed[figures.TotalScore]
	if !changed {
		if c.found.Error(figures.TotalScore, rules.TotalScore) != nil && c.ScoreSlip() == nil {
			c.keep(figures.TotalGrade, keptTotalUnknown)
			return
		}
		total = interval.Value(n)
	}
	printed, right, ok := c.Grade(total)
	if !ok || right == printed {
		return
	}
	if byBands := changed && c.GradeOf(interval.Value(n)) == printed; !byBands && c.GradedElsewhere(total) {
		return
	}
	published := *c.Cell(figures.TotalGrade)
	shown := interval.Expanded(total, interval.SumPlaces)
	c.out = append(c.out, fuhe.Correction{
		Field: figures.TotalGrade, Rule: rules.GradeBand.ID, Published: published, Corrected: fuhe.Cell{Text: right, At: published.At},
		Working: shown + " → " + right, Formula: c.bands(),
		Because: c.In(rules.MessageGrade, published.Text, shown, right) + c.following([]fuhe.Field{figures.TotalScore}),
	})
}

// bands is the grade of the total as a spreadsheet tells it.
func (c *correcting) bands() string {
	bands := c.Profile.Bands
	formula := `"` + bands[len(bands)-1].Grade + `"`
	for i := len(bands) - 2; i >= 0; i-- {
		formula = "IF(" + figures.Ref(figures.TotalScore) + ">=" + strconv.Itoa(bands[i].From) + `,"` + bands[i].Grade + `",` + formula + ")"
	}
	return formula
}
