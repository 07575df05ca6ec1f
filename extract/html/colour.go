package html

import (
	"slices"
	"strconv"
	"strings"
)

// colour is what a page states of the colour of a text or of what it stands on.
type colour struct {
	state   colourState
	r, g, b uint8
}

type colourState uint8

const (
	unset colourState = iota
	known
	clear   // text that lets everything through
	unknown // a picture, a name that is not looked up
)

// paper and text are what pages show that state nothing.
var (
	paper   = colour{state: known, r: 255, g: 255, b: 255}
	letters = colour{state: known}
)

// colourOf reads a colour as style sheets and attributes write it.
func colourOf(value string) colour {
	value = strings.TrimSpace(strings.ToLower(value))
	switch value {
	case "", "inherit", "initial", "unset", "auto", "currentcolor":
		return colour{}
	case "transparent":
		return colour{state: clear}
	}
	if rgb, ok := colourNames[value]; ok {
		return colour{known, uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb)}
	}
	if digits, ok := strings.CutPrefix(value, "#"); ok {
		return ofDigits(digits)
	}
	name, list, ok := strings.Cut(strings.TrimSuffix(value, ")"), "(")
	if ok && (name == "rgb" || name == "rgba") {
		return ofParts(strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' || r == '/' }))
	}
	if ok {
		return ofFunction(name, strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' || r == '/' }))
	}
	if len(value) == 6 { // an attribute without its sign
		return ofDigits(value)
	}
	return colour{state: unknown}
}

// ofDigits is a colour in hexadecimal, with or without how much of it covers.
func ofDigits(digits string) colour {
	if len(digits) == 3 || len(digits) == 4 {
		long := ""
		for _, d := range digits {
			long += string(d) + string(d)
		}
		digits = long
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	switch {
	case err != nil:
		return colour{state: unknown}
	case len(digits) == 8 && v&0xFF < leastCover:
		return colour{state: clear}
	case len(digits) == 8 && v&0xFF < 0xFF:
		return colour{state: unknown}
	case len(digits) == 8:
		v >>= 8
	case len(digits) != 6:
		return colour{state: unknown}
	}
	return colour{known, uint8(v >> 16), uint8(v >> 8), uint8(v)}
}

// ofParts is a colour in red, green, blue and how much of it covers.
func ofParts(parts []string) colour {
	if len(parts) != 3 && len(parts) != 4 {
		return colour{state: unknown}
	}
	var v [4]float64
	v[3] = 1
	for i, p := range parts {
		n, err := strconv.ParseFloat(strings.TrimSuffix(p, "%"), 64)
		if err != nil {
			return colour{state: unknown}
		}
		if strings.HasSuffix(p, "%") {
			n /= 100
			if i < 3 {
				n *= 255
			}
		}
		v[i] = max(0, min(255, n))
	}
	switch {
	case v[3] < leastCover/255.0:
		return colour{state: clear}
	case v[3] < 1:
		return colour{state: unknown}
	}
	return colour{known, uint8(v[0]), uint8(v[1]), uint8(v[2])}
}

// ofFunction is a colour in hue, saturation and lightness, or one of which the lightness alone says that it is white or black.
func ofFunction(name string, parts []string) colour {
	if len(parts) < 3 || strings.Contains(name, "color") {
		return colour{state: unknown}
	}
	var v [4]float64
	v[3] = 1
	for i, part := range parts[:min(4, len(parts))] {
		n, ok := share(part)
		if !ok {
			return colour{state: unknown}
		}
		v[i] = n
	}
	light := v[0]
	switch name {
	case "lab", "lch":
		if !strings.HasSuffix(parts[0], "%") {
			light /= 100
		}
	case "hsl", "hsla":
		light = v[2]
		if !strings.HasSuffix(parts[2], "%") {
			light /= 100
		}
		if v[1] > leastOpacity && light > leastOpacity && light < 1-leastOpacity {
			return colour{state: unknown}
		}
	default:
		if name != "oklab" && name != "oklch" {
			return colour{state: unknown}
		}
	}
	switch grey := uint8(255 * max(0, min(1, light))); {
	case v[3] < leastOpacity:
		return colour{state: clear}
	case v[3] < 1 || !strings.HasPrefix(name, "hsl") && grey > mostAlike && grey < 255-mostAlike:
		return colour{state: unknown}
	default:
		return colour{known, grey, grey, grey}
	}
}

// groundOf is the colour in a background, which may name a picture, a place and more.
func groundOf(value string) colour {
	value = strings.ToLower(value)
	switch {
	case strings.Contains(value, "url(") || strings.Contains(value, "gradient") || strings.Contains(value, "var("):
		return colour{state: unknown}
	case strings.Contains(value, "("):
		c := colourOf(value[:strings.LastIndexByte(value, ')')+1])
		if c.state == clear {
			return colour{}
		}
		return c
	}
	for _, word := range strings.Fields(value) {
		switch c := colourOf(word); c.state {
		case known:
			return c
		case clear:
			return colour{}
		}
	}
	return colour{}
}

// either are other colours that something may have; those beyond number are one that is not known.
type either [3]colour

// add adds the colour of a style that may hold.
func (e *either) add(sure, then colour) {
	if then != sure {
		if then.state == unset {
			then.state = unknown
		}
		e.join(either{then})
	}
}

func (e *either) join(more either) {
	for _, c := range more {
		if c.state == unset || slices.Contains(e[:], c) {
			continue
		}
		if at := slices.Index(e[:], colour{}); at >= 0 {
			e[at] = c
		} else {
			e[0] = colour{state: unknown}
		}
	}
}

// alike reports whether one colour cannot be told from another.
func (c colour) alike(o colour) bool {
	off := func(a, b uint8) bool { return max(a, b)-min(a, b) <= mostAlike }
	return c.state == known && o.state == known && off(c.r, o.r) && off(c.g, o.g) && off(c.b, o.b)
}

// colourNames are the names of colours that pages use.
var colourNames = map[string]uint32{"white": 0xFFFFFF, "black": 0, "silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080, "red": 0xFF0000,
	"maroon": 0x800000, "yellow": 0xFFFF00, "olive": 0x808000, "lime": 0x00FF00, "green": 0x008000, "aqua": 0x00FFFF, "cyan": 0x00FFFF, "teal": 0x008080,
	"blue": 0x0000FF, "navy": 0x000080, "fuchsia": 0xFF00FF, "magenta": 0xFF00FF, "purple": 0x800080, "orange": 0xFFA500, "window": 0xFFFFFF,
	"windowtext": 0, "whitesmoke": 0xF5F5F5, "snow": 0xFFFAFA, "ivory": 0xFFFFF0, "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3}
