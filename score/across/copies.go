package across

import (
	"crypto/sha256"
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// again adds a note to a form that has been there before; where is how a reader finds this one.
func (c *Comparison) again(r *fuhe.Report, key, where string) {
	if key == "" {
		return
	}
	if first, known := c.seen[key]; known {
		noteCopy(r, first, c.o.Lang)
		return
	}
	c.seen[key] = where
}

// noteCopy adds the note to a form that it has been there before.
func noteCopy(r *fuhe.Report, first string, lang fuhe.Lang) {
	for _, f := range r.Findings {
		if f.Rule == rules.Copies.ID {
			return
		}
	}
	f := fuhe.Finding{
		Rule: rules.Copies.ID, Severity: rules.Copies.Severity, Effect: fuhe.NoEffect, Field: "/project", At: r.Project.At, Published: r.Project.Text,
		Message: text.Fill(copied, lang, r.Project.Text, first),
	}
	f.ID = rules.Identify(r, f)
	r.Findings = append([]fuhe.Finding{f}, r.Findings...)
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
