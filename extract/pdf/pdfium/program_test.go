package pdfium

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/s2"
	_ "github.com/klippa-app/go-pdfium/enums" // the module whose code is packed stays among the dependencies, with its checksum
)

var update = flag.Bool("update", false, "pack PDFium's code as the module go-pdfium has it")

// The code in the tree is that of the module whose version and checksum go.mod and go.sum name.
func TestProgramIsThatOfTheModule(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium").Output()
	if err != nil {
		t.Fatal("go list:", err)
	}
	module, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "webassembly", "pdfium.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("pdfium.wasm.s2", s2.EncodeBest(nil, module), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	code, err := unpack()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(code, module) {
		t.Errorf("PDFium's code is another one than the module has: go test ./extract/pdf/pdfium -run %s -update", t.Name())
	}
}
