package doc

import (
	"strings"

	"fuhe/extract/flow"
)

// seen is how a part of a text is set, as far as it decides whether it is seen, and as what.
type seen struct {
	sight
	hidden bool
	script flow.Script
}

// part is a part of a paragraph in one sight.
type part struct {
	text []byte
	seen
}

// shownAt is the text of the paragraph that ends, without what nobody sees of it: where it stands its end tells.
func (r *reading) shownAt(m mark) string {
	var b strings.Builder
	s := stands{m.depth, ""}
	for _, x := range m.list {
		switch x.op {
		case opGround:
			s.ground = fillOf(shade(x.operand[min(1, len(x.operand)):]))
		case opGroundOld:
			s.ground = fillOf(oldShade(x.value()))
		}
	}
	for _, p := range r.parts {
		if !r.hides(p, s) {
			b.WriteString(r.beside.Set(string(p.text), p.script))
		}
	}
	r.parts = r.parts[:0]
	return b.String()
}

// stands is where a paragraph stands.
type stands struct {
	depth  int // of the table
	ground string
}

// hides reports whether nobody sees a part of a paragraph.
func (r *reading) hides(p part, at stands) bool {
	if at.depth == 0 {
		return p.hidden
	}
	canvas := flow.Canvas{Maybe: flow.Mixed} // what cells in cells paint is not looked up
	if at.depth == 1 {
		canvas = flow.Canvas{Fill: r.ground(p.seen)}
	}
	tiny := p.size > 0 && p.size <= leastHalves || p.scale > 0 && p.scale <= leastScale
	return r.beside.Hides(canvas.Under(at.ground).Under(fillOf(p.seen.ground)), flow.Sight{Ink: p.ink, Hidden: p.hidden, Tiny: tiny}, string(p.text))
}

// ground is what the cell being read paints, as far as that matters for letters of a colour of their own.
func (r *reading) ground(s seen) string {
	if s.ink == "" || s.ink == own {
		return ""
	}
	if r.grounds == nil {
		r.grounds = r.d.grounds(r.length)
	}
	if r.cells >= len(r.grounds) {
		return ""
	}
	return r.grounds[r.cells]
}
