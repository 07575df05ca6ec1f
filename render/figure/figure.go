// Package figure turns printed figures into numbers that a spreadsheet shows just as they were printed: a text goes in, out
// come its value and the number format. It reports false for a text that no format would show again. It knows no table.
package figure

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"fuhe"
)

// Figure is a printed number as a spreadsheet holds it: 35.77% is 0.3577 with the format 0.00%.
type Figure struct {
	Literal   string // the value in decimal digits
	Format    string // number format that shows the value as printed
	Places    int32  // printed decimals
	Grouped   bool   // printed with thousands separators
	Unit      string // what is printed behind it: "%", "万元"; "" for none
	Bracketed bool   // (1,000.00): what a numbered item looks like, too
	Bare      bool   // digits and nothing else: what a code or the number of a row looks like, too
	Day       bool   // the number of a day, which Format shows as the day
}

// Value is the value as a spreadsheet holds it.
func (f *Figure) Value() float64 {
	v, err := strconv.ParseFloat(f.Literal, 64)
	if err != nil {
		return math.NaN() // no reader of figures gives such a literal
	}
	return v
}

// maxExactDigits: a spreadsheet number holds no more; a longer one stays text.
const maxExactDigits = 15

// Of is the figure a text is. It reports false for a text that no number format would show as printed (≥80%, 1,23, 007)
// and for more digits than a spreadsheet number holds. Full-width digits and signs become narrow ones.
func Of(text string) (Figure, bool) {
	text = strings.TrimSpace(Narrow(text))
	if f, ok := plain(text); ok {
		return f, true
	}
	return spelled(text)
}

// spelled is the figure that a trimmed text is, in whatever spelling.
func spelled(text string) (Figure, bool) {
	n, ok := fuhe.ParseNumber(text)
	if !ok || n.Sign != fuhe.NoSign {
		return Figure{}, false
	}
	start := strings.IndexAny(text, "-0123456789")
	if start < 0 {
		return Figure{}, false
	}
	end := start + len(text[start:]) - len(strings.TrimLeft(text[start:], "-0123456789,."))
	prefix, digits, suffix := text[:start], text[start:end], text[end:]
	grouped := strings.Contains(digits, ",")
	shown := n.String()
	if grouped {
		shown = group(shown)
	}
	if shown != digits || !prefixes[strings.TrimSpace(prefix)] || significant(digits) > maxExactDigits || prefix != "" && digits[0] == '-' {
		return Figure{}, false
	}
	f := OfNumber(n)
	if f.Literal == digits {
		f.Literal = digits // in the text already: one string less to keep
	}
	f.Grouped = grouped
	f.Format = quoted(prefix) + digitFormat(n.Places, grouped) + suffixFormat(n.Unit, suffix)
	f.Bare = prefix == "" && suffix == "" && n.Places == 0 && !grouped && digits[0] != '-'
	return f, true
}

// Narrow is a text with its characters in their usual width: １ is 1, （ is (. Most texts are so already, and a table may have
// a million of them: those are not copied.
func Narrow(s string) string {
	for _, r := range s {
		if r == ideographicSpace || r >= firstForm && r <= lastForm {
			return width.Fold.String(s)
		}
	}
	return s
}

// Characters that have another width than the usual one.
const (
	ideographicSpace    = '\u3000'
	firstForm, lastForm = '\uff00', '\uffef'
)

// prefixes may stand before a figure; a plus sign would be lost on a zero.
var prefixes = map[string]bool{"": true, "¥": true}

// OfNumber is the value of a number in a spreadsheet, in its plainest format.
func OfNumber(n fuhe.Number) Figure {
	v := n.Value
	if n.Unit == "%" {
		v = v.Shift(-2)
	}
	return Figure{Literal: v.String(), Format: digitFormat(n.Places, false) + suffixFormat(n.Unit, n.Unit), Places: n.Places, Unit: n.Unit}
}

// usualFormats are the formats of up to four decimals, without separators and with them.
var usualFormats = [2][5]string{
	{"0", "0.0", "0.00", "0.000", "0.0000"}, {"#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"},
}

func digitFormat(places int32, grouped bool) string {
	if places >= 0 && int(places) < len(usualFormats[0]) {
		if grouped {
			return usualFormats[1][places]
		}
		return usualFormats[0][places]
	}
	format := "0"
	if grouped {
		format = "#,##0"
	}
	if places > 0 {
		format += "." + strings.Repeat("0", int(places))
	}
	return format
}

// suffixFormat shows what stands behind the digits. A percent sign outside quotes is what makes 0.3577 show as 35.77.
func suffixFormat(unit, suffix string) string {
	if unit == "%" {
		return quoted(strings.TrimSuffix(suffix, "%")) + "%"
	}
	return quoted(suffix)
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(s, `"`, "") + `"` // no unit has quotation marks: isUnit
}

// group puts a comma before every third digit of the whole part.
func group(digits string) string {
	whole, fraction, _ := strings.Cut(digits, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return sign + b.String()
}

// significant is the number of digits that a float must hold.
func significant(digits string) int {
	n := 0
	for i := range len(digits) {
		switch c := digits[i]; {
		case c == ',', c == '.', c == '-', c == '0' && n == 0:
		default:
			n++
		}
	}
	return n
}

// Decimal is the value with all its printed places: 0.00, and 0.3500 of 35.00%.
func (f Figure) Decimal() string {
	places := f.Places
	if f.Unit == "%" {
		places += 2
	}
	_, fraction, _ := strings.Cut(f.Literal, ".")
	missing := int(places) - len(fraction)
	if missing <= 0 {
		return f.Literal
	}
	point := ""
	if fraction == "" {
		point = "."
	}
	return f.Literal + point + strings.Repeat("0", missing)
}

// ShownBy reports whether another number format shows the figure just as its own does: separators change nothing below a
// thousand, and what a format says of negatives nothing on others.
func (f Figure) ShownBy(format string) bool {
	if format == f.Format {
		return true
	}
	positive, _, signed := strings.Cut(format, ";")
	own, value := f.Format, f.Value()
	if value >= 0 && !strings.Contains(own, ";") {
		if positive == own {
			return true
		}
		return !f.Grouped && value < 1000 && digitFormat(f.Places, false) == own && positive == digitFormat(f.Places, true)
	}
	return format == own || !signed && !strings.Contains(own, ";") && !f.Grouped && value > -1000 && digitFormat(f.Places, false) == own && format == digitFormat(f.Places, true)
}
