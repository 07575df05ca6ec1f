package console

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"fuhe"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
)

// An encrypted workbook is read with what a person types: asked until it opens, three times at most, and not any more when
// nothing is typed. What was typed opens the next one, too. Two workbooks are read, their password is 123.
func TestPasswordIsAskedFor(t *testing.T) {
	paths := copies(t, 2)
	for _, c := range []struct {
		name                 string
		typed                []string
		forms, asked, status int
	}{
		{"right", []string{"123"}, 2, 1, Clean},
		{"right the second time", []string{"1", "123"}, 2, 2, Clean},
		{"none", nil, 0, 1, Unread},
		{"right for the second", []string{"a", "b", "c", "123"}, 1, 4, Unread},
	} {
		var stderr bytes.Buffer
		asked, forms := 0, 0
		console := Console{Stderr: &stderr, Lang: fuhe.EN, FailOn: "never", Options: run.Options{Paths: paths, Jobs: 1}}
		console.AskPassword = func(string) string {
			if asked++; asked > len(c.typed) {
				return ""
			}
			return c.typed[asked-1]
		}
		err := console.Read(context.Background(), func(_ extract.Input, doc fuhe.Document) error {
			forms += len(doc.Reports)
			return nil
		})
		if err != nil || forms != c.forms || asked != c.asked || console.Status != c.status {
			t.Errorf("%s: %v, forms %d, asked %d times, status %d: %s", c.name, err, forms, asked, console.Status, stderr.String())
		}
	}
}

// copies are so many files of one encrypted workbook.
func copies(t *testing.T, n int) []string {
	t.Helper()
	raw, err := os.ReadFile("../testdata/encrypted-123.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	paths := make([]string, n)
	for i := range paths {
		paths[i] = filepath.Join(t.TempDir(), "locked.xlsx")
		if err := os.WriteFile(paths[i], raw, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}
