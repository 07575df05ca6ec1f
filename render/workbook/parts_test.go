package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func partsOf(t *testing.T, workbook []byte) map[string][]byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range in.File {
		content, err := readPart(in, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = content
	}
	return parts
}

func partOf(t *testing.T, workbook []byte, name string) []byte {
	t.Helper()
	content, ok := partsOf(t, workbook)[name]
	if !ok {
		t.Fatalf("no part %s", name)
	}
	return content
}

func packed(t *testing.T, parts map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := zw.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(w, bytes.NewReader(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// renameParts gives parts of a workbook other names, in what refers to them too.
func renameParts(t *testing.T, workbook []byte, names map[string]string) []byte {
	t.Helper()
	out := map[string][]byte{}
	for name, content := range partsOf(t, workbook) {
		for from, to := range names {
			name = strings.ReplaceAll(name, from, to)
			content = bytes.ReplaceAll(content, []byte(from), []byte(to))
		}
		out[name] = content
	}
	return packed(t, out)
}

func dropParts(t *testing.T, workbook []byte, which *regexp.Regexp) []byte {
	t.Helper()
	out, dropped := map[string][]byte{}, 0
	for name, content := range partsOf(t, workbook) {
		if which.MatchString(name) {
			dropped++
			continue
		}
		if strings.HasSuffix(name, "sheet1.xml") {
			content = regexp.MustCompile(`<legacyDrawing[^>]*>(</legacyDrawing>)?`).ReplaceAll(content, nil)
		}
		if name == "[Content_Types].xml" {
			content = regexp.MustCompile(`<Override PartName="/xl/comments1.xml"[^>]*>(</Override>)?`).ReplaceAll(content, nil)
		}
		out[name] = content
	}
	if dropped == 0 {
		t.Fatal(fmt.Sprint("nothing dropped: ", slices.Sorted(maps.Keys(out))))
	}
	return packed(t, out)
}
