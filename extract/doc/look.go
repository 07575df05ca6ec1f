package doc

// look is how characters are set, as far as it matters.
type look struct {
	hidden, struck, raised, lowered bool
	deleted                         bool
	sight
	special     bool // a sign of the program's own: a picture, a field
	object      bool // an embedded object
	symbol      bool // a sign of a font by its place there
	font, place int  // of that sign
	family      int  // font of the text
	style       int  // of characters
}

// modifier is one property: its number and what is said of it.
type modifier struct {
	op      int
	operand []byte
}

// Numbers of properties that are looked at.
const (
	opDeleted      = 0x0800
	opStyle        = 0x4A30
	opFont         = 0x4A4F
	opHidden       = 0x083C
	opStruck       = 0x0837
	opStruckTwice  = 0x2A53
	opScript       = 0x2A48
	opPosition     = 0x4845
	opSymbol       = 0x6A09
	opSpecial      = 0x0855
	opObject       = 0x0856
	opEmbedded     = 0x080A
	opInTable      = 0x2416
	opRowEnd       = 0x2417
	opDepth        = 0x6649
	opDeeper       = 0x664A
	opInnerCell    = 0x244B
	opInnerRow     = 0x244C
	opInk          = 0x6870
	opInkOld       = 0x2A42
	opMarker       = 0x2A0C
	opShade        = 0xCA71
	opShadeOld     = 0x4866
	opSize         = 0x4A43
	opScale        = 0x4852
	opGround       = 0xC64D // of a paragraph
	opGroundOld    = 0x442D
	opRowHeight    = 0x9407
	opFillsOld     = 0xD609 // of the cells of a row
	opFills        = 0xD612
	opMoreFills    = 0xD616
	opLastFills    = 0xD60C
	opFill         = 0xD62D // of some of them
	opTableFill    = 0xD660
	opHuge         = 0x6646
	opHugeOld      = 0x6645
	opTable        = 0xD608
	opTableOld     = 0xD606
	opMergeDown    = 0xD62B
	opMergeAcross  = 0x5624
	opSplitAcross  = 0x5625
	opInsertCells  = 0x7621
	opDeleteCells  = 0x5622
	opTabs         = 0xC615
	opColumnWidths = 0x7623
)

// modifiers takes a list of properties apart, as far as it is whole.
func modifiers(b []byte) []modifier {
	var out []modifier
	for len(b) >= 2 {
		op := u16(b, 0)
		b = b[2:]
		n := []int{1, 1, 2, 4, 2, 2, -1, 3}[op>>13]
		switch {
		case n >= 0:
		case op == opTable || op == opTableOld:
			n = 2 + u16(b, 0) - 1
		case len(b) == 0:
			return out
		case op == opTabs && b[0] == 0xFF:
			n = tabsLength(b)
		default:
			n = 1 + int(b[0])
		}
		if n > len(b) || n < 0 {
			return out
		}
		out = append(out, modifier{op, b[:n]})
		b = b[n:]
	}
	return out
}

// tabsLength is the length of a list of tabs that is too long to tell its own.
func tabsLength(b []byte) int {
	if len(b) < 2 {
		return len(b)
	}
	gone := 2 + 4*int(b[1])
	if gone >= len(b) {
		return len(b)
	}
	return gone + 1 + 3*int(b[gone])
}

// value is the operand of a property that is a byte or a word.
func (m modifier) value() int {
	if len(m.operand) == 1 {
		return int(m.operand[0])
	}
	return u16(m.operand, 0)
}

// switched is whether a property is on: said itself, or as the style has it, or otherwise.
func (m modifier) switched(style bool) bool {
	const asStyle, unlikeStyle = 0x80, 0x81
	switch m.value() {
	case asStyle:
		return style
	case unlikeStyle:
		return !style
	}
	return m.value() != 0
}

// apply takes the properties of characters; style is the look that the text has without them.
func (l *look) apply(list []modifier, style look) {
	for _, m := range list {
		switch m.op {
		case opDeleted:
			l.deleted = m.switched(false)
		case opHidden:
			l.hidden = m.switched(style.hidden)
		case opStruck, opStruckTwice:
			l.struck = m.switched(style.struck)
		case opScript:
			l.raised, l.lowered = m.value() == 1, m.value() == 2
		case opPosition:
			v := int(int16(m.value()))
			l.raised, l.lowered = v >= raisedHalves, v <= -raisedHalves
		case opSymbol:
			l.symbol, l.font, l.place = true, u16(m.operand, 0), u16(m.operand, 2)
		case opSpecial:
			l.special = m.switched(false)
		case opObject, opEmbedded:
			l.object = m.switched(false)
		case opFont:
			l.family = m.value()
		case opStyle:
			l.style = m.value()
		default:
			l.sight.apply(m)
		}
	}
}

// shortChanges are the properties that a fast save names by a byte.
var shortChanges = map[int]int{0x18: opInTable, 0x19: opRowEnd, 0x41: opDeleted, 0x57: opStruck, 0x5C: opHidden, 0x68: opScript, 0x73: opStruckTwice}

// changed are the properties that a fast save gave a piece.
func (d *document) changed(p piece) []modifier {
	if p.change&1 == 0 {
		op, ok := shortChanges[p.change>>1&0x7F]
		if !ok {
			return nil
		}
		return []modifier{{op, []byte{byte(p.change >> 8)}}}
	}
	if i := p.change >> 1; i < len(d.changes) {
		return modifiers(d.changes[i])
	}
	return nil
}
