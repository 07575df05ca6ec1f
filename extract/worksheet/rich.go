package worksheet

import (
	"strings"

	"fuhe/extract/grid"
)

// Look is how text is set, as far as it matters for what it says.
type Look struct {
	Raised  bool    // above the line
	Lowered bool    // below it
	Struck  bool    // through
	Ink     string  // colour of its letters, as far as the reader of the format tells it; "" for one that is not told
	Ground  string  // colour behind these letters alone, told in the same way
	Size    float64 // of its letters in points, 0 for one that is not told
}

// Tiny reports whether nobody sees the letters for their size.
func (l Look) Tiny() bool { return l.Size > 0 && l.Size <= leastPoints }

// Run is a part of a text in one look.
type Run struct {
	Text string
	Look *Look // nil: that of the cell
}

// Rich is the text of a cell: plain, or in runs of different looks.
type Rich struct {
	Plain string
	Runs  []Run
}

// All is the whole text, whatever its look.
func (r Rich) All() string {
	if r.Runs == nil {
		return r.Plain
	}
	var b strings.Builder
	for _, run := range r.Runs {
		b.WriteString(run.Text)
	}
	return b.String()
}

// Seen is the text that counts: what is struck out is left out, and said; raised and lowered digits stay apart from those
// on the line. A text that is raised as a whole is only set high in its cell.
func (r Rich) Seen(cell Look) (text string, struck bool) {
	if r.Runs == nil {
		if cell.Struck && strings.TrimSpace(r.Plain) != "" {
			return "", true
		}
		return r.Plain, false
	}
	var b strings.Builder
	onLine := r.onLine(cell)
	for _, run := range r.Runs {
		look := cell
		if run.Look != nil {
			look = *run.Look
		}
		switch {
		case look.Struck:
			struck = struck || strings.TrimSpace(run.Text) != ""
		case look.Raised && onLine:
			b.WriteString(grid.Raised(run.Text))
		case look.Lowered && onLine:
			b.WriteString(grid.Lowered(run.Text))
		default:
			b.WriteString(run.Text)
		}
	}
	return b.String(), struck
}

// Parted parts a text into what is seen and what is not, as the look of its letters decides.
func (r Rich) Parted(cell Look, unseen func(Look) bool) (seen Rich, hidden string) {
	if r.Runs == nil {
		if unseen(cell) {
			return Rich{}, strings.TrimSpace(r.Plain)
		}
		return r, ""
	}
	var kept []Run
	var left strings.Builder
	for _, run := range r.Runs {
		look := cell
		if run.Look != nil {
			look = *run.Look
		}
		if unseen(look) {
			left.WriteString(run.Text)
		} else {
			kept = append(kept, run)
		}
	}
	if hidden = strings.TrimSpace(left.String()); hidden == "" {
		return r, ""
	}
	return Rich{Runs: kept}, hidden
}

// onLine reports whether any text stands on the line.
func (r Rich) onLine(cell Look) bool {
	for _, run := range r.Runs {
		look := cell
		if run.Look != nil {
			look = *run.Look
		}
		if !look.Struck && !look.Raised && !look.Lowered && strings.TrimSpace(run.Text) != "" {
			return true
		}
	}
	return false
}
