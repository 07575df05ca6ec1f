package doc

import (
	"fuhe"
	"fuhe/extract/flow"
)

// field is a field that is open.
type field struct {
	result bool   // its result has begun
	code   []rune // its instruction, as far as it tells what it is
	from   int    // characters before its result
}

// field takes a mark of a field: what stands before the result is an instruction. One without a result may show something
// nevertheless.
func (r *reading) field(mark rune) {
	d := r.d
	n := len(d.fields)
	switch {
	case mark == charField && n < maxFields:
		d.fields = append(d.fields, field{from: r.written})
	case mark == charResult && n > 0:
		d.fields[n-1].result = true
	case mark == charFieldEnds && n > 0:
		f := d.fields[n-1]
		d.fields = d.fields[:n-1]
		if f.from == r.written && !d.inInstruction() && flow.Computed(string(f.code)) && r.beside.Doubt == nil {
			r.beside.Doubt = fuhe.DoubtField
		}
	}
}

// instruction takes a character of the instruction of the field that is open.
func (d *document) instruction(char rune) {
	if f := &d.fields[len(d.fields)-1]; len(f.code) < maxInstruction {
		f.code = append(f.code, char)
	}
}

// inInstruction reports whether the text met is part of a field's instruction.
func (d *document) inInstruction() bool {
	for _, f := range d.fields {
		if !f.result {
			return true
		}
	}
	return false
}
