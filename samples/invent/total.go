package invent

import (
	"math/big"
)

// total is the sum of the scores, and how the form prints it.
type total struct {
	scores        []figure
	weight, score string
	grade         string
	header        bool // printed in the header, too
	gradeAt       gradePlace
}

// gradePlace is where a grade is printed.
type gradePlace uint8

const (
	nowhere gradePlace = iota
	inTotalRow
	inHeader
	inOwnRow
)

func (t *total) add(f figure) { t.scores = append(t.scores, f) }

// sum is exact to the most places of a score.
func (t *total) sum() figure {
	places := 0
	for _, f := range t.scores {
		places = max(places, f.places)
	}
	out := figure{0, places}
	for _, f := range t.scores {
		out.units += f.units * power(places-f.places)
	}
	return out
}

// inventTotal adds up the form.
func (m *maker) inventTotal() bool {
	t := &m.total
	if !m.layout.scored {
		return true
	}
	sum := t.sum()
	if sum.rat().Cmp(big.NewRat(100, 1)) > 0 {
		return false
	}
	t.weight, t.score = "100", sum.text()
	if m.oneIn(2) {
		t.score = sum.short()
	}
	t.gradeAt = m.layout.grade
	if t.gradeAt == nowhere && m.layout.mayGrade && m.oneIn(6) {
		t.gradeAt = pick(m.rng, inTotalRow, inHeader)
	}
	if t.gradeAt != nowhere {
		t.grade = grade(sum)
	}
	t.header = m.layout.totalAt == lastRow && m.layout.mayGrade && (m.oneIn(12) || m.kind == HeaderTotal)
	return true
}

// grade is the band of a total under the national rules.
func grade(f figure) string {
	for _, b := range []struct {
		from int64
		name string
	}{{90, "优"}, {80, "良"}, {60, "中"}} {
		if f.rat().Cmp(big.NewRat(b.from, 1)) >= 0 {
			return b.name
		}
	}
	return "差"
}
