package score

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
)

// coverage puts each printed figure in exactly one class: in an error, in a warning or note, right, or not checked. A
// merged cell that several rows share is one figure.
func coverage(f *figures.Figures, found rules.Result) fuhe.Coverage {
	first := f.FirstPrinted()
	worst := make([]fuhe.Severity, len(first))
	right := make([]bool, len(first))
	for _, x := range found.Findings {
		if rule := rules.Find(x.Rule); rule != nil && rule.Hint {
			continue
		}
		if i := f.Places.Find(x.Field); i >= 0 && x.Severity.Rank() > worst[first[i]].Rank() {
			worst[first[i]] = x.Severity
		}
	}
	for i, by := range found.Agreed {
		right[first[i]] = right[first[i]] || by != 0
	}
	var out fuhe.Coverage
	for i, c := range f.Places.Cells {
		if c.Number == nil || first[i] != i || !f.Places.IsFigure(i) {
			continue
		}
		out.Figures++
		switch {
		case worst[i] == fuhe.Error:
			out.Differ++
		case worst[i] != "":
			out.Judgement++
		case right[i]:
			out.Agree++
		default:
			out.Unchecked++
		}
	}
	return out
}
