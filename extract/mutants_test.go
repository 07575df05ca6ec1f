package extract

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/score"
)

var (
	mutants    = flag.Int("mutants", 300, "forms with one cell changed to read and judge")
	mutantSeed = flag.Uint64("mutant-seed", 7, "what the changes are drawn from")
)

// original is a form file as its reader sees it, with what is read from it and held against it.
type original struct {
	path    string
	grids   []grid.Grid
	figures []fuhe.Entry // entries with a digit
	read    map[string]string
	accused bool // errors are held against it as it is
}

// TestNothingIsSilent changes one cell of a form at a time: a character of a heading or label is another one, missing or
// too many; a figure is no number any more; a cell is blank. No such form is accused of what the unchanged one is not, and
// no figure of it is lost without a word.
//
//	go test ./extract -run TestNothingIsSilent -mutants 10000
func TestNothingIsSilent(t *testing.T) {
	forms := originals(t)
	random := rand.New(rand.NewPCG(*mutantSeed, 11))
	refused, bad := 0, 0
	for n := 0; n < *mutants; {
		o := &forms[random.IntN(len(forms))]
		m, ok := mutate(random, o)
		if !ok {
			continue
		}
		n++
		wrong, whole := o.compare(m)
		if !whole {
			refused++
		}
		if len(wrong) > 0 {
			if bad++; bad <= 20 {
				t.Errorf("%s: %s\n\t%s", o.path, m, strings.Join(wrong[:min(4, len(wrong))], "\n\t"))
			}
		}
	}
	if bad > 0 {
		t.Errorf("%d of %d", bad, *mutants)
	}
	t.Logf("%d forms of %d not read, with the reason", refused, *mutants)
}

func originals(t *testing.T) []original {
	var paths []string
	for _, pattern := range []string{"../samples/*/*.*", "../../shared/corpus/generated/*.*", "../../shared/corpus/formats/*.*", "../../shared/corpus/ofd/*.*"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, found...)
	}
	var out []original
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		read := readerOf(formatOf(p))
		if read == nil {
			continue
		}
		book, err := read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{})
		if err != nil {
			continue // another test says so: an encrypted file
		}
		o := original{path: p, grids: book.Grids}
		reports, _ := judged(o.grids)
		if len(reports) == 0 {
			continue
		}
		o.figures, o.accused, o.read = figuresOf(reports), accused(reports), readAs(reports)
		out = append(out, o)
	}
	if len(out) < 20 {
		t.Fatalf("%d forms to change", len(out))
	}
	return out
}

// formatOf is the format of a file by its name: samples are called what they are.
func formatOf(path string) fuhe.Format {
	switch ext := filepath.Ext(path); ext {
	case ".pdf", ".xlsx", ".xls", ".docx", ".html", ".ofd", ".ods", ".odt", ".rtf", ".doc":
		return fuhe.Format(ext[1:])
	case ".md", ".txt", ".csv":
		return fuhe.Text
	}
	return ""
}

func judged(grids []grid.Grid) ([]*fuhe.Report, []fuhe.Unread) {
	reports, unread := form.Read(grids)
	for _, r := range reports {
		score.Check(r, score.Options{})
	}
	return reports, unread
}

func figuresOf(reports []*fuhe.Report) []fuhe.Entry {
	var out []fuhe.Entry
	for _, r := range reports {
		for _, e := range r.Entries() {
			f := string(e.Field)
			listed := strings.HasPrefix(f, "/funds/") || strings.HasPrefix(f, "/indicators/") || strings.HasPrefix(f, "/total/")
			if listed && strings.ContainsAny(e.Cell.Text, "0123456789") && !slices.Contains([]string{"name", "level1", "level2", "deviation"}, e.Field.Key()) {
				out = append(out, e)
			}
		}
	}
	return out
}

// accused reports whether errors are held against forms. Where one is, figures contradict each other, and which of them is
// named depends on all that is read: only of forms without one it can be asked that none be named.
func accused(reports []*fuhe.Report) bool {
	return slices.ContainsFunc(reports, func(r *fuhe.Report) bool {
		return slices.ContainsFunc(r.Findings, func(f fuhe.Finding) bool { return f.Severity == fuhe.Error })
	})
}

// mutant is a form with one cell changed.
type mutant struct {
	kind     string
	at       fuhe.Source
	was, is  string
	grids    []grid.Grid
	figure   bool // the cell held a figure
	heedless bool // nothing is asked of the cell itself: it is blank now
}

func (m *mutant) String() string {
	return fmt.Sprintf("%s at %s, %q for %q", m.kind, m.at, m.is, m.was)
}

// strange are characters that make no heading and no figure of another one.
var strange = []rune("囗彳亍卜丶氵犭糹xkQ#~")

func mutate(random *rand.Rand, o *original) (*mutant, bool) {
	g := random.IntN(len(o.grids))
	if len(o.grids[g].Cells) == 0 {
		return nil, false
	}
	i := random.IntN(len(o.grids[g].Cells))
	c := o.grids[g].Cells[i]
	text := strings.TrimSpace(c.Text)
	_, number := fuhe.ParseNumber(text)
	m := &mutant{at: c.At, was: c.Text, figure: number}
	runes := []rune(text)
	k := 0
	if len(runes) > 0 {
		k = random.IntN(len(runes))
	}
	odd := strange[random.IntN(len(strange))]
	switch way := random.IntN(4); {
	case text == "" || c.Doubt != nil:
		return nil, false
	case way == 0:
		m.kind, m.is, m.heedless = "a blank", "", true
	case number:
		runes[k] = odd
		if m.kind, m.is = "no number", string(runes); isNumber(m.is) {
			return nil, false
		}
	case strings.ContainsAny(text, "0123456789") || utf8.RuneCountInString(text) > 20 || len(runes) < 2:
		return nil, false
	case way == 1:
		m.kind, m.is = "a character lost", string(slices.Delete(runes, k, k+1))
	case way == 2:
		m.kind, m.is = "a character changed", string(runes[:k])+string(odd)+string(runes[k+1:])
	default:
		m.kind, m.is = "a character too many", string(runes[:k])+string(odd)+string(runes[k:])
	}
	m.grids = slices.Clone(o.grids)
	m.grids[g].Cells = slices.Clone(m.grids[g].Cells)
	m.grids[g].Cells[i].Text = m.is
	return m, true
}

func isNumber(s string) bool { _, ok := fuhe.ParseNumber(s); return ok }

// holdsDigits reports whether a text holds the figures of another: a target is joined from cells of which one was changed.
func holdsDigits(text, want string) bool {
	for _, d := range strings.FieldsFunc(want, func(r rune) bool { return r != '.' && (r < '0' || r > '9') }) {
		if !strings.Contains(text, d) {
			return false
		}
	}
	return true
}

// compare lists what is held against a mutant and not against the original, and figures that are gone without a word;
// whole when every form was read.
func (o *original) compare(m *mutant) (wrong []string, whole bool) {
	reports, unread := judged(m.grids)
	whole = len(reports) > 0
	now := readAs(reports)
	for at, was := range o.read {
		if is, ok := now[at]; ok && numberOf(is) != numberOf(was) && !m.figure {
			wrong = append(wrong, fmt.Sprintf("misread: %s is %s and not %s", at, is, was))
		}
	}
	for _, r := range reports {
		for _, f := range r.Findings {
			if f.Severity == fuhe.Error && !o.accused && !(m.heedless && f.At == m.at) {
				wrong = append(wrong, fmt.Sprintf("accused: %s at %s %s: %s", f.Rule, f.At, f.Field, f.Message))
			}
		}
	}
	said := map[fuhe.Source]string{}
	for _, r := range reports {
		for _, e := range r.Entries() {
			said[e.Cell.At] += e.Cell.Text
		}
		for _, l := range r.Lost {
			said[l.At] += l.Text
		}
	}
	refused := slices.ContainsFunc(unread, func(u fuhe.Unread) bool { return strings.HasPrefix(u.Reason, "form not read") })
	for _, e := range o.figures {
		want := e.Cell.Text
		if e.Cell.At == m.at {
			continue // what is asked of the cell itself comes below
		}
		if !refused && !holdsDigits(said[e.Cell.At], want) && !saidToEnd(reports, e.Cell.At) {
			wrong = append(wrong, fmt.Sprintf("lost: %s %q at %s", e.Field, want, e.Cell.At))
		}
	}
	if m.figure && !m.heedless && !refused && said[m.at] == "" && slices.ContainsFunc(o.figures, func(e fuhe.Entry) bool { return e.Cell.At == m.at }) {
		wrong = append(wrong, "lost: the cell itself")
	}
	return wrong, whole
}

// numberOf is a figure without its unit, which stands in a cell of its own on some forms.
func numberOf(figure string) string {
	return figure[:len(figure)-len(strings.TrimLeft(figure, "-0123456789."))]
}

// saidToEnd reports whether a form is said to end before the page on which an entry stands: none is read from that page.
func saidToEnd(reports []*fuhe.Report, at fuhe.Source) bool {
	if at.Page == 0 || !slices.ContainsFunc(reports, func(r *fuhe.Report) bool { return r.Incomplete("/indicators") }) {
		return false
	}
	return !slices.ContainsFunc(reports, func(r *fuhe.Report) bool {
		return slices.ContainsFunc(r.Entries(), func(e fuhe.Entry) bool { return e.Cell.At.Page == at.Page })
	})
}
