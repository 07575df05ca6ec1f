package annotate

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// What is found at one entry is one note, the explaining finding first; a place that is on no page has none.
func TestNotes(t *testing.T) {
	docs := example.Documents(example.Shanghai(t))
	r := docs[0].Reports[0]
	for i := range r.Findings {
		r.Findings[i].At.Box = fuhe.Box{1, 2, 3, float64(len(r.Findings[i].At.Ref))}
	}
	r.Findings[0].Root = r.Findings[1].ID
	r.Findings[5].At = fuhe.Source{Sheet: "表", Ref: "A1"}
	notes := Notes(&docs[0], fuhe.ZH)
	if len(notes) != 4 {
		t.Fatalf("%d notes of 6 findings, of which two stand at one place and one on no page", len(notes))
	}
	first := notes[0]
	if !first.Error || strings.Index(first.Text, "X601") > strings.Index(first.Text, "F102") || !strings.Contains(first.Text, "147663.64 ÷ 412907 = 35.7619…%") || !strings.Contains(first.Text, "向上进位") {
		t.Errorf("%+v", first)
	}
	if notes[1].Error {
		t.Error("a warning is an error")
	}
}
