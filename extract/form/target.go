package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// readTarget reads the target, joined from sign, value and unit where the form prints them apart.
func (f *reader) readTarget(b *view.Block, r int, n *fuhe.Indicator) {
	cols := &b.Columns
	value, changed := cols.Find(words.Target), cols.Find(words.Revised)
	if changed != nil {
		if c, ok := f.view.Under(r, changed); value == nil || ok && !c.Blank() && !words.IsPlaceholder(c.Text) {
			value = changed
		}
	}
	if value == nil {
		return
	}
	got := f.text(r, value)
	n.Target = got
	signs, units := cols.Find(words.Sign), cols.Find(words.Unit)
	if signs == nil && units == nil {
		return
	}
	text := got.Text
	if signs != nil {
		text = withSign(f.text(r, signs).Text, text)
	}
	if units != nil {
		text = withUnit(text, f.text(r, units).Text)
	}
	n.Target = fuhe.NewCell(text, got.At)
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
