package baseline

import (
	"slices"
	"strings"
)

// spot is a form of a run: the number of its file and its own in that file.
type spot struct{ file, form int }

// across is where findings over several forms are.
var across = spot{-1, -1}

// pairing says which files and forms of two runs are the same, one to one: of two copies of a form that the old run has read, the
// new one may have left out one.
type pairing struct {
	before, after *Baseline
	files         pairs[int]       // of the same content
	forms         pairs[spot]      // of the files that are in no pair
	now           map[string][]int // files of the new run by content and by path
	left          map[string]bool  // what forms of the old run that are in no pair are told by
}

// pairs are what is the same in two runs.
type pairs[T comparable] struct{ old, new map[T]T } // by what the old run has, by what the new one has

func newPairs[T comparable]() pairs[T] { return pairs[T]{map[T]T{}, map[T]T{}} }

// add pairs in their order those of two lists that have the same key and are in no pair yet; "" is no key.
func (p pairs[T]) add(before, after []T, keyBefore, keyAfter func(T) string) {
	open := map[string][]T{}
	for _, x := range after {
		if _, paired := p.new[x]; !paired {
			open[keyAfter(x)] = append(open[keyAfter(x)], x)
		}
	}
	delete(open, "")
	for _, x := range before {
		_, paired := p.old[x]
		if same := open[keyBefore(x)]; !paired && len(same) > 0 {
			p.old[x], p.new[same[0]] = same[0], x
			open[keyBefore(x)] = same[1:]
		}
	}
}

// pair pairs files by path and content, then by content alone, and then the forms of those that are left by title and project:
// first those with the same findings, then those in a file of the same name, then as they come.
func pair(before, after *Baseline) pairing {
	p := pairing{before, after, newPairs[int](), newPairs[spot](), after.byPlace(), map[string]bool{}}
	for _, key := range []func(file) string{file.placeKey, file.contentKey} {
		p.files.add(upTo(len(before.files)), upTo(len(after.files)), func(i int) string { return key(before.files[i]) }, func(i int) string { return key(after.files[i]) })
	}
	old, now := unpaired(before, p.files.old), unpaired(after, p.files.new)
	idsBefore, idsAfter := before.idsByForm(), after.idsByForm()
	p.forms.add(old, now, before.findingsKey(idsBefore), after.findingsKey(idsAfter))
	p.forms.add(old, now, before.formInFileKey, after.formInFileKey)
	p.forms.add(old, now, before.formKey, after.formKey)
	for _, s := range old {
		if _, paired := p.forms.old[s]; !paired {
			p.left[before.formKey(s)] = true
		}
	}
	return p
}

func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// unpaired are the forms of those files that are in no pair.
func unpaired(b *Baseline, paired map[int]int) (all []spot) {
	for i, f := range b.files {
		if _, is := paired[i]; is {
			continue
		}
		for k := range f.forms {
			all = append(all, spot{i, k})
		}
	}
	return all
}

// byPlace are the files of a run by content and by path.
func (b *Baseline) byPlace() map[string][]int {
	met := map[string][]int{}
	for i, f := range b.files {
		met[f.sha256], met[onPath(f.path)] = append(met[f.sha256], i), append(met[onPath(f.path)], i)
	}
	delete(met, "")
	return met
}

// contentKey and placeKey tell a file by its content, alone and with its path.
func (f file) contentKey() string { return f.sha256 }

func (f file) placeKey() string {
	if f.sha256 == "" {
		return ""
	}
	return f.sha256 + onPath(f.path)
}

// onPath is a path among other keys.
func onPath(path string) string { return "\x00" + path }

func (b *Baseline) formKey(s spot) string { return b.files[s.file].forms[s.form] }

func (b *Baseline) formInFileKey(s spot) string { return b.formKey(s) + onPath(b.files[s.file].path) }

// findingsKey tells a form by its findings as well; "" where it has none.
func (b *Baseline) findingsKey(ids map[spot][]string) func(spot) string {
	return func(s spot) string {
		if len(ids[s]) == 0 {
			return ""
		}
		return b.formKey(s) + onPath(strings.Join(ids[s], "\x00"))
	}
}

// idsByForm are the ids of the findings of each form, sorted.
func (b *Baseline) idsByForm() map[spot][]string {
	ids := map[spot][]string{}
	for _, e := range b.entries {
		ids[e.at] = append(ids[e.at], e.ID)
	}
	for _, list := range ids {
		slices.Sort(list)
	}
	return ids
}
