package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// nth are the places among the elements beside it of which an element must have one: step times 0, 1, 2 … and first.
type nth struct{ step, first int }

// nthOf reads a pseudo-class that asks for a place from the beginning; false for another.
func nthOf(name, inside string) (nth, bool) {
	inside = strings.ToLower(strings.Join(strings.Fields(inside), ""))
	switch {
	case name == "first-child":
		return nth{0, 1}, true
	case name != "nth-child":
		return nth{}, false
	case inside == "even":
		return nth{2, 0}, true
	case inside == "odd":
		return nth{2, 1}, true
	}
	step, first, ok := strings.Cut(inside, "n")
	if !ok {
		step, first = "0", inside
	}
	switch step {
	case "", "+":
		step = "1"
	case "-":
		step = "-1"
	}
	if first == "" {
		first = "0"
	}
	a, err := strconv.Atoi(step)
	b, err2 := strconv.Atoi(first)
	return nth{a, b}, err == nil && err2 == nil
}

// has reports whether a place, from 1 on, is one of them.
func (n nth) has(place int) bool {
	off := place - n.first
	if n.step == 0 {
		return off == 0
	}
	return off%n.step == 0 && off/n.step >= 0
}

// holdsAt tells whether a place, 0 for one that is not known, is one of all of them.
func holdsAt(places []nth, place int) holding {
	for _, n := range places {
		if place > 0 && !n.has(place) {
			return never
		}
	}
	if place == 0 && len(places) > 0 {
		return perhapsSo
	}
	return always
}

// placeOf is the place of a cell in its row and of a row in its section, from 1 on; 0 for other elements.
func (p *page) placeOf(t html.Token) int {
	n := len(p.tables)
	if n == 0 || p.tables[n-1].rack != nil || p.tables[n-1].box {
		return 0
	}
	in := p.tables[n-1]
	switch k := len(in.sections); {
	case t.Data == "tr" && k > 0:
		return len(in.sections[k-1].rows) + 1
	case (t.Data == "td" || t.Data == "th") && in.row != nil:
		return len(in.row.cells) + 1
	case t.Data == "td" || t.Data == "th":
		return 1
	}
	return 0
}
