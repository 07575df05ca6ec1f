package ofd

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/pdf/glyph"
)

// letter is one character of a text with its place in the text's own space.
type letter struct {
	r     rune
	known bool // it is what is seen
	x, y  float64
	width float64
	shown int32
}

// typeface is what the characters of a text object share.
type typeface struct {
	font    *font
	size    float64
	stretch float64
	turn    int // quarters clockwise that each character is turned by
}

// text draws a text object.
func (p *painter) text(o *node, s scene) {
	t := typeface{font: p.d.resources.fonts[o.attr("Font")], size: o.number("Size", 0), stretch: o.number("HScale", 1)}
	if t.font == nil {
		t.font = &font{}
	}
	t.turn = (int(o.number("CharDirection", 0))/90%4 + 4) % 4
	if t.size <= 0 {
		p.unsure("a text without a size")
		return
	}
	t.font.look()
	letters := p.letters(o, t)
	downwards := len(letters) > 1 && t.turn == 0
	for i := 1; i < len(letters); i++ {
		downwards = downwards && letters[i].x == letters[i-1].x && letters[i].y > letters[i-1].y
	}
	ink := p.d.resources.paint(p.colourOf(o, s, "FillColor"), s.alpha)
	hidden := ink.alpha == 0
	if !o.flag("Fill", true) {
		hidden = !o.flag("Stroke", false)
		ink = p.d.resources.paint(p.colourOf(o, s, "StrokeColor"), s.alpha)
	}
	for _, l := range letters {
		if p.stopped {
			return
		}
		p.put(l, t, s, ink, hidden, downwards)
	}
}

// letters are the characters of a text object: those of its codes, with what the font tells of them.
func (p *painter) letters(o *node, t typeface) []letter {
	var out []letter
	x, y := 0.0, 0.0
	for _, code := range o.all("TextCode") {
		text := code.text
		if strings.ContainsAny(text, "\r\n") {
			text = strings.TrimSpace(text) // the file's own layout
		}
		x, y = code.number("X", x), code.number("Y", y)
		dx, ok := steps(code.attr("DeltaX"))
		dy, ok2 := steps(code.attr("DeltaY"))
		if !ok || !ok2 {
			p.unsure("a text whose places cannot be read")
		}
		out = append(out, p.run([]rune(text), x, y, dx, dy, t)...)
		if len(out) > maxGlyphs {
			p.stop("more than %d characters", maxGlyphs)
			return nil
		}
	}
	t.transform(o.all("CGTransform"), out)
	return out
}

// run places the characters of one code. Where no step to the next one is told they stand as wide apart as they are.
func (p *painter) run(text []rune, x, y float64, dx, dy []float64, t typeface) []letter {
	out := make([]letter, len(text))
	p.shown++
	for i, r := range text {
		out[i] = letter{r: r, known: unicode.IsPrint(r) && !private(r), x: x, y: y, width: t.width(r), shown: p.shown}
		stepX, stepY := 0.0, 0.0
		switch {
		case i < len(dx):
			stepX = dx[i]
		case len(dx) > 0:
			stepX = dx[len(dx)-1]
		case len(dy) == 0:
			stepX = out[i].width
		}
		switch {
		case i < len(dy):
			stepY = dy[i]
		case len(dy) > 0:
			stepY = dy[len(dy)-1]
		}
		if stepX > 0 && (len(t.font.widths) == 0 || t.font.width(r) == 0) && (i+1 < len(text) || i > 0 && kindOf(text[i-1]) == kindOf(r)) {
			out[i].width = min(stepX, t.most(r)) // behind the last one stands the step of its kind
		}
		if stepY != 0 || stepX < 0 {
			p.shown++ // a new line
		}
		x, y = x+stepX, y+stepY
	}
	return out
}

// steps reads the steps from character to character: numbers, of which "g n v" is n times v.
func steps(s string) ([]float64, bool) {
	words := strings.Fields(strings.ReplaceAll(s, ",", " "))
	var out []float64
	for i := 0; i < len(words); i++ {
		if words[i] != "g" {
			v, ok := number(words[i])
			if !ok {
				return out, false
			}
			out = append(out, v)
			continue
		}
		if i+2 >= len(words) {
			return out, false
		}
		n, err := strconv.Atoi(words[i+1])
		v, ok := number(words[i+2])
		if err != nil || !ok || n < 0 || n > maxRepeats || len(out) > maxGlyphs {
			return out, false
		}
		out = append(out, slices.Repeat([]float64{v}, n)...)
		i += 2
	}
	return out, true
}

// width is how wide a character is: as its font says, else as those of its kind are in a font for Chinese.
func (t typeface) width(r rune) float64 {
	share := t.font.width(r)
	switch {
	case share > 0:
	default:
		share = usualWidths[kindOf(r)]
	}
	return share * t.size * t.stretch
}

// most is how wide a character of an unknown font can be.
func (t typeface) most(r rune) float64 {
	if wide(r) {
		return t.size * t.stretch
	}
	return mostNarrow * t.size * t.stretch
}

// kindOf tells characters apart that are of different widths in most fonts: points, other narrow ones, wide ones.
func kindOf(r rune) int {
	switch {
	case wide(r):
		return 2
	case strings.ContainsRune(".,:;'!|", r):
		return 0
	}
	return 1
}

// usualWidths are those of the kinds of characters in a font for Chinese, in font sizes.
var usualWidths = [3]float64{pointWidth, narrowWidth, 1}

// wide reports whether a character is as wide as an ideograph in most fonts.
func wide(r rune) bool { return r >= 0x2E80 || r >= 0x2010 && r <= 0x2027 || r >= 0x2190 && r < 0x2800 }

// private reports whether a code means a character to its font only.
func private(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 || r == unicode.ReplacementChar
}

// transform looks at which glyphs of the font the codes are drawn with: that tells what a private code shows, and
// whether a digit shows another one.
func (t typeface) transform(transforms []*node, letters []letter) {
	for _, n := range transforms {
		from, count := int(n.number("CodePosition", 0)), int(n.number("CodeCount", 1))
		glyphs, ok := numbers(n.first("Glyphs").content())
		if !ok || from < 0 || count < 0 || from+count > len(letters) || count != len(glyphs) {
			continue // several glyphs for a character, as some scripts have it
		}
		for i, id := range glyphs {
			l := &letters[from+i]
			runes := t.font.runes[int(id)]
			switch {
			case l.known && !t.misnamed(l.r, int(id)):
			case len(runes) > 0 && !private(slices.Min(runes)):
				l.r, l.known = slices.Min(runes), !l.known // a name against a glyph: neither is believed
			default:
				l.known = false
			}
		}
	}
}

// misnamed reports whether a glyph is that of another character, and one of the two is a digit.
func (t typeface) misnamed(r rune, id int) bool {
	runes := t.font.runes[id]
	if len(runes) == 0 {
		return false
	}
	digit := isDigit(r)
	for _, o := range runes {
		if norm.NFKC.String(string(o)) == norm.NFKC.String(string(r)) {
			return false
		}
		digit = digit || isDigit(o)
	}
	return digit
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// put adds a character to the page.
func (p *painter) put(l letter, t typeface, s scene, ink paint, hidden, downwards bool) {
	if len(p.page.Glyphs) >= maxGlyphs {
		p.stop("more than %d characters", maxGlyphs)
		return
	}
	m := quarters[t.turn].then(matrix{1, 0, 0, 1, l.x, l.y}).then(s.to)
	box := m.around(fuhe.Box{0, -usualAscent * t.size, l.width, usualDescent * t.size})
	o := m.point(0, 0)
	if !page.OnPaper(box[:]...) || box[2] < 0 || box[3] < 0 || box[0] > p.page.Width || box[1] > p.page.Height {
		return // off the page
	}
	g := page.Glyph{Box: box, Base: o.y, Size: t.size * math.Hypot(m.c, m.d), Font: t.font.name, Ink: ink.hue,
		Sure: l.known, Hidden: hidden, Shown: l.shown, Piece: l.shown, Upright: downwards}
	if l.known {
		g.Text = string(glyph.Ideograph(l.r))
	}
	if g.Angle = math.Atan2(m.b, m.a) * 180 / math.Pi; math.Abs(g.Angle) < 1e-3 {
		g.Angle = 0
	}
	if downwards {
		g.Base = (box[0] + box[2]) / 2
	}
	x, y := (box[0]+box[2])/2, (box[1]+box[3])/2
	g.Pale = !hidden && ink.light > paleAbove && !p.onShade(x, y, darkBelow)
	g.Unseen = g.Pale && ink.light > lightest
	g.Clip = p.page.Clipped(p.clip)
	p.page.Glyphs = append(p.page.Glyphs, g)
}

// quarters turn characters clockwise; y grows downwards.
var quarters = [4]matrix{{a: 1, d: 1}, {b: 1, c: -1}, {a: -1, d: -1}, {b: -1, c: 1}}
