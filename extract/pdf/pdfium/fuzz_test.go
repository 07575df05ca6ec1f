package pdfium

import (
	"bytes"
	"context"
	"math"
	"testing"
	"time"
)

// Whatever the file, reading it ends in a page or an error, and what a page holds are places and known characters.
func FuzzFile(f *testing.F) {
	f.Add(drawn("BT /F1 10 Tf 20 50 Td (A1) Tj ET 10 20 50 30 re S", "/Rotate 90"))
	f.Add(drawn("q 2 0 0 2 10 10 cm /X1 Do Q", "", stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]", "0 0 10 1 re f")))
	f.Add(drawn("BT /F2 10 Tf 20 50 Td <00410042> Tj ET", "", composite("Identity-H", "Identity", "/ToUnicode 9 0 R", toUnicode("<0041> <76EE> <0042> <D842DFB7>"))...))
	f.Fuzz(func(t *testing.T, b []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		defer cancel()
		d, err := Open(ctx, bytes.NewReader(b), int64(len(b)), Options{})
		if err != nil {
			return
		}
		defer d.Close()
		p, err := d.Page(ctx, 1)
		if err != nil {
			return
		}
		for _, g := range p.Glyphs {
			if !finite(g.Box) || math.IsNaN(g.Base) || math.IsNaN(g.Angle) || !(g.Size > 0) || g.Box[0] > g.Box[2] || g.Box[1] > g.Box[3] {
				t.Errorf("glyph %+v", g)
			}
		}
		for _, r := range p.Rules {
			if !(r.X0 <= r.X1) || !(r.Y0 <= r.Y1) || !(r.Thickness >= 0) || r.X0 < 0 || r.X1 > p.Width || r.Y0 < 0 || r.Y1 > p.Height {
				t.Errorf("rule %+v", r)
			}
		}
	})
}
