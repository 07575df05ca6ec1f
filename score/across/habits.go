package across

import (
	"strings"

	"fuhe"
	"fuhe/score/text"
)

// habits are what a form shows of how its unit scores itself.
type habits struct {
	scored, full int  // indicators with weight and score, and those with full marks
	whole        bool // all scores are whole numbers
	boilerplate  int  // reasons that are none
	total        string
}

// habitsOf counts what a form shows.
func habitsOf(r *fuhe.Report) habits {
	h := habits{whole: len(r.Indicators) > 0}
	for i := range r.Indicators {
		n := &r.Indicators[i]
		if s := n.Deviation.Text; s != "" && !text.IsBlank(s) && (text.NoReason(s) || text.IsTemplate(s)) {
			h.boilerplate++
		}
		w, s := n.Weight.Number, n.Score.Number
		if w == nil || s == nil {
			continue
		}
		h.scored++
		if s.Value.Equal(w.Value) {
			h.full++
		}
		h.whole = h.whole && s.Value.IsInteger()
	}
	h.whole = h.whole && h.scored > 0
	if n := r.Total.Score.Number; n != nil {
		h.total = strings.TrimSpace(n.String())
	}
	return h
}
