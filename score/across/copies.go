package across

import (
	"crypto/sha256"
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// copied is a form that others may be copies of: how a reader finds it, and its entry.
type copied struct {
	where string
	place fuhe.Place
}

// again is the note that a form has been there before; false for one that has not. A form is named with its number where its
// document has several.
func (c *Comparison) again(f *form, r *fuhe.Report, several bool) (fuhe.Across, bool) {
	if f.copyOf == "" {
		return fuhe.Across{}, false
	}
	here := f.at("/project", f.projectAt)
	first, known := c.seen[f.copyOf]
	if !known {
		where := f.doc.path
		if several {
			where += " #" + strconv.Itoa(f.report+1)
		}
		c.seen[f.copyOf] = copied{where, here}
		return fuhe.Across{}, false
	}
	x := fuhe.Finding{
		Rule: rules.Copies.ID, Severity: rules.Copies.Severity, Effect: fuhe.NoEffect, Field: here.Field, At: r.Project.At, Published: r.Project.Text,
		Message: text.Fill(copiedFrom, c.o.Lang, r.Project.Text, first.where),
	}
	x.ID = rules.Identify(r, x)
	return fuhe.Across{Finding: x, SHA256: here.SHA256, Path: here.Path, Report: here.Report, Inputs: []fuhe.Place{first.place}}, true
}

// fingerprints are what two copies of a form share: every figure with its entry, alone and with the project. "" with too few
// figures to tell, and the first without a project.
func fingerprints(r *fuhe.Report) (withProject, figuresOnly string) {
	project := text.Squeeze(r.Project.Text)
	h := sha256.New()
	count := 0
	for i, c := range figures.FindPlaces(r).Cells {
		if c.Number == nil {
			continue
		}
		count++
		h.Write([]byte("\x00" + strconv.Itoa(i) + " " + c.Number.Value.String() + c.Number.Unit))
	}
	if count < figuresToCompare {
		return "", ""
	}
	figuresOnly = string(h.Sum(nil))
	if project == "" {
		return "", figuresOnly
	}
	h.Write([]byte(project))
	return string(h.Sum(nil)), figuresOnly
}
