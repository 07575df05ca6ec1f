package columnar

import (
	"encoding/binary"
	"math/bits"
)

// widthOf is how many bits a place among so many takes.
func widthOf(places int) int { return bits.Len(uint(max(places-1, 0))) }

// appendRuns appends numbers of a width in bits: eight or more equal ones as a run, the others packed in eights.
func appendRuns(to []byte, values []uint32, width int) []byte {
	begin := 0 // of what is to be packed
	for at := 0; at < len(values); {
		n := 1
		for at+n < len(values) && values[at+n] == values[at] {
			n++
		}
		fill := (8 - (at-begin)%8) % 8 // of the run, to end the eight before it
		if n < fill+8 {
			at += n
			continue
		}
		to = appendPacked(to, values[begin:at+fill], width)
		to = binary.AppendUvarint(to, uint64(n-fill)<<1)
		for shift := 0; shift < width; shift += 8 {
			to = append(to, byte(values[at]>>shift))
		}
		at += n
		begin = at
	}
	return appendPacked(to, values[begin:], width)
}

// appendPacked appends numbers packed in eights, the last one filled up with zeros.
func appendPacked(to []byte, values []uint32, width int) []byte {
	if len(values) == 0 {
		return to
	}
	eights := (len(values) + 7) / 8
	to = binary.AppendUvarint(to, uint64(eights)<<1|1)
	end := len(to) + eights*width
	to = appendBits(to, values, width)
	for len(to) < end {
		to = append(to, 0)
	}
	return to
}

// appendBits appends numbers bit behind bit, the least first.
func appendBits(to []byte, values []uint32, width int) []byte {
	var held uint64
	n := 0
	for _, v := range values {
		held |= uint64(v) << n
		for n += width; n >= 8; n -= 8 {
			to = append(to, byte(held))
			held >>= 8
		}
	}
	if n > 0 {
		to = append(to, byte(held))
	}
	return to
}
