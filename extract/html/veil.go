package html

import (
	"strconv"
	"strings"
)

// hiding are the parts of a style that hide an element only together, or only where they apply.
type hiding struct {
	cuts      bool // what does not fit is not shown
	flat      bool // nothing fits
	collapses bool // a column of a table takes no place
	dims      bool // it lets everything through, or is cut off
	squeezed  bool // its lines have no height
	skips     bool // what is in it is not drawn
	gone      bool // it is made so small, or put so far, that nothing is seen
	indented  bool // its first line is
	aside     bool // its place is far from where it would be
	offset    bool // its place is another than it would be
	padded    bool // there is room for something around that
	clipped   bool // nothing of its box is shown
	floats    bool
	halved    bool    // it begins in the middle of the page
	drawn     float64 // how far it is drawn to the left of where it would begin, in points
}

// declareSight applies a declaration that says whether text is seen.
func (s *shown) declareSight(name, value string) {
	switch name {
	case "content-visibility":
		s.skips = value == "hidden"
	case "visibility":
		s.veil, s.collapses = veilOf(value), value == "collapse"
	case "direction":
		s.from = wayOf(value)
	case "unicode-bidi":
		s.turn = turnOf(value)
	case "opacity":
		v, ok := share(value)
		s.dims, s.maybe = s.dims || ok && v <= leastOpacity, s.maybe || !ok
	case "filter":
		s.filter(value)
	case "clip":
		s.clipped = clipsAll(value)
	case "clip-path":
		s.clip(value)
	case "mask", "mask-image", "-webkit-mask", "-webkit-mask-image", "-webkit-text-security":
		s.maybe = s.maybe || value != "none" && value != ""
	case "zoom":
		v, ok := share(value)
		s.maybe = s.maybe || ok && v > 0 && v < smallZoom
	case "transform", "scale", "translate", "rotate":
		gone, known := vanishes(name, value)
		s.gone, s.maybe = s.gone || gone, s.maybe || !known
	case "text-indent":
		s.indented = points(value) <= -farPoints
	case "letter-spacing", "word-spacing":
		s.maybe = s.maybe || points(value) < -closePoints
	case "left", "top", "right", "bottom", "inset", "margin", "margin-left", "margin-right", "margin-top":
		s.put(name, value)
	case "padding", "padding-top", "padding-bottom", "padding-block", "padding-left", "padding-right":
		s.padded = s.padded || strings.Trim(value, "0pxtem% ") != ""
	case "float":
		s.floats = value == "left" || value == "right"
	case "overflow", "overflow-x", "overflow-y":
		s.cuts = s.cuts || value != "visible"
	case "line-height":
		s.squeezed = strings.HasPrefix(value, "0")
	case "width", "height", "max-width", "max-height":
		s.flat = s.flat || value != "" && value[0] >= '0' && value[0] <= '9' && points(value) <= leastSide
	default:
		s.declareLetters(name, value)
	}
}

// declareLetters applies a declaration of colours and sizes.
func (s *shown) declareLetters(name, value string) {
	switch name {
	case "color":
		s.ink = colourOf(value)
		if value == "initial" {
			s.ink = letters
		}
	case "-webkit-text-fill-color":
		s.fill = colourOf(value)
	case "background", "background-color":
		s.ground = groundOf(value)
		if strings.Contains(value, "currentcolor") {
			s.maybe = true
		}
	case "background-image":
		if value != "none" {
			s.ground = colour{state: unknown}
		}
	case "background-clip", "-webkit-background-clip":
		s.maybe = s.maybe || strings.Contains(value, "text") // letters that let everything through show their ground
	case "font-size":
		s.sized(value)
	case "font":
		for _, word := range strings.Fields(value) {
			if size, _, _ := strings.Cut(word, "/"); size != "" && (size[0] >= '0' && size[0] <= '9') && strings.TrimLeft(size, "0123456789") != "" || strings.HasPrefix(word, "0/") {
				s.sized(size)
			}
		}
	}
}

// sized applies a size of letters.
func (s *shown) sized(value string) {
	s.size = letterSizeOf(value)
	s.maybe = s.maybe || strings.Contains(value, "(") && strings.Trim(strings.TrimLeft(value, "abcdefghijklmnopqrstuvwxyz"), "()0.abcdefghijklmnopqrstuvwxyz%-") == ""
}

// put applies a declaration of a place.
func (s *shown) put(name, value string) {
	for i, side := range strings.Fields(value) {
		at := points(side)
		aside := at <= -farPoints || at >= veryFarPoints
		switch {
		case name == "left":
			s.halved = value == "50%"
		case name == "margin-left" || name == "margin" && i == 3:
			s.drawn = -at
		}
		switch {
		case name == "margin-left" || name == "margin" && i == 3:
			s.moved = s.moved || at < -leastSide
		case strings.HasPrefix(name, "margin"):
			s.pulls = s.pulls || at <= -farPoints
			s.moved = s.moved || at < -leastSide && name != "margin-top"
		case strings.ContainsAny(side, "0123456789"):
			s.aside, s.offset = s.aside || aside, s.offset || at < -leastSide || at > leastSide
		}
	}
}

// clip applies a clip-path.
func (s *shown) clip(value string) {
	name, inside, _ := strings.Cut(strings.TrimSuffix(value, ")"), "(")
	first, _, _ := strings.Cut(strings.TrimSpace(inside), " ")
	v, ok := share(first)
	switch {
	case value == "none" || value == "":
	case name == "inset" && ok && strings.HasSuffix(first, "%") && v >= 0.5, name == "circle" && points(first) == 0 && ok:
		s.dims = true
	case name == "inset" && points(first) == 0 && ok && !strings.Contains(inside, " "):
	default:
		s.maybe = true
	}
}

// filter applies a filter.
func (s *shown) filter(value string) {
	for part := range strings.SplitSeq(value, ")") {
		name, amount, _ := strings.Cut(strings.TrimSpace(part), "(")
		switch name {
		case "", "none", "drop-shadow", "grayscale", "sepia", "saturate", "hue-rotate", "invert":
		case "opacity":
			v, ok := share(amount)
			s.dims, s.maybe = s.dims || ok && v <= leastOpacity, s.maybe || !ok
		default:
			s.maybe = true
		}
	}
}

// settle draws together what declarations say only together, of an element that is in a line, a block or a part of a table.
func (s *shown) settle(inLine, part bool) {
	centred := s.halved && (s.box.absolute || s.box.relative) && s.drawn <= s.box.width
	s.pulls = s.pulls || s.drawn >= farPoints && !centred
	placed := s.box.absolute || s.box.relative || s.box.sticky
	if s.box.absolute || s.floats {
		inLine = false
	}
	switch {
	case s.display == "contents": // it has no box
	case inLine: // it has no side or place that could be another
	default:
		s.hidden = s.hidden || s.gone || s.indented || s.skips || !part && s.cuts && s.flat && !s.padded
		s.maybe = s.maybe || !part && s.cuts && (s.flat && s.padded || s.squeezed)
	}
	if s.display != "contents" {
		s.hidden = s.hidden || s.dims || s.pulls || placed && s.aside || s.box.absolute && s.clipped
		s.pulls = s.pulls && !s.box.absolute
		s.moved = s.moved || s.floats || s.box.absolute || placed && s.offset
	}
}

func veilOf(value string) veil {
	switch value {
	case "hidden", "collapse":
		return veiled
	case "visible", "initial":
		return unveiled
	}
	return noVeil
}

// share is a number or a percentage; false for what is neither.
func share(value string) (float64, bool) {
	digits := strings.TrimSuffix(strings.TrimSpace(value), "%")
	v, err := strconv.ParseFloat(strings.TrimRight(digits, "abcdefghijklmnopqrstuvwxyz"), 64)
	if digits != strings.TrimSpace(value) {
		v /= 100
	}
	return v, err == nil
}

// vanishes reports whether a transformation leaves nothing to be seen, and whether that is known.
func vanishes(name, value string) (gone, known bool) {
	if value == "none" || value == "normal" || value == "" || name == "rotate" && !strings.Contains(value, " ") {
		return false, true
	}
	if name != "transform" {
		value = name + "(" + strings.Join(strings.Fields(value), ",")
	}
	if known = true; name == "rotate" {
		return false, false // around another line than the one from the eye
	}
	for part := range strings.SplitSeq(value, ")") {
		word, list, _ := strings.Cut(strings.TrimSpace(part), "(")
		amounts := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
		switch {
		case strings.Contains(list, "(") || strings.HasPrefix(word, "rotate") && word != "rotate" && word != "rotatez" || word == "matrix3d" || word == "perspective":
			known = false
		case strings.HasPrefix(word, "scale"):
			gone = gone || nearZero(amounts)
		case strings.HasPrefix(word, "translate"):
			gone = gone || isFar(amounts)
		case word == "matrix" && len(amounts) == 6:
			gone = gone || nearZero(amounts[:1]) && nearZero(amounts[1:2]) || nearZero(amounts[2:3]) && nearZero(amounts[3:4])
		}
	}
	return gone, known
}

func nearZero(amounts []string) bool {
	for _, a := range amounts[:min(2, len(amounts))] {
		if v, ok := share(a); ok && v > -leastOpacity && v < leastOpacity {
			return true
		}
	}
	return false
}

func isFar(amounts []string) bool {
	for _, a := range amounts {
		if at := points(a); at <= -farPoints || at >= veryFarPoints {
			return true
		}
	}
	return false
}

// letterSizeOf tells letters of no size from others; sizes relative to those around say nothing.
func letterSizeOf(value string) letterSize {
	switch {
	case value == "" || value == "inherit" || value == "unset" || value == "smaller" || value == "larger":
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
