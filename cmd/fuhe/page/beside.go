package page

import (
	"strconv"
	"strings"

	"fuhe"
	"fuhe/render"
	"fuhe/render/evidence"
	"fuhe/render/review"
)

// noForm is in the place of a form's number: what stands in the tables and the text beside the forms of a document.
const noForm = -1

// besideLine is the line of a document for what is no form of it: what became of the file, and the findings in its tables and
// text beside the forms. False when the filter leaves nothing of it.
func (s *Server) besideLine(d int, doc *fuhe.Document, want filter, verdicts map[review.Key]review.Verdict, rules map[string]int) (listed, bool) {
	line := listed{Doc: d, Report: noForm, Path: doc.Path, Title: s.became(doc), Status: string(doc.Status())}
	found, hit, told := s.session.acrossAt(doc, noForm), false, want.found(doc, nil)
	for i := range found {
		f := &found[i].Finding
		rules[f.Rule]++
		v := verdicts[review.Key{SHA256: doc.SHA256, Finding: f.ID}]
		hit = hit || want.concerns(f, v)
		told = told || strings.Contains(strings.ToLower(f.Message+" "+f.Rule), want.text)
		line.count(f, v)
	}
	switch {
	case want.unit != "" || !told:
		return line, false
	case want.severity == onlyUnread:
		return line, len(doc.Unread) > 0
	case want.byFinding():
		return line, hit
	}
	return line, len(found) > 0 || doc.Status() != fuhe.StatusRead
}

// besideOf are the findings in the tables and the text beside the forms of a document. The caller looks at the documents.
func (s *Server) besideOf(doc *fuhe.Document, verdicts map[review.Key]review.Verdict) []shownFinding {
	out := []shownFinding{}
	for _, x := range s.session.acrossAt(doc, noForm) {
		places := []placed{{evidence.Entry, x.Field, s.besideLabel(doc, x.Field), render.Plain(x.Published), x.At}}
		for _, in := range x.Inputs {
			if in.SHA256 == doc.SHA256 && in.Report == noForm && in.At != x.At {
				places = append(places, placed{evidence.Term, in.Field, s.besideLabel(doc, in.Field), "", in.At})
			}
		}
		f := s.explained(&x.Finding, verdicts[review.Key{SHA256: doc.SHA256, Finding: x.ID}])
		f.Label, f.Places = places[0].Label, places
		out = append(out, f)
	}
	return out
}

// besideLabel names what an entry beside the forms stands in: a table by its title, or the text.
func (s *Server) besideLabel(doc *fuhe.Document, field fuhe.Field) string {
	if rest, ok := strings.CutPrefix(string(field), "/accounts/"); ok {
		number, _, _ := strings.Cut(rest, "/")
		if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(doc.Accounts) {
			return render.Plain(doc.Accounts[i].Title)
		}
	}
	return (&fuhe.Report{}).Label(field, s.options.Lang)
}
