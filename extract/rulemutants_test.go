package extract

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/binder"
	"fuhe/extract/page/lattice"
	"fuhe/extract/pdf/native"
)

// drawnForm is a PDF form with its pages as they are drawn, and what is read from it and held against it.
type drawnForm struct {
	path    string
	pages   []page.Page
	figures []fuhe.Entry
	read    map[string]string
	accused bool
}

// TestNoRuleIsSilent draws one rule of a PDF form less, or one more across a table: no such form is accused of what the
// unchanged one is not, and no figure of it is lost without a word.
func TestNoRuleIsSilent(t *testing.T) {
	forms := drawnForms(t)
	random := rand.New(rand.NewPCG(*mutantSeed-4, 5))
	refused, bad, n := 0, 0, *mutants/2
	for range n {
		f := &forms[random.IntN(len(forms))]
		pages, what := f.mutate(random)
		wrong, whole := f.compare(pages)
		if !whole {
			refused++
		}
		if len(wrong) > 0 {
			if bad++; bad <= 20 {
				t.Logf("%s: %s\n\t%s", f.path, what, strings.Join(wrong[:min(3, len(wrong))], "\n\t"))
			}
		}
	}
	t.Logf("%d of %d wrong, %d not read, with the reason", bad, n, refused)
	if bad > 0 {
		t.Errorf("%d of %d", bad, n)
	}
}

func drawnForms(t *testing.T) []drawnForm {
	paths, err := filepath.Glob("../samples/*/*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var out []drawnForm
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		d, err := native.Open(bytes.NewReader(raw), int64(len(raw)), native.Options{})
		if err != nil {
			continue // for the second reader: its pages are drawn alike
		}
		f := drawnForm{path: p}
		for n := 1; n <= d.Pages(); n++ {
			if pg, err := d.Page(context.Background(), n); err == nil {
				f.pages = append(f.pages, pg)
			}
		}
		reports, _ := judged(tablesOf(f.pages).Grids)
		if len(reports) == 0 || !slices.ContainsFunc(f.pages, func(p page.Page) bool { return len(p.Rules) > 0 }) {
			continue
		}
		f.figures, f.accused, f.read = figuresOf(reports), accused(reports), readAs(reports)
		out = append(out, f)
	}
	if len(out) < 10 {
		t.Fatalf("%d forms to change", len(out))
	}
	return out
}

func tablesOf(pages []page.Page) grid.Book {
	var b binder.Binder
	for _, p := range pages {
		grids, err := lattice.Find(p)
		b.Add(p.Number, binder.Leaf{Page: p, Grids: grids, Err: err})
	}
	return b.Book
}

// mutate is the pages with one rule less or more.
func (f *drawnForm) mutate(random *rand.Rand) ([]page.Page, string) {
	pages := slices.Clone(f.pages)
	i := random.IntN(len(pages))
	for len(pages[i].Rules) == 0 {
		i = random.IntN(len(pages))
	}
	rules := slices.Clone(pages[i].Rules)
	k := random.IntN(len(rules))
	r := rules[k]
	what := "without"
	switch random.IntN(3) {
	case 0, 1:
		rules = slices.Delete(rules, k, k+1)
	default:
		what = "with another beside"
		if off := 8 + 20*random.Float64(); r.Horizontal() {
			r.Y0, r.Y1 = r.Y0+off, r.Y1+off
		} else {
			r.X0, r.X1 = r.X0+off, r.X1+off
		}
		rules = append(rules, r)
	}
	pages[i].Rules = rules
	return pages, fmt.Sprintf("page %d %s the rule %.1f %.1f %.1f %.1f", pages[i].Number, what, r.X0, r.Y0, r.X1, r.Y1)
}

// compare lists what is held against a mutant and not against the original, and figures that are gone without a word.
func (f *drawnForm) compare(pages []page.Page) (wrong []string, whole bool) {
	book := tablesOf(pages)
	reports, unread := judged(book.Grids)
	whole = len(reports) > 0 && len(unread)+len(book.Unread) == 0
	all := " "
	now := readAs(reports)
	for at, was := range f.read {
		if is, ok := now[at]; ok && is != was {
			wrong = append(wrong, fmt.Sprintf("misread: %s is %s and not %s", at, is, was))
		}
	}
	for _, r := range reports {
		for _, finding := range r.Findings {
			if finding.Severity == fuhe.Error && !f.accused {
				wrong = append(wrong, fmt.Sprintf("accused: %s at %s: %s", finding.Rule, finding.Field, finding.Message))
			}
		}
		for _, e := range r.Entries() {
			all += e.Cell.Text + " "
		}
		for _, l := range r.Lost {
			all += l.Text + " "
		}
	}
	if len(unread)+len(book.Unread) > 0 {
		return wrong, false // said
	}
	for _, e := range f.figures {
		if !holdsDigits(all, e.Cell.Text) && !inDoubt(reports, e) {
			wrong = append(wrong, fmt.Sprintf("lost: %s %q at %s", e.Field, e.Cell.Text, e.Cell.At))
		}
	}
	return wrong, whole
}

// inDoubt reports whether an entry that is in doubt, or something lost, lies where a figure stood, or holds its pieces.
func inDoubt(reports []*fuhe.Report, was fuhe.Entry) bool {
	at := was.Cell.At
	x, y := (at.Box[0]+at.Box[2])/2, (at.Box[1]+at.Box[3])/2
	over := func(s fuhe.Source) bool {
		return s.Page == at.Page && x > s.Box[0] && x < s.Box[2] && y > s.Box[1] && y < s.Box[3]
	}
	for _, r := range reports {
		for _, e := range r.Entries() {
			if e.Cell.Doubt != nil && (over(e.Cell.At) || e.Field == was.Field && holdsDigits(strings.ReplaceAll(e.Cell.Text, " ", ""), was.Cell.Text)) {
				return true
			}
		}
		for _, l := range r.Lost {
			if over(l.At) {
				return true
			}
		}
	}
	return false
}

// readAs are the numbers read without a doubt from the rows whose names are met once, by name and entry, and those of the total.
func readAs(reports []*fuhe.Report) map[string]string {
	out, met := map[string]string{}, map[string]bool{}
	take := func(row string, cells map[string]fuhe.Cell) {
		for key, c := range cells {
			switch at := row + " " + key; {
			case met[at]:
				delete(out, at)
			case c.Number != nil:
				out[at] = c.Number.Value.String() + c.Number.Unit
			}
			met[row+" "+key] = true
		}
	}
	for _, r := range reports {
		i := r.Project.Text // the same form, also where another one before it is not read
		for _, f := range r.Funds {
			take(fmt.Sprint(i, " ", f.Name.Text), map[string]fuhe.Cell{"initial": f.InitialBudget, "adjusted": f.AdjustedBudget, "executed": f.Executed,
				"rate": f.ExecutionRate, "weight": f.Weight, "score": f.Score})
		}
		for _, n := range r.Indicators {
			take(fmt.Sprint(i, " ", n.Name.Text), map[string]fuhe.Cell{"target": n.Target, "actual": n.Actual, "weight": n.Weight, "score": n.Score})
		}
		take(fmt.Sprint(i, " total"), map[string]fuhe.Cell{"weight": r.Total.Weight, "score": r.Total.Score})
	}
	return out
}
