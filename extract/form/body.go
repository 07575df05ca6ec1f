package form

import "fuhe/extract/form/view"

// block is a part of a form with headings of its own that knows which rows under them are its entries.
type block interface {
	part() *view.Block
	holds(row int) bool // one of the rows From..To
	entry(row int) bool // such a row that is an entry of a list
	figuresFrom() int   // the first column behind the names
	lacks(*untold) bool // a column is missing that one under an unknown heading might be
}

// body is the blocks of a form in print order.
type body []block

func newBody(v *view.View, blocks []view.Block) (body, said) {
	var out body
	var s said
	var above *moneyBlock
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case view.Money:
			m := newMoneyBlock(v, b)
			m.openAdjustments()
			s.add(tell(v, m, m.field))
			above, out = m, append(out, m)
		case view.Goals:
			out = append(out, &goalBlock{b, v})
		case view.Indicators:
			n := &indicatorBlock{Block: b, view: v, money: above, kinds: map[int]told{}}
			n.tellLevels()
			s.add(tell(v, n, n.field))
			n.kinds = map[int]told{} // told before all columns were
			out = append(out, n)
		}
	}
	return out, s
}

// of is the first block of a kind; nil when there is none.
func (f body) of(k view.BlockKind) *view.Block {
	for _, b := range f {
		if b.part().Kind == k {
			return b.part()
		}
	}
	return nil
}

func firstOf(blocks []view.Block, k view.BlockKind) *view.Block {
	for i := range blocks {
		if blocks[i].Kind == k {
			return &blocks[i]
		}
	}
	return nil
}

// holds reports whether a row holds headings, funds, goals or indicators: what stands there under a heading is no label.
// The rows behind the last indicator are outside.
func (f body) holds(r int) bool {
	for _, b := range f {
		p := b.part()
		if r >= p.Zone.Top && r <= p.Zone.Bottom || r >= p.From && r < p.To && b.holds(r) {
			return true
		}
	}
	return false
}

// hasTotalRow reports whether the total stands in a row of its own under the indicators.
func (f body) hasTotalRow() bool {
	for _, b := range f {
		n, ok := b.(*indicatorBlock)
		for r := b.part().From; ok && r < n.To; r++ {
			if n.rowKind(r) == totalRow {
				return true
			}
		}
	}
	return false
}
