package columnar

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
)

// bounds are the least and the greatest value of a column of a group, as they are written, and how often there is none.
// Readers pass over groups by them.
type bounds struct {
	blank           int64
	least, greatest []byte
	some            bool
	untold          bool // a value has no order, or is too long to be told
}

// known says whether there are bounds.
func (b *bounds) known() bool { return b.some && !b.untold }

// take takes a value as it is written.
func (b *bounds) take(k kind, raw []byte) {
	if b.untold {
		return
	}
	if len(raw) > boundBytes || k == double && math.IsNaN(float(raw)) {
		b.untold = true
		return
	}
	if !b.some || compare(k, raw, b.least) < 0 {
		b.least = append(b.least[:0], raw...)
	}
	if !b.some || compare(k, raw, b.greatest) > 0 {
		b.greatest = append(b.greatest[:0], raw...)
	}
	b.some = true
}

// ends are the bounds as they are told. Of the two zeros the one is told that holds the other, too.
func (b *bounds) ends(k kind) (least, greatest []byte) {
	least, greatest = b.least, b.greatest
	if k == double && float(least) == 0 {
		least = binary.LittleEndian.AppendUint64(nil, math.Float64bits(math.Copysign(0, -1)))
	}
	if k == double && float(greatest) == 0 {
		greatest = make([]byte, 8)
	}
	return least, greatest
}

// compare compares two values of a kind.
func compare(k kind, a, b []byte) int {
	switch k {
	case int32s:
		return cmp.Compare(int32(binary.LittleEndian.Uint32(a)), int32(binary.LittleEndian.Uint32(b)))
	case int64s:
		return cmp.Compare(int64(binary.LittleEndian.Uint64(a)), int64(binary.LittleEndian.Uint64(b)))
	case double:
		return cmp.Compare(float(a), float(b))
	case fixed:
		if a[0]>>7 != b[0]>>7 { // the one is below zero, the other not
			return cmp.Compare(b[0]>>7, a[0]>>7)
		}
	case boolean, texts:
	}
	return bytes.Compare(a, b)
}

func float(raw []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(raw)) }
