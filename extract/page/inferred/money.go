package inferred

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// money puts the texts of a money block into rows: those of its points, its names, broken or not, or its amounts, whichever of them
// have all the others in their rows. Where they do not agree, the block is not read.
func (f *Finder) money(p *part, c columns, l *layout, s *sheet) (*table, error) {
	best, failed := f.moneyIn(p, c, l, s)
	if failed != nil {
		best = nil
	}
	for _, from := range []func(*table) []float64{
		func(t *table) []float64 { return t.brokenNames(&f.Words, true) },
		func(t *table) []float64 { return t.brokenNames(&f.Words, false) },
		func(t *table) []float64 { return t.anchors(Points) },
		func(t *table) []float64 { return t.names() },
		func(t *table) []float64 { return t.anchors(Amount) },
	} {
		t := &table{kind: Money, columns: c, rows: []float64{p.base}, heads: 1, pitch: s.pitch, leading: l.leading, walls: s.walls}
		t.all = slices.Clone(c.all)
		rows := from(t)
		if len(rows) == 0 {
			continue
		}
		t.rows = append(t.rows, rows...)
		if _, err := t.settle(); err != nil {
			failed = err
			continue
		}
		if err := t.headed(); err != nil {
			failed = err
			continue
		}
		if err := f.moneyRows(t); err != nil {
			failed = err
			continue
		}
		if best != nil && !sameRows(best, t) {
			return nil, errors.New("the rows of the money block are not told apart")
		}
		best = t
	}
	if best == nil && failed == nil {
		failed = errors.New("no figures stand under the headings of the money block")
	}
	if best == nil {
		return nil, failed
	}
	return best, nil
}

// moneyIn puts the texts of a money block into the rows that bands tell; nil where none do.
func (f *Finder) moneyIn(p *part, c columns, l *layout, s *sheet) (*table, error) {
	t := &table{kind: Money, columns: c, rows: []float64{p.base}, heads: 1, pitch: s.pitch, leading: l.leading, walls: s.walls}
	t.all = slices.Clone(c.all)
	bands := t.rowBands()
	if len(bands) == 0 || t.inBands(bands) == nil {
		return nil, nil
	}
	if err := t.headed(); err != nil {
		return nil, err
	}
	return t, f.moneyRows(t)
}

// names are the lines of the names of funds.
func (t *table) names() []float64 {
	var out []float64
	var size float64
	for _, l := range linesOf(t.all[0].pieces) {
		if l.base > t.rows[0]+centreShare*l.size {
			out, size = append(out, l.base), max(size, l.size)
		}
	}
	return merged(out, centreShare*size)
}

// moneyRows says what speaks against the rows of a money block.
func (f *Finder) moneyRows(t *table) error {
	if text := apart(slices.Concat(t.all[0].held[t.heads:]...)); text != "" && !f.Words.Fund(text) {
		return fmt.Errorf("“%s” stands left of its columns", text)
	}
	if err := t.broken(&f.Words); err != nil {
		return err
	}
	for k := t.heads; k < len(t.rows); k++ {
		name, figures := t.all[0].held[k], false
		if f.Words.Numbers(joined(name)) {
			continue // 栏次 A B C
		}
		for _, c := range t.all[1:] {
			figures = figures || len(c.held[k]) > 0
			if r := c.head.role; (r == Amount || r == Points) && len(c.held[k]) > 0 && !oneFigure(c.held[k]) {
				return fmt.Errorf("“%s” under “%s” is no single figure", joined(c.held[k]), c.head.text)
			}
		}
		if len(name) == 0 {
			return fmt.Errorf("row %d of the money block has no name", k-t.heads+1)
		}
		for _, q := range name {
			if wholeFigure(q.text) && strings.ContainsAny(q.text, "0123456789") {
				return fmt.Errorf("“%s” stands under several headings", q.text)
			}
		}
		text := joined(name)
		if f.Words.glued(Money, text, func(rest string) bool { return len([]rune(rest)) >= leastFundName && f.Words.Fund(rest) }) {
			return fmt.Errorf("“%s” are several names of funds", text)
		}
		if !figures && (!f.Words.Fund(text) || len([]rune(text)) < leastFundName) {
			return fmt.Errorf("“%s” stands without figures in the money block", text)
		}
		whole := 0
		for _, l := range linesOf(name) {
			if f.Words.Fund(joined(l.pieces)) && len([]rune(joined(l.pieces))) >= leastFundName {
				whole++
			}
		}
		if whole > 1 {
			return fmt.Errorf("“%s” are several names of funds", text)
		}
	}
	return nil
}

// oneFigure reports whether pieces are one figure, whole or broken in two, or stand for none.
func oneFigure(pieces []piece) bool {
	lines := linesOf(pieces)
	for _, l := range lines {
		if len(l.pieces) > 1 {
			return false
		}
	}
	return len(lines) <= 2 && wholeFigure(joined(pieces))
}

// wholeFigure tells a figure, or what is printed where there is none, from what only looks like one.
func wholeFigure(text string) bool {
	if strings.Trim(text, "-－—–―/") == "" {
		return true
	}
	text = strings.TrimLeft(strings.TrimRight(text, "%％分元万"), "-－")
	whole, places, point := strings.Cut(text, ".")
	return whole != "" && strings.Trim(whole, "0123456789,，") == "" && (!point || places != "" && strings.Trim(places, "0123456789") == "")
}

// sameRows reports whether two tables hold the same in all their rows.
func sameRows(a, b *table) bool {
	if len(a.rows) != len(b.rows) {
		return false
	}
	for i := range a.all {
		for k := range a.rows {
			if joined(a.all[i].held[k]) != joined(b.all[i].held[k]) {
				return false
			}
		}
	}
	return true
}
