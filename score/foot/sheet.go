package foot

import (
	"strings"
	"unicode"

	"fuhe"
)

// state is what a place of a table is for adding up.
type state uint8

const (
	blank   state = iota // nothing, or a dash: adds nothing
	figure               // a number
	percent              // a share, which does not add up
	unknown              // something that is no number, or may be another one than it seems
)

// value is a place of a table.
type value struct {
	state state
	n     int64 // in units of the last place kept
	half  int64 // half a unit of its last printed place
	text  string
	cell  *fuhe.TableCell
}

// sheet is a table as it is added up.
type sheet struct {
	t        *fuhe.Table
	from, to int // rows of the body
	at       [][]value
	heads    []string // over each column
	blocks   []*block
}

// block is columns of labels with the columns of figures to their right: a table of income beside expenditure has two.
type block struct {
	labels, codes, figures []int
	label, code            []string // of each row
	level                  []int    // of the label
	sum                    []bool   // whether the label is that of a sum
}

func newSheet(t *fuhe.Table) *sheet {
	s := &sheet{t: t, from: t.Setting.Lead + t.Setting.Head, to: t.Rows - t.Setting.Tail, at: make([][]value, t.Rows), heads: make([]string, t.Cols)}
	room := make([]value, t.Rows*t.Cols)
	for r := range s.at {
		s.at[r], room = room[:t.Cols:t.Cols], room[t.Cols:]
	}
	for i := range t.Cells {
		s.place(&t.Cells[i])
	}
	for s.from < s.to && s.isHeading(s.from) {
		s.from++
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		for k := c.Col; k < min(c.Col+max(c.ColSpan, 1), t.Cols) && c.Row < s.from && c.Row >= t.Setting.Lead; k++ {
			s.heads[k] += bare(c.Text) + "/"
		}
	}
	s.findBlocks()
	return s
}

// place puts a cell into every position it covers. A figure that covers several belongs to none of them alone.
func (s *sheet) place(c *fuhe.TableCell) {
	v := read(c)
	wide := c.RowSpan > 1 || c.ColSpan > 1
	for r := c.Row; r < min(c.Row+max(c.RowSpan, 1), s.t.Rows); r++ {
		for k := c.Col; k < min(c.Col+max(c.ColSpan, 1), s.t.Cols); k++ {
			if r < 0 || k < 0 {
				continue
			}
			one := v
			if wide && v.state != blank {
				one.state = unknown
			}
			if wide && (r != c.Row || k != c.Col) {
				one.text = ""
			}
			s.at[r][k] = one
		}
	}
}

// read is what stands in a cell.
func read(c *fuhe.TableCell) value {
	v := value{text: strings.TrimSpace(c.Text), cell: c}
	if strings.Trim(bare(v.text), "-—–―－/／\\·…") == "" && c.Doubt == nil && !c.Struck {
		return v
	}
	v.state = unknown
	n, ok := fuhe.ParseNumber(v.text)
	if !ok || c.Doubt != nil || c.Struck || n.Sign != fuhe.NoSign {
		return v
	}
	if strings.HasPrefix(n.Unit, "%") || n.Unit == "‰" {
		v.state = percent
		return v
	}
	if n.Places > scalePlaces || n.Unit != "" && n.Unit != "元" && n.Unit != "万元" {
		return v
	}
	if v.n, ok = units(n); !ok {
		return v
	}
	v.state = figure
	v.half = 1
	for range scalePlaces - n.Places {
		v.half *= 10
	}
	v.half /= 2
	return v
}

// units are the whole ten thousandths of a figure; false for more than adding up bears.
func units(number fuhe.Number) (int64, bool) {
	d := number.Value
	if up := d.Exponent() + scalePlaces; up >= 0 && up < exactDigits && d.NumDigits()+int(up) <= exactDigits {
		n := d.CoefficientInt64()
		for range up {
			n *= 10
		}
		return n, true
	}
	n := d.Shift(scalePlaces).BigInt()
	if n.BitLen() > mostBits {
		return 0, false
	}
	return n.Int64(), true
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// isHeading tells a row of headings that stands in the body: 栏次 1 2 3, or no figure that is an amount.
func (s *sheet) isHeading(r int) bool {
	next, counted, filled := int64(-1), 0, 0
	for _, v := range s.at[r] {
		switch {
		case v.state == blank:
		case v.state == figure && v.n%10_000 == 0 && (next < 0 && v.n <= 20_000 || v.n == next):
			next = v.n + 10_000
			counted++
		case v.state == unknown && (bare(v.text) == "" || strings.Contains(bare(v.text), "栏次")):
		default:
			filled++
		}
	}
	return counted >= 2 && filled == 0
}

// findBlocks parts the columns: labels and codes, then figures, then the next labels.
func (s *sheet) findBlocks() {
	var b *block
	for k := range s.t.Cols {
		kind := s.columnKind(k)
		if kind == words || kind == codes {
			if b == nil || len(b.figures) > 0 {
				b = &block{}
				s.blocks = append(s.blocks, b)
			}
		}
		if b == nil {
			b = &block{}
			s.blocks = append(s.blocks, b)
		}
		switch kind {
		case words:
			b.labels = append(b.labels, k)
		case codes:
			b.codes = append(b.codes, k)
		case figures:
			b.figures = append(b.figures, k)
		}
	}
	for _, b := range s.blocks {
		s.name(b)
	}
}

// name reads the label and the code of each row. Codes in several columns (类, 款, 项) are one, blanks taken from above.
func (s *sheet) name(b *block) {
	b.label, b.code, b.level, b.sum = make([]string, s.t.Rows), make([]string, s.t.Rows), make([]int, s.t.Rows), make([]bool, s.t.Rows)
	own := firstRun(b.codes)
	carried := make([]string, len(own))
	for r := s.from; r < s.to; r++ {
		for _, k := range b.labels {
			b.label[r] += bare(s.at[r][k].text)
		}
		deepest := -1
		for i, k := range own {
			text := bare(s.at[r][k].text)
			if text == "" {
				continue
			}
			if strings.Trim(text, "0123456789") != "" { // a label that spans the columns of codes
				b.label[r] += text
				deepest = -1
				break
			}
			deepest = i
			carried[i] = text
		}
		for i := 0; i <= deepest; i++ {
			b.code[r] += carried[i]
		}
		for i := deepest + 1; i < len(own) && deepest >= 0; i++ {
			carried[i] = ""
		}
		b.level[r], b.sum[r] = levelOf(b.label[r]), total(b.label[r])
	}
}

// firstRun is the first columns of a list that stand side by side.
func firstRun(list []int) []int {
	for i := 1; i < len(list); i++ {
		if list[i] != list[i-1]+1 {
			return list[:i]
		}
	}
	return list
}
