package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"fuhe"
)

// sight is what decides whether a text is seen by those who look at the page.
type sight struct {
	hidden      bool // nothing inside is seen
	from        way  // the side from which text is written
	turn        turn
	maybe       bool // a rule of style hides it that may or may not hold
	size        letterSize
	fold        fold
	ink, ground colour
}

// fold is what an element says of a part of the page that is folded away until somebody opens it.
type fold uint8

const (
	noFold   fold = iota
	shut          // <details>
	unfolded      // <details open>
	heading       // <summary>, which is seen when the rest is not
)

// foldOf is what an element says of folding.
func foldOf(t html.Token) fold {
	switch t.Data {
	case "summary":
		return heading
	case "details":
		for _, a := range t.Attr {
			if a.Key == "open" {
				return unfolded
			}
		}
		return shut
	}
	return noFold
}

type letterSize uint8

const (
	asAround letterSize = iota
	someSize
	noSize
)

// way is the side from which text is written.
type way uint8

const (
	noWay way = iota
	fromLeft
	fromRight
)

// turn is whether characters are set in the order of their side, whatever they are.
type turn uint8

const (
	noTurn turn = iota
	overridden
	itsOwn // an order of its own
)

// turned reports whether what is stored from left to right is shown from right to left.
func (s sight) turned() bool { return s.turn == overridden && s.from == fromRight }

// with is the sight of an element inside another.
func (s sight) with(in sight) sight {
	s.hidden, s.maybe = s.hidden || in.hidden, s.maybe || in.maybe
	switch {
	case s.fold == shut && (in.fold == shut || in.fold == unfolded): // folded away as a whole
		s.hidden = true
	case in.fold != noFold:
		s.fold = in.fold
	}
	if in.from != noWay {
		s.from = in.from
	}
	if in.turn != noTurn {
		s.turn = in.turn
	}
	if in.size != asAround {
		s.size = in.size
	}
	if in.ink.state != unset {
		s.ink = in.ink
	}
	if in.ground.state != unset {
		s.ground = in.ground
	}
	return s
}

// hides reports whether no text is seen, whatever its colour.
func (s sight) hides() bool {
	return s.hidden || s.fold == shut || s.size == noSize || s.ink.state == clear
}

// fades reports whether text has the colour of what it stands on.
func (s sight) fades(linked bool) bool {
	ink, ground := s.ink, s.ground
	if ink.state == unset {
		ink = letters
	}
	if ground.state == unset && !linked {
		ground = paper
	}
	return ink.state == known && ink.alike(ground)
}

// hangs reports whether it depends on rules that are not applied whether a text is seen.
func (s sight) hangs(linked bool) bool {
	ground := s.ground
	if ground.state == unset {
		ground = paper
	}
	return s.maybe || (s.ink.state == perhaps || linked && s.ground.state == unset) && s.ink.alike(ground)
}

// hiding are the parts of a style that hide an element only together.
type hiding struct {
	cuts  bool // what does not fit is not shown
	flat  bool // nothing fits
	skips bool // what is in it is not drawn, if it is a block
}

// declareSight applies a declaration that says whether text is seen.
func (s *shown) declareSight(name, value string) {
	switch name {
	case "content-visibility":
		s.skips = value == "hidden"
	case "direction":
		s.from = wayOf(value)
	case "unicode-bidi":
		switch {
		case strings.Contains(value, "override"):
			s.turn = overridden
		case value != "normal":
			s.turn = itsOwn
		}
	case "opacity":
		v, err := strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64)
		s.hidden = s.hidden || err == nil && v <= leastOpacity
	case "filter":
		s.hidden = s.hidden || strings.Contains(value, "opacity(0)") || strings.Contains(value, "opacity(0%)") || strings.Contains(value, "opacity=0)")
	case "clip":
		s.hidden = s.hidden || clipsAll(value)
	case "clip-path":
		s.hidden = s.hidden || value == "inset(100%)" || value == "inset(50%)" || strings.HasPrefix(value, "circle(0")
	case "transform":
		s.hidden = s.hidden || strings.Contains(value, "scale(0)") || strings.Contains(value, "scalex(0)") || strings.Contains(value, "scaley(0)")
	case "text-indent", "left", "top", "margin-left", "margin-top", "margin":
		s.hidden = s.hidden || points(strings.Fields(value + " 0")[0]) <= -farPoints
	case "overflow", "overflow-x", "overflow-y":
		s.cuts = s.cuts || value == "hidden" || value == "clip"
	case "width", "height", "max-width", "max-height":
		s.flat = s.flat || value != "" && value[0] >= '0' && value[0] <= '9' && points(value) <= leastSide
	case "color", "-webkit-text-fill-color":
		s.ink = colourOf(value)
	case "background", "background-color":
		s.ground = groundOf(value)
	case "background-image":
		if value != "none" {
			s.ground = colour{state: unknown}
		}
	case "font-size":
		s.size = letterSizeOf(value)
	case "font":
		for _, word := range strings.Fields(value) {
			if size, _, _ := strings.Cut(word, "/"); size != "" && (size[0] >= '0' && size[0] <= '9') && strings.TrimLeft(size, "0123456789") != "" || strings.HasPrefix(word, "0/") {
				s.size = letterSizeOf(size)
			}
		}
	}
}

func wayOf(value string) way {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "rtl":
		return fromRight
	case "ltr":
		return fromLeft
	}
	return noWay
}

// letterSizeOf tells letters of no size from others; sizes relative to those around say nothing.
func letterSizeOf(value string) letterSize {
	switch {
	case value == "" || value == "inherit" || value == "smaller" || value == "larger":
		return asAround
	case value[0] != '.' && (value[0] < '0' || value[0] > '9'):
		return someSize
	case points(value) < leastLetters:
		return noSize
	case strings.HasSuffix(value, "em") && !strings.HasSuffix(value, "rem") || strings.HasSuffix(value, "%"):
		return asAround
	}
	return someSize
}

// clipsAll reports whether a clip shows nothing: rect(top, right, bottom, left).
func clipsAll(value string) bool {
	list, ok := strings.CutPrefix(strings.TrimSuffix(value, ")"), "rect(")
	if !ok {
		return false
	}
	sides := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
	if len(sides) != 4 {
		return false
	}
	for _, v := range sides {
		if v == "auto" {
			return false
		}
	}
	return points(sides[1])-points(sides[3]) <= leastSide || points(sides[2])-points(sides[0]) <= leastSide
}

// attributeSight applies what attributes say of colours.
func (s *shown) attributeSight(a html.Attribute, element string) {
	switch {
	case a.Key == "dir":
		s.from = wayOf(a.Val)
	case a.Key == "bgcolor":
		s.ground = colourOf(a.Val)
	case a.Key == "background":
		s.ground = colour{state: unknown}
	case a.Key == "color" && element == "font", a.Key == "text" && element == "body":
		s.ink = colourOf(a.Val)
	}
}

// notSeen takes text that is not seen, or may not be, and says whether it is to be left out.
func (p *page) notSeen(s sight, text string) bool {
	if strings.TrimSpace(text) == "" {
		return false
	}
	hides, fades := s.hides(), s.fades(p.linked)
	figure := holdsFigure(text)
	c := p.open()
	if c != nil && c.doubt == nil && figure {
		switch {
		case fades && !hides:
			c.doubt = fuhe.DoubtUnseen
		case !hides && s.hangs(p.linked):
			c.doubt = fuhe.DoubtStyled
		}
	}
	if c != nil && (hides || fades) {
		c.unseen = append(c.unseen, strings.TrimSpace(text))
	}
	return hides || fades
}

func holdsFigure(text string) bool { return strings.ContainsAny(text, "0123456789") }
