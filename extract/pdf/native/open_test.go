package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var small = sheet(helvetica, "BT /F 10 Tf 20 30 Td (98.5) Tj ET")

// unsure is a file of which nobody can tell what its objects are: one is there twice. No byte of it moves.
func unsure(b []byte) []byte {
	return bytes.Replace(b, []byte("4 0 obj"), []byte("3 0 obj"), 1)
}

func TestOpenTrouble(t *testing.T) {
	at := bytes.Index(small, []byte("startxref"))
	loop := bytes.Replace(small, []byte("/Root"), fmt.Appendf(nil, "/Prev %d/Root", bytes.LastIndex(small[:at], []byte("xref"))), 1)
	for _, c := range []struct {
		name, want string
		b          []byte
	}{
		{"empty", "empty file", nil},
		{"no PDF", "not a PDF file", []byte("<html><body>绩效自评表</body></html>")},
		{"header only", "no cross-reference", []byte("%PDF-1.4\n%%EOF\n")},
		{"cut off", "truncated", small[:len(small)/2]},
		{"cut off before the place", "outside the file", unsure(small[:at+9])},
		{"table elsewhere", "no cross-reference table where the file says", append(unsure(small[:at]), "startxref\n20\n%%EOF\n"...)},
		{"place outside", "outside the file", unsure(bytes.Replace(small, []byte("startxref\n"), []byte("startxref\n999999"), 1))},
		{"sections in a circle", "in a circle", unsure(loop)},
		{"a table of four thousand million objects", "table that is none", unsure(bytes.Replace(small, []byte("xref\n0 5"), []byte("xref\n4000000000 5"), 1))},
		{"no page tree", "no page tree", file("<</Type/Catalog>>")},
		{"no pages", "no pages", file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>")},
		{"a tree that bites its tail", "bites its tail", file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")},
	} {
		_, err := Open(bytes.NewReader(c.b), int64(len(c.b)), Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

// Files that all viewers open though they are not as they should be.
func TestOpenTolerance(t *testing.T) {
	if !bytes.Contains(small, []byte("/Length 33>>")) {
		t.Fatal("the file is not what the cases below change")
	}
	for name, b := range map[string][]byte{
		"bytes before the header":        append([]byte("\xEF\xBB\xBFjunk\n"), small...),
		"bytes behind the end":           append(bytes.Clone(small), bytes.Repeat([]byte("<!-- page made in 0.1 s -->"), 20)...),
		"no end mark":                    bytes.Replace(small, []byte("%%EOF\n"), nil, 1),
		"version 2.0":                    bytes.Replace(small, []byte("%PDF-1.4"), []byte("%PDF-2.0"), 1),
		"blank behind the version":       bytes.Replace(small, []byte("%PDF-1.4\n"), []byte("%PDF-1.4 "), 1),
		"wrong length of the content":    bytes.Replace(small, []byte("/Length 33"), []byte("/Length 12"), 1),
		"length far beyond the file end": bytes.Replace(small, []byte("/Length 33"), []byte("/Length 99"), 1),
	} {
		if got := shownText(read(t, b)); got != "98.5" {
			t.Errorf("%s: %q, want 98.5", name, got)
		}
	}
}

func TestPageTree(t *testing.T) {
	b := file("<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R 9 0 R 6 0 R]/Count 3/MediaBox[0 0 300 400]/Resources<<"+helvetica+">>>>",
		"<</Type/Pages/Kids[4 0 R 5 0 R]/Count 2/Rotate 90>>",
		"<</Type/Page/Contents[7 0 R 8 0 R]>>",
		"<</Type/Page/MediaBox[0 0 50 60]>>",
		"<</Type/Page/Contents 10 0 R>>",
		stream("", "BT /F 10 Tf 20 30 Td (first) Tj"),
		stream("", "( second) Tj ET"),
		"null", "null")
	d := open(t, b)
	if d.Pages() != 4 {
		t.Fatalf("%d pages, want 4", d.Pages())
	}
	p, err := d.Page(context.Background(), 1)
	if err != nil || shownText(p) != "first second" || p.Width != 400 || p.Height != 300 || p.Number != 1 {
		t.Errorf("page 1: %q, %g × %g, %v", shownText(p), p.Width, p.Height, err)
	}
	if p, err = d.Page(context.Background(), 2); err != nil || p.Width != 60 || p.Height != 50 || p.Unsure != "" {
		t.Errorf("page 2: %g × %g, %v", p.Width, p.Height, err)
	}
	if _, err = d.Page(context.Background(), 3); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("a page that is no object: %v", err)
	}
	if p, err = d.Page(context.Background(), 4); err != nil || !strings.Contains(p.Unsure, "content of the page: missing") {
		t.Errorf("a page whose content is no object: %q, %v", p.Unsure, err)
	}
	if _, err = d.Page(context.Background(), 5); err == nil {
		t.Error("page 5 of 4 is no error")
	}
}

func TestContentTrouble(t *testing.T) {
	for name, content := range map[string]string{
		"an unknown operator":     "BT /F 10 Tf 20 30 Td (98) Tj ET frobnicate",
		"an array that goes on":   "BT /F 10 Tf 20 30 Td [(98) Tj ET",
		"an operator in an array": "BT /F 10 Tf 20 30 Td [(98) 0 Tc (5)] TJ ET",
		"numbers missing":         "BT /F 10 Tf 20 Td (98) Tj ET",
		"the end missing":         "BT /F 10 Tf 20 30 Td (98) Tj ET 1 0 0",
		"a font missing":          "BT /G 10 Tf 20 30 Td (98) Tj ET",
		"an object missing":       "/X Do",
		"a string for a number":   "BT /F 10 Tf (20) 30 Td (98) Tj ET",
	} {
		if p := read(t, sheet(helvetica, content)); p.Unsure == "" {
			t.Errorf("%s: not a word", name)
		}
	}
	if p := read(t, sheet(helvetica, "BX frobnicate EX /Span <</MCID 0>> BDC EMC /P MP 0 0 d0")); p.Unsure != "" {
		t.Errorf("all in order: unsure %q", p.Unsure)
	}
}

func TestLoopOfReferences(t *testing.T) {
	// The length of a stream that lies in that stream: whoever follows it fills the stack.
	b := sheet(helvetica, "BT ET", "<</Type/ObjStm/N 1/First 4/Length 5 0 R>>stream\n4 0 \nendstream")
	for _, size := range []string{"/Length 5", "/Length 4 0 R", "/Length 5 0 R"} {
		c := bytes.Replace(b, []byte("/Length 5>>"), []byte(size+">>"), 1)
		d, err := Open(bytes.NewReader(c), int64(len(c)), Options{})
		if err != nil {
			continue
		}
		if _, err := d.Page(context.Background(), 1); err != nil && !strings.Contains(err.Error(), "damaged") {
			t.Errorf("%s: %v", size, err)
		}
	}
}

// byQPDFCases are the cases of TestByQPDF.
var byQPDFCases = []struct {
	name, password string
	args           []string
	want           error
}{
	{"object streams", "", []string{"--object-streams=generate"}, nil},
	{"linearized", "", []string{"--linearize"}, nil},
	{"unpacked", "", []string{"--qdf"}, nil},
	{"RC4 40", "", []string{"--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"}, nil},
	{"AES 256", "secret", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "256", "--"}, nil},
	{"RC4 128, no password to open", "", []string{"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--"}, nil},
	{"RC4 128", "secret", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "128", "--use-aes=n", "--"}, nil},
	{"AES 128", "secret", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "128", "--use-aes=y", "--"}, nil},
	{"AES 128, plain content", "secret", []string{"--stream-data=uncompress", "--allow-weak-crypto", "--encrypt", "secret", "owner", "128", "--use-aes=y", "--"}, nil},
	{"AES 256 of Acrobat 9", "secret", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "256", "--force-R5", "--"}, nil},
	{"AES 256, by the owner", "owner", []string{"--encrypt", "secret", "owner", "256", "--"}, nil},
	{"AES 128, by the owner", "owner", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "128", "--use-aes=y", "--"}, nil},
	{"RC4 128, by the owner", "owner", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "128", "--use-aes=n", "--"}, nil},
	{"RC4 40, by the owner", "owner", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "40", "--"}, nil},
	{"AES 256, wrong password", "guess", []string{"--encrypt", "secret", "owner", "256", "--"}, ErrEncrypted},
	{"AES 256, streams of objects", "secret", []string{"--object-streams=generate", "--encrypt", "secret", "owner", "256", "--"}, nil},
	{"AES 128, metadata in clear", "secret", []string{"--encrypt", "secret", "owner", "128", "--use-aes=y", "--cleartext-metadata", "--"}, nil},
	{"no password", "", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "128", "--use-aes=y", "--"}, ErrEncrypted},
	{"wrong password", "guess", []string{"--allow-weak-crypto", "--encrypt", "secret", "owner", "128", "--use-aes=n", "--"}, ErrEncrypted},
}

// Files that qpdf writes of a small one: other cross-references, packings and encryptions.
func TestByQPDF(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(in, small, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range byQPDFCases {
		out := filepath.Join(dir, "out.pdf")
		args := append([]string{in}, append(c.args, out)...)
		if c.args[0] == "--stream-data=uncompress" || slices.Contains(c.args, "--encrypt") {
			args = append(c.args, in, out)
		}
		if msg, err := exec.Command(qpdf, args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v %s", c.name, err, msg)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Open(bytes.NewReader(b), int64(len(b)), Options{Password: c.password})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
			continue
		}
		if c.want != nil {
			continue
		}
		p, err := d.Page(context.Background(), 1)
		if err != nil || shownText(p) != "98.5" || p.Unsure != "" {
			t.Errorf("%s: %q %v, unsure %q", c.name, shownText(p), err, p.Unsure)
		}
	}
}
