package inferred

import (
	"math"
	"slices"
)

// tail is what stands under the funds of a money block and is none of them: how they were managed, or the same money listed
// another way. Its texts stand in the form line by line, and no fund is read of them.
type tail struct {
	caption []piece // of its own; nil where that of the money block stands beside it, too
	lines   [][]piece
	border  float64 // between two lists side by side; infinite for one
}

// cutTail takes the tail off a money block; nil where it has none.
func (f *Finder) cutTail(p *part) *tail {
	at := math.Inf(1)
	for _, q := range p.pieces {
		if q.base > p.base && f.Words.Listed(q.text) {
			at = min(at, q.base-centreShare*q.size)
		}
	}
	rest, caption := p.captioned(p.pieces, f.Words)
	if math.IsInf(at, 1) || len(p.names(between(rest, math.Inf(-1), at))) == 0 {
		return nil
	}
	own := below(rest, at)
	t := &tail{lines: rows(own), border: halves(own)}
	over, beside := between(caption, math.Inf(-1), at), below(caption, at)
	if f.Words.Caption(Money, joined(over)) && f.Words.Caption(Money, joined(beside)) {
		t.caption, caption = beside, over
	}
	p.pieces = append(between(rest, math.Inf(-1), at), caption...)
	return t
}

// halves is the middle of the white that runs down between two lists; infinite where none does, or where there are more.
func halves(pieces []piece) float64 {
	border, end := math.Inf(1), math.Inf(-1)
	slices.SortFunc(pieces, func(a, b piece) int { return int(math.Copysign(1, a.x0-b.x0)) })
	for i, q := range pieces {
		if i > 0 && q.x0 > end+valueShare*q.size {
			if !math.IsInf(border, 1) {
				return math.Inf(1)
			}
			border = (end + q.x0) / 2
		}
		end = max(end, q.x1)
	}
	return border
}

// add puts a tail under the money block in whose columns it stands.
func (t *tail) add(b *builder, block *table) {
	first := b.rows
	b.rows += len(t.lines)
	left := b.side(math.Inf(-1))
	if block.captioned {
		x1 := b.side(block.all[0].x0)
		if len(t.caption) > 0 {
			b.put(cell{row: first, rows: len(t.lines), x0: left, x1: x1, pieces: t.caption, width: x1 - left})
		}
		left = x1
	}
	for k, line := range t.lines {
		if math.IsInf(t.border, 1) {
			b.put(cell{row: first + k, rows: 1, x0: left, x1: b.right, pieces: line, width: b.right - left})
			continue
		}
		var halves [2][]piece
		for _, q := range line {
			if q.x0 < t.border {
				halves[0] = append(halves[0], q)
			} else {
				halves[1] = append(halves[1], q)
			}
		}
		b.put(cell{row: first + k, rows: 1, x0: left, x1: t.border, pieces: halves[0], width: t.border - left})
		b.put(cell{row: first + k, rows: 1, x0: t.border, x1: b.right, pieces: halves[1], width: b.right - t.border})
	}
}
