package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"fuhe/extract/grid"
	"fuhe/extract/pdf"
)

// Every file of testdata/traits is a small PDF of one trait, made by hand, and what its pages show, typed by hand. The
// native reader, PDFium and both together must find the same cells, except where the file says otherwise for one of
// them. testdata/traits/README says how such a file is written.
func TestTraits(t *testing.T) {
	files, err := filepath.Glob("testdata/traits/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no traits: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tr := trait{archive}
			if err := tr.proper(); err != nil {
				t.Fatal(err)
			}
			b, err := tr.pdf()
			if err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("TRAITS_OUT"); dir != "" { // to look at them in a viewer
				if err := os.WriteFile(filepath.Join(dir, name+".pdf"), b, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			for _, reader := range []pdf.Reader{pdf.Native, pdf.PDFium, pdf.Auto} {
				if reader != pdf.Native && testing.Short() {
					continue // the second reader takes seconds to start
				}
				tr.hold(t, b, reader)
			}
		})
	}
}

// trait is a file of testdata/traits.
type trait struct{ *txtar.Archive }

// proper reports what is wrong with a file: a section nobody reads would test nothing.
func (tr trait) proper() error {
	if len(bytes.TrimSpace(tr.Comment)) == 0 {
		return errors.New("nothing says what the trait is")
	}
	for _, f := range tr.Files {
		what, which, _ := strings.Cut(f.Name, " ")
		modes := []string{"", string(pdf.Native), string(pdf.PDFium), string(pdf.Auto)}
		switch what {
		case "table", "none", "unread", "error":
			if !slices.Contains(modes, which) {
				return fmt.Errorf("section %q: no reader of this name", f.Name)
			}
		case "content", "page", "object":
		case "resources", "file", "base64", "password", "readers", "doubts":
			if which != "" {
				return fmt.Errorf("section %q takes no number", f.Name)
			}
		default:
			return fmt.Errorf("section %q means nothing", f.Name)
		}
	}
	return nil
}

// section is the text of the first section of a name.
func (tr trait) section(name string) (string, bool) {
	for _, f := range tr.Files {
		if f.Name == name {
			return string(f.Data), true
		}
	}
	return "", false
}

// expected are the lines of a section for a reader: those for this reader alone, else those for all.
func (tr trait) expected(what string, reader pdf.Reader) []string {
	text, ok := tr.section(what + " " + string(reader))
	if !ok {
		text, _ = tr.section(what)
	}
	return lines(text)
}

func lines(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// tables are the tables a reader must find, in the form of gridText.
func (tr trait) tables(reader pdf.Reader) ([]string, error) {
	var all, own []string
	special := false
	for _, f := range tr.Files {
		switch f.Name {
		case "none " + string(reader):
			special = true
		case "table", "table " + string(reader):
			g, err := grid.Parse(string(f.Data))
			if err != nil {
				return nil, err
			}
			if f.Name == "table" {
				all = append(all, gridText(g))
			} else {
				special, own = true, append(own, gridText(g))
			}
		}
	}
	if special {
		return own, nil
	}
	return all, nil
}

// hold reads the file and compares.
func (tr trait) hold(t *testing.T, b []byte, reader pdf.Reader) {
	t.Helper()
	password, _ := tr.section("password")
	options := pdf.Options{Reader: reader, Password: strings.TrimSpace(password)}
	book, err := pdf.Read(context.Background(), bytes.NewReader(b), int64(len(b)), options)
	if want := tr.expected("error", reader); len(want) > 0 {
		if err == nil || !strings.Contains(err.Error(), want[0]) {
			t.Errorf("%s: error %v, want %q", reader, err, want[0])
		}
		return
	}
	if err != nil {
		t.Errorf("%s: %v", reader, err)
		return
	}
	want, err := tr.tables(reader)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range grid.JoinPages(book.Grids) {
		got = append(got, gridText(g))
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("%s reads\n%s\nthe pages show\n%s\nunread %v", reader, g, w, book.Unread)
	}
	tr.holdUnread(t, book, reader)
	tr.holdDoubts(t, book, reader)
	if reader == pdf.Auto {
		tr.holdReaders(t, book)
	}
}

// holdUnread compares what was not read: "1: reason" for page 1, the reason with these words in it.
func (tr trait) holdUnread(t *testing.T, book grid.Book, reader pdf.Reader) {
	t.Helper()
	want := tr.expected("unread", reader)
	for i, u := range book.Unread {
		got := fmt.Sprintf("%d: %s", u.At.Page, u.Reason)
		if i >= len(want) {
			t.Errorf("%s: unread %s", reader, got)
			continue
		}
		page, words, _ := strings.Cut(want[i], ": ")
		if page != fmt.Sprint(u.At.Page) || !strings.Contains(u.Reason, words) {
			t.Errorf("%s: unread %s, want %s", reader, got, want[i])
		}
	}
	for _, w := range want[min(len(want), len(book.Unread)):] {
		t.Errorf("%s: not a word of %s", reader, w)
	}
}

// holdDoubts compares the cells in doubt: "B2: words" for a cell, the reason with these words in it. Without a section
// nothing is said of them.
func (tr trait) holdDoubts(t *testing.T, book grid.Book, reader pdf.Reader) {
	t.Helper()
	text, ok := tr.section("doubts")
	if !ok {
		return
	}
	want := make(map[string]string)
	for _, l := range lines(text) {
		ref, words, _ := strings.Cut(l, ": ")
		want[ref] = words
	}
	for _, g := range book.Grids {
		for _, c := range g.Cells {
			words, doubted := want[c.At.Ref]
			delete(want, c.At.Ref)
			if doubted != (c.Doubt != nil) || doubted && !strings.Contains(c.Doubt.EN, words) {
				t.Errorf("%s: doubt of %s %q is %v, want %q", reader, c.At.Ref, c.Text, c.Doubt, words)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("%s: no cells %v", reader, want)
	}
}

// holdReaders compares who read the pages, and why: "1 pdfium: words of the reason". Without a section it is the first
// reader.
func (tr trait) holdReaders(t *testing.T, book grid.Book) {
	t.Helper()
	want := tr.expected("readers", pdf.Auto)
	if len(want) == 0 {
		for _, r := range book.Readers {
			want = append(want, fmt.Sprintf("%d native", r.Page))
		}
	}
	if len(want) != len(book.Readers) {
		t.Errorf("pages read %v, want %q", book.Readers, want)
		return
	}
	for i, r := range book.Readers {
		who, why, _ := strings.Cut(want[i], ": ")
		if who != fmt.Sprintf("%d %s", r.Page, r.Reader) || !strings.Contains(r.Because, why) || why == "" && r.Because != "" {
			t.Errorf("page %d was read by %s because %q, want %q", r.Page, r.Reader, r.Because, want[i])
		}
	}
}

// gridText is a grid in the form grid.Parse reads, with ~ where no cell is.
func gridText(g grid.Grid) string {
	var b strings.Builder
	for _, l := range g.Above {
		fmt.Fprintln(&b, l.Text)
	}
	for r := range g.Rows {
		for c := range g.Cols {
			text := "~"
			if cell := g.At(r, c); cell != nil {
				switch {
				case c > cell.Col:
					text = "<"
				case r > cell.Row:
					text = "^"
				default:
					text = cell.Text
				}
			}
			fmt.Fprintf(&b, "| %s ", text)
		}
		b.WriteString("|\n")
	}
	for _, l := range g.Below {
		fmt.Fprintln(&b, l.Text)
	}
	return b.String()
}
