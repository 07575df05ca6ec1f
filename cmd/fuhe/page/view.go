package page

import (
	"math/big"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/render"
	"fuhe/render/evidence"
	"fuhe/render/review"
)

// placed is a place on a page or in a grid, as the browser marks it.
type placed struct {
	Mark  evidence.Mark `json:"mark"`
	Field fuhe.Field    `json:"field"`
	Label string        `json:"label"`
	Text  string        `json:"text"`
	At    fuhe.Source   `json:"at"`
}

// shownFinding is a finding with all that explains it.
type shownFinding struct {
	fuhe.Finding
	Label   string         `json:"label"`
	Title   string         `json:"title"`
	Basis   string         `json:"basis"`
	Level   string         `json:"level"` // its severity in words
	Changes string         `json:"changes"`
	Places  []placed       `json:"places"`
	Verdict review.Verdict `json:"verdict"`
}

// shownFigure is an entry of a form with what became of it.
type shownFigure struct {
	Field    fuhe.Field  `json:"field"`
	Label    string      `json:"label"`
	Text     string      `json:"text"`
	At       fuhe.Source `json:"at"`
	Class    fuhe.Class  `json:"class"` // "" for an entry that is no figure
	By       []string    `json:"by"`    // rules, with their titles
	Because  string      `json:"because"`
	Interval string      `json:"interval"` // what the printed figure may stand for
	Read     *string     `json:"read"`     // what fuhe read, where a person read it by hand
	Findings []string    `json:"findings"` // ids
	Entry    bool        `json:"entry"`    // it can be read by hand
}

// form answers with one form.
func (s *Server) form(w http.ResponseWriter, r *http.Request) {
	d, errDoc := strconv.Atoi(r.PathValue("doc"))
	n, errReport := strconv.Atoi(r.PathValue("report"))
	if errDoc != nil || errReport != nil || !s.sendForm(w, d, n) {
		s.refuse(w, http.StatusNotFound, saysNoForm)
	}
}

// sendForm answers with a form; false when there is none.
func (s *Server) sendForm(w http.ResponseWriter, d, n int) bool {
	var out map[string]any
	held := s.options.Review.Latest()
	verdicts := held.Index()
	s.session.look(func(docs []fuhe.Document) {
		if d < 0 || d >= len(docs) || n < -1 || n >= len(docs[d].Reports) {
			return
		}
		doc := &docs[d]
		out = map[string]any{"doc": d, "report": n, "path": doc.Path, "sha256": doc.SHA256, "format": doc.Format, "unread": notNil(doc.Unread), "status": doc.Status()}
		if n < 0 {
			out["title"], out["pages"], out["findings"] = s.became(doc), notNil(doc.PageSizes), s.besideOf(doc, verdicts)
			return
		}
		report := doc.Reports[n]
		out["title"], out["heading"], out["unit"], out["year"], out["profile"] = titleOf(report), render.Plain(report.Title), unitOf(report), report.Year, report.Profile
		out["coverage"], out["pages"] = report.Coverage, pagesOf(doc, report)
		out["document_pages"] = notNil(doc.PageSizes)
		out["findings"], out["figures"], out["grid"] = s.findingsOf(doc, n, verdicts), s.figuresOf(report), evidence.GridOf(report)
	})
	if out == nil {
		return false
	}
	answer(w, out)
	return true
}

// pagesOf are the pages that a form stands on.
func pagesOf(doc *fuhe.Document, r *fuhe.Report) []fuhe.PageSize {
	on := map[int]bool{}
	for _, e := range r.Entries() {
		on[e.Cell.At.Page] = true
	}
	pages := []fuhe.PageSize{}
	for _, p := range doc.PageSizes {
		if on[p.Page] {
			pages = append(pages, p)
		}
	}
	return pages
}

// findingsOf are the findings of a form; those that another one explains follow it, those over several forms come last.
func (s *Server) findingsOf(doc *fuhe.Document, n int, verdicts map[review.Key]review.Verdict) []shownFinding {
	out := []shownFinding{}
	r := doc.Reports[n]
	cells := evidence.Fields(r)
	for _, i := range rootsFirst(r.Findings) {
		f := &r.Findings[i]
		out = append(out, s.shown(r, f, evidence.Of(r, f), cells, verdicts[review.Key{SHA256: doc.SHA256, Finding: f.ID}]))
	}
	for _, x := range s.session.acrossAt(doc, n) {
		places := []evidence.Place{{Field: x.Field, At: x.At, Mark: evidence.Entry}}
		for _, in := range x.Inputs {
			if in.SHA256 == doc.SHA256 && in.Report == n && in.At != x.At {
				places = append(places, evidence.Place{Field: in.Field, At: in.At, Mark: evidence.Term})
			}
		}
		out = append(out, s.shown(r, &x.Finding, places, cells, verdicts[review.Key{SHA256: doc.SHA256, Finding: x.ID}]))
	}
	return out
}

// shown is a finding with all that explains it.
func (s *Server) shown(r *fuhe.Report, f *fuhe.Finding, places []evidence.Place, cells map[fuhe.Field]*fuhe.Cell, v review.Verdict) shownFinding {
	shown := s.explained(f, v)
	shown.Label = r.Label(f.Field, s.options.Lang)
	for _, p := range places {
		place := placed{p.Mark, p.Field, r.Label(p.Field, s.options.Lang), "", p.At}
		if c := cells[p.Field]; c != nil {
			place.Text = c.Text
		}
		shown.Places = append(shown.Places, place)
	}
	return shown
}

// explained is a finding with what its rule says, in no place yet.
func (s *Server) explained(f *fuhe.Finding, v review.Verdict) shownFinding {
	rule := s.options.Rules[f.Rule]
	return shownFinding{Finding: *f, Title: rule.Title, Basis: rule.Basis, Level: render.SeverityName(f.Severity, s.options.Lang), Changes: render.EffectName(f.Effect, s.options.Lang), Places: []placed{}, Verdict: v}
}

// rootsFirst are the indices of findings in their order, but that of one place the explaining one comes before those that it
// explains.
func rootsFirst(findings []fuhe.Finding) []int {
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	first := map[fuhe.Source]int{}
	for i := range findings {
		if _, met := first[findings[i].At]; !met {
			first[findings[i].At] = i
		}
	}
	key := func(i int) (int, bool) { return first[findings[i].At], findings[i].Root != "" }
	slices.SortStableFunc(order, func(a, b int) int {
		placeA, followsA := key(a)
		placeB, followsB := key(b)
		switch {
		case placeA != placeB:
			return placeA - placeB
		case followsA != followsB && followsA:
			return 1
		case followsA != followsB:
			return -1
		}
		return 0
	})
	return order
}

// figuresOf are the entries of a form, and what stands on it and became none, with what became of each.
func (s *Server) figuresOf(r *fuhe.Report) []shownFigure {
	classes := map[fuhe.Field]*fuhe.Figure{}
	for i := range r.Figures {
		if r.Figures[i].At == nil {
			classes[r.Figures[i].Field] = &r.Figures[i]
		}
	}
	found := map[fuhe.Source][]string{}
	for _, i := range rootsFirst(r.Findings) {
		f := &r.Findings[i]
		found[f.At] = append(found[f.At], f.ID)
	}
	out := []shownFigure{}
	for _, e := range r.Entries() {
		if !e.Cell.Present() {
			continue
		}
		shown := shownFigure{Field: e.Field, Label: r.Label(e.Field, s.options.Lang), Text: e.Cell.Text, At: e.Cell.At, Read: e.Cell.Read, Findings: notNil(found[e.Cell.At]), Entry: true,
			Interval: intervalOf(e.Cell.Number), By: []string{}}
		if c := classes[e.Field]; c != nil {
			shown.Class, shown.Because, shown.By = c.Class, c.Because, s.named(c.By)
		} else if e.Cell.Doubt != nil {
			shown.Class, shown.Because = fuhe.Unchecked, e.Cell.Doubt.In(s.options.Lang)
		}
		out = append(out, shown)
	}
	for i := range r.Figures {
		if c := &r.Figures[i]; c.At != nil {
			out = append(out, shownFigure{Field: c.Field, Label: c.At.String(), Text: c.Text, At: *c.At, Class: c.Class, Because: c.Because, By: s.named(c.By), Findings: notNil(found[*c.At])})
		}
	}
	return out
}

// named are rules with their titles.
func (s *Server) named(rules []string) []string {
	out := make([]string, len(rules))
	for i, id := range rules {
		out[i] = strings.TrimSpace(id + " " + s.options.Rules[id].Title)
	}
	return out
}

// intervalOf is what a printed figure may stand for: half a unit of its last place to either side.
func intervalOf(n *fuhe.Number) string {
	if n == nil || n.Sign != fuhe.NoSign || n.Places < 0 || n.Places > 12 {
		return ""
	}
	half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n.Places)), nil)))
	value := n.Value.Rat()
	end := func(v *big.Rat) string { return v.FloatString(int(n.Places) + 1) }
	return "[" + end(new(big.Rat).Sub(value, half)) + ", " + end(new(big.Rat).Add(value, half)) + ")" + n.Unit
}

// picture answers with a page.
func (s *Server) picture(w http.ResponseWriter, r *http.Request) {
	d, errDoc := strconv.Atoi(r.PathValue("doc"))
	page, errPage := strconv.Atoi(r.PathValue("page"))
	doc, known := s.session.document(d)
	if errDoc != nil || errPage != nil || !known {
		s.refuse(w, http.StatusNotFound, saysNoForm)
		return
	}
	png, err := s.album.Page(&doc, page)
	if err != nil {
		http.Error(w, render.Plain(evidence.Reason(err, s.options.Lang)), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Cache-Control", "private, max-age=3600") // a page of a hash never changes
	_, _ = w.Write(png)                                      // nobody is there any more to be told
}
