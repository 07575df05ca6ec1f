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

// presentationByte is the first byte of all these forms, and of few other characters, in UTF-8.
const presentationByte = 0xEF

// Row is one line of text: its marks in reading order.
type Row struct {
	marks []mark
	v     float64 // of its largest mark
	size  float64 // of its largest mark

	raised []string // footnote marks that were taken out of it
}

// Rows are the lines of upright text, top down, each in reading order.
func Rows(glyphs []Glyph) []Row { return rowsOf(turned(glyphs, 0)) }

// rowsOf puts glyphs of one direction of text into lines, top down, each in reading order.
func rowsOf(glyphs []Glyph) []Row {
	marks := make([]mark, len(glyphs))
	for i := range glyphs {
		marks[i] = glyphs[i].mark()
		marks[i].drawn = i
	}
	if byLine := func(a, b mark) int { return cmp.Compare(a.v, b.v) }; !slices.IsSortedFunc(marks, byLine) {
		slices.SortStableFunc(marks, byLine)
	}
	var rows []Row
	from := 0 // of the last row, which holds marks that follow each other
	for i, m := range marks {
		if n := len(rows); n > 0 && rows[n-1].takes(m) {
			rows[n-1].add(m, marks[from:i+1:i+1])
			continue
		}
		from = i
		rows = append(rows, Row{marks: marks[i : i+1 : i+1], v: m.v, size: m.size})
	}
	var out []Row
	for _, r := range lift(rows) {
		r.order()
		out = append(out, r.layers()...)
	}
	for i := range out {
		out[i].raise()
	}
	return out
}

// mark turns a glyph into its direction of reading.
func (g *Glyph) mark() mark {
	b := g.Box
	m := mark{text: g.Text, size: g.Size, blank: g.Blank(), struck: g.Struck}
	if strings.IndexByte(g.Text, presentationByte) >= 0 {
		m.text = lying.Replace(g.Text)
	}
	switch g.Quarter {
	case 0:
		m.u0, m.u1, m.v = b[0], b[2], g.Base
	case 1:
		m.u0, m.u1, m.v = b[1], b[3], -(b[0]+b[2])/2
	case 2:
		m.u0, m.u1, m.v = -b[2], -b[0], -(b[1]+b[3])/2
	default:
		m.u0, m.u1, m.v = -b[3], -b[1], (b[0]+b[2])/2
	}
	if m.text == "" {
		m.text = unreadable
	}
	return m
}

// takes reports whether a mark stands on this line, on its baseline or as super- or subscript.
func (r *Row) takes(m mark) bool {
	share := LineShare
	if min(m.size, r.size) < ScriptSize*max(m.size, r.size) {
		share = ScriptShare
	}
	return math.Abs(m.v-r.v) <= share*max(m.size, r.size)
}

// add takes one mark more; all are the marks of the row with it.
func (r *Row) add(m mark, all []mark) {
	r.marks = all
	if m.size > r.size && !m.blank {
		r.v, r.size = m.v, m.size
	}
}

// order sorts the marks along the line and drops those drawn again: the same text a little aside (faux bold, a shadow).
// It has to be the text: where two texts cross, a digit may well fall upon its like, and belongs to both.
func (r *Row) order() {
	if along := func(a, b mark) int { return cmp.Compare(a.u0, b.u0) }; !slices.IsSortedFunc(r.marks, along) {
		slices.SortStableFunc(r.marks, along)
	}
	var again map[int]int // turn of a mark → turn of the one it repeats
	visible := 0
	for i, m := range r.marks {
		if m.blank {
			continue
		}
		visible++
		for j := i - 1; j >= max(0, i-nearMarks) && m.u0-r.marks[j].u0 <= TwiceShare*m.size; j-- {
			if k := r.marks[j]; k.text == m.text && math.Abs(m.v-k.v) <= TwiceShare*m.size {
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
	for _, m := range r.marks {
		n := len(out)
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
