package xls

// Colours are told as six hexadecimal digits; "" is one that is not told.
const (
	paper   = "FFFFFF" // what a cell without a fill shows
	letters = "000000"
)

// base are the colours that every palette begins with, and usual those that follow where a workbook has none of its own.
var (
	base  = [...]string{"000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"}
	usual = [...]string{"000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
		"800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
		"9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
		"000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
		"00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
		"3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
		"003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"}
)

// Numbers of the colours of a window.
const (
	windowText = 64
	windowBack = 65
	automatic  = 0x7FFF
)

// colour is a colour by its number, those of a window left out.
func (w *workbook) colour(n int) string {
	switch at := n - len(base); {
	case n < len(base):
		return base[n]
	case at < len(w.palette):
		return w.palette[at]
	case at < len(usual):
		return usual[at]
	}
	return ""
}

// ink is the colour of letters.
func (w *workbook) ink(n int) string {
	switch n {
	case windowText, automatic:
		return letters
	case windowBack:
		return paper
	}
	return w.colour(n)
}

// fill is what a cell style paints its cells with.
type fill struct{ pattern, fore int }

const solid = 1

// ground is the colour that text of a cell stands on; "" for a pattern.
func (w *workbook) ground(f fill) string {
	switch {
	case f.pattern == 0 || f.pattern == solid && f.fore == windowBack:
		return paper
	case f.pattern != solid:
		return ""
	}
	return w.colour(f.fore)
}

// takePalette reads the colours of a workbook's own.
func (w *workbook) takePalette(t *text) {
	const digits = "0123456789ABCDEF"
	w.palette = nil
	for n := min(t.u16(), len(usual)); n > 0 && !t.cut; n-- {
		var c []byte
		for _, v := range t.bytes(4)[:3] {
			c = append(c, digits[v>>4], digits[v&0xF])
		}
		w.palette = append(w.palette, string(c))
	}
}
