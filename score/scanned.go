package score

import (
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
)

// placesScanned is said with every finding on a form that was recognised in a picture.
var (
	placesScanned = fuhe.Phrase{
		ZH: "（本表由扫描件识别得出，可能是识别有误，请与原件核对）",
		EN: " (the form was recognised from a scan and may have been read wrong: compare it with the original)",
	}
	uncheckedScanned = fuhe.Phrase{ZH: "由扫描件识别，表上没有能证实它的算式", EN: "recognised from a scan, and no sum, rate or product on the form proves it"}
)

// scanned marks the findings on a form that was recognised in a picture: a figure that was read wrong looks like an error,
// so none is one.
func scanned(f *figures.Figures, found rules.Result) rules.Result {
	if !f.Report.Scanned {
		return found
	}
	for i := range found.Findings {
		x := &found.Findings[i]
		x.Scanned = true
		x.Message += placesScanned.In(f.Lang)
		if x.Severity == fuhe.Error {
			x.Severity = fuhe.Warning
		}
	}
	return found
}

// proving are of the rules that found an entry right those that prove it: all but on a scanned form. That a budget score of a
// formula that is not printed was added up with the others does not prove it.
func proving(f *figures.Figures, field fuhe.Field, agreed rules.RuleSet) rules.RuleSet {
	if scoredOwnWay(f, field) {
		return 0
	}
	if f.Report.Scanned {
		agreed &= rules.SetOf(proofOf(field)...)
	}
	return agreed
}

// proofOf are the rules that prove an entry to its last digit: one digit read wrong would break them. A rate follows from amounts, and amounts with other last
// digits give the same.
func proofOf(field fuhe.Field) []string {
	switch field.Key() {
	case "initial_budget", "adjusted_budget", "executed":
		return []string{"F101", "X601"}
	case "execution_rate":
		return []string{"F102", "F107"}
	case "weight", "score":
		return []string{"F104", "F108", "W201", "W202", "W203", "T401", "T402", "T404"}
	}
	return []string{"X601"}
}

// scoredOwnWay reports whether an entry is a budget score by a formula that the form does not print.
func scoredOwnWay(f *figures.Figures, field fuhe.Field) bool {
	return f.Profile.OwnScore && strings.HasPrefix(string(field), "/funds/") && field.Key() == "score"
}
