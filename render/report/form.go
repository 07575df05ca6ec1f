package report

import (
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"fuhe"
	"fuhe/render"
	"fuhe/render/evidence"
	"fuhe/render/review"
)

// formView is a form as the template shows it.
type formView struct {
	T                          map[string]string
	ID, Title, Heading, Path   string
	Year, Unit, Profile, Money string
	Coverage                   fuhe.Coverage
	Above, Below               []string
	Rows                       []rowView
	Cut                        bool
	Findings                   []findingView
	Unchecked                  []uncheckedView
}

type rowView struct{ Cells []cellView }

// cellView is a cell of the form's table with its tick mark.
type cellView struct {
	Row, Col    int // spans, 0 for one
	Text, Class string
	Tick        string
}

type findingView struct {
	ID, Severity, Level, Rule, Title, Basis, Label, Place     string
	Published, Recomputed, Working, Cause, Message, Root      string
	Terms                                                     []string
	Picture                                                   template.URL
	Rows                                                      []rowView
	NoPicture                                                 string
	Verdict, Note, Feedback, Rectification, By, At, VerdictID string
}

type uncheckedView struct{ Name, Because string }

// form is what is shown of one form.
func (b *builder) form(d, n int) (*formView, error) {
	doc, r := &b.docs[d], b.docs[d].Reports[n]
	v := &formView{T: wordsIn(b.o.Lang), ID: formID(d, n), Title: titleOf(r), Heading: strings.TrimSpace(render.Plain(r.Title) + " " + render.HiddenSheet(r, b.o.Lang)), Path: render.Path(doc.Path), Year: render.Plain(r.Year), Unit: unitOf(r),
		Profile: render.ProfileText(r, b.o.Lang), Money: r.MoneyUnit, Coverage: r.Coverage}
	grid := evidence.GridOf(r)
	v.Above, v.Below, v.Cut = grid.Above, grid.Below, grid.Cut
	classes := classesOf(r)
	cells := 0
	for _, row := range grid.Rows {
		if cells += len(row.Cells); cells > mostCells {
			v.Cut = true
			break
		}
		v.Rows = append(v.Rows, rowOf(row, classes, nil))
	}
	findings := slices.Clone(r.Findings)
	for _, x := range b.o.From.Across {
		if x.SHA256 == doc.SHA256 && x.Path == doc.Path && x.Report == n {
			findings = append(findings, x.Finding)
		}
	}
	for i := range findings {
		f, err := b.finding(doc, r, grid, &findings[i])
		if err != nil {
			return nil, err
		}
		v.Findings = append(v.Findings, f)
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Class == fuhe.Unchecked {
			v.Unchecked = append(v.Unchecked, uncheckedView{render.Plain(render.FigureName(r, f, b.o.Lang)), render.Plain(f.Because)})
		}
	}
	return v, nil
}

// finding is what is shown of one finding: its picture, or the rows of the form it stands in.
func (b *builder) finding(doc *fuhe.Document, r *fuhe.Report, grid evidence.Grid, f *fuhe.Finding) (findingView, error) {
	rule, said := b.o.Rules[f.Rule], b.said[review.Key{SHA256: doc.SHA256, Finding: f.ID}]
	v := findingView{
		ID: f.ID, Severity: string(f.Severity), Level: render.SeverityName(f.Severity, b.o.Lang), Rule: f.Rule, Title: rule.Title, Basis: rule.Basis, Label: render.Plain(r.Label(f.Field, b.o.Lang)), Place: f.At.String(),
		Published: render.Plain(f.Published), Recomputed: render.Plain(f.Recomputed), Working: render.Plain(f.Working), Message: render.Plain(f.Message + " " + render.EffectName(f.Effect, b.o.Lang)), Root: f.Root,
		Note: said.Note, Feedback: said.Feedback, Rectification: said.Rectification, By: said.By, At: said.At, Verdict: review.Name(said.Verdict, b.o.Lang), VerdictID: string(said.Verdict),
	}
	if f.Cause != nil {
		v.Cause = render.Plain(f.Cause.Text)
	}
	places := evidence.Of(r, f)
	cells := evidence.Fields(r)
	for _, p := range places {
		if c := cells[p.Field]; c != nil && p.Mark == evidence.Term {
			v.Terms = append(v.Terms, render.Plain(r.Label(p.Field, b.o.Lang)+" "+c.Text))
		}
	}
	if b.o.Picture != nil {
		switch png, err := b.o.Picture(doc, r, f); {
		case err == nil && len(png) > 0:
			v.Picture = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(png)) // ours, and nothing of the document
			return v, nil
		case err != nil && !errors.Is(err, evidence.ErrNoPicture):
			v.NoPicture = render.Plain(evidence.Reason(err, b.o.Lang)) // the rows stand for it
		}
	}
	for _, row := range grid.Only(places) {
		v.Rows = append(v.Rows, rowOf(row, nil, places))
	}
	return v, nil
}

// rowOf is a row of a grid, with the classes of its figures or the marks of a finding.
func rowOf(row evidence.GridRow, classes map[fuhe.Source]fuhe.Class, places []evidence.Place) rowView {
	var v rowView
	for _, c := range row.Cells {
		cell := cellView{Text: c.Text}
		if c.RowSpan > 1 {
			cell.Row = c.RowSpan
		}
		if c.ColSpan > 1 {
			cell.Col = c.ColSpan
		}
		if class, ok := classes[c.At]; ok && !c.Blank {
			cell.Class, cell.Tick = string(class), class.Tick()
		}
		if m := c.Marked(places); m != "" {
			cell.Class = "m-" + string(m)
		}
		v.Cells = append(v.Cells, cell)
	}
	return v
}

// classesOf is what became of the figures, by their places; of two at one place the graver.
func classesOf(r *fuhe.Report) map[fuhe.Source]fuhe.Class {
	cells := evidence.Fields(r)
	grave := []fuhe.Class{fuhe.Agrees, fuhe.Unchecked, fuhe.Judged, fuhe.Differs}
	out := map[fuhe.Source]fuhe.Class{}
	for i := range r.Figures {
		f := &r.Figures[i]
		at := fuhe.Source{}
		if f.At != nil {
			at = *f.At
		} else if c := cells[f.Field]; c != nil {
			at = c.At
		}
		if was, met := out[at]; !at.IsZero() && (!met || slices.Index(grave, f.Class) > slices.Index(grave, was)) {
			out[at] = f.Class
		}
	}
	return out
}

func formID(d, n int) string { return fmt.Sprintf("f%d-%d", d, n) }

// titleOf is what a form is about, else its title.
func titleOf(r *fuhe.Report) string {
	for _, t := range []string{r.Project.Text, r.Department.Text, r.Implementer.Text, r.Title} {
		if t = render.Plain(t); t != "" {
			return t
		}
	}
	return "—"
}

func unitOf(r *fuhe.Report) string {
	if t := render.Plain(r.Department.Text); t != "" {
		return t
	}
	return render.Plain(r.Implementer.Text)
}
