package pdf_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fuhe/extract/pdf"
)

// Other programs open an annotated file without a word, whichever way its objects are found, and it begins with its own bytes.
func TestAnnotatedFilesOpenElsewhere(t *testing.T) {
	read := func(path string) []byte {
		raw, err := os.ReadFile(filepath.Join("../../samples", path))
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	plain := read("shanghai-2021/chromium.pdf")
	start := bytes.LastIndex(plain, []byte("startxref"))
	for name, raw := range map[string][]byte{
		"table of references":  plain,
		"stream of references": read("object-streams/V1-objstm.pdf"),
		"encrypted":            read("encrypted-empty-password/V1-rc4.pdf"),
		"no startxref":         plain[:start],
		"wrong startxref":      append(bytes.Clone(plain[:start]), "startxref\n12\n%%EOF\n"...),
	} {
		t.Run(name, func(t *testing.T) { annotatedOpens(t, raw) })
	}
}

func annotatedOpens(t *testing.T, raw []byte) {
	ctx := context.Background()
	book, err := pdf.Read(ctx, bytes.NewReader(raw), int64(len(raw)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	note := pdf.Note{Size: book.Sizes[0], Box: book.Grids[0].Cells[0].At.Box, Text: "执行率", Color: [3]uint8{255, 0, 0}}
	if err := pdf.Annotate(ctx, raw, pdf.Options{}, []pdf.Note{note}, &out); err != nil {
		t.Fatal(err)
	}
	added, ok := bytes.CutPrefix(out.Bytes(), raw)
	if !ok || !bytes.Contains(added, []byte("/Square")) {
		t.Fatal("its own bytes did not stay, or nothing was added")
	}
	if _, err := pdf.Read(ctx, bytes.NewReader(out.Bytes()), int64(out.Len()), pdf.Options{Reader: pdf.Native}); err != nil {
		t.Errorf("it is not read again: %v", err)
	}
	path := filepath.Join(t.TempDir(), "annotated.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"qpdf", "--check", path}, {"mutool", "draw", "-q", "-o", os.DevNull, path}, {"pdftotext", path, os.DevNull}} {
		program, err := exec.LookPath(command[0])
		if err != nil {
			t.Logf("skipped: %s is not here", command[0])
			continue
		}
		said, err := exec.Command(program, command[1:]...).CombinedOutput()
		for line := range strings.Lines(string(said)) {
			// mutool says that it was built without colour profiles, whatever it opens.
			if low := strings.ToLower(line); !strings.Contains(low, "icc support") && (strings.Contains(low, "warning") || strings.Contains(low, "error:") || strings.Contains(low, "damaged")) {
				t.Errorf("%s: %s", command[0], line)
			}
		}
		if err != nil {
			t.Errorf("%s: %v", command[0], err)
		}
	}
}
