package workbook

import (
	"fuhe"
	"fuhe/render/figure"
)

// printed is a figure of a form as a spreadsheet holds it.
type printed struct {
	value   float64
	literal string // the value in decimal digits, for formulas
	format  string // number format that shows the value as printed
}

// figureOf is the figure a cell's text is; false for a text that no number format would show as printed.
func figureOf(text string) (printed, bool) {
	f, ok := figure.Of(text)
	return printed{f.Value(), f.Literal, f.Format}, ok
}

// figureOfNumber is the value of a number in a spreadsheet, in its plainest format.
func figureOfNumber(n fuhe.Number) printed {
	f := figure.OfNumber(n)
	return printed{f.Value(), f.Literal, f.Format}
}
