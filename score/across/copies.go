// Package across compares forms with each other: all documents of a run go in, and findings that one form alone cannot give
// are added to them.
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
	seen := make(map[[sha256.Size]byte]string)
	for d := range documents {
		for i, r := range documents[d].Reports {
			key, ok := fingerprint(r)
			if !ok {
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

// fingerprint is what two copies of a form share: the project and every figure with its entry. False without a project, or
// with too few figures to tell.
func fingerprint(r *fuhe.Report) (sum [sha256.Size]byte, ok bool) {
	project := text.Squeeze(r.Project.Text)
	h := sha256.New()
	h.Write([]byte(project))
	count := 0
	for i, c := range figures.FindPlaces(r).Cells {
		if c.Number == nil {
			continue
		}
		count++
		h.Write([]byte("\x00" + strconv.Itoa(i) + " " + c.Number.Value.String() + c.Number.Unit))
	}
	return [sha256.Size]byte(h.Sum(nil)), project != "" && count >= figuresToCompare
}
