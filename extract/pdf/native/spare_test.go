package native

import (
	"os"
	"reflect"
	"testing"

	"fuhe/extract/page"
)

// A page that is drawn where others were that nobody looks at any more is the page it would be anyway; one that is still
// looked at stays what it is.
func TestReleasedPages(t *testing.T) {
	b, err := os.ReadFile("../../../samples/accounts/chromium-2.pdf")
	if err != nil {
		t.Fatal(err)
	}
	fresh, used := open(t, b), open(t, b)
	var kept, released []page.Page
	for n := range fresh.Pages() {
		want, err := fresh.Page(t.Context(), n+1)
		if err != nil {
			t.Fatal(err)
		}
		got, err := used.Page(t.Context(), n+1)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("page %d: another page (%v)", n+1, err)
		}
		if n%3 == 0 {
			kept = append(kept, want, got)
			continue
		}
		released = append(released, got)
		used.Release(got)
	}
	for i := 0; i < len(kept); i += 2 {
		if !reflect.DeepEqual(kept[i], kept[i+1]) {
			t.Errorf("page %d changed while it was looked at", kept[i].Number)
		}
	}
	again := 0
	for i := 1; i < len(released); i++ {
		if &released[i].Glyphs[0] == &released[i-1].Glyphs[0] {
			again++
		}
	}
	if again == 0 {
		t.Error("no page was drawn where another was")
	}
}
