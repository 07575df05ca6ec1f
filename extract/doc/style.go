package doc

import (
	"unicode/utf16"
)

// readFonts reads the names of the fonts.
func (d *document) readFonts() {
	b := d.stored(atFonts)
	const nameAt = 40
	for at := 4; at < len(b) && len(d.fonts) < maxFonts; {
		n := int(b[at]) + 1
		if at+n > len(b) {
			return
		}
		var name []uint16
		for i := at + nameAt; i+2 <= at+n; i += 2 {
			c := u16(b, i)
			if c == 0 {
				break
			}
			name = append(name, uint16(c))
		}
		d.fonts = append(d.fonts, string(utf16.Decode(name)))
		at += n
	}
}

// readStyles reads the looks of the styles, as far as they can be read: what they say of hidden and struck-out text.
func (d *document) readStyles() {
	b := d.stored(atStyles)
	head := u16(b, 0)
	count, base := u16(b, 2), u16(b, 4)
	at := 2 + head
	own, rests := map[int][]modifier{}, map[int]int{}
	for i := 0; i < min(count, maxStyles) && at+2 <= len(b); i++ {
		n := u16(b, at)
		at += 2
		if n > len(b)-at {
			break
		}
		if n > 0 {
			own[i], rests[i] = styleOf(b[at:at+n], base)
		}
		at += n + n%2
	}
	for i := range min(count, maxStyles) {
		d.styles = append(d.styles, inherited(i, own, rests))
	}
}

// styleOf is what a style says of characters, and the style it rests on.
func styleOf(b []byte, base int) ([]modifier, int) {
	kind, rests := u16(b, 2)&0xF, u16(b, 2)>>4
	at := base
	name := u16(b, at)
	at += 2 + 2*(name+1)
	const paragraph, character = 1, 2
	skip := map[int]int{paragraph: 1, character: 0}
	before, ok := skip[kind]
	for ; ok && at+2 <= len(b); before-- {
		at += at % 2
		n := u16(b, at)
		if at+2+n > len(b) {
			break
		}
		if before == 0 {
			return modifiers(b[at+2 : at+2+n]), rests
		}
		at += 2 + n
	}
	return nil, rests
}

// inherited is the look of a style with those it rests on.
func inherited(i int, own map[int][]modifier, rests map[int]int) look {
	var line []int
	for n := 0; n < maxInherited; n++ {
		if _, ok := own[i]; !ok {
			break
		}
		line = append(line, i)
		i = rests[i]
	}
	var l look
	for k := len(line) - 1; k >= 0; k-- {
		l.apply(own[line[k]], l)
	}
	return l
}

// style is the look of a style, none for one that is not known.
func (d *document) style(i int) look {
	if i < 0 || i >= len(d.styles) {
		return look{}
	}
	l := d.styles[i]
	return look{hidden: l.hidden, struck: l.struck, raised: l.raised, lowered: l.lowered, family: l.family, sight: l.sight}
}

// with is a look with what another one adds.
func (l look) with(o look) look {
	l.hidden, l.struck = l.hidden || o.hidden, l.struck || o.struck
	l.raised, l.lowered = l.raised || o.raised, l.lowered || o.lowered
	l.sight = l.sight.with(o.sight)
	if o.family != 0 {
		l.family = o.family
	}
	return l
}
