package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/words"
)

// target is the target of a row, joined from sign, value and unit where the form prints them apart.
func (n *indicatorBlock) target(r int) fuhe.Cell {
	cols := &n.Columns
	value, changed := cols.Find(words.Target), cols.Find(words.Revised)
	if changed != nil {
		if c, ok := n.view.Under(r, changed); value == nil || ok && !c.Blank() && !words.IsPlaceholder(c.Text) {
			value = changed
		}
	}
	if value == nil {
		return fuhe.Cell{}
	}
	got := inOnePiece(n.view, n.Block, r, value, textUnder(n.view, r, value))
	signs, units := cols.Find(words.Sign), cols.Find(words.Unit)
	if signs == nil && units == nil {
		return got
	}
	text := got.Text
	if signs != nil {
		text = withSign(textUnder(n.view, r, signs).Text, text)
	}
	if units != nil {
		text = withUnit(text, textUnder(n.view, r, units).Text)
	}
	target := fuhe.NewCell(text, got.At).And(got)
	if target.Number != nil && (n.shared(r, value, signs) || n.shared(r, value, units)) {
		return target.Kept(nil, false, &doubtShared)
	}
	return target
}

// withSign puts a printed comparison in front of a value. Words that are none (定性, 正向指标) say nothing that a reader
// would write there.
func withSign(printed, value string) string {
	s, rest := fuhe.CutSign(printed)
	if s == fuhe.NoSign || rest != "" || value == "" {
		return value
	}
	if have, _ := fuhe.CutSign(value); have != fuhe.NoSign {
		return value
	}
	if s == fuhe.Equals {
		return "=" + value // ＝ ﹦ ═ are =
	}
	return strings.TrimSpace(printed) + value
}

// withUnit puts a printed unit behind a value that does not have it yet.
func withUnit(value, printed string) string {
	if printed == "" || value == "" || words.IsPlaceholder(printed) || strings.HasSuffix(words.Squeeze(value), words.Squeeze(printed)) {
		return value
	}
	return value + printed
}
