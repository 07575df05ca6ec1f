package native

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
)

// Of a file whose cross-reference is damaged the objects are found where that can be told for sure, and nowhere else.
func TestRebuild(t *testing.T) {
	const lost = "startxref\n999999\n%%EOF\n"
	at := bytes.LastIndex(small, []byte("startxref"))
	table := bytes.LastIndex(small[:at], []byte("xref\n0"))
	broken := append(bytes.Clone(small[:at]), lost...)
	replaced := func(old, with string) []byte { return bytes.Replace(broken, []byte(old), []byte(with), 1) }
	packedFile := func(more map[int]string, in map[int]int) []byte {
		b := withStream("", with(more), in)
		return append(b[:bytes.LastIndex(b, []byte("startxref"))], lost...)
	}
	byReference := map[int]string{4: strings.Replace(text4, "33", "6 0 R", 1), 6: "33"}
	for _, c := range []struct {
		name  string
		file  []byte
		anew  bool
		about string
	}{
		{"a wrong place", broken, true, ""},
		{"a garbled table", bytes.Replace(broken, []byte("00000 n"), []byte("0x0z0 q"), 1), true, ""},
		{"no table", append(append(bytes.Clone(small[:table]), small[bytes.LastIndex(small, []byte("trailer")):at]...), lost...), true, ""},
		{"objects in a stream", packedFile(map[int]string{1: "", 5: objectStream("", 1, catalog)}, map[int]int{1: 5}), true, ""},
		{"a length by reference", packedFile(byReference, nil), true, ""},
		{"all places off by the same", bytes.Replace(broken, []byte("%PDF-1.4\n"), []byte("%PDF-1.4\n\n\n"), 1), true, ""},
		{"bytes lost between objects", replaced(" 0 200 100", " 0 20 100"), false, "the table puts what follows elsewhere"},
		{"bytes lost, and a table in a stream", bytes.Replace(packedFile(nil, nil), []byte(" 0 200 100"), []byte(" 0 20 100"), 1), false, "the table puts what follows elsewhere"},
		{"an object that the table knows and the file has not", replaced("00000 f", "00000 n"), true, "no object is there: nothing was"},
		{"no trailer", small[:table], false, "no catalog is named"},
		{"an object twice", replaced("xref\n0", "4 0 obj null endobj\nxref\n0"), false, "which one holds?"},
		{"in a stream and by itself", packedFile(map[int]string{5: objectStream("", 1, catalog)}, nil), false, "which one holds?"},
		{"an object missing", replaced("4 0 obj", "7 0 obj"), false, "the content is referred to"},
		{"another generation", replaced("4 0 obj", "4 1 obj"), false, "the content is referred to"},
		{"bytes between objects", replaced("4 0 obj", "?? 4 0 obj"), false, "what was there?"},
		{"an object in the table", replaced("xref\n0", "xref\n8 0 obj null endobj\n0"), false, "what was there?"},
		{"a wrong length", replaced("/Length 33", "/Length 31"), false, "two bytes more than there were"},
		{"a wrong length by reference", packedFile(map[int]string{4: byReference[4], 6: "32"}, nil), false, "a byte more than there was"},
		{"no end of an object", replaced("endobj\n4 0", "4 0"), false, "what was there?"},
		{"two catalogs named", replaced("trailer", "trailer <</Root 2 0 R>> trailer"), false, "which one holds?"},
		{"no catalog named", replaced("/Root 1 0 R", "/Root 3 0 R"), false, "a page is no catalog"},
		{"encrypted", replaced("/Root 1 0 R", "/Root 1 0 R/Encrypt<</V 1>>"), false, "what is lost cannot be told"},
	} {
		d, err := Open(bytes.NewReader(c.file), int64(len(c.file)), Options{})
		if !c.anew {
			if err == nil {
				t.Errorf("%s: opened, though %s", c.name, c.about)
			}
			continue
		}
		if err != nil || d.Repaired() == "" {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if p, err := d.Page(context.Background(), 1); err != nil || shownText(p) != "98.5" {
			t.Errorf("%s: %q %v", c.name, shownText(p), err)
		}
	}
	if d := open(t, small); d.Repaired() != "" {
		t.Error("a sound file was repaired")
	}
}

// FuzzRebuild: a file made anew of its objects has only pages of these, and the same again when it is opened again.
func FuzzRebuild(f *testing.F) {
	at := bytes.LastIndex(small, []byte("startxref"))
	f.Add(small[:at])
	f.Add(withStream("", with(map[int]string{1: "", 5: objectStream("", 1, catalog)}), map[int]int{1: 5}))
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[]>>endobj trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := openSource(bytes.NewReader(b), int64(len(b)))
		if err != nil || s.rebuild() != nil {
			return
		}
		for id, e := range s.entries {
			if e.kind == plain && !bytes.HasPrefix(b[e.at:], fmt.Append(nil, id)) && !bytes.HasPrefix(bytes.TrimLeft(b[e.at:], "0"), fmt.Append(nil, id)) {
				t.Fatalf("object %d at %q", id, b[e.at:min(len(b), int(e.at)+20)])
			}
		}
		first, err := Open(bytes.NewReader(b), int64(len(b)), Options{})
		if err != nil {
			return
		}
		second, err := Open(bytes.NewReader(b), int64(len(b)), Options{})
		if err != nil || first.Pages() != second.Pages() || first.Repaired() != second.Repaired() {
			t.Fatalf("opened again: %v", err)
		}
		for n := 1; n <= min(first.Pages(), 3); n++ {
			if p, err := first.Page(context.Background(), n); err == nil {
				sane(t, p)
			}
		}
	})
}

// FuzzUnlock: whatever stands in the dictionary of the encryption, a file is opened or refused.
func FuzzUnlock(f *testing.F) {
	f.Add("<</Filter/Standard/V 1/R 2/O<00>/U<00>/P -4>>", "secret", []byte("0123456789abcdef0123456789abcdef"))
	f.Add("<</Filter/Standard/V 5/R 6/O<"+strings.Repeat("00", 48)+">/U<"+strings.Repeat("00", 48)+">/OE<"+strings.Repeat("00", 32)+">/UE<"+strings.Repeat("00", 32)+">/P -4/CF<</S<</CFM/AESV3>>>>/StmF/S/StrF/S>>", "", []byte("x"))
	f.Add("<</Filter/Standard/V 4/R 4/O<"+strings.Repeat("41", 32)+">/U<"+strings.Repeat("41", 32)+">/P 0/CF<</S<</CFM/V2/Length 5>>>>/StmF/S/StrF/Identity>>", "pw", []byte("yy"))
	f.Fuzz(func(t *testing.T, dictionary, password string, content []byte) {
		b := withStream("/Encrypt 6 0 R/ID[<00><00>]", with(map[int]string{6: dictionary, 4: stream("", string(content))}), nil)
		d, err := Open(bytes.NewReader(b), int64(len(b)), Options{Password: password})
		if err == nil {
			if p, err := d.Page(context.Background(), 1); err == nil {
				sane(t, p)
			}
		}
		for _, m := range []method{plainly, byRC4, byAES128, byAES256} {
			key := (&secret{key: make([]byte, 16), streams: m}).of(ref{1, 0}, m)
			if out, err := decrypt(content, key, m, false); err == nil && len(out) > len(content) {
				t.Fatalf("%d bytes of %d", len(out), len(content))
			}
		}
	})
}
