package score

import "fuhe"

// coverage puts each printed figure in exactly one class: in an error, in a warning or note, right, or not checked. A
// merged cell that several rows share is one figure.
func (p *Pass) coverage() fuhe.Coverage {
	first := p.firstPrinted()
	worst := make([]fuhe.Severity, len(first))
	right := make([]bool, len(first))
	for k, i := range p.at {
		if rule := Find(p.findings[k].Rule); rule != nil && rule.Hint {
			continue
		}
		if s := p.findings[k].Severity; i >= 0 && s.Rank() > worst[first[i]].Rank() {
			worst[first[i]] = s
		}
	}
	for i, by := range p.agreed {
		right[first[i]] = right[first[i]] || by != 0
	}
	var out fuhe.Coverage
	for i, c := range p.places.cells {
		if c.Number == nil || first[i] != i || !p.places.isFigure(i) {
			continue
		}
		out.Figures++
		switch {
		case worst[i] == fuhe.Error:
			out.Differ++
		case worst[i] != "":
			out.Judgement++
		case right[i]:
			out.Agree++
		default:
			out.Unchecked++
		}
	}
	return out
}

// firstPrinted is, for each entry, the first one that stands in the same printed cell: a cell merged over rows repeats.
func (p *Pass) firstPrinted() []int {
	first := make([]int, len(p.places.cells))
	var above [24]int // by column: the entry in the row above, counted from one
	for i, c := range p.places.cells {
		first[i] = i
		column := p.places.column[i]
		if column < 0 {
			continue
		}
		if k := above[column] - 1; k >= 0 && c.Present() && c.At == p.places.cells[k].At {
			first[i] = first[k]
		}
		above[column] = i + 1
	}
	return first
}
