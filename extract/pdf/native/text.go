package native

// textState is the text part of the graphics state.
type textState struct {
	font      *font
	size      float64
	charSpace float64
	wordSpace float64
	stretch   float64 // Tz, 1 for 100
	leading   float64
	rise      float64
	mode      int
	tm, tlm   matrix
}

// texts runs the text operators.
func (in *interpreter) texts(op []byte) bool {
	s := &in.state
	switch string(op) {
	case "Tj", "TJ":
		return in.shows(op)
	case "BT", "Td", "TD", "Tm", "T*", "'", `"`:
		in.placed++
	}
	switch string(op) {
	case "BT", "ET":
		in.openText(op[0] == 'B')
	case "Tf":
		in.setFont()
	case "Td":
		if v, ok := in.numbers(2); ok {
			s.newLine(v[0], v[1])
		}
	case "TD":
		if v, ok := in.numbers(2); ok {
			s.leading = -v[1]
			s.newLine(v[0], v[1])
		}
	case "Tm":
		if v, ok := in.numbers(6); ok {
			s.tm = matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
			s.tlm = s.tm
		}
	case "T*":
		s.newLine(0, -s.leading)
	case "Tc", "Tw", "Tz", "TL", "Ts", "Tr":
		if v, ok := in.numbers(1); ok {
			s.set(op[1], v[0])
		}
	default:
		return in.shows(op)
	}
	return true
}

// openText begins a text object, or ends it. One in another, or an end of none, was something else before bytes of it were
// lost: where the text behind it stands, readers do not agree on.
func (in *interpreter) openText(begins bool) {
	if begins == in.inText {
		in.misparsed("the content stream does not parse: BT and ET do not pair")
	}
	if in.inText = begins; begins {
		in.state.tm, in.state.tlm = identity, identity
	}
}

func (s *state) set(what byte, v float64) {
	switch what {
	case 'c':
		s.charSpace = v
	case 'w':
		s.wordSpace = v
	case 'z':
		s.stretch = v / 100
	case 'L':
		s.leading = v
	case 's':
		s.rise = v
	case 'r':
		s.mode = int(v)
	}
}

func (in *interpreter) shows(op []byte) bool {
	s := &in.state
	switch string(op) {
	case "Tj":
	case "'":
		s.newLine(0, -s.leading)
	case `"`:
		if len(in.args) == 3 && in.args[0].kind == number && in.args[1].kind == number {
			s.wordSpace, s.charSpace = in.args[0].num, in.args[1].num
		}
		s.newLine(0, -s.leading)
	case "TJ":
		in.shown++
		o, ok := in.last(array)
		if !ok {
			in.misparsed("the content stream does not parse: TJ without its array")
		}
		for _, e := range o.list {
			switch e.kind {
			case text:
				in.show(e.str)
			case number:
				s.shift(-e.num / 1000 * s.size)
			}
		}
		return true
	default:
		return false
	}
	o, ok := in.last(text)
	if !ok {
		in.misparsed("the content stream does not parse: a text without its string")
	}
	in.shown++
	in.show(o.str)
	return true
}

func (s *state) newLine(x, y float64) {
	s.tlm = matrix{a: 1, d: 1, e: x, f: y}.then(s.tlm)
	s.tm = s.tlm
}

// shift moves the place of the next glyph along the line.
func (s *state) shift(by float64) {
	m := &s.tm
	if s.font != nil && s.font.vertical {
		m.e, m.f = m.e+by*m.c, m.f+by*m.d
		return
	}
	by *= s.stretch
	m.e, m.f = m.e+by*m.a, m.f+by*m.b
}

// setFont takes the font an operator names out of the resources.
func (in *interpreter) setFont() {
	if len(in.args) < 2 || in.args[len(in.args)-2].kind != name || in.args[len(in.args)-1].kind != number {
		in.misparsed("the content stream does not parse: Tf without its font")
		return
	}
	s := &in.state
	s.size = in.args[len(in.args)-1].num
	key := in.args[len(in.args)-2].str
	if f, ok := in.res.fonts[string(key)]; ok {
		s.font = f
		return
	}
	k := string(key)
	f := in.namedFont(k)
	in.res.fonts[k] = f
	s.font = f
}

// modesClip are the rendering modes from this on: text clips what is drawn behind it.
const modesClip = 4

// show draws the glyphs of a string.
func (in *interpreter) show(str []byte) {
	s := &in.state
	f := s.font
	if f == nil {
		if len(str) > 0 {
			in.doubt(missing, "the font of a text") // others show it in a font of their own
		}
		return
	}
	if f.trouble != nil {
		in.doubt(f.trouble, "font "+f.name)
	}
	s.lettered = s.lettered || s.mode >= modesClip
	t := in.typeface()
	for len(str) > 0 && !in.stopped {
		if in.operators--; in.operators < 0 { // glyphs off the page take time too
			in.stop("more than %d operators and characters", maxOperators)
			return
		}
		if in.operators%stepsUnasked == 0 && in.ctx.Err() != nil {
			panic(in.ctx.Err())
		}
		code, n := f.next(str)
		g := f.glyph(code, n)
		advance := g.width
		if f.vertical {
			advance = g.down
		}
		move := advance*s.size + s.charSpace
		if n == 1 && code == ' ' {
			move += s.wordSpace
		}
		str = str[n:]
		if g.text != "" || !g.sure {
			in.witness(f, code, n, g.text)
			in.put(g, &t)
		}
		s.shift(move)
	}
}
