package docx

import (
	"fuhe"
	"fuhe/extract/flow"
)

// field is a field that is open.
type field struct {
	result bool   // its result has begun
	code   string // its instruction, as far as it tells what it is
	from   int    // bytes of text before its result
}

// field follows the marks of fields: what stands before the result is an instruction.
func (d *document) field(mark string) {
	n := len(d.fields)
	switch {
	case mark == "begin" && n < maxFields:
		d.fields = append(d.fields, field{})
	case mark == "separate" && n > 0:
		d.fields[n-1].result, d.fields[n-1].from = true, d.bytes
	case mark == "end" && n > 0:
		if f := d.fields[n-1]; !f.result || f.from == d.bytes {
			d.withoutResult(f.code)
		}
		d.fields = d.fields[:n-1]
	}
}

// instruction takes a part of the instruction of the field that is open.
func (d *document) instruction() error {
	text, err := d.plain()
	if n := len(d.fields); n > 0 && len(d.fields[n-1].code) < maxInstruction {
		d.fields[n-1].code += text[:min(len(text), maxInstruction)]
	}
	return err
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

// withoutResult takes a field without a stored result.
func (d *document) withoutResult(code string) {
	if flow.Computed(code) {
		d.doubtFor(fuhe.DoubtField)
	}
}
