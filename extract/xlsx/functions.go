package xlsx

import (
	"math"
	"slices"
	"strings"

	"fuhe/extract/worksheet"
)

// call reads a function and its arguments.
func (e *evaluator) call() (value, error) {
	s := scanner{text: e.text, i: e.i}
	name := strings.ToUpper(s.word())
	if e.i = s.i; !e.sign('(') {
		return value{}, errNotRead
	}
	switch name {
	case "SUM", "MIN", "MAX", "AVERAGE", "PRODUCT", "SUMPRODUCT":
		return e.aggregate(name)
	}
	var args []value
	for {
		v, err := e.expression(0) // an argument that is left out is none
		if err != nil {
			return value{}, err
		}
		args = append(args, v)
		if e.sign(')') {
			return apply(name, args)
		}
		if !e.sign(',') {
			return value{}, errNotRead
		}
	}
}

// apply computes a function of single values.
func apply(name string, args []value) (value, error) {
	switch name {
	case "IF", "IFERROR":
		return choose(name, args)
	case "AND", "OR", "NOT":
		return truths(name, args)
	}
	n := map[string]int{"ROUND": 2, "ROUNDUP": 2, "ROUNDDOWN": 2, "INT": 1, "ABS": 1}[name]
	if n == 0 || len(args) != n {
		return value{}, errNotRead
	}
	numbers := make([]float64, 2)
	for i, v := range args {
		if v.kind == divided {
			return v, nil
		}
		var err error
		if numbers[i], err = v.asNumber(); err != nil {
			return value{}, err
		}
	}
	if name == "ABS" {
		return finite(math.Abs(numbers[0]))
	}
	if numbers[1] != math.Trunc(numbers[1]) || math.Abs(numbers[1]) > 15 {
		return value{}, errNotRead
	}
	return round(name, numbers[0], int(numbers[1]))
}

// choose computes IF and IFERROR, whose arguments may be texts to be shown.
func choose(name string, args []value) (value, error) {
	if name == "IFERROR" {
		if len(args) != 2 {
			return value{}, errNotRead
		}
		if args[0].kind == divided {
			return shownValue(args[1]), nil
		}
		return shownValue(args[0]), nil
	}
	if len(args) != 3 {
		return value{}, errNotRead
	}
	switch args[0].kind {
	case divided:
		return args[0], nil
	case logical:
	default:
		return value{}, errOperand
	}
	if args[0].truth {
		return shownValue(args[1]), nil
	}
	return shownValue(args[2]), nil
}

// shownValue is what a function gives for a reference to a blank cell: a nought.
func shownValue(v value) value {
	if v.kind == blank {
		v.kind = numeric
	}
	return v
}

func truths(name string, args []value) (value, error) {
	all, one := true, false
	for _, v := range args {
		if v.kind != logical {
			return value{}, errOperand
		}
		all, one = all && v.truth, one || v.truth
	}
	switch {
	case name == "AND":
		return value{kind: logical, truth: all}, nil
	case name == "OR":
		return value{kind: logical, truth: one}, nil
	case len(args) == 1:
		return value{kind: logical, truth: !one}, nil
	}
	return value{}, errNotRead
}

// aggregate computes a function of whole areas.
func (e *evaluator) aggregate(name string) (value, error) {
	var terms [][]float64
	var shape [2]int
	div := false
	for {
		a, whole := e.argument()
		found, err := e.numbersOf(a, whole, name, &div)
		if err != nil {
			return value{}, err
		}
		terms = append(terms, found)
		here := [2]int{a.rows(), a.cols()}
		if len(terms) == 1 {
			shape = here
		}
		if name == "SUMPRODUCT" && (!whole || here != shape) {
			return value{}, errNotRead
		}
		if e.sign(')') {
			break
		}
		if !e.sign(',') {
			return value{}, errNotRead
		}
	}
	switch {
	case div:
		return value{kind: divided}, nil
	case name == "SUMPRODUCT":
		return total(products(terms)...)
	}
	return aggregated(name, slices.Concat(terms...))
}

// numbersOf are the numbers of an argument, an area or a single value; div is set where it is a division by zero.
func (e *evaluator) numbersOf(a area, whole bool, name string, div *bool) ([]float64, error) {
	if whole {
		return e.numbersIn(a, name)
	}
	v, err := e.expression(0)
	if err == nil && v.kind != numeric && v.kind != divided {
		err = errOperand
	}
	*div = *div || v.kind == divided
	return []float64{v.number}, err
}

// argument passes over a reference that is a whole argument.
func (e *evaluator) argument() (area, bool) {
	i, names := e.i, e.names
	a, ok := e.area()
	if c := e.peek(); ok && (c == ',' || c == ')') {
		return a, true
	}
	e.i, e.names = i, names
	return area{}, false
}

// numbersIn are the numbers of an area. Sums pass over texts, as long as these look like no numbers; what counts cells
// or multiplies them in pairs is not computed where there is one.
func (e *evaluator) numbersIn(a area, name string) ([]float64, error) {
	var out []float64
	for row := a.from.row; row <= a.to.row; row++ {
		for col := a.from.col; col <= a.to.col; col++ {
			v := e.values(a.sheet, row, col)
			switch {
			case v.kind == numeric, v.kind == blank && name == "SUMPRODUCT":
				out = append(out, v.number)
			case v.kind == blank:
			case v.kind == textual && (name == "SUM" || name == "MIN" || name == "MAX") && !looksNumeric(v.text):
			default:
				return nil, errOperand
			}
		}
	}
	return out, nil
}

func looksNumeric(text string) bool {
	if _, ok := worksheet.ParseStored(strings.TrimSpace(text)); ok {
		return true
	}
	return strings.ContainsAny(text, "0123456789０１２３４５６７８９")
}

func products(factors [][]float64) []float64 {
	out := append([]float64(nil), factors[0]...)
	for _, f := range factors[1:] {
		for i := range out {
			out[i] *= f[i]
		}
	}
	return out
}

func aggregated(name string, numbers []float64) (value, error) {
	if len(numbers) == 0 {
		if name == "AVERAGE" {
			return value{kind: divided}, nil
		}
		return value{kind: numeric}, nil
	}
	result := numbers[0]
	for _, n := range numbers[1:] {
		switch name {
		case "MIN":
			result = min(result, n)
		case "MAX":
			result = max(result, n)
		case "PRODUCT":
			result *= n
		}
	}
	switch name {
	case "SUM", "AVERAGE":
		v, err := total(numbers...)
		if err != nil || name == "SUM" {
			return v, err
		}
		result = v.number / float64(len(numbers))
	}
	return finite(result)
}
