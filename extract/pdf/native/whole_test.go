package native

import (
	"bytes"
	"os"
	"testing"
)

// inMemory is a file that may hold what it says it is.
type inMemory struct {
	*bytes.Reader
	raw []byte
}

func (f inMemory) Whole() []byte { return f.raw }

// TestOpenKeepsWhatIsInMemory: a file in memory is not copied, one that no longer is all there is read as any other, and reading
// changes none of its bytes.
func TestOpenKeepsWhatIsInMemory(t *testing.T) {
	raw, err := os.ReadFile("../../../samples/accounts/weasyprint-1.pdf")
	if err != nil {
		t.Fatal(err)
	}
	before := bytes.Clone(raw)
	d, err := Open(inMemory{bytes.NewReader(raw), raw}, int64(len(raw)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if &d.source.whole[0] != &raw[0] {
		t.Error("copied")
	}
	if _, err := d.Page(t.Context(), 1); err != nil {
		t.Error(err)
	}
	if !bytes.Equal(raw, before) {
		t.Error("changed by reading")
	}
	for _, less := range [][]byte{nil, raw[:len(raw)-1]} {
		d, err := Open(inMemory{bytes.NewReader(raw), less}, int64(len(raw)), Options{})
		if err != nil || !bytes.Equal(d.source.whole, raw) || &d.source.whole[0] == &raw[0] {
			t.Errorf("of %d bytes in memory: %v", len(less), err)
		}
	}
}
