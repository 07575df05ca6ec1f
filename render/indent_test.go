package render

import (
	"bytes"
	"encoding/json"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// What is written document by document is what the encoder of the standard library would indent.
func TestIndentedAsTheLibraryDoes(t *testing.T) {
	docs := append(example.Documents(example.Shanghai(t)), fuhe.Document{Path: "a\"\\<>&\u2028{[,:]}.pdf", Unread: []fuhe.Unread{{Reason: "{\"x\": [1,2]}"}}}, fuhe.Document{})
	for _, some := range [][]fuhe.Document{docs, docs[:1], nil} {
		var got, want bytes.Buffer
		if err := JSON(&got, some, Run{Version: "1", Command: "check", Across: make([]fuhe.Across, len(some)/2)}); err != nil {
			t.Fatal(err)
		}
		if err := json.Indent(&want, got.Bytes(), "", "  "); err != nil {
			t.Fatalf("no JSON: %v\n%s", err, got.String())
		}
		if got.String() != want.String() {
			t.Errorf("got\n%s\nwant\n%s", got.String(), want.String())
		}
	}
}
