package lattice

import (
	"cmp"
	"slices"
)

// net is a set of lines that hang together: the rules of one table.
type net struct{ across, down []line }

// connect tells the lines of a page into nets: lines that cross or touch within reach, or run beside each other as the
// two strokes of a double rule, hang together.
func connect(across, down []line, reach float64) []net {
	byPos := func(a, b line) int { return cmp.Compare(a.pos, b.pos) }
	slices.SortFunc(across, byPos)
	slices.SortFunc(down, byPos)
	parent := make([]int, len(across)+len(down))
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
	for _, pair := range append(doubles(across, 0, reach), doubles(down, len(across), reach)...) {
		parent[root(pair[0])] = root(pair[1])
	}
	nets := make(map[int]*net)
	var order []*net // of first lines, so that runs do not differ
	of := func(i int) *net {
		r := root(i)
		if nets[r] == nil {
			nets[r] = &net{}
			order = append(order, nets[r])
		}
		return nets[r]
	}
	for i, h := range across {
		n := of(i)
		n.across = append(n.across, h)
	}
	for j, v := range down {
		n := of(len(across) + j)
		n.down = append(n.down, v)
	}
	out := make([]net, len(order))
	for i, n := range order {
		out[i] = *n
	}
	return out
}

// doubles are the pairs of neighbouring parallel lines, sorted by position, that make a double rule: most of the
// shorter one runs beside the other. Indexes count from base.
func doubles(lines []line, base int, reach float64) [][2]int {
	const near = 8 // strokes of one rule, or of the cells side by side at one edge, that are looked at
	var out [][2]int
	for i, a := range lines {
		for j := i + 1; j < len(lines) && j <= i+near && lines[j].pos-a.pos <= reach; j++ {
			b := lines[j]
			if beside := min(a.end, b.end) - max(a.start, b.start); beside >= min(a.end-a.start, b.end-b.start)/2 {
				out = append(out, [2]int{base + i, base + j})
			}
		}
	}
	return out
}
