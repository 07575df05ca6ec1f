package xlsx

import (
	"archive/zip"
	"bytes"
	"testing"
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
