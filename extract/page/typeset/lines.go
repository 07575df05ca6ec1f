package typeset

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// mark is a glyph as it stands in its line of reading: u runs along the line, v across, both growing as one reads on.
type mark struct {
	text   string
	u0, u1 float64
	v      float64 // of the baseline; of the middle for turned text
	size   float64
	blank  bool
	struck bool // it takes its room, and is no text
	drawn  int  // its turn
}

// unreadable stands for a character that is there and nobody knows which: no figure may come of it.
const unreadable = "\uFFFD"

// lying turns the forms brackets and points have in vertical writing into the usual ones.
var lying = strings.NewReplacer("︵", "（", "︶", "）", "︹", "〔", "︺", "〕", "︻", "【", "︼", "】", "︽", "《", "︾", "》", "︿", "〈", "﹀", "〉",
	"﹁", "「", "﹂", "」", "﹃", "『", "﹄", "』", "︐", "，", "︑", "、", "︒", "。", "︓", "：", "︔", "；", "︕", "！", "︖", "？", "︙", "…", "︱", "—")

// presentationByte is the first byte of all these forms, and of few other characters, in UTF-8; 0xB8 or 0xB9 is the next
// of presentationBytes.
const (
	presentationByte  = 0xEF
	presentationBytes = 3
)

// Row is one line of text: its marks in reading order.
type Row struct {
	marks []mark
	v     float64 // of its largest mark
	size  float64 // of its largest mark

	raised []string // footnote marks that were taken out of it
}

// Rows are the lines of upright text, top down, each in reading order.
func Rows(glyphs []Glyph) []Row { return new(Desk).Rows(glyphs) }

// Rows are the lines of upright text, top down, each in reading order.
func (d *Desk) Rows(glyphs []Glyph) []Row { return d.lines(glyphs, 0) }

// lines puts the glyphs of one direction of text into lines, top down, each in reading order.
func (d *Desk) lines(glyphs []Glyph, quarter int8) []Row {
	marks := d.marksOf(glyphs, quarter)
	if len(marks) == 0 {
		return nil
	}
	first := len(d.rows)
	from := 0 // of the last row, which holds marks that follow each other
	for i := range marks {
		m := &marks[i]
		if n := len(d.rows); n > first && d.rows[n-1].takes(m) {
			d.rows[n-1].add(m, marks[from:i+1:i+1])
			continue
		}
		from = i
		d.rows = append(d.rows, Row{marks: marks[i : i+1 : i+1], v: m.v, size: m.size})
	}
	out := lift(d.rows[first:len(d.rows):len(d.rows)])
	clash := false
	for i := range out {
		out[i].order()
		clash = clash || out[i].clash()
	}
	if clash {
		out = layersOf(out)
	}
	for i := range out {
		out[i].raise()
	}
	return out
}

// marksOf are the marks of the glyphs of one direction of text, in the order of their lines.
func (d *Desk) marksOf(glyphs []Glyph, quarter int8) []mark {
	n := 0
	for i := range glyphs {
		if glyphs[i].Quarter == quarter {
			n++
		}
	}
	marks, k, sorted := d.room(n), 0, true
	for i := range glyphs {
		if g := &glyphs[i]; g.Quarter == quarter {
			m := &marks[k]
			g.set(m)
			m.drawn = k
			sorted = sorted && (k == 0 || marks[k-1].v <= m.v)
			k++
		}
	}
	if !sorted {
		slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.v, b.v) })
	}
	return marks
}

// set makes a mark of a glyph, in its direction of reading.
func (g *Glyph) set(m *mark) {
	p := g.Glyph
	*m = mark{text: g.reading(), size: p.Size, blank: g.blank, struck: g.Struck, v: g.across()}
	m.u0, m.u1 = g.along()
}

// reading is the text of a glyph as it stands in a line.
func (g *Glyph) reading() string {
	switch text := g.Text; {
	case text == "":
		return unreadable
	case vertical(text):
		return lying.Replace(text)
	default:
		return text
	}
}

// vertical reports whether one of the forms of vertical writing may be in a text.
func vertical(text string) bool {
	if len(text) <= presentationBytes { // one character, or several that are no such form
		return len(text) == presentationBytes && text[0] == presentationByte && (text[1] == 0xB8 || text[1] == 0xB9)
	}
	return strings.IndexByte(text, presentationByte) >= 0
}

// along is where a glyph begins and ends as one reads on.
func (g *Glyph) along() (u0, u1 float64) {
	switch b := &g.Box; g.Quarter {
	case 0:
		return b[0], b[2]
	case 1:
		return b[1], b[3]
	case 2:
		return -b[2], -b[0]
	default:
		return -b[3], -b[1]
	}
}

// across is the baseline of a glyph, the middle of a turned one.
func (g *Glyph) across() float64 {
	switch b := &g.Box; g.Quarter {
	case 0:
		return g.Base
	case 1:
		return -(b[0] + b[2]) / 2
	case 2:
		return -(b[1] + b[3]) / 2
	default:
		return (b[0] + b[2]) / 2
	}
}

// takes reports whether a mark stands on this line, on its baseline or as super- or subscript.
func (r *Row) takes(m *mark) bool {
	share := LineShare
	if min(m.size, r.size) < ScriptSize*max(m.size, r.size) {
		share = ScriptShare
	}
	return math.Abs(m.v-r.v) <= share*max(m.size, r.size)
}

// add takes one mark more; all are the marks of the row with it.
func (r *Row) add(m *mark, all []mark) {
	r.marks = all
	if m.size > r.size && !m.blank {
		r.v, r.size = m.v, m.size
	}
}

// order sorts the marks along the line and drops those drawn again: the same text a little aside (faux bold, a shadow).
// It has to be the text: where two texts cross, a digit may well fall upon its like, and belongs to both.
func (r *Row) order() {
	r.sort()
	var again map[int]int // turn of a mark → turn of the one it repeats
	visible := 0
	for i := range r.marks {
		m := &r.marks[i]
		if m.blank {
			continue
		}
		visible++
		for j := i - 1; j >= max(0, i-nearMarks) && m.u0-r.marks[j].u0 <= TwiceShare*m.size; j-- {
			if k := &r.marks[j]; k.text == m.text && math.Abs(m.v-k.v) <= TwiceShare*m.size {
				if again == nil {
					again = make(map[int]int)
				}
				again[max(m.drawn, k.drawn)] = min(m.drawn, k.drawn)
				break
			}
		}
	}
	if again == nil {
		return
	}
	r.marks = slices.DeleteFunc(r.marks, func(m mark) bool {
		first, ok := again[m.drawn]
		if !ok {
			return false
		}
		step := 1
		if m.drawn == first+1 {
			step = 2 // glyph by glyph, each twice
		}
		before, beforeToo := again[m.drawn-step]
		after, afterToo := again[m.drawn+step]
		return 2*len(again) >= visible || beforeToo && before == first-step || afterToo && after == first+step
	})
}

// sort puts the marks into their order along the line.
func (r *Row) sort() {
	for i := 1; i < len(r.marks); i++ {
		if r.marks[i].u0 < r.marks[i-1].u0 {
			slices.SortStableFunc(r.marks, func(a, b mark) int { return cmp.Compare(a.u0, b.u0) })
			return
		}
	}
}

// first and last are the first and last visible marks; nil when the line is blank.
func (r *Row) first() *mark {
	for i := range r.marks {
		if !r.marks[i].blank {
			return &r.marks[i]
		}
	}
	return nil
}

func (r *Row) last() *mark {
	for i := len(r.marks) - 1; i >= 0; i-- {
		if !r.marks[i].blank {
			return &r.marks[i]
		}
	}
	return nil
}

// Base is the baseline of a line and its font size.
func (r *Row) Base() (v, size float64) { return r.v, r.size }

// Apart are the stretches of a line that wide gaps set apart.
func (r *Row) Apart() [][2]float64 { return r.Pieces(GapShare) }

// Pieces are the stretches of a line that gaps of more than so many font sizes set apart.
func (r *Row) Pieces(gap float64) [][2]float64 {
	var out [][2]float64
	for i := range r.marks {
		m, n := &r.marks[i], len(out)
		switch {
		case m.blank:
		case n > 0 && m.u0-out[n-1][1] <= gap*m.size:
			out[n-1][1] = max(out[n-1][1], m.u1)
		default:
			out = append(out, [2]float64{m.u0, m.u1})
		}
	}
	return out
}
