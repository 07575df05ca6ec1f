package inferred

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/page"
)

// wall is what is drawn at one height of a page and may part rows: lines, and edges of fills.
type wall struct {
	y     float64
	spans [][2]float64 // from left to right, apart from one another
	lines [][2]float64 // those of them that are lines
}

// wallsOf are the walls of a page, top down.
func wallsOf(p page.Page) []wall {
	type edge struct {
		y, x0, x1 float64
		line      bool
	}
	var edges []edge
	for _, r := range p.Rules {
		if r.Horizontal() {
			edges = append(edges, edge{(r.Y0 + r.Y1) / 2, r.X0, r.X1, true})
		}
	}
	for _, s := range p.Shades {
		edges = append(edges, edge{s.Box[1], s.Box[0], s.Box[2], false}, edge{s.Box[3], s.Box[0], s.Box[2], false})
	}
	if len(edges) > maxEdges {
		return nil
	}
	slices.SortFunc(edges, func(a, b edge) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x0, b.x0)) })
	var out []wall
	for from := 0; from < len(edges); {
		to := from
		var spans, lines [][2]float64
		for ; to < len(edges) && edges[to].y-edges[from].y <= wallPoints; to++ {
			spans = append(spans, [2]float64{edges[to].x0, edges[to].x1})
			if edges[to].line {
				lines = append(lines, [2]float64{edges[to].x0, edges[to].x1})
			}
		}
		out = append(out, wall{edges[from].y, united(spans), united(lines)})
		from = to
	}
	return out
}

// united are stretches with those put together that meet.
func united(spans [][2]float64) [][2]float64 {
	slices.SortFunc(spans, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	var out [][2]float64
	for _, s := range spans {
		if len(out) == 0 {
			out = append(out, s)
			continue
		}
		if last := &out[len(out)-1]; s[0] <= last[1]+wallPoints {
			last[1] = max(last[1], s[1])
		} else {
			out = append(out, s)
		}
	}
	return out
}

// covered is how much of a stretch some others run along.
func covered(spans [][2]float64, x0, x1 float64) float64 {
	sum := 0.0
	for _, s := range spans {
		sum += max(0, math.Min(s[1], x1)-math.Max(s[0], x0))
	}
	return sum
}
