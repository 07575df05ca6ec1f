package invent

import (
	"slices"

	"fuhe"
)

// truth is what a reader sees in each entry that is printed.
func (m *maker) truth() map[fuhe.Field]string {
	out := map[fuhe.Field]string{"/department": m.department}
	if !m.layout.noProject {
		out["/project"] = m.project
	}
	if (len(m.layout.asked[1]) == 0 && !m.layout.noProject) || len(m.layout.asked[2]) > 0 {
		out["/implementer"] = m.implementer
	}
	for i := range m.funds {
		f := &m.funds[i]
		if f.name != "" {
			out[fuhe.FundField(i, "name")] = f.name
		}
		for _, key := range []string{"initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score"} {
			if m.prints(key) {
				out[fuhe.FundField(i, key)] = f.text[key]
			}
		}
		if k := slices.IndexFunc(m.layout.money, func(c column) bool { return c.key == "received" }); k >= 0 {
			out[fuhe.FundField(i, "received")] = m.layout.money[k].fill(m, f, nil)
		}
	}
	if len(m.layout.goals[0]) > 0 {
		out["/goals/expected"], out["/goals/actual"] = m.goals[0], m.goals[1]
	}
	n := 0
	for i := range m.indicators {
		x := &m.indicators[i]
		if x.unused {
			continue
		}
		if !m.layout.flat {
			out[fuhe.IndicatorField(n, "level1")], out[fuhe.IndicatorField(n, "level2")] = x.level1, x.level2
		}
		out[fuhe.IndicatorField(n, "name")] = x.name
		if m.listed("target") || m.layout.splitTarget {
			out[fuhe.IndicatorField(n, "target")] = x.target
		}
		for _, key := range []string{"actual", "weight", "score", "deviation"} {
			if m.listed(key) {
				out[fuhe.IndicatorField(n, key)] = m.shown(x, key)
			}
		}
		n++
	}
	m.truthOfTotal(out)
	return out
}

func (m *maker) truthOfTotal(out map[fuhe.Field]string) {
	t := &m.total
	if m.layout.totalAt == nowhereAtAll {
		return
	}
	out["/total/score"] = t.score
	if m.layout.totalAt == lastRow && m.listed("weight") && !m.layout.totalMerged {
		out["/total/weight"] = t.weight
	}
	if t.gradeAt != nowhere {
		out["/total/grade"] = t.grade
	}
	if m.headerScore != "" {
		out["/header_total/score"] = m.headerScore
	}
}

// tellSubtotal is what the i-th row that adds up indicators prints: its name, its weight and its score.
func tellSubtotal(out map[fuhe.Field]string, i int, printed [3]string) {
	for k, key := range []string{"name", "weight", "score"} {
		out[fuhe.SubtotalField(i, key)] = printed[k]
	}
}
