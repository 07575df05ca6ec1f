package score_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/samples/invent"
	"fuhe/score"
)

// Forms filled in by every convention of the rule book, and slips of every kind made on them, judged from outside:
//
//	go test ./score -run 'TestConventions|TestSlips' -v -judged.forms 100000 -judged.slips 100000

var (
	judgedForms = flag.Int("judged.forms", 615, "consistent forms to judge")
	judgedSlips = flag.Int("judged.slips", 1200, "forms with a slip to judge and correct")
	judgedSeed  = flag.Uint64("judged.seed", 1, "first seed")
	judgedOnly  = flag.String("judged.only", "", "only the convention or slip of this name, all that is said about it printed")
	judgedOn    = flag.String("judged.on", "", "slips on the convention of this name alone, or on parts of several: mixed")
)

func readSheet(f *invent.Form) (*fuhe.Report, string) {
	reports, unread := form.Read([]grid.Grid{f.Grid})
	if len(reports) != 1 {
		said := make([]string, len(unread))
		for i, u := range unread {
			said[i] = u.Reason
		}
		return nil, strings.Join(said, "; ")
	}
	return reports[0], ""
}

// notYet are the conventions that are not read yet; all others give no error, no warning but those asked for, and no
// correction.
var notYet = map[string]string{}

// spoken is what came of the forms of one convention.
type spoken struct {
	forms, unread, misread, errors, warnings, notes, corrected int
	quiet, idle                                                int // forms that ask nothing of the reader; notes on them
	hints                                                      int // X604 said where spending is not behind, or not said where it is
	rules                                                      map[string]int
	first                                                      string // the first that should not have been said
}

// Parts of conventions go together in any way: no error, no warning that none of them asks for, no correction.
func TestMixedConventions(t *testing.T) {
	var sum spoken
	for n := range *judgedForms {
		f, c := invent.Mixed(*judgedSeed + uint64(n))
		var l spoken
		l.judge(f, c)
		sum.forms, sum.unread, sum.errors, sum.warnings, sum.corrected = sum.forms+1, sum.unread+l.unread, sum.errors+l.errors, sum.warnings+l.warnings, sum.corrected+l.corrected
		if l.unread+l.misread+l.errors+l.warnings+l.corrected > 0 {
			t.Errorf("%d:%s: a consistent form is not read, or accused, or corrected: %s", *judgedSeed+uint64(n), c.Name, l.first)
			if *judgedOnly != "" {
				t.Log("\n", written(f.Grid))
			}
		}
	}
	t.Logf("%d mixed forms: unread %d, errors %d, warnings not asked for %d, corrected %d", sum.forms, sum.unread, sum.errors, sum.warnings, sum.corrected)
}

// idleNotes are as many notes as a consistent form may have on which spending is not far behind.
const idleNotes = 0.2

func TestConventions(t *testing.T) {
	names := invent.Conventions()
	if *judgedOnly != "" {
		names = []string{*judgedOnly}
	}
	lines := make([]spoken, len(names))
	for n := range *judgedForms {
		k := n % len(names)
		f := invent.Fill(names[k], *judgedSeed+uint64(n))
		lines[k].judge(f, invent.FindConvention(names[k]))
		if *judgedOnly != "" && lines[k].first != "" {
			t.Log(lines[k].first, "\n", written(f.Grid))
			lines[k].first = ""
		}
	}
	var sum spoken
	for k, name := range names {
		l := &lines[k]
		t.Logf("%-28s %6d  unread %5d  errors %5d  warnings %5d  notes %5.2f  corrected %5d  %v %s", name, l.forms, l.unread, l.errors, l.warnings, float64(l.notes)/float64(max(l.forms-l.unread, 1)), l.corrected, l.rules, l.first)
		sum.forms, sum.unread, sum.errors, sum.warnings = sum.forms+l.forms, sum.unread+l.unread, sum.errors+l.errors, sum.warnings+l.warnings
		sum.notes, sum.corrected = sum.notes+l.notes, sum.corrected+l.corrected
		sum.quiet, sum.idle = sum.quiet+l.quiet, sum.idle+l.idle
		if _, known := notYet[name]; !known && l.unread+l.misread+l.errors+l.warnings+l.corrected+l.hints > 0 {
			t.Errorf("%s: a consistent form is not read, or accused, or corrected: %s", name, l.first)
		}
	}
	idle := float64(sum.idle) / float64(max(sum.quiet, 1))
	t.Logf("%d forms of %d conventions: unread %d, errors %d, warnings not asked for %d, notes %.3f a form, %.3f on each of the %d that ask nothing, corrected %d", sum.forms, len(names), sum.unread, sum.errors, sum.warnings,
		float64(sum.notes)/float64(sum.forms), idle, sum.quiet, sum.corrected)
	if idle > idleNotes && *judgedOnly == "" {
		t.Errorf("%.3f notes a form that asks nothing, more than %.1f", idle, idleNotes)
	}
}

// entryOf is what a reader takes for an entry: a level without its points, which are a section's.
func entryOf(field fuhe.Field, text string) string {
	if field.Key() == "level1" {
		text, _, _ = strings.Cut(text, "（")
	}
	return text
}

func (l *spoken) judge(f *invent.Form, c *invent.Convention) {
	l.forms++
	r, why := readSheet(f)
	if r == nil {
		l.unread++
		l.first = why
		return
	}
	if l.rules == nil {
		l.rules = map[string]int{}
	}
	for field, want := range f.Text {
		if c := r.Entry(field); want != "" && (c == nil || plain(c.Text) != plain(entryOf(field, want))) {
			l.misread++
			if l.first == "" {
				l.first = fmt.Sprintf("%s is %q, read %+v", field, want, c)
			}
		}
	}
	score.Check(r, score.Options{Lang: fuhe.EN})
	for _, x := range r.Findings {
		switch {
		case x.Severity == fuhe.Error:
			l.errors++
		case x.Severity == fuhe.Warning && slices.Contains(c.Asks, x.Rule):
			continue
		case x.Severity == fuhe.Warning:
			l.warnings++
		default:
			l.notes++
		}
		l.rules[x.Rule]++
		if l.first == "" && x.Severity != fuhe.Note {
			l.first = x.Rule + " " + string(x.Field) + ": " + x.Message
		}
	}
	for _, x := range score.Recompute(r, score.Options{Lang: fuhe.EN}) {
		l.corrected++
		if l.first == "" {
			l.first = "corrected " + string(x.Field) + ": " + x.Because
		}
	}
	l.hint(f, r)
}

// hint counts the notes on forms that ask nothing of the reader, and holds the hint on spending against the figures of the form.
func (l *spoken) hint(f *invent.Form, r *fuhe.Report) {
	said, notes := false, 0
	for _, x := range r.Findings {
		said = said || x.Rule == "X604"
		if x.Severity == fuhe.Note {
			notes++
		}
	}
	if !f.Ahead {
		l.quiet, l.idle = l.quiet+1, l.idle+notes
	}
	if f.Ahead != said {
		l.hints++
		if l.first == "" {
			l.first = fmt.Sprintf("spending behind: %v, said: %v", f.Ahead, said)
		}
	}
}

// written is a grid as a table with bars.
func written(g grid.Grid) string {
	var b strings.Builder
	at := make([][]string, g.Rows)
	for r := range at {
		at[r] = make([]string, g.Cols)
	}
	for _, c := range g.Cells {
		at[c.Row][c.Col] = c.Text
	}
	for _, row := range at {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
	return b.String()
}
