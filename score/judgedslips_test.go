package score_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/samples/invent"
	"fuhe/score"
)

// judged is what came of the slips of one kind.
type judged struct {
	seeded, unread, found, rightKnown, right, causeKnown, first, three int
	worse, notRestored, restorable, permitted, beside, secret          int
	causes                                                             map[fuhe.CauseKind]int
	said                                                               string
}

func TestSlips(t *testing.T) {
	names := invent.Slips()
	if *judgedOnly != "" {
		names = []string{*judgedOnly}
	}
	lines := make([]judged, len(names))
	on := make([][]string, len(names))
	for k, name := range names {
		if on[k] = invent.SlipConventions(name); *judgedOn != "" && *judgedOn != "mixed" {
			on[k] = []string{*judgedOn}
		}
	}
	for n, try := 0, uint64(0); n < *judgedSlips && try < uint64(*judgedSlips)*8; try++ {
		k, round := int(try%uint64(len(names))), int(try/uint64(len(names)))
		convention := on[k][(round+5*k)%len(on[k])]
		f, ok := invent.Slipped(convention, names[k], *judgedSeed+try)
		if *judgedOn == "mixed" {
			f, ok = invent.MixedSlipped(names[k], *judgedSeed+try)
		}
		if !ok {
			continue
		}
		n++
		lines[k].judge(f)
		if *judgedOnly != "" && lines[k].said != "" {
			t.Logf("%s: %s\n%s", convention, lines[k].said, written(f.Grid))
			lines[k].said = ""
		}
	}
	report(t, names, lines)
}

// On parts of several conventions the law of corrections holds as well.
func TestMixedSlips(t *testing.T) {
	if *judgedOn == "" {
		*judgedOn = "mixed"
		defer func() { *judgedOn = "" }()
	}
	TestSlips(t)
}

func report(t *testing.T, names []string, lines []judged) {
	var sum judged
	for k, name := range names {
		l := &lines[k]
		t.Logf("%-30s %5d  found %6.2f%%  right %6.2f%%  first %6.2f%% three %6.2f%%  worse %4d  not restored %4d of %4d (another reading %d) beside %4d unread %d %v %s", name, l.seeded, rate(l.found, l.seeded-l.unread-l.secret),
			rate(l.right, l.rightKnown), rate(l.first, l.causeKnown), rate(l.three, l.causeKnown), l.worse, l.notRestored, l.restorable, l.permitted, l.beside, l.unread, top(l.causes), l.said)
		sum.seeded, sum.unread, sum.found, sum.secret = sum.seeded+l.seeded, sum.unread+l.unread, sum.found+l.found, sum.secret+l.secret
		sum.rightKnown, sum.right, sum.causeKnown, sum.first, sum.three = sum.rightKnown+l.rightKnown, sum.right+l.right, sum.causeKnown+l.causeKnown, sum.first+l.first, sum.three+l.three
		sum.worse, sum.notRestored, sum.restorable, sum.beside = sum.worse+l.worse, sum.notRestored+l.notRestored, sum.restorable+l.restorable, sum.beside+l.beside
	}
	t.Logf("%d slips of %d kinds: found %.2f%% (unread %d, cannot be known %d), right value %.2f%% of %d, first cause %.2f%%, in three %.2f%% of %d; right entries corrected %d, wrong ones not restored %d of %d, errors beside %d",
		sum.seeded, len(names), rate(sum.found, sum.seeded-sum.unread-sum.secret), sum.unread, sum.secret, rate(sum.right, sum.rightKnown), sum.rightKnown, rate(sum.first, sum.causeKnown), rate(sum.three, sum.causeKnown), sum.causeKnown,
		sum.worse, sum.notRestored, sum.restorable, sum.beside)
	if *judgedOnly != "" {
		return
	}
	for _, l := range []struct {
		what    string
		reached float64
		floor   float64
	}{
		{"found", rate(sum.found, sum.seeded-sum.unread-sum.secret), foundPercent}, {"right value", rate(sum.right, sum.rightKnown), rightPercent},
		{"first cause", rate(sum.first, sum.causeKnown), firstCausePercent}, {"in three causes", rate(sum.three, sum.causeKnown), threeCausesPercent},
		{"right entries left alone", 100 - rate(sum.worse, sum.seeded), leftAlonePercent}, {"wrong derived entries restored", 100 - rate(sum.notRestored, sum.restorable), restoredPercent},
	} {
		if l.reached < l.floor {
			t.Errorf("%s: %.2f %%, less than %.2f %%", l.what, l.reached, l.floor)
		}
	}
}

// What is reached, in per cent of the slips that the figure is about: floors that only rise. The law of corrections is no
// share: no entry that was right is ever changed.
const (
	foundPercent       = 99.5
	rightPercent       = 98
	firstCausePercent  = 97
	threeCausesPercent = 99
	leftAlonePercent   = 100
	restoredPercent    = 99.5
)

func rate(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

func top(counts map[fuhe.CauseKind]int) string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b fuhe.CauseKind) int { return counts[b] - counts[a] })
	parts := make([]string, 0, 3)
	for _, k := range keys[:min(len(keys), 3)] {
		parts = append(parts, fmt.Sprintf("%s %d", k, counts[k]))
	}
	return strings.Join(parts, ", ")
}

func (l *judged) judge(f *invent.Form) {
	l.seeded++
	r, why := readSheet(f)
	if r == nil {
		l.unread++
		l.said = why
		return
	}
	s := f.Slip
	score.Check(r, score.Options{Lang: fuhe.EN})
	found, right, first, three := false, false, false, false
	var all []string
	for _, x := range r.Findings {
		about := slices.ContainsFunc(s.Fields, func(f fuhe.Field) bool { return f == x.Field || slices.Contains(x.Inputs, f) })
		all = append(all, fmt.Sprintf("%s %s %s %s → %s: %s %v", x.Rule, x.Severity, x.Field, x.Published, x.Recomputed, x.Message, x.Cause))
		if !about {
			if x.Severity == fuhe.Error {
				l.beside++
			}
			continue
		}
		found = found || x.Severity.Rank() >= s.Level.Rank()
		right = right || x.Field == s.Fields[0] && sameNumber(x.Recomputed, s.Right)
		for k, c := range causes(x) {
			if l.causes == nil {
				l.causes = map[fuhe.CauseKind]int{}
			}
			if k == 0 {
				l.causes[c.Kind]++
			}
			right = right || s.Right != "" && strings.Contains(plain(c.Text), plain(s.Right))
			if slices.Contains(s.Causes, c.Kind) {
				first, three = first || k == 0, true
			}
		}
	}
	l.count(s, found, right, first, three)
	if s.Secret != "" {
		l.correct(r, s)
		return
	}
	if bad := l.correct(r, s); !found || bad != "" || l.said == "" && (len(s.Causes) > 0 && !first || s.Right != "" && !right) {
		l.said = fmt.Sprintf("%s at %s, right %q; %s; said %s", s.Kind, s.Fields[0], s.Right, bad, strings.Join(all, " | "))
	}
}

func causes(x fuhe.Finding) []fuhe.Cause {
	if x.Cause == nil {
		return nil
	}
	return append([]fuhe.Cause{*x.Cause}, x.Causes...)
}

func (l *judged) count(s *invent.Slip, found, right, first, three bool) {
	if s.Secret != "" {
		l.secret++
		return
	}
	add := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	add(&l.found, found)
	if s.Level == fuhe.Error && s.Right != "" && s.Right != "-" {
		l.rightKnown++
		add(&l.right, right)
	}
	if len(s.Causes) > 0 {
		l.causeKnown++
		add(&l.first, first)
		add(&l.three, three)
	}
}

// correct holds the corrections of a form against what stood there before the slip: no entry that was right is changed,
// and each wrong derived one becomes what it was, or what the printed amounts permit where they were rounded.
func (l *judged) correct(r *fuhe.Report, s *invent.Slip) string {
	bad := ""
	restored, shift := map[fuhe.Field]bool{}, new(big.Rat)
	for _, c := range score.Recompute(r, score.Options{Lang: fuhe.EN}) {
		was, changed := s.Was[c.Field]
		switch {
		case changed && sameNumber(c.Corrected.Text, was), changed && isTotal(c.Field) && sameNumber(c.Corrected.Text, moved(was, shift)):
			restored[c.Field] = true
			continue
		case changed && s.Permits(c.Field, c.Corrected.Text):
			restored[c.Field] = true
			l.permitted++
			a, _ := number(c.Corrected.Text)
			if b, ok := number(was); ok && c.Field == "/funds/0/score" {
				shift.Sub(a, b)
			}
			continue
		}
		l.worse++
		bad += fmt.Sprintf("corrected for the worse: %s %s → %s; ", c.Field, c.Published.Text, c.Corrected.Text)
	}
	if !s.Derived || s.Open != "" {
		return bad
	}
	for f := range s.Was {
		l.restorable++
		if !restored[f] {
			l.notRestored++
			bad += fmt.Sprintf("not restored: %s; ", f)
		}
	}
	return bad
}

// isTotal reports whether an entry is of the total, in the last row or in the header: either follows a budget score.
func isTotal(f fuhe.Field) bool {
	return strings.HasPrefix(string(f), "/total/") || strings.HasPrefix(string(f), "/header_total/")
}

// moved is a printed total with another budget score in it.
func moved(was string, by *big.Rat) string {
	v, ok := number(was)
	if !ok {
		return was
	}
	return new(big.Rat).Add(v, by).FloatString(4)
}

var plainer = strings.NewReplacer(",", "", " ", "", "％", "%")

func plain(s string) string { return plainer.Replace(s) }

func sameNumber(a, b string) bool {
	if a == b {
		return true
	}
	x, okX := number(a)
	y, okY := number(b)
	return okX && okY && x.Cmp(y) == 0
}

func number(s string) (*big.Rat, bool) {
	s = strings.TrimRight(plain(s), "%分元万")
	return new(big.Rat).SetString(s)
}
