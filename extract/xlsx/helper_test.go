package xlsx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// zipped is a zip with the given files.
func zipped(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range files {
		f, err := w.Create(name)
		ok(t, err)
		_, err = f.Write([]byte(content))
		ok(t, err)
	}
	ok(t, w.Close())
	return b.Bytes()
}

// doubts are the reasons for which cells of a grid are not relied on.
func doubts(g grid.Grid) string {
	var out []string
	for _, c := range g.Cells {
		if c.Doubt != nil {
			out = append(out, c.At.Ref+": "+c.Doubt.EN)
		}
	}
	return strings.Join(out, "; ")
}
