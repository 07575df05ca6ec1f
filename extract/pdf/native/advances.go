package native

import (
	"strconv"
	"strings"
	"unicode"
)

// advances are the widths of one of the standard 14 fonts, in thousandths.
type advances map[rune]float64

func (a advances) of(s string) float64 {
	for _, r := range s {
		if w, ok := a[r]; ok {
			return w / 1000
		}
	}
	return a[0] / 1000
}

// standardWidths are the widths of the standard 14 fonts and of those that are made to measure the same; nil for others.
func standardWidths(name string) advances {
	n := strings.Map(func(r rune) rune {
		if r == ' ' || r == ',' || r == '-' {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
	bold, italic := strings.Contains(n, "bold"), strings.Contains(n, "italic") || strings.Contains(n, "oblique")
	switch {
	case strings.HasPrefix(n, "courier"):
		return advances{0: 600}
	case strings.HasPrefix(n, "helvetica") || strings.HasPrefix(n, "arial"):
		if bold {
			return widthTable(helveticaBoldWidths, 556)
		}
		return widthTable(helveticaWidths, 556)
	case strings.HasPrefix(n, "times"):
		switch {
		case bold && italic:
			return widthTable(timesBoldItalicWidths, 500)
		case bold:
			return widthTable(timesBoldWidths, 500)
		case italic:
			return widthTable(timesItalicWidths, 500)
		}
		return widthTable(timesWidths, 500)
	case strings.HasPrefix(n, "symbol"):
		return widthTable(symbolWidths, 549)
	case strings.HasPrefix(n, "zapfdingbats"):
		return widthTable(zapfWidths, 788)
	}
	return nil
}

func widthTable(table string, usual float64) advances {
	out := advances{0: usual}
	var r rune
	for w := range strings.FieldsSeq(table) {
		if hex, ok := strings.CutSuffix(w, ":"); ok {
			v, _ := strconv.ParseUint(hex, 16, 32)
			r = rune(v)
			continue
		}
		n, _ := strconv.Atoi(w)
		out[r] = float64(n)
		r++
	}
	return out
}
