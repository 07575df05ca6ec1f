package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// shown is what a page states about the showing of one element.
type shown struct {
	none   bool // takes no place
	single bool // spans columns only because its text is longer than its cell

	keys []string // as rules name it
	hash uint64   // of those, and of what stands around it
	look
	hiding
	adds     bool   // rules put figures before or behind it, maybe
	unplaced bool   // it takes a place or none
	display  string // "table", "table-cell" and the like
	topped   bool   // at the top of its line
	small    bool   // in smaller letters than those around it
	format   string // mso-number-format, as the style has it
	box      box
	setting  setting
	mayRack  bool // rules may set its boxes side by side
}

// look is how text stands on its line.
type look struct {
	raised, lowered bool
	struck          bool
	apart           bool // it floats: what stands beside it is not written on to it
	sight
}

// shownOf tells how an element is shown: alike where it has the same attributes that matter, and stands in the same elements.
func (p *page) shownOf(t html.Token) shown {
	p.signature = p.sign(p.signature[:0], t)
	if s, ok := p.looks[string(p.signature)]; ok {
		return s
	}
	s := p.readLook(t)
	if len(p.signature) <= maxSignature && len(p.looks) < maxLooks {
		p.looks[string(p.signature)] = s
	}
	return s
}

// readLook reads the attributes of an element; what its own style states goes before the style sheet.
func (p *page) readLook(t html.Token) shown {
	s := shown{none: isShut(t)}
	if t.Data == "bdo" {
		s.turn = overridden
	}
	if t.Data == "dialog" {
		s.box.absolute, s.padded, s.ink, s.ground = true, true, letters, paper
	}
	for _, a := range t.Attr {
		s.attributeSight(a, t.Data)
	}
	switch t.Data {
	case "s", "strike", "del":
		s.struck = true
	}
	p.style(&s, t)
	s.settleAs(t.Data)
	s.fold, s.apart = foldOf(t), s.floats
	s.raised = s.raised || s.box.relative && s.box.top <= -raisedPoints || s.topped && s.small
	switch t.Data {
	case "sup":
		s.raised = true
	case "sub":
		s.lowered = true
	}
	return s
}

// settleAs draws together what declarations say only together, for an element of a name.
func (s *shown) settleAs(name string) {
	part := s.isPart(name)
	s.settle(!part && s.inLine(name), part)
}

// isPart reports whether an element is a table or a part of one, which grow with what is in them.
func (s *shown) isPart(name string) bool {
	return isTablePart(name) || name == "table" || madeParts[s.display] != ""
}

// inLine reports whether an element stands in a line of text.
func (s *shown) inLine(name string) bool {
	switch s.display {
	case "", "inherit", "revert":
		return !lineBreaks()[name] && name != "body" && name != "html" && name != "button" && name != "input" && name != "dialog" && name != "select" && name != "textarea"
	}
	return s.display == "inline" || s.display == "unset" || s.display == "initial"
}

// isShut reports whether an element is not shown until somebody opens it, unless a style shows it.
func isShut(t html.Token) bool {
	if t.Data == "dialog" && has(t, "open") {
		return has(t, "hidden")
	}
	return t.Data == "dialog" || has(t, "hidden") || has(t, "popover")
}

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
			s.none, s.display = value == "none" || s.none && strings.HasPrefix(value, "revert"), value
			s.maybe = s.maybe || strings.Contains(value, "var(")
		case "all":
			s.reset(value)
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
			s.struck = strings.Contains(value, "line-through")
		case "mso-number-format":
			s.format = d.value
		}
	}
}

// reset takes back what is stated of an element, or what browsers have for its name too.
func (s *shown) reset(value string) {
	if value != "initial" && value != "unset" {
		return
	}
	s.none, s.display, s.struck = false, "inline", false
	if value == "initial" {
		s.veil, s.ink, s.fill, s.size = unveiled, letters, colour{}, someSize
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
		"all", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image", "-webkit-text-security", "scale", "translate", "rotate", "zoom", "letter-spacing", "word-spacing",
		"padding", "padding-top", "padding-bottom", "padding-block", "padding-left", "padding-right", "right", "bottom", "inset", "margin-right", "line-height", "background-clip", "-webkit-background-clip", "content-visibility", "direction", "unicode-bidi", "opacity", "filter", "clip", "clip-path", "transform", "text-indent", "margin", "margin-left", "margin-top", "overflow", "overflow-x", "overflow-y",
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
