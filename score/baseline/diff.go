package baseline

// Changes are the findings of two runs side by side. What the new run could not find, for it has not read the file or does not
// ask for the rule, is neither resolved nor unchanged.
type Changes struct {
	Resolved  []Entry `json:"resolved"`  // in the old run only
	New       []Entry `json:"new"`       // in the new run only
	Unchanged []Entry `json:"unchanged"` // in both, as the new run has them

	NotRead    []Entry  `json:"not_read,omitempty"`    // in the old run, of forms the new one has not read
	NotAsked   []Entry  `json:"not_asked,omitempty"`   // in the old run, of rules the new one leaves out
	AskedSince []string `json:"asked_since,omitempty"` // ids of findings among the new, of rules the old run left out
	OnlyBefore []string `json:"only_before,omitempty"` // paths of files that the old run has and the new one has not
	OnlyAfter  []string `json:"only_after,omitempty"`  // and the other way round
	Profiles   []string `json:"profiles,omitempty"`    // the profile of either run, where they are two
	OtherRules bool     `json:"other_rules,omitempty"` // the runs go by different files of own rules
}

// Asks tells whether a run with these options reports findings of a rule.
type Asks func(options map[string]string, rule string) bool

// Diff compares two runs. Each list is in the order of its run. A finding of the old run is looked for in that form of the new one
// which is the same: the one in the file of the same content or, where there is none, the one of the same title and project.
func Diff(before, after *Baseline, asks Asks) Changes {
	c := Changes{Resolved: []Entry{}, New: []Entry{}, Unchanged: []Entry{}}
	if before.profile != after.profile && before.profile != "" && after.profile != "" {
		c.Profiles = []string{before.profile, after.profile}
	}
	c.OtherRules = before.rules != after.rules
	p := pair(before, after)
	c.OnlyBefore, c.OnlyAfter = p.only()
	stayed, known := p.entries()
	for i, e := range after.entries {
		switch {
		case known[i]:
			c.Unchanged = append(c.Unchanged, e)
			continue
		case !asks(before.options, e.Rule):
			c.AskedSince = append(c.AskedSince, e.ID)
		}
		c.New = append(c.New, e)
	}
	for i, e := range before.entries {
		switch {
		case stayed[i]:
		case !p.readAgain(e):
			c.NotRead = append(c.NotRead, e)
		case !asks(after.options, e.Rule):
			c.NotAsked = append(c.NotAsked, e)
		default:
			c.Resolved = append(c.Resolved, e)
		}
	}
	return c
}
