package baseline

import (
	"slices"
	"strconv"
)

// entries tells of each finding of the old run whether the new one has it on the same form, and of each of the new run whether
// the old one had it there. A finding that stands there twice counts twice.
func (p pairing) entries() (stayed, known []bool) {
	stayed, known = make([]bool, len(p.before.entries)), make([]bool, len(p.after.entries))
	found := newPairs[int]()
	key := func(e Entry, place string) string {
		if place == "" {
			return ""
		}
		return e.ID + onPath(place)
	}
	before := func(i int) string { e := p.before.entries[i]; return key(e, p.oldPlace(e.at)) }
	after := func(i int) string { e := p.after.entries[i]; return key(e, p.newPlace(e.at)) }
	inFile := func(keyOf func(int) string, entries []Entry) func(int) string {
		return func(i int) string {
			if entries[i].at != across {
				return ""
			}
			return keyOf(i) + onPath(entries[i].Path)
		}
	}
	found.add(upTo(len(stayed)), upTo(len(known)), inFile(before, p.before.entries), inFile(after, p.after.entries))
	found.add(upTo(len(stayed)), upTo(len(known)), before, after)
	for i, k := range found.old {
		stayed[i], known[k] = true, true
	}
	return stayed, known
}

// oldPlace and newPlace name what two runs have in common and a finding is on: a file, a form of a file that is in no pair, or
// all forms together; "" for a form that the other run has not.
func (p pairing) oldPlace(s spot) string {
	_, ofFile := p.files.old[s.file]
	_, ofForm := p.forms.old[s]
	switch {
	case s == across:
		return "across"
	case ofFile:
		return strconv.Itoa(s.file)
	case ofForm:
		return strconv.Itoa(s.file) + "/" + strconv.Itoa(s.form)
	}
	return ""
}

func (p pairing) newPlace(s spot) string {
	if s == across {
		return p.oldPlace(s)
	}
	if old, is := p.files.new[s.file]; is {
		return p.oldPlace(spot{old, s.form})
	}
	if old, is := p.forms.new[s]; is {
		return p.oldPlace(old)
	}
	return ""
}

// again is the rule that stands at a form which another one of its run is equal to: without that one nothing is said.
const again = "X605"

// readAgain reports whether the new run has read what a finding of the old one is about: its form and its copies, or each of the
// files of a finding over several forms.
func (p pairing) readAgain(e Entry) bool {
	if e.at == across {
		for _, at := range append([]place{{e.SHA256, e.Path}}, e.restsOn...) {
			if !p.fileReadAgain(at) {
				return false
			}
		}
		return true
	}
	if e.Rule == again && p.left[p.before.formKey(e.at)] {
		return false
	}
	if now, is := p.files.old[e.at.file]; is {
		f := p.after.files[now]
		return !f.unread || slices.Contains(f.forms, p.before.formKey(e.at))
	}
	_, is := p.forms.old[e.at]
	return is
}

// fileReadAgain reports whether the new run has read the whole of a file that has this content or path and is no copy of another one.
func (p pairing) fileReadAgain(at place) bool {
	return slices.ContainsFunc(slices.Concat(p.now[at.SHA256], p.now[onPath(at.Path)]), func(i int) bool {
		old, paired := p.files.new[i]
		return !p.after.files[i].unread && (!paired || p.before.files[old].path == at.Path)
	})
}

// only are the paths of the files that one run has and the other has not: no file of the same content, none of its forms, and
// where it has no form none of the same path.
func (p pairing) only() (before, after []string) {
	return missing(p.before, p.after, p.files.old, p.forms.old), missing(p.after, p.before, p.files.new, p.forms.new)
}

func missing(b, other *Baseline, sameFiles map[int]int, sameForms map[spot]spot) (paths []string) {
	here := map[int]bool{}
	for i := range sameFiles {
		here[i] = true
	}
	for s := range sameForms {
		here[s.file] = true
	}
	met := map[string]bool{}
	for _, f := range other.files {
		met[f.path] = true
	}
	for i, f := range b.files {
		if !here[i] && (len(f.forms) > 0 || !met[f.path]) {
			paths = append(paths, f.path)
		}
	}
	return paths
}
