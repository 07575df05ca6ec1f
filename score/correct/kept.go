package correct

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
)

// Entries that are contradicted and stay as they are printed, with the reason.

// correctable are the rules whose findings at level error a correction answers, each with the entries it stands at.
var correctable = map[string]bool{
	rules.ExecutionRate.ID: true, rules.SourceRate.ID: true, rules.BudgetScore.ID: true, rules.TotalScore.ID: true, rules.TotalsAgree.ID: true, rules.GradeBand.ID: true,
}

// keep notes why an entry stays, in the language of the figures; the first reason counts.
func (c *correcting) keep(f fuhe.Field, why fuhe.Phrase, args ...any) {
	if c.kept[f] == "" {
		c.kept[f] = c.In(why, args...)
	}
}

// Kept says of each contradiction of a derived entry that Derive leaves as it is printed that nothing was changed, and why: in
// Kept, and at the end of the message.
func Kept(f *figures.Figures, found rules.Result) {
	var c *correcting
	for i := range found.Findings {
		x := &found.Findings[i]
		if x.Severity != fuhe.Error || !correctable[x.Rule] && (x.Rule != rules.NotInProportion.ID || !f.Profile.MachineScored) {
			continue
		}
		if c == nil {
			c = derive(f, found)
		}
		if x.Rule == rules.TotalsAgree.ID && x.Field.Key() != "score" {
			c.keep(x.Field, keptInHeader)
		}
		if c.corrects(x.Field) || c.kept[x.Field] == "" && x.Root != "" { // what explains it has its own reason
			continue
		}
		c.keep(x.Field, keptUnknown)
		x.Kept = c.kept[x.Field]
		x.Message += f.In(also) + x.Kept
	}
}

// corrects reports whether an entry is corrected.
func (c *correcting) corrects(f fuhe.Field) bool {
	for i := range c.out {
		if c.out[i].Field == f {
			return true
		}
	}
	return false
}
