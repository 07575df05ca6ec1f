package native

import (
	"context"

	"fuhe"
	"fuhe/extract/page"
)

// interpreter runs content streams and gathers what they draw on one page.
type interpreter struct {
	stint
	*room                     // while it draws
	ctx       context.Context // of whoever waits for the page
	doc       *Document
	page      page.Page
	box       fuhe.Box // of the page
	operators int      // that may still be run
	pieces    int      // rules and shades made
	placed    int32    // times the place of text was set
	entries   int      // of the fonts read for it
	covers    int      // comparisons made to find what lies under them
	nesting   int
	shown     int32 // operators that showed text
	state     state
	res       *resources
	images    []fuhe.Box
	marks     marks
	hue       page.Ink      // of the path being drawn
	laid      bool          // what is drawn belongs to a note laid on the page
	missing   map[*font]int // glyphs without Unicode
	charged   map[*font]bool
	digits    map[shownDigit]bool
	// Of these, the one of each figure that was shown last: nearly always the next one is the same.
	lastDigits [10]shownDigit
	// Digits of the string being shown, of a font whose outlines are not read.
	stringFont   *font
	stringShown  int32
	stringDigits [10]shownDigit
	twoGlyphs    bool
	reasons      []string
	inText       bool // between BT and ET
	stopped      bool // a budget is spent: nothing more is drawn
	// Arguments of the operator being run.
	args []object
	nums [8]float64
}

// state is the graphics state.
type state struct {
	ctm          matrix
	clip         fuhe.Box
	fill, stroke ink
	line         float64 // width in user space
	capped       bool    // lines reach half their width beyond their ends
	mixed        bool    // fills mix with the ground: a blend mode or a mask
	lettered     bool    // the clip has the shape of letters: what is drawn through it is text
	textState
}

// ink is how light something is drawn and how much of the ground shows through.
type ink struct {
	space     *colourSpace
	lightness float64
	alpha     float64
	hue       page.Ink
}

// opaque reports whether a fill hides what lies under it.
func (s *state) opaque() bool {
	return s.fill.alpha == 1 && !s.mixed && s.fill.space.family != "pattern"
}

// onPaper is the lightness on white paper.
func (i ink) onPaper() float64 { return 1 - i.alpha*(1-i.lightness) }

func newState(m matrix, box fuhe.Box) state {
	black := ink{space: gray, alpha: 1}
	return state{ctm: m, clip: box, fill: black, stroke: black, line: 1, textState: textState{stretch: 1, tm: identity, tlm: identity}}
}

// resources are those of one content stream, with what was looked up in them.
type resources struct {
	dict    value
	fonts   map[string]*font
	spaces  map[string]*colourSpace
	states  map[string]graphicsState
	objects map[string]*xObject
}

func newResources(v value) *resources {
	return &resources{dict: v, fonts: make(map[string]*font), spaces: make(map[string]*colourSpace),
		states: make(map[string]graphicsState), objects: make(map[string]*xObject)}
}

// run runs one content stream.
func (in *interpreter) run(content []byte, res *resources) {
	outer, inText := in.res, in.inText
	in.res, in.inText = res, false
	defer func() { in.res, in.inText = outer, inText }()
	depth := len(in.stack)
	w := in.words
	in.words = words{} // streams in this one have their own
	l, args := &w.lexer, w.args[:0]
	defer func() { w.args, in.words = args, w }()
	*l = lexer{b: content, bytes: l.bytes[:0], items: l.items[:0], stack: l.stack[:0]}
	unknown := 0 // depth of BX … EX
	for !in.stopped {
		o := l.next()
		if o.kind == end {
			break
		}
		if o.kind != operator || word(o.str) {
			if args = append(args, o); len(args) > maxOperands {
				in.stop("more than %d operands before an operator", maxOperands)
			}
			continue
		}
		if in.operators--; in.operators < 0 {
			in.stop("more than %d operators", maxOperators)
			break
		}
		if in.operators%stepsUnasked == 0 && in.ctx.Err() != nil {
			panic(in.ctx.Err())
		}
		switch string(o.str) {
		case "BX":
			unknown++
		case "EX":
			unknown--
		case "BI":
			in.inlineImage(l)
		default:
			in.args = args
			if !in.operate(o.str, depth) && unknown <= 0 {
				in.misparsed("the content stream does not parse at %.20q", o.str)
			}
		}
		args = args[:0]
		l.reset()
	}
	in.ended(l, len(args))
	if len(in.stack) > depth { // q without Q
		in.state, in.stack = in.stack[depth], in.stack[:depth]
	}
}

// operate runs an operator; false when nobody knows it.
func (in *interpreter) operate(op []byte, depth int) bool {
	if op[0] == 'T' { // nearly all of text, and none but of text
		return in.texts(op)
	}
	return in.graphics(op, depth) || in.paths(op) || in.texts(op) || in.others(op)
}

// stop ends the drawing of the page: a budget is spent.
func (in *interpreter) stop(format string, args ...any) {
	in.stopped = true
	in.unsure(format, args...)
}

// numbers are the last n arguments; false, and said so, when they are not there.
func (in *interpreter) numbers(n int) ([]float64, bool) {
	if len(in.args) < n {
		in.misparsed("the content stream does not parse: an operator without its numbers")
		return nil, false
	}
	if len(in.args) > n { // readers do not agree on which of them count
		in.misparsed("the content stream does not parse: an operator with more than its numbers")
	}
	for i, a := range in.args[len(in.args)-n:] {
		if a.kind != number {
			in.misparsed("the content stream does not parse: an operator without its numbers")
			return nil, false
		}
		in.nums[i] = a.num
	}
	return in.nums[:n], true
}

// last is the last argument of a kind.
func (in *interpreter) last(k kind) (object, bool) {
	if n := len(in.args); n > 0 && in.args[n-1].kind == k {
		return in.args[n-1], true
	}
	return object{}, false
}

// graphics runs the operators of the graphics state and of colours.
func (in *interpreter) graphics(op []byte, depth int) bool {
	s := &in.state
	switch string(op) {
	case "q":
		if len(in.stack) >= maxStates {
			in.stop("more than %d graphics states in one another", maxStates)
			return true
		}
		in.stack = append(in.stack, *s)
	case "Q":
		if n := len(in.stack); n > depth {
			in.state, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		if v, ok := in.numbers(6); ok {
			s.ctm = matrix{v[0], v[1], v[2], v[3], v[4], v[5]}.then(s.ctm)
		}
	case "w":
		if v, ok := in.numbers(1); ok {
			s.line = v[0]
		}
	case "J":
		if v, ok := in.numbers(1); ok {
			s.capped = v[0] != 0
		}
	case "gs":
		if n, ok := in.last(name); ok {
			in.useState(string(n.str))
		}
	case "j", "M", "d", "ri", "i":
	default:
		return in.colours(op)
	}
	return true
}

func (in *interpreter) colours(op []byte) bool {
	s := &in.state
	switch string(op) {
	case "g":
		in.setColour(&s.fill, gray)
	case "G":
		in.setColour(&s.stroke, gray)
	case "rg":
		in.setColour(&s.fill, rgb)
	case "RG":
		in.setColour(&s.stroke, rgb)
	case "k":
		in.setColour(&s.fill, cmyk)
	case "K":
		in.setColour(&s.stroke, cmyk)
	case "cs":
		in.setSpace(&s.fill)
	case "CS":
		in.setSpace(&s.stroke)
	case "sc", "scn":
		in.setColour(&s.fill, s.fill.space)
	case "SC", "SCN":
		in.setColour(&s.stroke, s.stroke.space)
	default:
		return false
	}
	return true
}

// graphicsState is what is used of an ExtGState.
type graphicsState struct {
	fill, stroke, line float64 // -1: unchanged
	font               *font
	size               float64
	mixes, mixed       bool // mixes: it says whether fills mix with the ground
}

func (in *interpreter) useState(key string) {
	g, ok := in.res.states[key]
	if !ok {
		v := in.res.dict.key("ExtGState").key(key)
		g = graphicsState{fill: -1, stroke: -1, line: -1}
		for k, to := range map[string]*float64{"ca": &g.fill, "CA": &g.stroke, "LW": &g.line} {
			if n := v.key(k); n.isNumber() {
				*to = n.float()
			}
		}
		if f := v.key("Font"); f.len() == 2 {
			g.font, g.size = in.font(f.index(0), f.refAt(0)), f.index(1).float()
		}
		blend, mask := v.key("BM"), v.key("SMask")
		if blend.isArray() {
			blend = blend.index(0)
		}
		g.mixes = !blend.null() || !mask.null()
		g.mixed = g.mixes && (blend.name() != "Normal" && blend.name() != "Compatible" && !blend.null() || mask.isDict())
		in.res.states[key] = g
	}
	s := &in.state
	if g.fill >= 0 {
		s.fill.alpha = unit(g.fill)
	}
	if g.stroke >= 0 {
		s.stroke.alpha = unit(g.stroke)
	}
	if g.line >= 0 {
		s.line = g.line
	}
	if g.mixes {
		s.mixed = g.mixed
	}
	if g.font != nil {
		s.font, s.size = g.font, g.size
	}
}
