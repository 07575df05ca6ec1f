package native

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"fuhe/extract/page"
)

// generated is the folder of forms made with many producers, whose texts are known.
func generated(t testing.TB) string {
	dir := filepath.Join("..", "..", "..", "..", "shared", "corpus", "generated")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared forms are not here")
	}
	return dir
}

// Every character of every entry of every form is on its pages, and nothing is unsure.
func TestGeneratedForms(t *testing.T) {
	dir := generated(t)
	b, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth []struct {
		File  string
		Forms []struct{ Text map[string]string }
	}
	if err := json.Unmarshal(b, &truth); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range truth {
		if !strings.HasSuffix(f.File, ".pdf") || strings.Contains(f.File, "scan") {
			continue
		}
		count := make(map[rune]int)
		for _, p := range pagesOf(t, filepath.Join(dir, f.File)) {
			if p.Unsure != "" {
				t.Errorf("%s page %d: %s", f.File, p.Number, p.Unsure)
			}
			if len(p.Rules) < 10 {
				t.Errorf("%s page %d: %d rules", f.File, p.Number, len(p.Rules))
			}
			for _, g := range p.Glyphs {
				tally(count, g.Text, 1)
			}
		}
		for _, form := range f.Forms {
			for field, entry := range form.Text {
				if strings.HasSuffix(field, "/level1") || strings.HasSuffix(field, "/level2") {
					continue // a merged cell stands once and counts for many rows
				}
				tally(count, entry, -1)
			}
		}
		for r, n := range count {
			if n < 0 && !strings.ContainsRune("≤≥<>=—-/", r) { // signs that producers write in their own way
				t.Errorf("%s: %q is missing %d times", f.File, r, -n)
			}
		}
		seen++
	}
	if seen < 30 {
		t.Errorf("only %d files", seen)
	}
}

func tally(count map[rune]int, s string, by int) {
	for _, r := range norm.NFKC.String(s) {
		if !unicode.IsSpace(r) {
			count[r] += by
		}
	}
}

func pagesOf(t testing.TB, path string) []page.Page {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(f, info.Size(), Options{})
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	var out []page.Page
	for n := 1; n <= d.Pages(); n++ {
		p, err := d.Page(context.Background(), n)
		if err != nil {
			t.Errorf("%s page %d: %v", filepath.Base(path), n, err)
		}
		out = append(out, p)
	}
	return out
}

func BenchmarkForms(b *testing.B) {
	dir := generated(b)
	for _, f := range []string{"V1-clean-chromium-noto.pdf", "V1w-clean-wk-zenhei.pdf", "V2-clean-lo-docx.pdf", "V2-rate-truncated-weasy.pdf", "V1-dotted-weasy.pdf", "V1-objstm.pdf"} {
		b.Run(f, func(b *testing.B) {
			for b.Loop() {
				pagesOf(b, filepath.Join(dir, f))
			}
		})
	}
}
