package glyph

import "testing"

// What Noto Sans CJK draws with one glyph: files that subset it name the sign that comes last in Unicode.
func TestMeant(t *testing.T) {
	for r, want := range map[rune]string{0x2011: "-", 0xAD: "-", 0x22EF: "…", 0x2012: "–", 0x2215: "／", 0x30FB: "·", 0x2E3A: "——", 0x2F6C: "目", '-': "-", '—': "—", '…': "…", '/': "/", '9': "9"} {
		if got := Meant(r); got != want {
			t.Errorf("%U is %q, want %q", r, got, want)
		}
	}
}
