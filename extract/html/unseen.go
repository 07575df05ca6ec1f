package html

import (
	"strings"

	"golang.org/x/net/html"

	"fuhe"
)

// sight is what decides whether a text is seen by those who look at the page.
type sight struct {
	hidden bool // nothing inside is seen
	veil   veil
	pulls  bool // it is put far from its place, with what stands behind it
	moved  bool // it stands beside its place
	from   way  // the side from which text is written
	turn   turn
	maybe  bool // a style hides or shows it that may or may not hold, or that is not understood
	size   letterSize
	fold   fold

	ink, fill, ground colour // fill is that of the letters where it is set, whatever their ink
	inks, grounds     either // others that they may have
	both              pairs  // others that they have together or not at all
}

// veil is whether text keeps its place and is not shown, which parts of it may lift.
type veil uint8

const (
	noVeil veil = iota
	veiled
	unveiled
)

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

func turnOf(value string) turn {
	switch {
	case strings.Contains(value, "override"):
		return overridden
	case value != "normal":
		return itsOwn
	}
	return noTurn
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

// turned reports whether what is stored from left to right is shown from right to left.
func (s sight) turned() bool { return s.turn == overridden && s.from == fromRight }

// with is the sight of an element inside another.
func (s sight) with(in sight) sight {
	s.hidden, s.maybe, s.moved = s.hidden || in.hidden, s.maybe || in.maybe, s.moved || in.moved
	s.pulls = s.pulls || in.pulls
	if in.veil != noVeil {
		s.veil = in.veil
	}
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
	if in.coloured() {
		s.part()
		s.both = in.both
	}
	if in.ink.state != unset || in.fill.state != unset {
		s.inks = either{}
	}
	if in.ink.state != unset {
		s.ink = in.ink
	}
	if in.fill.state != unset {
		s.fill = in.fill
	}
	if in.ground.state != unset {
		s.ground, s.grounds = in.ground, either{}
	}
	s.inks.join(in.inks)
	s.grounds.join(in.grounds)
	return s
}

// letters is the colour of the letters.
func (s sight) letters() colour {
	if s.fill.state != unset {
		return s.fill
	}
	return s.ink
}

// hides reports whether no text is seen, whatever its colour.
func (s sight) hides() bool {
	return s.hidden || s.fold == shut || s.size == noSize || s.veil == veiled || s.letters().state == clear
}

// fades reports whether text has the colour of what it stands on.
func (s sight) fades(linked bool) bool {
	ink, ground := s.letters(), s.ground
	if ink.state == unset {
		ink = letters
	}
	if ground.state == unset && !linked {
		ground = paper
	}
	return ink.state == known && ink.alike(ground)
}

// hangs reports whether it depends on rules of which it is not known whether they hold whether a text is seen.
func (s sight) hangs(linked bool) bool {
	ink, ground := s.letters(), s.ground
	if ink.state == unset {
		ink = letters
	}
	if ground.state == unset {
		ground = paper
	}
	if s.maybe || linked && s.ground.state == unset && ink.alike(ground) {
		return true
	}
	fades := s.fades(linked)
	if s.both.hang(fades) {
		return true
	}
	if s.inks == (either{}) && s.grounds == (either{}) {
		return false
	}
	for _, i := range append(s.inks[:], ink) {
		if i.state == clear && ink.state != clear {
			return true
		}
		for _, g := range append(s.grounds[:], ground) {
			if i.state == known && g.state == known && i.alike(g) != fades {
				return true
			}
		}
	}
	return false
}

// attributeSight applies what attributes say of colours.
func (s *shown) attributeSight(a html.Attribute, element string) {
	switch {
	case a.Key == "hidden" && strings.EqualFold(strings.TrimSpace(a.Val), "until-found"):
		s.none, s.skips = s.none && element == "dialog", true
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
		case s.hangs(p.linked):
			c.doubt = fuhe.DoubtStyled
		}
	}
	if c != nil && (hides || fades) {
		c.pieces.pulled = c.pieces.pulled || s.pulls
		c.unseen = append(c.unseen, strings.TrimSpace(text))
	}
	return hides || fades
}

func holdsFigure(text string) bool { return strings.ContainsAny(text, "0123456789") }
