package form

import (
	"strings"

	"fuhe"
)

// readTarget reads the target, joined from sign, value and unit where the form prints them apart.
func (f *reader) readTarget(b *block, r int, n *fuhe.Indicator) {
	cols := &b.columns
	value, changed := cols.find(target), cols.find(revised)
	if changed != nil {
		if c, ok := f.view.under(r, changed); value == nil || ok && !c.blank() && !isPlaceholder(c.text) {
			value = changed
		}
	}
	if value == nil {
		return
	}
	got := f.text(r, value)
	n.Target = got
	signs, units := cols.find(sign), cols.find(unit)
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
	if printed == "" || value == "" || isPlaceholder(printed) || strings.HasSuffix(squeeze(value), squeeze(printed)) {
		return value
	}
	return value + printed
}

// isPlaceholder tells what is printed where nothing is meant.
func isPlaceholder(text string) bool {
	return strings.Trim(squeeze(text), "-‐‑−—–―⸺⸻/\\无") == ""
}
