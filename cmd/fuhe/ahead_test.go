package main

import (
	"bytes"
	"context"
	"fmt"
	gobuild "go/build"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe/cmd/fuhe/ahead"
)

// ways are command lines of a check, and whether it is done ahead of the libraries.
var ways = []struct {
	args  string
	ahead bool
}{
	{"check {shanghai}", true},
	{"check --lang en {shanghai}", true},
	{"check {shanghai} --lang=zh --quiet", true},
	{"check -q --fail-on never {shanghai} {five}", true},
	{"check --format json --jobs 1 {five}", true},
	{"check --format=jsonl -j 2 -- {five} {shanghai}", true},
	{"check --profile hubei --reader native {shanghai}", true},
	{"check --color always --fail-on note {locked} --password x", true},
	{"check {scan}", true},
	{"--version", true},

	{"check {shanghai} {sheet}", false},
	{"check {folder}", false},
	{"check {unsure}", false},
	{"check --reader pdfium {shanghai}", false},
	{"check --verify {shanghai}", false},
	{"check --rules no.yaml {shanghai}", false},
	{"check --format xml {shanghai}", false},
	{"check --profile atlantis {shanghai}", false},
	{"check --jobs 0 {shanghai}", false},
	{"check {shanghai} --quiet=false", false},
	{"check {shanghai} --format", false},
	{"check missing.pdf", false},
	{"check", false},
	{"check --help", false},
	{"tables {shanghai}", false},
	{"", false},
}

// Whatever is done ahead is what the whole program does: the same output, the same status. What is not is not begun.
func TestAheadDoesWhatTheWholeProgramDoes(t *testing.T) {
	scan := filepath.Join(t.TempDir(), "scan.pdf")
	unsure := filepath.Join(t.TempDir(), "unsure.pdf")
	whole, err := os.ReadFile("../../samples/shanghai-2021/chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for path, content := range map[string][]byte{scan: scanned(), unsure: whole[:len(whole)/2]} {
		if err := os.WriteFile(path, content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	names := strings.NewReplacer(
		"{shanghai}", "../../samples/shanghai-2021/chromium.pdf", "{five}", "../../samples/annex-of-five/annex-5-forms-chromium.pdf",
		"{locked}", "../../samples/encrypted-empty-password/V1-rc4.pdf", "{sheet}", "../../samples/rate-rounded-up", "{folder}", "../../samples/long-goals",
		"{scan}", scan, "{unsure}", unsure,
	)
	for _, way := range ways {
		args := append([]string{"fuhe"}, strings.Fields(names.Replace(way.args))...)
		var out, said bytes.Buffer
		status, done := ahead.Run(args, &out, &said)
		if done != way.ahead {
			t.Errorf("%s: done ahead %v", way.args, done)
		}
		if !done {
			if out.Len()+said.Len() > 0 {
				t.Errorf("%s: left to the program after printing %q %q", way.args, out.String(), said.String())
			}
			continue
		}
		var wholeOut, wholeSaid bytes.Buffer
		wholeStatus := run(context.Background(), args, strings.NewReader(""), &wholeOut, &wholeSaid)
		if status != wholeStatus || out.String() != wholeOut.String() || said.String() != wholeSaid.String() {
			t.Errorf("%s: status %d\n%s%s\nthe whole program: status %d\n%s%s", way.args, status, said.String(), out.String(), wholeStatus, wholeSaid.String(), wholeOut.String())
		}
	}
}

// scanned is a PDF of one page that is nothing but a picture.
func scanned() []byte {
	var b bytes.Buffer
	var places []int
	b.WriteString("%PDF-1.4\n")
	for i, object := range []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
		"<</Length 30>>stream\nq 200 0 0 100 0 0 cm /I Do Q   \nendstream",
		"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\n0\nendstream",
	} {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 6\n0000000000 65535 f \n")
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

// What is done ahead waits for none of the libraries that it is ahead of.
func TestAheadImportsNoHeavyLibrary(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "./ahead").Output()
	if err != nil {
		t.Fatal(err)
	}
	heavy := []string{"github.com/xuri/excelize/v2", "github.com/urfave/cli/v2", "cel.dev/cel-go/cel", "github.com/tetratelabs/wazero", "google.golang.org/protobuf/proto", "golang.org/x/net/html"}
	if !slices.Contains(gobuild.Default.ReleaseTags, "go1.28") { // from there on package quiet asks it
		heavy = append(heavy, "runtime/debug")
	}
	for _, heavy := range heavy {
		if strings.Contains("\n"+string(out), "\n"+heavy+"\n") {
			t.Errorf("it imports %s", heavy)
		}
	}
}
