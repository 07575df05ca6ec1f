package typeset

import (
	"cmp"
	"slices"
)

// layersOf tells texts apart that were drawn over one another on the same line: sorted by place their characters would
// mix, and two figures give a third that nobody printed. Each layer is a line of its own, first drawn first.
func layersOf(rows []Row) []Row {
	var out []Row
	for i := range rows {
		if r := &rows[i]; r.clash() {
			out = append(out, r.layers()...)
		} else {
			out = append(out, *r)
		}
	}
	return out
}

// layers are the layers of one line.
func (r *Row) layers() []Row {
	var out []Row
	for _, run := range r.runs() {
		i := slices.IndexFunc(out, func(l Row) bool { return !l.meets(run) })
		if i < 0 {
			out = append(out, Row{v: r.v, size: r.size})
			i = len(out) - 1
		}
		out[i].marks = append(out[i].marks, run...)
	}
	for i := range out {
		slices.SortStableFunc(out[i].marks, func(a, b mark) int { return cmp.Compare(a.u0, b.u0) })
	}
	return out
}

// clash reports whether a visible mark lies on the one before it; nobody looks at a line of very many.
func (r *Row) clash() bool {
	if len(r.marks) > maxLineMarks {
		return false
	}
	var before *mark
	for i := range r.marks {
		m := &r.marks[i]
		if m.blank {
			continue
		}
		if before != nil && (upon(before, m, overlapShare) && m.drawn != before.drawn+1 || upon(before, m, coverShare)) {
			return true
		}
		before = m
	}
	return false
}

// upon reports whether one mark lies on another with more than a share of its width. Marks drawn one after the other may
// overlap, as widths may be wrong or the text condensed, but they do not cover each other.
func upon(a, b *mark, share float64) bool {
	return min(a.u1, b.u1)-max(a.u0, b.u0) > share*min(a.u1-a.u0, b.u1-b.u0)
}

// runs are the marks of a line in the order they were drawn, cut where the drawing was broken off or went back.
func (r *Row) runs() [][]mark {
	marks := slices.Clone(r.marks)
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Compare(a.drawn, b.drawn) })
	var out [][]mark
	for i := range marks {
		m, n := &marks[i], len(out)
		goesOn := i > 0 && m.drawn == marks[i-1].drawn+1 && m.u0 > marks[i-1].u0 && !upon(&marks[i-1], m, coverShare)
		if goesOn || n == maxRuns {
			out[n-1] = append(out[n-1], *m)
		} else {
			out = append(out, []mark{*m})
		}
	}
	return out
}

// meets reports whether a run lies on the marks of a layer.
func (r *Row) meets(run []mark) bool {
	start, end := run[0].u0, run[len(run)-1].u1
	for i := range r.marks {
		m := &r.marks[i]
		if !m.blank && m.u1 > start && m.u0 < end && slices.ContainsFunc(run, func(o mark) bool { return !o.blank && upon(m, &o, overlapShare) }) {
			return true
		}
	}
	return false
}
