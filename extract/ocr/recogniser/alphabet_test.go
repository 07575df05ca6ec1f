package recogniser

import (
	"encoding/binary"
	"slices"
	"testing"
)

// field is a field of a message on the wire.
func field(number int, body []byte) []byte {
	out := binary.AppendUvarint(nil, uint64(number)<<3|wireBytes)
	out = binary.AppendUvarint(out, uint64(len(body)))
	return append(out, body...)
}

// The alphabet is the property of that name, a character a line, and a space behind them.
func TestAlphabet(t *testing.T) {
	version := []byte{8, 7} // a number first, as in every model
	other := field(fieldProperties, append(field(fieldName, []byte("author")), field(fieldValue, []byte("x"))...))
	own := field(fieldProperties, append(field(fieldName, []byte("character")), field(fieldValue, []byte("疗\n2\n’\n"))...))
	got, err := alphabetOf(slices.Concat(version, other, own))
	if want := []string{"疗", "2", "’", " "}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	for _, bad := range [][]byte{nil, version, other, own[:len(own)-3], []byte("%PDF-1.7 no model")} {
		if got, err := alphabetOf(bad); err == nil {
			t.Errorf("%q is the alphabet of no model %q", got, bad)
		}
	}
}

// What follows itself is one character; a step with none between two makes them two.
func TestDecode(t *testing.T) {
	r := &Recogniser{alphabet: []string{"0", "."}}
	steps := []step{{}, {best: 1, chance: 0.9}, {best: 1, chance: 0.99}, {best: 2, chance: 0.8}, {best: 1, chance: 1}, {}, {best: 1, chance: 1}}
	got, err := r.decode(steps, 70)
	if err != nil {
		t.Fatal(err)
	}
	want := []Character{{"0", 0.99, 10, 30}, {".", 0.8, 30, 40}, {"0", 1, 40, 50}, {"0", 1, 60, 70}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if _, err := r.decode([]step{{best: 3}}, 8); err == nil {
		t.Error("a character beyond the alphabet is taken")
	}
}

// Whatever is given for a model, an answer comes back.
func FuzzAlphabet(f *testing.F) {
	f.Add(field(fieldProperties, append(field(fieldName, []byte("character")), field(fieldValue, []byte("0\n1\n"))...)))
	f.Add([]byte{8, 7, 0x72, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F})
	f.Fuzz(func(t *testing.T, model []byte) {
		if alphabet, err := alphabetOf(model); err == nil && len(alphabet) == 0 {
			t.Error("a model without characters")
		}
	})
}
