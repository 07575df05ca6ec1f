package across

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"fuhe"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// say adds a finding of a rule at a place. What rests on a pair that is not sure becomes a note that says so.
func (c *Comparison) say(rule *rules.Rule, f *form, at fuhe.Place, p *pair, x fuhe.Across) {
	x.Rule, x.Effect, x.Field, x.At = rule.ID, fuhe.NoEffect, at.Field, at.At
	x.SHA256, x.Path, x.Report = at.SHA256, at.Path, at.Report
	x.Severity = cmp.Or(x.Severity, rule.Severity)
	about := ""
	if p != nil {
		x.Match = p.match(c.o.Lang)
		if !p.sure {
			x.Severity = fuhe.Note
			x.Message = text.Fill(ifTheSame, c.o.Lang, p.before.project.printed, p.before.where(), p.because.In(c.o.Lang), x.Message)
		}
		about = strconv.Itoa(p.before.year) + p.before.project.whole
	}
	x.ID = identify(f, rule, at.Field, about)
	c.put(f.doc.n, x)
}

// identify names a finding by what it is about, whatever the files are called.
func identify(f *form, rule *rules.Rule, field fuhe.Field, about string) string {
	h := sha256.New()
	for _, part := range []string{f.title, strconv.Itoa(f.year), f.unit().whole, f.project.whole, rule.ID, string(field), about} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
