package tables

import (
	"errors"
	"math/big"
	"strings"

	"fuhe"
	"fuhe/render/figure"
)

// Why a formula of the original is written as its value.
var (
	errBeyond = errors.New("it is not made of figures of its table by the operations that are checked")
	errOther  = errors.New("what it gives on the figures as shown is not what is shown")
	errDivide = errors.New("division by zero")
)

// alive is the formula of a cell with its table at a place of a sheet. It is written only when it gives, on the figures as they
// are shown, the figure that is shown: it is worked out here, with + - * / %, comparisons and some functions, all else is an error.
func (l *laid) alive(n, first, left int) (string, error) {
	ty, f := l.typeOf(n), l.cells[n].Formula
	if ty.kind() != number || f == nil {
		return "", errBeyond
	}
	e := evaluation{l: l}
	if err := e.cut(*f, first, left); err != nil {
		return "", err
	}
	v, err := e.comparison()
	if err == nil && e.next < len(e.tokens) {
		err = errBeyond
	}
	if err != nil {
		return "", err
	}
	shown, ok := new(big.Rat).SetString(ty.figure.Literal)
	if !ok || !sameShown(v, shown, ty.figure) {
		return "", errOther
	}
	return e.text.String(), nil
}

// formula is the formula of a cell as it is written; "" where its value stands alone.
func (p *paper) formula(l *laid, n, first int) string {
	if !p.o.Formulas || l.cells[n].Formula == nil {
		return ""
	}
	text, err := l.alive(n, first, p.left)
	if err != nil {
		p.valued++
		if errors.Is(err, errOther) {
			p.Comment(first+l.cells[n].Row, p.left+l.cells[n].Col, otherPhrase.In(p.o.Lang))
		}
		return ""
	}
	p.live++
	return text
}

// sameShown reports whether two numbers are the same at the places of a figure.
func sameShown(v, shown *big.Rat, f *figure.Figure) bool {
	places := int(f.Places)
	if f.Unit == "%" {
		places += 2
	}
	got, ok := new(big.Rat).SetString(v.FloatString(places))
	return ok && got.Cmp(shown) == 0
}

// token is a piece of a formula: a sign or a name, a number, or an area.
type token struct {
	text   string
	number *big.Rat
	area   *fuhe.Area
}

// evaluation works a formula out.
type evaluation struct {
	l      *laid
	tokens []token
	next   int
	depth  int
	text   strings.Builder // the formula as it is written
}

// cut makes tokens of a formula, and its text on the sheet.
func (e *evaluation) cut(f fuhe.Formula, first, left int) error {
	for _, p := range f {
		if a := p.Area; a != nil {
			if a.From.Row < 0 || a.From.Col < 0 || a.To.Row >= e.l.t.Rows || a.To.Col >= e.l.t.Cols || a.To.Row < a.From.Row || a.To.Col < a.From.Col {
				return errBeyond
			}
			e.tokens = append(e.tokens, token{area: a})
			e.text.WriteString(fuhe.Ref(first+a.From.Row, left+a.From.Col, a.To.Row-a.From.Row+1, a.To.Col-a.From.Col+1))
			continue
		}
		if err := e.words(p.Text); err != nil {
			return err
		}
	}
	if len(e.tokens) > mostTokens {
		return errBeyond
	}
	return nil
}

// words makes tokens of what stands between areas.
func (e *evaluation) words(s string) error {
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		n := len(s) - len(strings.TrimLeft(s, "0123456789."))
		switch {
		case n > 0:
			v, ok := new(big.Rat).SetString(s[:n])
			if !ok || n > mostDigits {
				return errBeyond
			}
			e.tokens = append(e.tokens, token{number: v})
		case strings.HasPrefix(s, "<=") || strings.HasPrefix(s, ">=") || strings.HasPrefix(s, "<>"):
			n = 2
			e.tokens = append(e.tokens, token{text: s[:n]})
		case strings.IndexByte("+-*/%(),=<>", s[0]) >= 0:
			n = 1
			e.tokens = append(e.tokens, token{text: s[:n]})
		default:
			n = len(s) - len(strings.TrimLeft(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
			if n == 0 {
				return errBeyond
			}
			e.tokens = append(e.tokens, token{text: s[:n]})
		}
		e.text.WriteString(s[:n])
		s = s[n:]
	}
	return nil
}

// value is the number in a cell of the table. A blank one is nil, one with a text that holds no digit, too, which functions
// pass over; anything else is an error.
func (e *evaluation) value(row, col int) (v *big.Rat, blank bool, err error) {
	n := int(e.l.owner[row*e.l.t.Cols+col]) - 1
	if n < 0 || e.l.cells[n].Row != row || e.l.cells[n].Col != col || e.l.cells[n].Text == "" {
		return nil, true, nil
	}
	switch ty := e.l.typeOf(n); {
	case ty.kind() == number:
		v, ok := new(big.Rat).SetString(ty.figure.Literal)
		if !ok {
			return nil, false, errBeyond
		}
		return v, false, nil
	case fuhe.DigitsOf(e.l.cells[n].Text).Runs > 0:
		return nil, false, errBeyond
	}
	return nil, false, nil
}

// area are the numbers of an area.
func (e *evaluation) area(a *fuhe.Area) ([]*big.Rat, error) {
	if e.l.summed += (a.To.Row - a.From.Row + 1) * (a.To.Col - a.From.Col + 1); e.l.summed > mostSummed {
		return nil, errBeyond
	}
	var out []*big.Rat
	for row := a.From.Row; row <= a.To.Row; row++ {
		for col := a.From.Col; col <= a.To.Col; col++ {
			v, _, err := e.value(row, col)
			if err != nil {
				return nil, err
			}
			if v != nil {
				out = append(out, v)
			}
		}
	}
	return out, nil
}
