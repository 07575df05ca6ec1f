package recogniser

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"regexp"
	"strings"
	"testing"

	"fuhe/extract/compiled"
)

//go:embed recogniser.wasm.sha256
var written string

// homeFolder is the beginning of a path where somebody works.
var homeFolder = regexp.MustCompile(`/(root|home|work|Users)/[\w./-]*|:\\`)

// The program in the tree is the one whose checksum lies beside it.
func TestProgramIsTheOneThatWasBuilt(t *testing.T) {
	program, err := unpack()
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(program); hex.EncodeToString(sum[:]) != strings.TrimSpace(written) {
		t.Errorf("the program has the SHA-256 %x, beside it stands %s", sum, written)
	}
	if path := homeFolder.Find(program); path != nil {
		t.Errorf("the program holds a path of the machine that built it: %s", path)
	}
}

// What names an alphabet and is no model is refused with a reason, and does no harm.
func TestNoModel(t *testing.T) {
	if !compiled.Possible {
		t.Skip("WebAssembly is interpreted here")
	}
	model := field(fieldProperties, append(field(fieldName, []byte("character")), field(fieldValue, []byte("0\n1\n"))...))
	for _, tail := range []string{"", "\x3a\x03abc", "\x3a\x06\x0a\x04\x0a\x02xy"} {
		r, err := Open(context.Background(), append(model[:len(model):len(model)], tail...))
		if err == nil {
			t.Errorf("%q is taken for a model", tail)
			_ = r.Close() // it should not be open
		} else if !strings.Contains(err.Error(), "the model does not load") {
			t.Error(err)
		}
	}
}
