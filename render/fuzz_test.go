package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"fuhe/render/example"
)

// FuzzText shows any text in all places that documents reach.
func FuzzText(f *testing.F) {
	f.Add("执行率", "35.77%")
	f.Add("\x1b]0;x\x07", "=1+1")
	f.Add("a\u2028b\u202e", "１００％")
	f.Fuzz(func(t *testing.T, text, figure string) {
		docs := example.Of(text, figure)
		var out bytes.Buffer
		if err := Text(&out, docs, TextOptions{Quiet: true}); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), "\n"); n != 2 {
			t.Fatalf("%d lines for a finding and an unread place", n)
		}
		for _, r := range out.String() {
			if r != '\n' && (r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0) {
				t.Fatalf("control character %U", r)
			}
		}
		out.Reset()
		if err := JSON(&out, docs, Run{Version: text}); err != nil || !json.Valid(out.Bytes()) {
			t.Fatalf("JSON: %v", err)
		}
	})
}
