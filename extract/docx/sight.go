package docx

import (
	"cmp"
	"strings"

	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
)

// sight is what decides whether a text is seen by those who look at the document, as far as it is stated.
type sight struct {
	hidden toggle
	ink    string // colour of the letters, six hexadecimal digits; "auto" is one that is always seen
	ground string // colour of what they stand on
	size   int    // of the letters in half points
	scale  int    // of their width in per cent
}

// toggle is a property that may be stated as on or as off.
type toggle uint8

const (
	notStated toggle = iota
	on
	off
)

func toggled(v string) toggle {
	if isOff(v) {
		return off
	}
	return on
}

// with is the sight of a text inside another: what it states goes first.
func (s sight) with(in sight) sight {
	return sight{
		hidden: cmp.Or(in.hidden, s.hidden), ink: cmp.Or(in.ink, s.ink), ground: cmp.Or(in.ground, s.ground),
		size: cmp.Or(in.size, s.size), scale: cmp.Or(in.scale, s.scale),
	}
}

// inkOwn is the colour of a pattern that states none.
const inkOwn = "000000"

// fillOf is the colour that a shading paints; "" for none.
func fillOf(e ooxml.Element) string {
	fill := strings.ToUpper(ooxml.Attr(e, "fill"))
	switch val := ooxml.Attr(e, "val"); {
	case val == "nil":
		return ""
	case val == "solid":
		if fill = strings.ToUpper(ooxml.Attr(e, "color")); fill == "AUTO" || fill == "" {
			return inkOwn
		}
		return fill
	case val != "clear" && val != "":
		return flow.Mixed
	case fill == "AUTO":
		return ""
	}
	return fill
}

// highlights are the colours of the marker.
var highlights = map[string]string{"black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00",
	"white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
	"darkGray": "808080", "lightGray": "C0C0C0"}

// notSeen takes text that nobody sees, or maybe nobody, and says whether it is to be left out.
func (d *document) notSeen(s sight, text string) bool {
	if d.here == nil {
		return s.hidden == on
	}
	tiny := s.size > 0 && s.size <= leastHalfPoints || s.scale > 0 && s.scale <= leastScale
	return d.here.Hides(d.canvas.Under(s.ground), flow.Sight{Ink: s.ink, Hidden: s.hidden == on, Tiny: tiny}, text)
}
