package review

import (
	"slices"
	"strings"

	"fuhe"
)

// Hold takes out of the corrections of a form those that a person's verdicts leave no ground: of an entry whose finding
// was rejected, of the other entries that the same cell is, and those whose formula goes by an entry that stays as printed.
// It answers with the corrections to make and how many are not made. The form is one of these documents, or the copy of one
// where there is a single document.
func (r *Review) Hold(docs []fuhe.Document, report *fuhe.Report, corrections []fuhe.Correction) (made []fuhe.Correction, held int) {
	sum := ""
	for i := range docs {
		if len(docs) == 1 || slices.Contains(docs[i].Reports, report) {
			sum = docs[i].SHA256
		}
	}
	left := map[fuhe.Field]fuhe.Source{}
	for more := true; more; { // what goes by an entry that stays comes to stay itself
		more = false
		for i := range corrections {
			c := &corrections[i]
			if _, ok := left[c.Field]; !ok && (r.rejects(sum, report, c) || restsOn(c, left)) {
				left[c.Field], more = c.Published.At, true
			}
		}
	}
	for _, c := range corrections {
		if _, ok := left[c.Field]; !ok {
			made = append(made, c)
		}
	}
	return made, len(left)
}

// rejects reports whether a person rejected what a correction rests on: the finding of its rule, or where there is none any
// that asks for another figure in its entry.
func (r *Review) rejects(sum string, report *fuhe.Report, c *fuhe.Correction) bool {
	judged, refused, another := false, false, false
	for i := range report.Findings {
		f := &report.Findings[i]
		if f.Field != c.Field {
			continue
		}
		rejected := r.Of(Key{sum, f.ID}).Verdict == Rejected
		if f.Rule == c.Rule {
			judged, refused = true, refused || rejected
		}
		another = another || rejected && f.Recomputed != ""
	}
	if judged {
		return refused
	}
	return another
}

// restsOn reports whether a correction stands in the cell of an entry that stays, or its formula goes by that entry.
func restsOn(c *fuhe.Correction, left map[fuhe.Field]fuhe.Source) bool {
	for field, at := range left {
		if c.Published.At == at || strings.Contains(c.Formula, "{"+string(field)+"}") {
			return true
		}
	}
	return false
}
