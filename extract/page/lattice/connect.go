package lattice

import (
	"cmp"
	"slices"
)

// net is a set of lines that hang together: the rules of one table.
type net struct{ across, down []line }

// connect tells the lines of a page into nets: lines that cross or touch within reach, or run beside each other as the
// two strokes of a double rule, hang together.
func (d *desk) connect(across, down []line, reach float64) []net {
	slices.SortFunc(across, byPosition)
	slices.SortFunc(down, byPosition)
	f := family(d.places.take(len(across) + len(down)))
	for i := range f {
		f[i] = i
	}
	for j, v := range down {
		first, _ := slices.BinarySearchFunc(across, v.start-reach, func(h line, y float64) int { return cmp.Compare(h.pos, y) })
		for i := first; i < len(across) && across[i].pos <= v.end+reach; i++ {
			if h := across[i]; h.start-reach <= v.pos && v.pos <= h.end+reach {
				f.join(i, len(across)+j)
			}
		}
	}
	doubles(across, 0, reach, f.join)
	doubles(down, len(across), reach, f.join)
	if f.one() {
		return []net{{across, down}}
	}
	return f.nets(across, down, d.places.take(len(f)))
}

// family is lines across and down, one behind the other, each with another one that it hangs together with; with itself
// the one that stands for all.
type family []int

// root is the line that stands for all that hang together with one.
func (f family) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f family) join(i, j int) { f[f.root(i)] = f.root(j) }

// one reports whether all lines hang together.
func (f family) one() bool {
	return len(f) > 0 && !slices.ContainsFunc(f, func(i int) bool { return f.root(i) != f.root(0) })
}

// nets are the lines that hang together, numbered from 1 in the order of their first lines.
func (f family) nets(across, down []line, number []int) []net {
	var out []net
	of := func(i int) *net {
		r := f.root(i)
		if number[r] == 0 {
			out = append(out, net{})
			number[r] = len(out)
		}
		return &out[number[r]-1]
	}
	for i, h := range across {
		n := of(i)
		n.across = append(n.across, h)
	}
	for j, v := range down {
		n := of(len(across) + j)
		n.down = append(n.down, v)
	}
	return out
}

// doubles joins the pairs of neighbouring parallel lines, sorted by position, that make a double rule: most of the
// shorter one runs beside the other. Indexes count from base.
func doubles(lines []line, base int, reach float64, join func(i, j int)) {
	const near = 8 // strokes of one rule, or of the cells side by side at one edge, that are looked at
	for i, a := range lines {
		for j := i + 1; j < len(lines) && j <= i+near && lines[j].pos-a.pos <= reach; j++ {
			b := lines[j]
			if beside := min(a.end, b.end) - max(a.start, b.start); beside >= min(a.end-a.start, b.end-b.start)/2 {
				join(base+i, base+j)
			}
		}
	}
}
