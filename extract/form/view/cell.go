package view

import (
	"fuhe"
	"fuhe/extract/form/words"
)

// Cell is a cell of the view.
type Cell struct {
	Row, Col, RowSpan, ColSpan int
	Text                       string
	Heading                    words.Heading
	At                         fuhe.Source
	asked                      *[words.Vocabularies]answer // nil until asked

	marks  []string     // kept out of text
	struck bool         // text was left out
	doubt  *fuhe.Phrase // why text is not to be relied on
}

func (c *Cell) Bottom() int { return c.Row + c.RowSpan - 1 }

func (c *Cell) Right() int { return c.Col + c.ColSpan - 1 }

func (c *Cell) Blank() bool { return c == nil || c.Text == "" && c.doubt == nil }

// Entry is the cell as an entry of the report, with what its reader found beside the text.
func (c *Cell) Entry() fuhe.Cell {
	return fuhe.NewCell(c.Text, c.At).Kept(c.marks, c.struck, c.doubt)
}

// Claims are the fields a cell may stand for as a heading. They are asked for over and over: the cell remembers them.
func (c *Cell) Claims(vocab *words.Vocabulary) []words.Claim {
	if k := c.Heading.Key; k == "" || k[0] <= '9' || c.doubt == fuhe.DoubtBeside {
		return nil // no heading, or a figure; or two of them
	}
	if c.asked == nil {
		c.asked = &[words.Vocabularies]answer{}
	}
	a := &c.asked[vocab.Number]
	if !a.given {
		a.given, a.claims = true, vocab.Noted(c.Heading)
	}
	return a.claims
}

// answer is what a vocabulary said of a cell.
type answer struct {
	given  bool
	claims []words.Claim
}

// Is reports whether a cell may stand for a field.
func (c *Cell) Is(vocab *words.Vocabulary, f words.Field) bool {
	for _, c := range c.Claims(vocab) {
		if c.Field == f {
			return true
		}
	}
	return false
}
