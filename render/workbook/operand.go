package workbook

import (
	"math"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/render"
)

// operand is what stands for an entry in a formula: its cell, as it is or taken as a number by a function around it, or its
// figure where the cell holds no such number.
type operand struct{ sheet, ref, before, behind, literal string }

// operandOf finds an entry's operand. A cell is only referred to where what it holds gives exactly the figure that was computed
// with: a spreadsheet may store more digits than it shows, or a text, and a split target only part of it.
func operandOf(fields map[fuhe.Field]*fuhe.Cell, at spots, corrected map[fuhe.Field]*fuhe.Correction, field fuhe.Field) (operand, bool) {
	entry := fields[field]
	if entry == nil || !entry.Present() {
		return operand{}, false
	}
	s, placed := at[entry.At]
	cell := *entry
	if c := corrected[field]; c != nil {
		if c.Corrected.Number == nil {
			return operand{}, false
		}
		if placed {
			return operand{sheet: s.sheet, ref: s.first}, true
		}
		cell = c.Corrected
	}
	if cell.Number == nil {
		return operand{}, false
	}
	f := figureOfNumber(*cell.Number)
	if placed {
		if before, behind, ok := s.as(*cell.Number, f); ok {
			return operand{sheet: s.sheet, ref: s.first, before: before, behind: behind}, true
		}
	}
	if f.value < 0 {
		return operand{literal: "(" + f.literal + ")"}, true
	}
	return operand{literal: f.literal}, true
}

// as is what has to stand around a reference to a cell to make it the figure that the cell shows; false where nothing does.
func (s spot) as(n fuhe.Number, f printed) (before, behind string, ok bool) {
	places := n.Places
	if n.Unit == "%" {
		places += 2
	}
	switch {
	case s.numeric && s.value == f.value:
		return "", "", true
	case s.numeric && n.Unit == "%" && math.Abs(s.value/100-f.value) < 1e-12:
		return "", "/100", true
	case s.numeric && roundedTo(s.value, places) == f.value:
		return "ROUND(", "," + strconv.Itoa(int(places)) + ")", true
	case s.numeric:
		return "", "", false
	}
	return s.textAs(n)
}

func roundedTo(v float64, places int32) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', int(places), 64), 64)
	if err != nil {
		return math.NaN()
	}
	return r
}

// figureText is a figure as a text cell holds it and spreadsheet programs read one: digits, commas, a unit behind it.
var figureText = lazily(`^([0-9][0-9,]*(?:\.[0-9]+)?)(%|\p{Han}*)$`)

// textAs is what makes a number of the text in a cell.
func (s spot) textAs(n fuhe.Number) (before, behind string, ok bool) {
	m := figureText().FindStringSubmatch(s.text)
	if m == nil {
		return "", "", false
	}
	if held, is := fuhe.ParseNumber(s.text); !is || !held.Value.Equal(n.Value) || held.Unit != n.Unit {
		return "", "", false
	}
	without := func(part string) { before, behind = "SUBSTITUTE("+before, behind+`,"`+part+`","")` }
	if strings.Contains(m[1], ",") {
		without(",")
	}
	if m[2] != "" && m[2] != "%" {
		without(m[2])
	}
	return "VALUE(" + before, behind + ")", true
}

var placeholder = expression(`\{(/[^{}]*)\}`)

// expand fills the operands into a formula template; it reports false when one has none.
func expand(template, sheet string, find func(fuhe.Field) (operand, bool)) (string, bool) {
	complete := template != ""
	formula := placeholder().ReplaceAllStringFunc(template, func(p string) string {
		o, ok := find(fuhe.Field(p[1 : len(p)-1]))
		switch {
		case !ok:
			complete = false
			return p
		case o.ref == "":
			return o.literal
		case o.sheet != sheet:
			return o.before + render.QuoteSheet(o.sheet) + "!" + o.ref + o.behind
		}
		return o.before + o.ref + o.behind
	})
	return summed(formula), complete
}

// sumOfTerms is a rounded sum of cells and figures, as a total is.
var sumOfTerms = lazily(`^ROUND\(([A-Z]+[0-9]+|[0-9.]+|\([-0-9.]+\))((?:\+(?:[A-Z]+[0-9]+|[0-9.]+|\([-0-9.]+\)))+),([0-9]+)\)$`)

// summed writes the terms of such a sum that stand one below the other as a range: ROUND(H6+SUM(H13:H19),2).
func summed(formula string) string {
	m := sumOfTerms().FindStringSubmatch(formula)
	if m == nil {
		return formula
	}
	terms := append([]string{m[1]}, strings.Split(m[2], "+")[1:]...)
	var out []string
	for i := 0; i < len(terms); {
		end := i + 1
		for end < len(terms) && below(terms[end-1], terms[end]) {
			end++
		}
		if end-i >= leastRange {
			out = append(out, "SUM("+terms[i]+":"+terms[end-1]+")")
		} else {
			out = append(out, terms[i:end]...)
		}
		i = end
	}
	return "ROUND(" + strings.Join(out, "+") + "," + m[3] + ")"
}

// below reports whether a cell stands right below another.
func below(a, b string) bool {
	column := strings.TrimRight(a, "0123456789")
	if column == "" || column == a || !strings.HasPrefix(b, column) {
		return false
	}
	above, errA := strconv.Atoi(a[len(column):])
	under, errB := strconv.Atoi(b[len(column):])
	return errA == nil && errB == nil && under == above+1
}
