package columnar

import "encoding/binary"

// thrift writes a structure in Thrift's compact protocol, by the numbers of its fields, in their order.
type thrift struct {
	b    []byte
	last int16 // the field before, of this structure
}

// Types of the protocol.
const (
	thriftTrue   = 1
	thriftFalse  = 2
	thriftByte   = 3
	thriftInt32  = 5
	thriftInt64  = 6
	thriftBinary = 8
	thriftList   = 9
	thriftStruct = 12
)

// field begins a field, which is at most 15 behind the one before.
func (t *thrift) field(id int16, of byte) {
	t.b = append(t.b, byte(id-t.last)<<4|of)
	t.last = id
}

func (t *thrift) int32(id int16, v int32) { t.field(id, thriftInt32); t.number(int64(v)) }
func (t *thrift) int64(id int16, v int64) { t.field(id, thriftInt64); t.number(v) }

// number writes a number of any size: the sign last, seven bits a byte.
func (t *thrift) number(v int64) { t.b = binary.AppendVarint(t.b, v) }

func (t *thrift) int8(id int16, v int8) {
	t.field(id, thriftByte)
	t.b = append(t.b, byte(v))
}

func (t *thrift) bool(id int16, v bool) {
	if v {
		t.field(id, thriftTrue)
	} else {
		t.field(id, thriftFalse)
	}
}

func (t *thrift) bytes(id int16, v []byte) {
	t.field(id, thriftBinary)
	t.word(string(v))
}

// word writes a text of a list.
func (t *thrift) word(s string) {
	t.b = binary.AppendUvarint(t.b, uint64(len(s)))
	t.b = append(t.b, s...)
}

// structure writes a structure whose fields are written by a function.
func (t *thrift) structure(id int16, fields func()) {
	t.field(id, thriftStruct)
	t.inner(fields)
}

// inner writes a structure of a list.
func (t *thrift) inner(fields func()) {
	outside := t.last
	t.last = 0
	fields()
	t.b = append(t.b, 0)
	t.last = outside
}

// list begins a list; its n values follow.
func (t *thrift) list(id int16, of byte, n int) {
	t.field(id, thriftList)
	if n < 15 {
		t.b = append(t.b, byte(n)<<4|of)
		return
	}
	t.b = binary.AppendUvarint(append(t.b, 0xF0|of), uint64(n))
}

// end is the whole structure.
func (t *thrift) end() []byte { return append(t.b, 0) }
