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
	byPos := func(a, b line) int { return cmp.Compare(a.pos, b.pos) }
	slices.SortFunc(across, byPos)
	slices.SortFunc(down, byPos)
	parent := d.places.take(len(across) + len(down))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for j, v := range down {
		first, _ := slices.BinarySearchFunc(across, v.start-reach, func(h line, y float64) int { return cmp.Compare(h.pos, y) })
		for i := first; i < len(across) && across[i].pos <= v.end+reach; i++ {
			if h := across[i]; h.start-reach <= v.pos && v.pos <= h.end+reach {
				parent[root(i)] = root(len(across) + j)
			}
		}
	}
	join := func(i, j int) { parent[root(i)] = root(j) }
	doubles(across, 0, reach, join)
	doubles(down, len(across), reach, join)
	var out []net
	number := d.places.take(len(parent)) // of the net of each root, from 1 in the order of their first lines
	of := func(i int) *net {
		r := root(i)
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
