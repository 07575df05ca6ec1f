package words

// Hints are what a text may be, or be a piece of, by its characters alone: looking costs a hundredth of reading it, and most tables
// of a file are none of a form.
type Hints uint8

const (
	OfTitle      Hints = 1 << iota // of the title of a form
	OfIndicators                   // of the heading over the names of indicators or of their levels
	OfOwner                        // of the name of the project or department that a form is about
)

// Has reports whether a text may be one of these.
func (h Hints) Has(any Hints) bool { return h&any != 0 }

// HintsOf looks for the characters without which no title and no heading of its kind can be. A text may be a piece of a longer
// one, which the edge of a page cut.
func HintsOf(text string) Hints {
	h, plain := hintsOf(text, false)
	if !plain {
		h, _ = hintsOf(Squeeze(text), true)
	}
	return h
}

// hintsOf looks at a text whose characters are what they seem to be; plain is false where some may stand for others, unless that
// is settled.
func hintsOf(text string, settled bool) (h Hints, plain bool) {
	var before rune // 0 at the beginning, and behind what is no ideograph: a note may be cut out there
	left := 0       // characters to come among which 表 ends 自评表
	for _, r := range text {
		switch {
		case r >= 0x4E00 && r <= 0x9FFF:
			var more Hints
			left, more = titleEnds(left, r)
			h |= more | hintOf(before, r)
			before = r
		case !settled && !ordinary(r):
			return 0, false
		case !blank(r):
			if left > 0 && (r == '(' || r == '（') { // the reading of a character
				h |= OfTitle
			}
			before, left = 0, 0
		}
	}
	if left > 0 {
		h |= OfTitle
	}
	return h, true
}

// longestOwn is how many characters follow the first of 自评价报告表.
const longestOwn = 5

// titleEnds follows a title from its 自 on: how many characters may come yet, and whether it ends here.
func titleEnds(left int, r rune) (int, Hints) {
	switch {
	case r == '自':
		return longestOwn, 0
	case left > 0 && r == '表':
		return 0, OfTitle
	case left == 0 || left == longestOwn && r != '评' && r != '評' && r != '我':
		return 0, 0
	}
	return left - 1, 0
}

// hintOf is what an ideograph behind another one tells.
func hintOf(before, r rune) Hints {
	switch r {
	case '标', '標', '级', '級':
		if mayName(before, r) {
			return OfIndicators
		}
	case '称', '稱', '管', '部':
		return OfOwner
	}
	return 0
}

// mayName reports whether 标 or 级 may belong to 指标, 一级, 二级 or 三级 with this character before it. The year before it may be cut.
func mayName(before, r rune) bool {
	switch before {
	case 0, '年', '度':
		return true
	case '指':
		return r == '标' || r == '標'
	case '一', '二', '三':
		return r == '级' || r == '級'
	}
	return false
}

// blank tells white space that is left out of headings.
func blank(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' || r == '\u3000' }

// ordinary tells characters that are their own normal form, or that of full width.
func ordinary(r rune) bool {
	return r < 0x80 || r >= 0x3000 && r <= 0x3015 || r >= 0xFF01 && r <= 0xFF5E || r == '—' || r == '“' || r == '”'
}

// OwnerOf is what a label names that a form is about, the project or the department; none for other labels.
func OwnerOf(claims []Claim) Field {
	for _, c := range claims {
		if c.Field == Project || c.Field == Department && c.Rank <= 2 {
			return c.Field
		}
	}
	return None
}
