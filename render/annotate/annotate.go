// Package annotate makes notes of what was found, to be added to the PDF it was found in: a frame around each entry, red for
// errors and amber for the rest, with what there is to say of it. Reports go in, notes come out; it writes nothing.
package annotate

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/render"
)

// Note is what stands at one place: the findings of one entry.
type Note struct {
	At    fuhe.Source
	Error bool
	Text  string
}

// Notes are the findings of a document that stand on pages, those of one entry together, the explaining one first.
func Notes(doc *fuhe.Document, l fuhe.Lang) []Note {
	var notes []Note
	for _, r := range doc.Reports {
		for _, roots := range []bool{true, false} {
			for i := range r.Findings {
				f := &r.Findings[i]
				if f.At.Page == 0 || f.At.Box.IsZero() || (f.Root == "") != roots {
					continue // of a form in a file without pages, or of the other turn
				}
				k := slices.IndexFunc(notes, func(n Note) bool { return n.At == f.At })
				if k < 0 {
					notes = append(notes, Note{At: f.At, Error: f.Severity == fuhe.Error, Text: textOf(r, f, l)})
					continue
				}
				notes[k].Error = notes[k].Error || f.Severity == fuhe.Error
				notes[k].Text += "\n\n" + textOf(r, f, l)
			}
		}
	}
	return notes
}

// textOf is a finding as the text of a note.
func textOf(r *fuhe.Report, f *fuhe.Finding, l fuhe.Lang) string {
	lines := []string{render.SeverityName(f.Severity, l) + " " + f.Rule + "  " + render.Plain(r.Label(f.Field, l)), render.Plain(f.Message)}
	if f.Recomputed != "" {
		lines = append(lines, render.Plain(f.Published)+" → "+render.Plain(f.Recomputed))
	}
	if f.Working != "" {
		lines = append(lines, render.Plain(f.Working))
	}
	if f.Cause != nil && f.Cause.Text != "" {
		lines = append(lines, render.Plain(f.Cause.Text))
	}
	return strings.Join(lines, "\n")
}
