package page

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"fuhe"
	"fuhe/render/review"
)

// said is what a person says, of one finding or of all that are equal.
type said struct {
	SHA256        string           `json:"sha256"`
	Finding       string           `json:"finding"`
	Group         *group           `json:"group"` // instead of these two
	Verdict       review.Judgement `json:"verdict"`
	Note          string           `json:"note"`
	Feedback      string           `json:"feedback"`
	Rectification string           `json:"rectification"`
	By            string           `json:"by"`
}

// group names equal findings: of one rule and one text.
type group struct {
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

// now is the time that goes into the review file.
func now() string { return time.Now().UTC().Format(time.RFC3339) }

// verdict puts a verdict into the review file.
func (s *Server) verdict(w http.ResponseWriter, r *http.Request) {
	var v said
	if !s.take(w, r, &v) {
		return
	}
	if !slices.Contains(review.Judgements(), v.Verdict) || !slices.Contains(review.Rectifications(), v.Rectification) {
		s.refuse(w, http.StatusBadRequest, saysVerdict)
		return
	}
	verdicts := s.verdictsOf(&v)
	if len(verdicts) == 0 {
		s.refuse(w, http.StatusNotFound, saysNoFinding)
		return
	}
	err := s.options.Review.Change(func(held *review.Review) {
		for _, one := range verdicts {
			if v.Group != nil { // what was noted of each alone stays
				before := held.Of(review.Key{SHA256: one.SHA256, Finding: one.Finding})
				one.Note, one.Feedback, one.Rectification = or(one.Note, before.Note), or(one.Feedback, before.Feedback), or(one.Rectification, before.Rectification)
			}
			held.Say(one)
		}
	})
	if err != nil {
		s.fail(w, err, http.StatusConflict)
		return
	}
	answer(w, map[string]any{"written": len(verdicts), "verdict": verdicts[0]})
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// verdictsOf are the verdicts to be written: only on findings that are there.
func (s *Server) verdictsOf(v *said) []review.Verdict {
	var out []review.Verdict
	at := now()
	s.session.look(func(docs []fuhe.Document) {
		for d := range docs {
			doc := &docs[d]
			for n := noForm; n < len(doc.Reports); n++ {
				var all []fuhe.Finding
				if n != noForm {
					all = doc.Reports[n].Findings
				}
				for _, x := range s.session.acrossAt(doc, n) {
					all = append(all[:len(all):len(all)], x.Finding)
				}
				for i := range all {
					f := &all[i]
					one := doc.SHA256 == v.SHA256 && f.ID == v.Finding
					if v.Group != nil {
						one = f.Rule == v.Group.Rule && f.Message == v.Group.Message
					}
					if one {
						out = append(out, review.Verdict{SHA256: doc.SHA256, Finding: f.ID, Verdict: v.Verdict, Note: v.Note, Feedback: v.Feedback,
							Rectification: v.Rectification, By: v.By, At: at, Path: doc.Path})
					}
				}
			}
		}
	})
	return out
}

// groups answers with the findings that are equal in several forms, the most frequent first.
func (s *Server) groups(w http.ResponseWriter, _ *http.Request) {
	type shown struct {
		group
		Title    string        `json:"title"`
		Severity fuhe.Severity `json:"severity"`
		Count    int           `json:"count"`
		Open     int           `json:"open"`
		Forms    [][2]int      `json:"forms"` // the first of them
	}
	held := s.options.Review.Latest()
	verdicts, met := held.Index(), map[group]*shown{}
	s.session.look(func(docs []fuhe.Document) {
		for d := range docs {
			for n, report := range docs[d].Reports {
				for i := range report.Findings {
					f := &report.Findings[i]
					key := group{f.Rule, f.Message}
					g := met[key]
					if g == nil {
						g = &shown{group: key, Title: s.options.Rules[f.Rule].Title, Severity: f.Severity}
						met[key] = g
					}
					g.Count++
					if v := verdicts[review.Key{SHA256: docs[d].SHA256, Finding: f.ID}].Verdict; v != review.Confirmed && v != review.Rejected {
						g.Open++
					}
					if len(g.Forms) < 5 {
						g.Forms = append(g.Forms, [2]int{d, n})
					}
				}
			}
		}
	})
	out := []*shown{}
	for _, g := range met {
		if g.Count > 1 {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b *shown) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Rule+a.Message, b.Rule+b.Message)
	})
	answer(w, out[:min(len(out), mostGroups)])
}

// mostGroups are shown; the rest are findings of two or three forms.
const mostGroups = 300

// reading puts an entry read by hand into the review file, or takes it out, and judges its document again.
func (s *Server) reading(w http.ResponseWriter, r *http.Request) {
	var n struct {
		Doc    int        `json:"doc"`
		Report int        `json:"report"`
		Field  fuhe.Field `json:"field"`
		Text   string     `json:"text"`
		By     string     `json:"by"`
		Undo   bool       `json:"undo"`
	}
	if !s.take(w, r, &n) {
		return
	}
	doc, known := s.session.document(n.Doc)
	if !known || n.Report < 0 || n.Report >= len(doc.Reports) || !s.hasEntry(n.Doc, n.Report, n.Field) {
		s.refuse(w, http.StatusNotFound, saysNoForm)
		return
	}
	again, err := s.readAgain(&doc, review.Reading{SHA256: doc.SHA256, Report: n.Report, Field: n.Field, Text: n.Text, By: n.By, At: now()}, n.Undo)
	if err != nil {
		s.fail(w, err, http.StatusConflict)
		return
	}
	o := s.options.Run
	s.session.exchange(n.Doc, again, &o)
	s.sendForm(w, n.Doc, n.Report)
}

func (s *Server) hasEntry(d, n int, field fuhe.Field) (has bool) {
	s.session.look(func(docs []fuhe.Document) {
		c := docs[d].Reports[n].Entry(field)
		has = c != nil && c.Present()
	})
	return has
}

// readAgain reads a document again, with the reading in the review file. A file that is another one now is not read: the
// reading would be of what is not there any more.
func (s *Server) readAgain(doc *fuhe.Document, n review.Reading, undo bool) (fuhe.Document, error) {
	in, known := s.pictures.Input(doc.Path)
	if !known {
		return *doc, errors.New(saysGoneFile.In(s.options.Lang))
	}
	if err := s.pictures.Same(in, doc.SHA256); err != nil {
		return *doc, err
	}
	if err := s.options.Review.Change(func(held *review.Review) { held.Read(n, undo) }); err != nil {
		return *doc, err
	}
	return s.options.Run.Read(s.ctx, in)
}
