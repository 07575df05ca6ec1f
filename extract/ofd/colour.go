package ofd

import (
	"strconv"
	"strings"

	"fuhe/extract/page"
)

// paint is a colour as it is seen on white paper.
type paint struct {
	light  float64 // 0 black, 1 white
	hue    page.Ink
	alpha  float64 // 0 to 1
	opaque bool    // nothing shows through
}

var black = paint{alpha: 1, opaque: true}

// mixed are patterns and shadings, which have no one colour and can be seen.
var mixed = paint{light: 0.5, hue: 0x808080, alpha: 1}

// paint is the colour of an element FillColor or StrokeColor; black when there is none.
func (r *resources) paint(c *node, alpha float64) paint {
	out := black
	if c != nil {
		for _, k := range c.kids {
			if k.name == "Pattern" || strings.HasSuffix(k.name, "Shd") {
				out = mixed
			}
		}
		if !out.opaque {
			return out
		}
		if v, ok := r.colour(c); ok {
			out.light = 0.299*v[0] + 0.587*v[1] + 0.114*v[2] // the weights of television
			out.hue = page.InkOf(v[0], v[1], v[2])
		}
		alpha *= unit(c.number("Alpha", 255) / 255)
	}
	out.alpha, out.opaque = alpha, alpha >= 1
	out.light = 1 - alpha*(1-out.light)
	return out
}

// colour is the red, green and blue of a colour, each from 0 to 1; false when it states none.
func (r *resources) colour(c *node) ([3]float64, bool) {
	v, ok := channels(c.attr("Value"))
	space := r.spaces[c.attr("ColorSpace")]
	most := 255.0
	if bits := space.number("BitsPerComponent", 8); bits >= 1 && bits <= 16 {
		most = float64(int(1)<<int(bits) - 1)
	}
	if i := c.attr("Index"); i != "" && !ok {
		at, err := strconv.Atoi(i)
		if palette := space.first("Palette").all("CV"); err == nil && at >= 0 && at < len(palette) {
			v, ok = channels(palette[at].content())
		}
	}
	if !ok {
		return [3]float64{}, false
	}
	for i := range v {
		v[i] = unit(v[i] / most)
	}
	switch len(v) {
	case 1:
		return [3]float64{v[0], v[0], v[0]}, true
	case 3:
		return [3]float64{v[0], v[1], v[2]}, true
	case 4: // cyan, magenta, yellow, black
		k := 1 - v[3]
		return [3]float64{(1 - v[0]) * k, (1 - v[1]) * k, (1 - v[2]) * k}, true
	}
	return [3]float64{}, false
}

// channels reads the parts of a colour: decimal, or hexadecimal behind #.
func channels(s string) ([]float64, bool) {
	var out []float64
	for w := range strings.FieldsSeq(strings.ReplaceAll(s, ",", " ")) {
		if hex, ok := strings.CutPrefix(w, "#"); ok {
			n, err := strconv.ParseUint(hex, 16, 16)
			if err != nil {
				return nil, false
			}
			out = append(out, float64(n))
			continue
		}
		v, ok := number(w)
		if !ok {
			return nil, false
		}
		out = append(out, v)
	}
	return out, len(out) > 0
}

func unit(v float64) float64 { return max(0, min(1, v)) }
