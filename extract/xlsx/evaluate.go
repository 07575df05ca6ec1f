package xlsx

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// value is what an operand comes to: a number, a text, a logical value, a blank cell, or a division by zero.
type value struct {
	kind   valueKind
	number float64
	text   string
	truth  bool
}

type valueKind uint8

const (
	blank valueKind = iota
	numeric
	textual
	logical
	divided // by zero: #DIV/0!
	other   // an error, a date written as text, or a formula that is not computed
)

var (
	errOperand = errors.New("a formula works on texts, errors or cells without a result")
	errNotRead = errors.New("a formula of a kind that is not computed")
	errInexact = errors.New("a result on the edge of a rounding or a comparison")
)

// evaluator computes one formula on the values of the cells it refers to. It knows few functions, and those exactly: what
// programs do not agree on, or what depends on the last binary digit of a number, is an error.
type evaluator struct {
	text   string
	i      int
	f      *formula
	names  int // defined names met so far
	depth  int
	values func(sheet string, row, col int) value
}

// evaluate computes a formula that has been placed.
func evaluate(f *formula, values func(sheet string, row, col int) value) (value, error) {
	e := evaluator{text: f.source, f: f, values: values}
	v, err := e.expression(0)
	switch {
	case err != nil:
		return value{}, err
	case e.peek() != 0:
		return value{}, errNotRead
	case v.kind == blank: // a reference to a blank cell shows a nought
		return value{kind: numeric}, nil
	}
	return v, nil
}

// peek is the next character that is no blank; 0 at the end.
func (e *evaluator) peek() byte {
	for e.i < len(e.text) && strings.IndexByte(" \t\r\n", e.text[e.i]) >= 0 {
		e.i++
	}
	if e.i == len(e.text) {
		return 0
	}
	return e.text[e.i]
}

func (e *evaluator) sign(c byte) bool {
	if e.peek() != c {
		return false
	}
	e.i++
	return true
}

// levels are the operators by how closely they bind, the loosest first.
var levels = [][]string{{"<=", ">=", "<>", "=", "<", ">"}, {"+", "-"}, {"*", "/"}}

// expression reads operands joined by the operators of a level and the closer ones.
func (e *evaluator) expression(level int) (value, error) {
	if level == len(levels) {
		return e.signed()
	}
	left, err := e.expression(level + 1)
	for err == nil {
		op := e.operator(levels[level])
		if op == "" {
			return left, nil
		}
		var right value
		if right, err = e.expression(level + 1); err == nil {
			left, err = operate(op, left, right)
		}
	}
	return value{}, err
}

func (e *evaluator) operator(among []string) string {
	e.peek()
	for _, op := range among {
		if strings.HasPrefix(e.text[e.i:], op) {
			e.i += len(op)
			return op
		}
	}
	return ""
}

const maxEvaluated = 64 // Excel's own limit of functions in one another

// signed reads an operand with the signs before it and the per cent signs behind it.
func (e *evaluator) signed() (value, error) {
	if e.depth++; e.depth > 4*maxEvaluated {
		return value{}, errNotRead
	}
	defer func() { e.depth-- }()
	if e.sign('+') {
		return e.signed()
	}
	if e.sign('-') {
		v, err := e.signed()
		if err != nil {
			return v, err
		}
		return operate("-", value{kind: numeric}, v)
	}
	v, err := e.operand()
	for err == nil && e.sign('%') {
		v, err = operate("/", v, value{kind: numeric, number: 100})
	}
	return v, err
}

func (e *evaluator) operand() (value, error) {
	c := e.peek()
	if a, ok := e.area(); ok {
		if !a.single() {
			return value{}, errNotRead
		}
		v := e.values(a.sheet, a.from.row, a.from.col)
		if v.kind == divided || v.kind == other {
			return value{}, errOperand
		}
		return v, nil
	}
	switch {
	case c == '(':
		e.i++
		v, err := e.expression(0)
		if err == nil && !e.sign(')') {
			err = errNotRead
		}
		return v, err
	case c == '"':
		s := scanner{text: e.text, i: e.i}
		text, err := s.quoted('"')
		e.i = s.i
		return value{kind: textual, text: text}, err
	case c >= '0' && c <= '9' || c == '.':
		return e.constant()
	}
	return e.call()
}

// area passes over a reference or a defined name.
func (e *evaluator) area() (area, bool) {
	for i, span := range e.f.found.spans {
		if span[0] <= e.i && e.i < span[1] {
			e.i = span[1]
			return e.f.found.list[i], true
		}
	}
	s := scanner{text: e.text, i: e.i}
	word := s.word()
	names := e.f.found.names
	if word == "" || e.names == len(names) || names[e.names] != word || s.i < len(s.text) && s.text[s.i] == '(' {
		return area{}, false
	}
	e.i = s.i
	e.names++
	return e.f.found.list[len(e.f.found.spans)+e.names-1], true
}

// constant reads a number.
func (e *evaluator) constant() (value, error) {
	from := e.i
	for e.i < len(e.text) && (e.text[e.i] >= '0' && e.text[e.i] <= '9' || e.text[e.i] == '.') {
		e.i++
	}
	if r, _ := utf8.DecodeRuneInString(e.text[e.i:]); wordRune(r) { // an exponent, or no number at all
		return value{}, errNotRead
	}
	n, err := strconv.ParseFloat(e.text[from:e.i], 64)
	if err != nil {
		return value{}, errNotRead
	}
	return value{kind: numeric, number: n}, nil
}
