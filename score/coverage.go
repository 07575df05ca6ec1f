package score

import "fuhe"

// figureKeys are the entries that are figures of the form when they hold a number.
var figureKeys = map[string]bool{
	"initial_budget": true, "adjusted_budget": true, "executed": true, "weight": true, "execution_rate": true, "score": true,
	"target": true, "actual": true,
}

// coverage puts each printed figure in exactly one class: in an error, in a warning or note, right, or not checked. A
// merged cell that several rows share is one figure.
func (p *Pass) coverage() fuhe.Coverage {
	first := p.firstPrinted()
	worst := make([]fuhe.Severity, len(p.entries))
	right := make([]bool, len(p.entries))
	for _, f := range p.findings {
		i, ok := p.order[f.Field]
		if ok && f.Severity.Rank() > worst[first[i]].Rank() {
			worst[first[i]] = f.Severity
		}
	}
	for f := range p.agreed {
		if i, ok := p.order[f]; ok {
			right[first[i]] = true
		}
	}
	var out fuhe.Coverage
	for i, e := range p.entries {
		if e.Cell.Number == nil || first[i] != i || !figureKeys[e.Field.Key()] || e.Field == "/goals/actual" {
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
	first := make([]int, len(p.entries))
	above := make(map[string]int) // key of a column → its entry in the row above
	for i, e := range p.entries {
		first[i] = i
		key := e.Field.Key()
		if k, ok := above[key]; ok && e.Cell.Present() && e.Cell.At == p.entries[k].Cell.At {
			first[i] = first[k]
		}
		above[key] = i
	}
	return first
}
