package figures

import (
	"slices"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Rows that take points off, 扣分项, print them with a minus or without: 2.00 under such a name is two points less.

// takeOff turns the scores around that take points off and are printed without a minus. Where the total was added up with them
// as they are printed they stay, which AddedDeduction tells.
func (f *Figures) takeOff(s *Scores) {
	rows := f.unsignedDeductions()
	if len(rows) == 0 {
		return
	}
	if n := f.Cell(TotalScore).Number; n != nil && len(s.Missing) == 0 && interval.CompareNumber(n, s.Known) == 0 {
		return
	}
	for _, i := range rows {
		for range 2 { // as printed it was added
			s.Known = interval.Sub(s.Known, interval.Value(f.Report.Indicators[i].Score.Number))
		}
		field := fuhe.IndicatorField(i, "score")
		s.Off = append(s.Off, field)
		if k := slices.Index(s.Fields, field); k >= 0 {
			s.parts[k] = "-" + s.parts[k]
		}
	}
}

// unsignedDeductions are the rows that take points off and print them without a minus, where no such row has one: 加减分项 may do
// either, and is none.
func (f *Figures) unsignedDeductions() []int {
	var rows []int
	for i := range f.Report.Indicators {
		ind := &f.Report.Indicators[i]
		n := ind.Score.Number
		if n == nil || f.Repeats(i, ColScore) || !Deducts(ind) || Adds(ind) || text.ContainsAny(ind.Level1.Text+ind.Level2.Text+ind.Name.Text, "加减", "增减") {
			continue
		}
		switch n.Value.Sign() {
		case -1:
			return nil
		case 1:
			rows = append(rows, i)
		}
	}
	return rows
}

// TakesOff reports whether the score of a row takes points off although no minus is printed.
func (f *Figures) TakesOff(row int) bool {
	return slices.Contains(f.Scores().Off, fuhe.IndicatorField(row, "score"))
}

// AddedDeduction reports whether a row that takes points off is printed without a minus and the total was added up with it.
func (f *Figures) AddedDeduction(row int) bool {
	return len(f.Scores().Off) == 0 && slices.Contains(f.unsignedDeductions(), row)
}
