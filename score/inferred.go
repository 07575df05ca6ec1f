package score

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
)

// placesInferred is said with every finding on a form that draws no rules.
var placesInferred = fuhe.Phrase{
	ZH: "（本表没有框线，各项按文字位置推断，请与原表核对）",
	EN: " (the form draws no rules, its entries are inferred from where the texts stand: compare it with the print)",
}

// inferred marks the findings on a form whose entries were inferred from the places of its texts. A figure that stands
// in the wrong entry looks like an error, so an error is one only where each figure it was computed from is vouched for
// by a sum, a rate or a score that closes; all others are warnings.
func inferred(f *figures.Figures, found rules.Result) rules.Result {
	if !f.Report.Inferred {
		return found
	}
	for i := range found.Findings {
		x := &found.Findings[i]
		x.Inferred = true
		x.Message += placesInferred.In(f.Lang)
		if x.Severity == fuhe.Error && !vouched(f, found, x.Inputs) {
			x.Severity = fuhe.Warning
		}
	}
	return found
}

// vouched reports whether rules found each of some entries right.
func vouched(f *figures.Figures, found rules.Result, entries []fuhe.Field) bool {
	first := f.FirstPrinted()
	for _, e := range entries {
		at := f.Places.Find(e)
		if at < 0 {
			return false
		}
		agreed := false
		for i, by := range found.Agreed {
			agreed = agreed || by != 0 && first[i] == first[at]
		}
		if !agreed {
			return false
		}
	}
	return len(entries) > 0
}
