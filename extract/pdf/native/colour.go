package native

import "fuhe/extract/page"

// lightness of a colour: 0 black, 1 white. What is as light as its ground cannot be seen. The hue tells what was drawn
// with one ink: a seal and its letters.

func ofRGB(r, g, b float64) float64 {
	return 0.299*unit(r) + 0.587*unit(g) + 0.114*unit(b) // the weights of television
}

func ofCMYK(c, m, y, k float64) float64 {
	k = 1 - unit(k)
	return ofRGB((1-unit(c))*k, (1-unit(m))*k, (1-unit(y))*k)
}

func unit(v float64) float64 { return max(0, min(1, v)) }

// colourSpace tells how many numbers a colour has and how light it is.
type colourSpace struct {
	family string
	n      int
	base   *colourSpace // of indexed colours
	table  string       // of indexed colours
}

var (
	gray    = &colourSpace{family: "gray", n: 1}
	rgb     = &colourSpace{family: "rgb", n: 3}
	cmyk    = &colourSpace{family: "cmyk", n: 4}
	lab     = &colourSpace{family: "lab", n: 3}
	pattern = &colourSpace{family: "pattern"}
)

// patternLight is how light patterns and shadings count: they have no one colour, and can be seen.
const patternLight = 0.5

func (c *colourSpace) lightness(v []float64) float64 {
	if len(v) < c.n {
		return 0
	}
	switch c.family {
	case "gray":
		return unit(v[0])
	case "rgb":
		return ofRGB(v[0], v[1], v[2])
	case "cmyk":
		return ofCMYK(v[0], v[1], v[2], v[3])
	case "lab":
		return unit(v[0] / 100)
	case "indexed":
		return c.indexed(int(v[0]))
	case "tint":
		most := 0.0 // no ink is paper; how dark a spot colour is would need its function
		for _, t := range v[:c.n] {
			most = max(most, unit(t))
		}
		return 1 - most
	}
	return patternLight
}

func (c *colourSpace) indexed(i int) float64 {
	v := c.entry(i)
	if v == nil {
		return 0
	}
	return c.base.lightness(v)
}

// entry is a colour of the table of indexed colours; nil when there is none.
func (c *colourSpace) entry(i int) []float64 {
	n := c.base.n
	if i < 0 || n <= 0 || (i+1)*n > len(c.table) {
		return nil
	}
	v := make([]float64, n)
	for j := range v {
		v[j] = float64(c.table[i*n+j]) / 255
	}
	if c.base.family == "lab" {
		v[0] *= 100
	}
	return v
}

// greyInk is what has no colour of its own.
const greyInk page.Ink = 0x808080

// hue is the colour as an ink.
func (c *colourSpace) hue(v []float64) page.Ink {
	if len(v) < c.n {
		return 0
	}
	switch c.family {
	case "rgb":
		return page.InkOf(v[0], v[1], v[2])
	case "cmyk":
		k := 1 - unit(v[3])
		return page.InkOf((1-unit(v[0]))*k, (1-unit(v[1]))*k, (1-unit(v[2]))*k)
	case "indexed":
		if e := c.entry(int(v[0])); e != nil {
			return c.base.hue(e)
		}
		return 0
	}
	l := c.lightness(v)
	return page.InkOf(l, l, l)
}

// initial is the lightness of the colour a space begins with.
func (c *colourSpace) initial() float64 {
	switch c.family {
	case "pattern":
		return patternLight
	case "cmyk", "tint", "gray", "rgb", "lab":
		return 0
	}
	return c.lightness(make([]float64, c.n))
}

// colourSpace is a colour space by its name or array; nil for one that is unknown.
func (in *interpreter) colourSpace(v value, depth int) *colourSpace {
	family := v.name()
	if v.isArray() {
		family = v.index(0).name()
	}
	switch family {
	case "DeviceGray", "CalGray", "G":
		return gray
	case "DeviceRGB", "CalRGB", "RGB":
		return rgb
	case "DeviceCMYK", "CMYK":
		return cmyk
	case "Lab":
		return lab
	case "Pattern":
		return pattern
	case "ICCBased":
		switch v.index(1).key("N").integer() {
		case 1:
			return gray
		case 4:
			return cmyk
		}
		return rgb
	case "Separation":
		return &colourSpace{family: "tint", n: 1}
	case "DeviceN":
		return &colourSpace{family: "tint", n: v.index(1).len()}
	case "Indexed", "I":
		if depth > 2 {
			return nil
		}
		base := in.colourSpace(v.index(1), depth+1)
		if base == nil {
			return nil
		}
		table := v.index(3)
		if table.isStream() {
			b, err := in.unpack(table)
			in.doubt(err, "a table of colours")
			return &colourSpace{family: "indexed", n: 1, base: base, table: string(b)}
		}
		return &colourSpace{family: "indexed", n: 1, base: base, table: table.bytes()}
	}
	return nil
}

// namedSpace is the space an operator names.
func (in *interpreter) namedSpace(n []byte) *colourSpace {
	switch string(n) {
	case "DeviceGray":
		return gray
	case "DeviceRGB":
		return rgb
	case "DeviceCMYK":
		return cmyk
	case "Pattern":
		return pattern
	}
	key := string(n)
	if c, ok := in.res.spaces[key]; ok {
		return c
	}
	c := in.colourSpace(in.res.dict.key("ColorSpace").key(key), 0)
	if c == nil {
		c = &colourSpace{family: "unknown"} // counts as seen
	}
	in.res.spaces[key] = c
	return c
}

func (in *interpreter) setSpace(i *ink) {
	if n, ok := in.last(name); ok {
		i.space = in.namedSpace(n.str)
		i.lightness, i.hue = i.space.initial(), 0
	}
}

func (in *interpreter) setColour(i *ink, c *colourSpace) {
	i.space = c
	if c.family == "pattern" || c.family == "unknown" {
		i.lightness, i.hue = patternLight, greyInk
		return
	}
	var v [32]float64
	n := min(len(in.args), len(v))
	for j := range n {
		v[j] = in.args[j].num
	}
	i.lightness, i.hue = c.lightness(v[:n]), c.hue(v[:n])
}
