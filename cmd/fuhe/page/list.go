package page

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/render"
	"fuhe/render/review"
)

// mostForms is how many lines of the list one answer holds.
const mostForms = 100

// listed is a line of the list: a form, or a file without one.
type listed struct {
	Doc    int    `json:"doc"`
	Report int    `json:"report"` // -1 for a file
	Path   string `json:"path"`
	Title  string `json:"title"` // what the form is about, or what became of the file
	Unit   string `json:"unit"`
	Year   string `json:"year"`
	Status string `json:"status"`
	counts
}

// counts of a form's findings; what another finding explains is not counted again.
type counts struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
	Judged   int `json:"judged"` // confirmed or rejected
}

// filter is what the list is narrowed by.
type filter struct {
	severity fuhe.Severity
	rule     string
	unit     string
	verdict  string
	text     string
}

func filterOf(r *http.Request) filter {
	q := r.URL.Query()
	return filter{fuhe.Severity(q.Get("severity")), q.Get("rule"), q.Get("unit"), q.Get("verdict"), strings.ToLower(strings.TrimSpace(q.Get("q")))}
}

// concerns reports whether a finding is one of those looked for.
func (f filter) concerns(n *fuhe.Finding, v review.Verdict) bool {
	if f.severity != "" && n.Severity != f.severity || f.rule != "" && n.Rule != f.rule {
		return false
	}
	judgement := string(v.Verdict)
	if judgement == "" {
		judgement = "none"
	}
	return f.verdict == "" || f.verdict == judgement
}

// onlyUnread asks for what was not read, in the place of a severity.
const onlyUnread fuhe.Severity = "unread"

// byFinding reports whether the filter asks anything of findings.
func (f filter) byFinding() bool { return f.severity != "" || f.rule != "" || f.verdict != "" }

// forms answers with a part of the list, and with what it can be narrowed by.
func (s *Server) forms(w http.ResponseWriter, r *http.Request) {
	want, offset := filterOf(r), 0
	if n, err := strconv.Atoi(r.URL.Query().Get("offset")); err == nil && n > 0 {
		offset = n
	}
	held := s.options.Review.Latest()
	verdicts := held.Index()
	var all []listed
	rules, units := map[string]int{}, map[string]int{}
	s.session.look(func(docs []fuhe.Document) {
		for d := range docs {
			all = append(all, s.linesOf(d, &docs[d], want, verdicts, rules, units)...)
		}
	})
	total := len(all)
	all = all[min(offset, total):min(offset+mostForms, total)]
	answer(w, map[string]any{"forms": notNil(all), "total": total, "offset": offset, "rules": s.facets(rules), "units": facetsOf(units)})
}

// linesOf are the lines of a document that the filter leaves.
func (s *Server) linesOf(d int, doc *fuhe.Document, want filter, verdicts map[review.Key]review.Verdict, rules, units map[string]int) []listed {
	var lines []listed
	for n, report := range doc.Reports {
		unit := unitOf(report)
		units[unit]++
		line := listed{Doc: d, Report: n, Path: doc.Path, Title: titleOf(report), Unit: unit, Year: report.Year, Status: string(fuhe.StatusRead)}
		hit := !want.byFinding()
		for i := range report.Findings {
			f := &report.Findings[i]
			rules[f.Rule]++
			v := verdicts[review.Key{SHA256: doc.SHA256, Finding: f.ID}]
			hit = hit || want.concerns(f, v)
			line.count(f, v)
		}
		if hit && (want.unit == "" || want.unit == unit) && want.found(doc, report) {
			lines = append(lines, line)
		}
	}
	if line, ok := s.besideLine(d, doc, want, verdicts, rules); ok {
		lines = append(lines, line)
	}
	return lines
}

// count takes a finding into the counts of its form.
func (c *counts) count(f *fuhe.Finding, v review.Verdict) {
	if v.Verdict == review.Confirmed || v.Verdict == review.Rejected {
		c.Judged++
	}
	switch {
	case f.Root != "":
	case f.Severity == fuhe.Error:
		c.Errors++
	case f.Severity == fuhe.Warning:
		c.Warnings++
	default:
		c.Notes++
	}
}

// found reports whether the text looked for stands in a form, its findings, or the name of its file.
func (f filter) found(doc *fuhe.Document, report *fuhe.Report) bool {
	if f.text == "" || strings.Contains(strings.ToLower(doc.Path), f.text) {
		return true
	}
	if report == nil {
		return slices.ContainsFunc(doc.Unread, func(u fuhe.Unread) bool { return strings.Contains(strings.ToLower(u.Reason), f.text) })
	}
	has := func(t string) bool { return strings.Contains(strings.ToLower(t), f.text) }
	return has(report.Title) || slices.ContainsFunc(report.Printed.Table.Cells, func(c fuhe.TableCell) bool { return has(c.Text) }) ||
		slices.ContainsFunc(report.Findings, func(n fuhe.Finding) bool { return has(n.Message) || has(n.Rule) })
}

// became says what became of a file that is no form, or of the part of it that was not read.
func (s *Server) became(doc *fuhe.Document) string {
	switch status := doc.Status(); {
	case status == fuhe.StatusUnread, status == fuhe.StatusRead && len(doc.Unread) > 0:
		return saysUnread.In(s.options.Lang) + doc.Unread[0].Reason
	case status == fuhe.StatusPassedOver:
		return saysPassedOver.In(s.options.Lang) + doc.PassedOver
	case status == fuhe.StatusRead:
		return saysBeside.In(s.options.Lang)
	}
	return saysWithoutForm.In(s.options.Lang)
}

// titleOf is what a form is about, else its title.
func titleOf(r *fuhe.Report) string {
	for _, t := range []string{r.Project.Text, r.Department.Text, r.Implementer.Text, r.Title} {
		if t = strings.TrimSpace(t); t != "" {
			return render.Plain(t)
		}
	}
	return "—"
}

func unitOf(r *fuhe.Report) string {
	for _, t := range []string{r.Department.Text, r.Implementer.Text} {
		if t = strings.TrimSpace(t); t != "" {
			return render.Plain(t)
		}
	}
	return ""
}

// facet is a value that the list can be narrowed by.
type facet struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

func facetsOf(counts map[string]int) []facet {
	out := []facet{}
	for v, n := range counts {
		if v != "" {
			out = append(out, facet{v, v, n})
		}
	}
	slices.SortFunc(out, func(a, b facet) int { return strings.Compare(a.Value, b.Value) })
	return out
}

func (s *Server) facets(rules map[string]int) []facet {
	out := facetsOf(rules)
	for i := range out {
		out[i].Label = fmt.Sprintf("%s %s", out[i].Value, s.options.Rules[out[i].Value].Title)
	}
	return out
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// state answers with how far the reading is.
func (s *Server) state(w http.ResponseWriter, _ *http.Request) {
	s.session.mu.RLock()
	defer s.session.mu.RUnlock()
	t := render.TallyOf(s.session.docs)
	t.AddAcross(s.session.across)
	held := s.options.Review.Latest()
	lost, elsewhere := held.Gone(s.session.docs, s.session.across)
	done := s.session.busy == 0
	if !done {
		lost, elsewhere = nil, nil // what is not there yet is not gone
	}
	answer(w, map[string]any{
		"version": s.session.version, "done": done, "read": len(s.session.docs), "expected": s.session.expected, "tally": t,
		"problems": notNil(s.session.problems), "gone": notNil(lost), "elsewhere": notNil(elsewhere), "review": s.options.Review.Path(),
	})
}
