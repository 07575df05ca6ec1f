package main

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/samples/invent"
	"fuhe/score"
)

// Invented forms in every layout: read as they stand, judged without a false word, slips found. The forms come from
// samples/invent, which computes its figures apart from the code under test.

var howMany = flag.Int("forms", 300, "invented forms to read, and as many with a slip")

// differences lists what was read otherwise than it stands on an invented form.
func differences(r *fuhe.Report, want *invent.Form) (wrong, made []string) {
	if r.Form != want.ID || r.Year != want.Year || r.MoneyUnit != want.Unit {
		wrong = append(wrong, fmt.Sprintf("form %s year %s unit %s, want %s %s %s", r.Form, r.Year, r.MoneyUnit, want.ID, want.Year, want.Unit))
	}
	left := maps.Clone(want.Text)
	for _, e := range r.Entries() {
		if strings.HasPrefix(string(e.Field), "/sections/") {
			continue
		}
		text, printed := left[e.Field]
		delete(left, e.Field)
		switch {
		case plain(e.Cell.Text) == plain(text):
		case !printed:
			made = append(made, fmt.Sprintf("%s: %q stands nowhere", e.Field, e.Cell.Text))
		default:
			wrong = append(wrong, fmt.Sprintf("%s: %q, the form prints %q", e.Field, e.Cell.Text, text))
		}
	}
	for f, text := range left {
		if text != "" {
			wrong = append(wrong, fmt.Sprintf("%s: %q is not read", f, text))
		}
	}
	slices.Sort(wrong)
	return wrong, made
}

// readGrid reads a grid that must be one form.
func readGrid(g grid.Grid) (*fuhe.Report, error) {
	reports, unread := form.Read([]grid.Grid{g})
	if len(reports) != 1 || len(unread) > 0 {
		return nil, fmt.Errorf("%d forms, unread %v", len(reports), unread)
	}
	return reports[0], nil
}

// tally is a line of the table.
type tally struct {
	forms, refused, fields, exact, figures, figuresExact, invented int
	accused                                                        int // findings called an error where all figures agree
	seeded, found, rightKnown, rightNamed, accusedBeside           int
}

func (t *tally) add(o *tally) {
	t.forms, t.refused, t.fields, t.exact = t.forms+o.forms, t.refused+o.refused, t.fields+o.fields, t.exact+o.exact
	t.figures, t.figuresExact, t.invented, t.accused = t.figures+o.figures, t.figuresExact+o.figuresExact, t.invented+o.invented, t.accused+o.accused
	t.seeded, t.found, t.rightKnown, t.rightNamed = t.seeded+o.seeded, t.found+o.found, t.rightKnown+o.rightKnown, t.rightNamed+o.rightNamed
	t.accusedBeside += o.accusedBeside
}

// TestHowWell reads and judges invented forms in all layouts, and prints what came of it:
//
//	go test ./cmd/fuhe -run TestHowWell -forms 10000 -v
func TestHowWell(t *testing.T) {
	lines := map[string]*tally{}
	for _, l := range invent.Layouts() {
		lines[l] = &tally{}
	}
	all := invent.Layouts()
	for n := range *howMany {
		judgeConsistent(t, lines[all[n%len(all)]], invent.Make(all[n%len(all)], uint64(n)))
	}
	ofKind := map[invent.Kind]*tally{}
	kinds := invent.Kinds()
	for n := range *howMany {
		layout, seed := all[n%len(all)], uint64(n)
		for k := range kinds { // the next kind that shows on this layout
			kind := kinds[(n/len(all)+k)%len(kinds)]
			f, ok := invent.Seed(layout, kind, seed)
			if !ok {
				continue
			}
			if ofKind[kind] == nil {
				ofKind[kind] = &tally{}
			}
			one := tally{}
			judgeSeeded(t, &one, f, seed)
			lines[layout].add(&one)
			ofKind[kind].add(&one)
			break
		}
	}
	t.Log(tallies(lines, ofKind))
}

func tallies(lines map[string]*tally, ofKind map[invent.Kind]*tally) string {
	var b strings.Builder
	b.WriteString("\n| layout | forms | not read | fields exact | figures exact | invented | false errors | slips found | right value named |\n|---|---|---|---|---|---|---|---|---|\n")
	sum := &tally{}
	row := func(name string, x *tally) {
		fmt.Fprintf(&b, "| %s | %d | %d | %d of %d | %d of %d | %d | %d | %d of %d | %d of %d |\n", name, x.forms, x.refused, x.exact, x.fields, x.figuresExact, x.figures,
			x.invented, x.accused+x.accusedBeside, x.found, x.seeded, x.rightNamed, x.rightKnown)
	}
	for _, l := range invent.Layouts() {
		row(l, lines[l])
		sum.add(lines[l])
	}
	row("all", sum)
	b.WriteString("\n| slip | forms | found | right value named | false errors beside |\n|---|---|---|---|---|\n")
	for _, k := range slices.Sorted(maps.Keys(ofKind)) {
		x := ofKind[k]
		fmt.Fprintf(&b, "| %s | %d | %d | %d of %d | %d |\n", k, x.seeded, x.found, x.rightNamed, x.rightKnown, x.accusedBeside)
	}
	return b.String()
}

// judgeConsistent reads and judges a form on which all figures agree.
func judgeConsistent(t *testing.T, x *tally, f *invent.Form) {
	x.forms++
	r, err := readGrid(f.Grid)
	if err != nil {
		x.refused++
		t.Errorf("%s: %v\n%s", f.Layout, err, drawn(f.Grid))
		return
	}
	wrong, made := differences(r, f)
	x.count(r, f)
	x.invented += len(made)
	for _, w := range append(wrong, made...) {
		t.Errorf("%s: %s\n%s", f.Layout, w, drawn(f.Grid))
	}
	score.Check(r, score.Options{Lang: fuhe.EN})
	for _, finding := range r.Findings {
		if finding.Severity == fuhe.Error {
			x.accused++
			t.Errorf("%s: accused without reason: %s %s: %s\n%s", f.Layout, finding.Rule, finding.Field, finding.Message, drawn(f.Grid))
		}
	}
}

// count counts the entries that were read exactly.
func (t *tally) count(r *fuhe.Report, f *invent.Form) {
	for field, want := range f.Text {
		if want == "" {
			continue
		}
		c := r.Entry(field)
		same := c != nil && plain(c.Text) == plain(want)
		t.fields++
		if same {
			t.exact++
		}
		if m := figures.FindStringSubmatch(plain(want)); m != nil && numeric.MatchString(string(field)) {
			t.figures++
			if same && c.Number != nil && c.Number.String() == strings.ReplaceAll(m[1], ",", "") {
				t.figuresExact++
			}
		}
	}
}

// judgeSeeded wants the slip found, its right value named, and nothing else called an error.
func judgeSeeded(t *testing.T, x *tally, f *invent.Form, seed uint64) {
	x.seeded++
	r, err := readGrid(f.Grid)
	if err != nil {
		t.Errorf("%s with %s: %v\n%s", f.Layout, f.Slip.Kind, err, drawn(f.Grid))
		return
	}
	if wrong, made := differences(r, f); len(wrong)+len(made) > 0 {
		t.Errorf("%s with %s: %v %v\n%s", f.Layout, f.Slip.Kind, wrong, made, drawn(f.Grid))
	}
	score.Check(r, score.Options{Lang: fuhe.EN})
	found, named := false, false
	var said []string
	for _, finding := range r.Findings {
		said = append(said, fmt.Sprintf("%s %s %s → %s: %s", finding.Rule, finding.Severity, finding.Field, finding.Recomputed, finding.Message))
		here := slices.Contains(f.Slip.Fields, finding.Field)
		if here && finding.Severity.Rank() >= f.Slip.Level.Rank() {
			found = true
			named = named || finding.Recomputed != "" && sameFigure(finding.Recomputed, f.Slip.Right)
		}
		if !here && finding.Severity == fuhe.Error {
			x.accusedBeside++
			t.Errorf("%s with %s: accused beside the slip: %s\n%s", f.Layout, f.Slip.Kind, said[len(said)-1], drawn(f.Grid))
		}
	}
	if found {
		x.found++
	} else {
		t.Errorf("%s (seed %d): %s at %v is not found; said:\n%s\n%s", f.Layout, seed, f.Slip.Kind, f.Slip.Fields[0], strings.Join(said, "\n"), drawn(f.Grid))
	}
	if f.Slip.Right == "" {
		return
	}
	x.rightKnown++
	if named {
		x.rightNamed++
	} else if found {
		t.Errorf("%s (seed %d): %s, right is %s; said:\n%s\n%s", f.Layout, seed, f.Slip.Kind, f.Slip.Right, strings.Join(said, "\n"), drawn(f.Grid))
	}
}

// drawn is a grid as the text that grid.Parse reads.
func drawn(g grid.Grid) string {
	at := make([][]string, g.Rows)
	for r := range at {
		at[r] = make([]string, g.Cols)
	}
	for _, c := range g.Cells {
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				switch {
				case r == c.Row && k == c.Col:
					at[r][k] = strings.ReplaceAll(c.Text, "\n", `\n`)
				case k > c.Col:
					at[r][k] = "<"
				default:
					at[r][k] = "^"
				}
			}
		}
	}
	var b strings.Builder
	for _, l := range g.Above {
		b.WriteString(l.Text + "\n")
	}
	for _, row := range at {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
	for _, l := range g.Below {
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}
