package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// region is an element whose content is left out.
type region struct {
	name   string
	depth  int  // elements of that name open
	tables int  // tables open inside
	quiet  bool // nothing a reader misses: scripts, navigation
	text   string
	cells  int // of tables inside

	drawing bool // an SVG, whose text is read when it is one piece
	pieces  int  // of text in it
	inText  bool
}

// shown is what a page states about the showing of one element.
type shown struct {
	none   bool // takes no place
	blank  bool // takes its place and shows nothing
	single bool // spans columns only because its text is longer than its cell

	look
	hiding
	adds    bool   // rules put figures before or behind it, maybe
	display string // "table", "table-cell" and the like
	topped  bool   // at the top of its line
	small   bool   // in smaller letters than those around it
	format  string // mso-number-format, as the style has it
	box     box
	setting setting
	mayRack bool // rules may set its boxes side by side
}

// look is how text stands on its line.
type look struct {
	raised, lowered bool
	struck          bool
	sight
}

// shownOf reads the attributes of an element; what its own style states goes before the style sheet.
func (p *page) shownOf(t html.Token) shown {
	s := shown{none: isShut(t)}
	if t.Data == "bdo" {
		s.turn = overridden
	}
	for _, a := range t.Attr {
		s.attributeSight(a, t.Data)
	}
	p.style(&s, t)
	if s.skips { // of elements in a line it has no effect
		block := lineBreaks()[t.Data] || s.display == "block" || s.display == "inline-block"
		s.hidden, s.maybe = s.hidden || block, s.maybe || !block
	}
	if !isTablePart(t.Data) && t.Data != "table" { // which grow with what is in them
		s.settle()
	}
	s.fold = foldOf(t)
	s.raised = s.raised || s.box.relative && s.box.top <= -raisedPoints || s.topped && s.small
	switch t.Data {
	case "sup":
		s.raised = true
	case "sub":
		s.lowered = true
	case "s", "strike", "del":
		s.struck = true
	}
	return s
}

// isShut reports whether an element is not shown until somebody opens it, unless a style shows it.
func isShut(t html.Token) bool {
	if t.Data == "dialog" && has(t, "open") {
		return has(t, "hidden")
	}
	return t.Data == "dialog" || has(t, "hidden") || has(t, "popover")
}

// settle draws together what declarations say only together.
func (s *shown) settle() { s.hidden = s.hidden || s.cuts && s.flat }

// declaration is a property with its value.
type declaration struct {
	name, value string
	important   bool
}

// declarations splits a style at its semicolons, those in brackets and quotation marks left out. Names are in lower case.
func declarations(style string) []declaration {
	var out []declaration
	for style != "" {
		st := nextStatement(style, true)
		style = style[st.length:]
		name, value, ok := strings.Cut(st.text, ":")
		if !ok {
			continue // browsers pass over it
		}
		value = strings.TrimSpace(value)
		plain, important := value, false
		if at := strings.LastIndexByte(value, '!'); at >= 0 && strings.EqualFold(strings.TrimSpace(value[at+1:]), "important") {
			plain, important = strings.TrimSpace(value[:at]), true
		}
		out = append(out, declaration{strings.ToLower(strings.TrimSpace(name)), plain, important})
	}
	return out
}

// declare applies declarations of a style.
func (s *shown) declare(style []declaration) {
	for _, d := range style {
		value := strings.ToLower(d.value)
		s.declareSight(d.name, value)
		s.setting.declare(d.name, value)
		switch d.name {
		case "display":
			s.none, s.display = value == "none", value
			s.maybe = s.maybe || strings.Contains(value, "var(")
		case "visibility":
			s.blank = value == "hidden" || value == "collapse"
			s.maybe = s.maybe || strings.Contains(value, "var(")
		case "mso-ignore":
			s.single = strings.Contains(value, "colspan")
		case "mso-hide": // what Word hides is not shown by browsers either
			s.none = s.none || value == "all"
		case "vertical-align":
			up := points(value)
			s.raised, s.lowered = value == "super" || up >= raisedPoints, value == "sub" || up <= -raisedPoints
			s.topped = value == "top" || value == "text-top"
		case "font-size":
			s.small = isSmall(value)
		case "mso-text-raise":
			s.raised, s.lowered = points(value) >= raisedPoints, points(value) <= -raisedPoints
		case "position", "left", "top", "width", "height", "border", "border-style":
			s.box.declare(d.name, value)
		case "text-decoration", "text-decoration-line":
			s.struck = s.struck || strings.Contains(value, "line-through")
		case "mso-number-format":
			s.format = d.value
		}
	}
}

// isSmall reports whether a size of letters is clearly below that of a page's text.
func isSmall(value string) bool {
	switch value {
	case "smaller", "x-small", "xx-small":
		return true
	}
	return value != "" && value[0] >= '0' && value[0] <= '9' && points(value) < smallPoints || strings.HasPrefix(value, ".")
}

// matters reports whether a property is one that is looked at.
func matters(name string) bool {
	switch name {
	case "display", "visibility", "mso-ignore", "mso-hide", "vertical-align", "mso-text-raise", "font-size", "top", "position", "left", "width", "height", "border",
		"border-style", "text-decoration", "text-decoration-line", "mso-number-format",
		"content-visibility", "direction", "unicode-bidi", "opacity", "filter", "clip", "clip-path", "transform", "text-indent", "margin", "margin-left", "margin-top", "overflow", "overflow-x", "overflow-y",
		"max-width", "max-height", "color", "-webkit-text-fill-color", "background", "background-color", "background-image", "font", "content",
		"flex-direction", "flex-flow", "flex-wrap", "grid-template-columns", "grid-template", "grid", "grid-auto-flow", "flex", "flex-basis", "flex-grow", "order",
		"grid-column", "grid-column-start", "grid-column-end", "grid-row", "grid-row-start", "grid-row-end", "grid-area", "float":
		return true
	}
	return false
}

// points is a length in points; an em, a percentage of the line and a length without a unit count as of twelve points. What is none is 0.
func points(value string) float64 {
	digits := strings.TrimRight(value, "abcdefghijklmnopqrstuvwxyz% ")
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v != v || v > maxPoints || v < -maxPoints {
		return 0
	}
	switch strings.TrimSpace(value[len(digits):]) {
	case "px", "":
		return v * 0.75
	case "em", "rem", "ex":
		return v * 12
	case "%":
		return v * 12 / 100
	case "in":
		return v * 72
	case "cm":
		return v * 72 / 2.54
	case "mm":
		return v * 72 / 25.4
	}
	return v
}
