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
	said := map[int32]bool{}
	for _, m := range []struct {
		of      func(*brief) mark
		wording fuhe.Phrase
		at      func(*form) fuhe.Place
	}{
		{func(b *brief) mark { return b.figures }, allFigures, func(f *form) fuhe.Place { return f.at("/project", f.projectAt) }},
		{func(b *brief) mark { return b.aims }, allIndicators, func(f *form) fuhe.Place { return f.at("/indicators", f.projectAt) }},
		{func(b *brief) mark { return b.narrative }, sameNarrative, func(f *form) fuhe.Place { return f.at("/goals/actual", f.reachedAt) }},
	} {
		first := map[mark]int32{}
		for i := range c.forms {
			b, n := &c.forms[i], int32(i)
			key := m.of(b)
			if key == (mark{}) || b.kind != ofProject || b.project.whole == 0 {
				continue
			}
			other, met := first[key]
			if !met {
				first[key] = n
				continue
			}
			if said[n] || b.project.whole == c.forms[other].project.whole {
				continue
			}
			said[n] = true
			f, g := c.form(n), c.form(other)
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
