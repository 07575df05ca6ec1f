package ocr

import (
	"fmt"
	"strings"

	"fuhe"
	"fuhe/extract/ocr/recogniser"
	"fuhe/extract/page"
)

// rows is how many rows of pixels the recogniser takes.
const rows = recogniser.Rows

// reading makes a page of what was recognised.
func (l *leaf) reading() (Reading, error) {
	r := Reading{Page: l.ruled(), quarter: l.quarters, angle: l.angle, layer: l.sheet.Layer}
	figures, doubtful := 0, 0
	for i, n := range l.lines {
		r.Page.Glyphs = append(r.Page.Glyphs, l.glyphs(n, i+1)...)
		if n.cell < 0 {
			continue
		}
		d := doubt{box: l.points(n.box)}
		switch {
		case len(n.characters) == 0:
			d.why, d.always = fuhe.DoubtFaint, true
		default:
			d.why = l.doubtOf(n)
		}
		if isFigure := fuhe.ReadFigure(n.text()).OK; isFigure || len(n.characters) == 0 {
			figures++
			if d.why != nil {
				doubtful++
			}
		}
		if d.why != nil {
			r.doubts = append(r.doubts, d)
		}
	}
	if float64(doubtful) > mostDoubtful*float64(figures) && doubtful > 1 {
		return r, fmt.Errorf("%d of its %d figures are in doubt: %w", doubtful, figures, ErrPoor)
	}
	return r, nil
}

// text is a line as it was recognised.
func (n line) text() string {
	var out strings.Builder
	for _, c := range n.characters {
		out.WriteString(c.Text)
	}
	return out.String()
}

// glyphs are the characters of a line, side by side from the first of its ink to the last: recognised steps tell their
// middles, not their widths.
func (l *leaf) glyphs(n line, shown int) []page.Glyph {
	crop := l.crop(n)
	at := func(column int) float64 {
		return float64(crop.Min.X) + float64(column)*float64(crop.Dy())/rows
	}
	top, bottom := float64(crop.Min.Y)/l.scale, float64(crop.Max.Y)/l.scale
	size := bottom - top
	out := make([]page.Glyph, len(n.characters))
	for i, c := range n.characters {
		from, to := float64(n.box.Min.X), float64(n.box.Max.X)
		if i > 0 {
			b := n.characters[i-1]
			from = (at(b.From) + at(b.To) + at(c.From) + at(c.To)) / 4
		}
		if i+1 < len(n.characters) {
			a := n.characters[i+1]
			to = (at(a.From) + at(a.To) + at(c.From) + at(c.To)) / 4
		}
		out[i] = page.Glyph{Text: c.Text, Box: fuhe.Box{from / l.scale, top, to / l.scale, bottom}, Base: bottom - usualDescent*size,
			Size: size, Font: readerName, Sure: true, Shown: int32(shown)}
	}
	return out
}

// usualDescent is the part of the height of a character below its baseline.
const usualDescent = 0.15
