package across

import (
	"crypto/sha256"
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// Copies compares all forms with each other and adds a note to each that has been there before. It is called once, when
// all documents have been checked; calling it again adds nothing.
func Copies(documents []fuhe.Document, lang fuhe.Lang) {
	seen := make(map[string]string)
	for d := range documents {
		for i, r := range documents[d].Reports {
			key, _ := fingerprints(r)
			if key == "" {
				continue
			}
			here := documents[d].Path
			if len(documents[d].Reports) > 1 {
				here += " #" + strconv.Itoa(i+1)
			}
			if first, known := seen[key]; known {
				noteCopy(r, first, lang)
			} else {
				seen[key] = here
			}
		}
	}
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
