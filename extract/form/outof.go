package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/words"
)

// readOutOf reads scores that print what they are out of, 9.5/10: where the second figure is the weight of the row, the
// first is the score. Anywhere else it is not known which of the two counts.
func (f *reader) readOutOf() {
	for i := range f.report.Funds {
		outOf(&f.report.Funds[i].Score, &f.report.Funds[i].Weight)
	}
	for i := range f.report.Indicators {
		outOf(&f.report.Indicators[i].Score, &f.report.Indicators[i].Weight)
	}
	outOf(&f.report.Total.Score, &f.report.Total.Weight)
}

var doubtShare = both("得分印为百分数，分值不是", "the score is printed as a percentage, and its weight is none")

func outOf(score, weight *fuhe.Cell) {
	if score.Number != nil && score.Number.Unit == "%" && weight.Number != nil && weight.Number.Unit != "%" {
		*score = score.Kept(nil, false, &doubtShare) // of its weight, or points in a wrong format
		return
	}
	got, of, ok := strings.Cut(words.Squeeze(score.Text), "/")
	if !ok || score.Number != nil || score.Doubt != nil && score.Doubt != fuhe.DoubtSeveral || weight.Number == nil {
		return
	}
	n, isScore := fuhe.ParseNumber(got)
	full, isWeight := fuhe.ParseNumber(of)
	if isScore && isWeight && full.Value.Equal(weight.Number.Value) && n.Sign == fuhe.NoSign {
		if n.Unit == "" {
			n.Unit = full.Unit
		}
		score.Number, score.Doubt, score.Marks = &n, nil, append(score.Marks, "/"+of)
	}
}
