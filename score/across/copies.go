package across

import (
	"crypto/sha256"
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// again is the note that the form taken last has been there before, as it is or in another version; false for one that has not.
func (c *Comparison) again(f *form, r *fuhe.Report) (fuhe.Across, bool) {
	x, copied := c.copied(f, r)
	if copied {
		return x, true
	}
	return c.version(f, r)
}

// copied is the note that every figure has been there before. A form is named with its number where its document has several.
func (c *Comparison) copied(f *form, r *fuhe.Report) (fuhe.Across, bool) {
	last := int32(len(c.forms) - 1)
	key := c.forms[last].copyOf
	if key == (mark{}) {
		return fuhe.Across{}, false
	}
	n, known := c.seen[key]
	if !known {
		c.seen[key] = last
		return fuhe.Across{}, false
	}
	first := c.form(n)
	where := first.doc.path
	if first.doc.reports > 1 {
		where += " #" + strconv.Itoa(first.report+1)
	}
	x := fuhe.Finding{
		Rule: rules.Copies.ID, Severity: rules.Copies.Severity, Effect: fuhe.NoEffect, Field: "/project", At: r.Project.At, Published: r.Project.Text,
		Message: text.Fill(copiedFrom, c.o.Lang, r.Project.Text, where),
	}
	x.ID = rules.Identify(r, x)
	return fuhe.Across{Finding: x, SHA256: f.doc.sha256, Path: f.doc.path, Report: f.report, Inputs: []fuhe.Place{first.at(x.Field, first.projectAt)}}, true
}

// Same is what copies of a form share, which X605 finds: its project with every figure and its entry. "" for one with too few
// figures to tell, without a project, or scanned.
func Same(r *fuhe.Report) string {
	if r.Scanned {
		return ""
	}
	same, _ := fingerprints(r)
	return same
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
