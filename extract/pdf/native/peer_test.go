package native

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/ledongthuc/pdf"
)

// Another reader of objects, kept by other people, finds the same pages in every sample and the same contents on them.
func TestObjectsAsAnotherReaderHasThem(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "samples", "*", "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatal("no samples:", err)
	}
	pages := 0
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := contentsByPeer(content)
		if err != nil {
			t.Logf("%s: not opened by the other reader: %v", file, err)
			continue
		}
		d, err := Open(bytes.NewReader(content), int64(len(content)), Options{})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if len(d.pages) != len(theirs) {
			t.Errorf("%s: %d pages, the other reader has %d", file, len(d.pages), len(theirs))
			continue
		}
		for i, l := range d.pages {
			in := &interpreter{stint: newStint(), doc: d}
			ours, err := in.contents(nil, l.page.metered(&in.meter).key("Contents"))
			in.end()
			if err != nil {
				t.Errorf("%s page %d: %v", file, i+1, err)
				continue
			}
			pages++
			if !bytes.Equal(tight(ours), tight(theirs[i])) {
				t.Errorf("%s page %d: %d bytes of contents, the other reader has %d others", file, i+1, len(ours), len(theirs[i]))
			}
		}
	}
	if pages < len(files)/2 {
		t.Errorf("only %d pages of %d files were compared", pages, len(files))
	}
}

// tight leaves out white space, which stands where parts of the contents meet.
func tight(b []byte) []byte { return bytes.Join(bytes.Fields(b), nil) }

// contentsByPeer are the unpacked contents of each page as the other reader has them. It panics on what it cannot read.
func contentsByPeer(content []byte) (pages [][]byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	for i := range r.NumPage() {
		v := r.Page(i + 1).V.Key("Contents")
		parts := []pdf.Value{v}
		if v.Kind() == pdf.Array {
			parts = parts[:0]
			for k := range v.Len() {
				parts = append(parts, v.Index(k))
			}
		}
		var all []byte
		for _, p := range parts {
			b, err := io.ReadAll(p.Reader())
			if err != nil {
				return nil, err
			}
			all = append(append(all, b...), '\n')
		}
		pages = append(pages, all)
	}
	return pages, nil
}
