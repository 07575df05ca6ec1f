package foot

import (
	"math/big"
	"strconv"
	"strings"

	"fuhe"
)

// outcome is what adding up one line of a structure comes to.
type outcome uint8

const (
	idle   outcome = iota // nothing to add, or something that is no number
	weak                  // it closes on one part alone
	strong                // it closes on two parts or more
	fails
)

// try adds parts up against a target, within what rounding to the printed places may make of it.
func try(target value, parts []value) outcome {
	if target.state != figure {
		return idle
	}
	sum, tolerance, filled := int64(0), target.half, 0
	for _, p := range parts {
		switch p.state {
		case unknown, percent:
			return idle
		case figure:
			sum += p.n
			tolerance += p.half
			if p.n != 0 {
				filled++
			}
		}
		if sum > mostUnits || sum < -mostUnits {
			return idle
		}
	}
	gap := max(target.n-sum, sum-target.n)
	switch {
	case filled == 0:
		return idle
	case gap > tolerance:
		return fails
	case max(target.n, -target.n) <= tellingTimes*tolerance:
		return idle
	case filled == 1:
		return weak
	}
	return strong
}

// tally counts outcomes, equal lines once: a column that repeats another proves nothing more.
type tally struct{ strong, weak, fails int }

func (t *tally) add(o outcome) {
	switch o {
	case strong:
		t.strong++
	case weak:
		t.weak++
	case fails:
		t.fails++
	}
}

func (t *tally) take(o tally) {
	t.strong, t.weak, t.fails = t.strong+o.strong, t.weak+o.weak, t.fails+o.fails
}

func (t *tally) drop(o tally) {
	t.strong, t.weak, t.fails = t.strong-o.strong, t.weak-o.weak, t.fails-o.fails
}

// rare reports whether a structure fails seldom enough to be one.
func (t tally) rare() bool { return t.fails*failingShare <= t.strong+t.weak+t.fails }

// lines are sums that were met, so that those that repeat each other are known.
type lines struct {
	met map[string]bool
	key []byte
}

// add notes a sum; false when it was met before.
func (l *lines) add(target value, parts []value) bool {
	l.key = term(l.key[:0], target)
	for _, p := range parts {
		if p.state != blank && p.n != 0 {
			l.key = term(append(l.key, ' '), p)
		}
	}
	if l.met[string(l.key)] {
		return false
	}
	if l.met == nil {
		l.met = map[string]bool{}
	}
	l.met[string(l.key)] = true
	return true
}

func term(to []byte, v value) []byte {
	return strconv.AppendInt(append(to, '0'+byte(v.state), ':'), v.n, 36)
}

// finding is a place where a proven structure does not close.
func finding(rule string, target value, parts []value) fuhe.TableFinding {
	sum, places := int64(0), placesOf(target)
	var terms []string
	f := fuhe.TableFinding{Rule: rule, Row: target.cell.Row, Col: target.cell.Col, Published: target.text}
	for _, p := range parts {
		if p.state != figure {
			continue
		}
		sum += p.n
		places = max(places, placesOf(p))
		f.Parts = append(f.Parts, fuhe.Spot{Row: p.cell.Row, Col: p.cell.Col})
		if p.n != 0 {
			terms = append(terms, p.text)
		}
	}
	if len(terms) < 2 && len(parts) <= longestWorking {
		terms = withNothing(parts)
	}
	if len(terms) > longestWorking {
		terms = append(terms[:longestWorking:longestWorking], "…")
	}
	f.Recomputed = written(sum, places)
	f.Working = strings.Join(terms, " + ") + " = " + f.Recomputed
	return f
}

// withNothing are the terms of a sum whose parts are blank or zero but for one: a figure by itself shows no sum.
func withNothing(parts []value) []string {
	terms := make([]string, len(parts))
	for i, p := range parts {
		terms[i] = "0"
		if p.state == figure {
			terms[i] = p.text
		}
	}
	return terms
}

// placesOf is how many places a figure is printed with.
func placesOf(v value) int {
	places := scalePlaces
	for half := v.half * 2; half >= 10 && places > 0; half /= 10 {
		places--
	}
	return places
}

// written is a number of units at places.
func written(n int64, places int) string { return big.NewRat(n, 10_000).FloatString(places) }
