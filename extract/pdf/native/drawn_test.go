package native

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"fuhe/extract/page"
)

// Pages drawn at the same time and settled in their order are the pages drawn one after the other.
func TestDrawnTogether(t *testing.T) {
	files, err := filepath.Glob("../../../samples/accounts/*-2.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no accounts: %v", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		one, all := open(t, b), open(t, b)
		drawn := make([]*Drawn, all.Pages())
		var group sync.WaitGroup
		for i := range drawn {
			group.Go(func() { drawn[i] = all.Draw(context.Background(), i+1) })
		}
		group.Wait()
		for i := range drawn {
			want, err := one.Page(context.Background(), i+1)
			got, errTogether := all.Settle(drawn[i])
			if err != nil || errTogether != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s page %d: another page (%v, %v)", file, i+1, err, errTogether)
			}
		}
		if one.unpacked != all.unpacked {
			t.Errorf("%s: %d bytes unpacked together, %d one after the other", file, all.unpacked, one.unpacked)
		}
	}
}

// What a page unpacks and looks up is charged to it whether another page showed its fonts before or not: budgets are spent
// alike in every order.
func TestFontsAreChargedToEveryPage(t *testing.T) {
	m := stream("", "1 beginbfrange <0000> <00FF> <4E00> endbfrange")
	b := file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 200 100]/Resources<</Font<</F 5 0 R>>>>>>",
		"<</Type/Page/Contents 6 0 R>>", "<</Type/Page/Contents 6 0 R>>",
		"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]/ToUnicode 7 0 R>>",
		stream("", "BT /F 10 Tf 20 30 Td <0001> Tj ET"), m)
	d := open(t, b)
	first, second := d.Draw(context.Background(), 1), d.Draw(context.Background(), 2)
	if first.in.left != second.in.left || first.in.meter != second.in.meter || first.in.entries != second.in.entries {
		t.Errorf("left %d and %d, looked up %v and %v, entries %d and %d", first.in.left, second.in.left, first.in.meter, second.in.meter, first.in.entries, second.in.entries)
	}
	var p page.Page
	for _, drawn := range []*Drawn{first, second} {
		var err error
		if p, err = d.Settle(drawn); err != nil || shownText(p) != "丁" {
			t.Errorf("%q %v", shownText(p), err)
		}
	}
}

// A font that cannot be made fails every page alike.
func TestFontThatDies(t *testing.T) {
	b := file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 200 100]/Resources<</Font<</F 5 0 R>>>>>>",
		"<</Type/Page/Contents 6 0 R>>", "<</Type/Page/Contents 6 0 R>>", "<</Type/Font/Subtype/Type1/BaseFont/X/FontDescriptor 7 0 R>>",
		stream("", "BT /F 10 Tf 20 30 Td (8) Tj ET"), "<</Ascent -->>")
	d, err := Open(bytes.NewReader(b), int64(len(b)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 2; n++ {
		if p, err := d.Page(context.Background(), n); err == nil || !p.Damaged {
			t.Errorf("page %d: %v, damaged %v", n, err, p.Damaged)
		}
	}
}
