package across

import (
	"crypto/sha256"
	"strings"

	"fuhe"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// alike is A104: forms of different projects that share what they cannot share by chance. Each is said once, at the later
// form and for the strongest thing in common.
func (c *Comparison) alike() {
	marks := []struct {
		of      func(*form) string
		wording fuhe.Phrase
		at      func(*form) fuhe.Place
	}{
		{func(f *form) string { return f.figures }, allFigures, func(f *form) fuhe.Place { return f.at("/project", f.projectAt) }},
		{func(f *form) string { return f.aims }, allIndicators, func(f *form) fuhe.Place { return f.at("/indicators", f.projectAt) }},
		{func(f *form) string { return f.narrative }, sameNarrative, func(f *form) fuhe.Place { return f.at("/goals/actual", f.reachedAt) }},
	}
	said := map[*form]bool{}
	for _, m := range marks {
		first := map[string]*form{}
		for _, f := range c.forms {
			mark := m.of(f)
			if mark == "" || f.kind != ofProject || f.project.blank() {
				continue
			}
			g, met := first[mark]
			if !met {
				first[mark] = f
				continue
			}
			if said[f] || f.project.whole == g.project.whole {
				continue
			}
			said[f] = true
			c.say(rules.Alike, f, m.at(f), nil, fuhe.Across{
				Finding: fuhe.Finding{Published: f.project.printed, Message: text.Fill(m.wording, c.o.Lang, f.project.printed, g.project.printed, g.where())},
				Inputs:  []fuhe.Place{m.at(g)},
			})
		}
	}
}

// aimsOf is what two forms share that have the same indicators with the same targets and actual values; "" where too few of
// those tell anything.
func aimsOf(r *fuhe.Report) string {
	h, telling := sha256.New(), 0
	for i := range r.Indicators {
		n := &r.Indicators[i]
		target, actual := text.Squeeze(n.Target.Text), text.Squeeze(n.Actual.Text)
		h.Write([]byte(letters(text.Squeeze(n.Level2.Text+n.Name.Text)) + "\x00" + target + "\x00" + actual + "\x01"))
		if tells(actual) && actual != strings.TrimLeft(target, "≥≤<>=") {
			telling++
		}
	}
	if telling < tellingActuals {
		return ""
	}
	return string(h.Sum(nil))
}

// tells reports whether an actual value is one that two projects seldom share: no single digit, no round hundred per cent.
func tells(actual string) bool {
	digits := 0
	for _, r := range actual {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits >= 2 && !strings.HasPrefix(actual, "100%") && actual != "100"
}
