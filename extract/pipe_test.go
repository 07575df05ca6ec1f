//go:build unix

package extract

import (
	"path/filepath"
	"syscall"
	"testing"

	"fuhe"
)

// A pipe that nobody writes to keeps nobody waiting, and one that has the name of a document is missed.
func TestPipesKeepNobodyWaiting(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "a.pdf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, s := range []Sources{{Paths: []string{pipe}}, {Paths: []string{pipe}, FilesOnly: true}, {Paths: []string{dir}}} {
		inputs := s.Walk()
		if len(inputs) != 1 {
			t.Fatalf("%+v: %d inputs", s, len(inputs))
		}
		doc, _ := Read(t.Context(), inputs[0], Options{Lang: fuhe.ZH})
		if doc.Status() != fuhe.StatusUnread {
			t.Errorf("%+v: %s %+v", s, doc.Status(), doc.Unread)
		}
	}
}
