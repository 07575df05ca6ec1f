package baseline

// Changes are the findings of two runs side by side. What the new run could not find, for it has not read the file or does not
// ask for the rule, is neither resolved nor unchanged.
type Changes struct {
	Resolved  []Entry `json:"resolved"`  // in the old run only
	New       []Entry `json:"new"`       // in the new run only
	Unchanged []Entry `json:"unchanged"` // in both, as the new run has them

	NotRead    []Entry  `json:"not_read,omitempty"`    // in the old run, of files the new one has not read
	NotAsked   []Entry  `json:"not_asked,omitempty"`   // in the old run, of rules the new one leaves out
	AskedSince []string `json:"asked_since,omitempty"` // ids of findings among the new, of rules the old run left out
	OnlyBefore []string `json:"only_before,omitempty"` // paths of files that the old run has and the new one has not
	OnlyAfter  []string `json:"only_after,omitempty"`  // and the other way round
	Profiles   []string `json:"profiles,omitempty"`    // the profile of either run, where they are two
	OtherRules bool     `json:"other_rules,omitempty"` // the runs go by different files of own rules
}

// Asks tells whether a run with these options reports findings of a rule.
type Asks func(options map[string]string, rule string) bool

// Diff compares two runs. Each list is in the order of its run. A file is told by its content, or by the titles and projects of
// its forms.
func Diff(before, after *Baseline, asks Asks) Changes {
	c := Changes{Resolved: []Entry{}, New: []Entry{}, Unchanged: []Entry{}}
	if before.profile != after.profile && before.profile != "" && after.profile != "" {
		c.Profiles = []string{before.profile, after.profile}
	}
	c.OtherRules = before.rules != after.rules
	known, now := before.index(), after.index()
	c.OnlyBefore, c.OnlyAfter = now.without(before), known.without(after)
	old, met := counts(before), make(map[string]int)
	for _, e := range after.entries {
		switch {
		case met[e.ID] < old[e.ID]:
			met[e.ID]++
			c.Unchanged = append(c.Unchanged, e)
			continue
		case !asks(before.options, e.Rule):
			c.AskedSince = append(c.AskedSince, e.ID)
		}
		c.New = append(c.New, e)
	}
	for _, e := range before.entries {
		switch {
		case met[e.ID] > 0:
			met[e.ID]--
		case !now.has(e):
			c.NotRead = append(c.NotRead, e)
		case !asks(after.options, e.Rule):
			c.NotAsked = append(c.NotAsked, e)
		default:
			c.Resolved = append(c.Resolved, e)
		}
	}
	return c
}

func counts(b *Baseline) map[string]int {
	out := make(map[string]int, len(b.entries))
	for _, e := range b.entries {
		out[e.ID]++
	}
	return out
}

// index is what a run has read.
type index struct {
	met   map[string]bool // hashes and paths of its files
	whole map[string]bool // of those of which everything was read
	forms map[string]bool // what forms are told by
}

func (b *Baseline) index() index {
	x := index{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, f := range b.files {
		for _, form := range f.forms {
			x.forms[form] = true
		}
		for _, key := range []string{f.sha256, onPath(f.path)} {
			x.met[key] = true
			x.whole[key] = x.whole[key] || !f.unread
		}
	}
	delete(x.met, "")
	delete(x.whole, "")
	return x
}

// onPath is a path among hashes.
func onPath(path string) string { return "\x00" + path }

// has reports whether what a finding is about was read: its form, or each of the files of a finding over several forms.
func (x index) has(e Entry) bool {
	if e.Title != "" {
		return x.whole[e.SHA256] || x.forms[formKey(e.Path, e.Title, e.Project)]
	}
	for _, p := range append([]place{{e.SHA256, e.Path}}, e.restsOn...) {
		if !x.whole[p.SHA256] && !x.whole[onPath(p.Path)] {
			return false
		}
	}
	return true
}

// without are the paths of those files of another run that are not here.
func (x index) without(other *Baseline) (paths []string) {
	for _, f := range other.files {
		here := x.met[f.sha256] || len(f.forms) == 0 && x.met[onPath(f.path)]
		for _, form := range f.forms {
			here = here || x.forms[form]
		}
		if !here {
			paths = append(paths, f.path)
		}
	}
	return paths
}
