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
	worst := make(map[fuhe.Source]fuhe.Severity)
	right := make(map[fuhe.Source]bool)
	place := func(f fuhe.Field) fuhe.Source {
		if c := p.cell(f); c.Present() {
			return c.At
		}
		return fuhe.Source{Ref: string(f)} // a report built by hand may have no places
	}
	for _, f := range p.findings {
		at := place(f.Field)
		if f.Severity.Rank() > worst[at].Rank() {
			worst[at] = f.Severity
		}
	}
	for f := range p.agreed {
		right[place(f)] = true
	}
	var out fuhe.Coverage
	seen := make(map[fuhe.Source]bool)
	for _, e := range p.Report.Entries() {
		if e.Cell.Number == nil || !figureKeys[e.Field.Key()] || e.Field == "/goals/actual" {
			continue
		}
		at := place(e.Field)
		if seen[at] {
			continue
		}
		seen[at] = true
		out.Figures++
		switch {
		case worst[at] == fuhe.Error:
			out.Differ++
		case worst[at] != "":
			out.Judgement++
		case right[at]:
			out.Agree++
		default:
			out.Unchecked++
		}
	}
	return out
}
