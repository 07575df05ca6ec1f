package native

import (
	"encoding/binary"
	"hash/adler32"
	"slices"
)

// inflater undoes deflate (RFC 1950 and 1951) where nothing is wrong with what was deflated: all of it is there, and the sum
// of the bytes is right. Whatever else it meets it leaves alone: others tell what is broken, and what comes before.
type inflater struct {
	in                  []byte
	at                  int    // bytes taken of these
	bits                uint64 // taken and not used yet
	held                uint   // how many these are
	out                 []byte
	from, to            int // where what is inflated begins in out, and ends so far
	limit               int // of its bytes
	literals, distances prefixes
	lengths             [dynamicLiterals + dynamicDistances]uint8
}

const (
	fixedLiterals    = 288 // literals, the end of a block and lengths
	dynamicLiterals  = 286 // of these, those that a block may name
	dynamicDistances = 30
	endOfBlock       = 256
	longestMatch     = 258
)

// onto puts what was deflated behind bytes; false when anything is wrong.
func (d *inflater) onto(before, b []byte, limit int) ([]byte, bool) {
	const header, sum = 2, 4
	if len(b) < header+sum || b[0]&0x0F != 8 || b[0]>>4 > 7 || b[1]&0x20 != 0 || binary.BigEndian.Uint16(b)%31 != 0 {
		return before, false
	}
	d.in, d.at, d.bits, d.held = b, header, 0, 0
	d.out, d.from, d.to, d.limit = before[:cap(before)], len(before), len(before), limit
	defer func() { d.in, d.out = nil, nil }()
	for last := false; !last; {
		d.refill()
		last = d.bits&1 == 1
		kind := d.bits >> 1 & 3
		if !d.use(3) || !d.block(kind) {
			return before, false
		}
	}
	d.use(d.held & 7)
	d.at -= int(d.held / 8)
	if d.to-d.from > limit || len(b)-d.at < sum || binary.BigEndian.Uint32(b[d.at:]) != adler32.Checksum(d.out[d.from:d.to]) {
		return before, false
	}
	return d.out[:d.to], true
}

// block reads a block of a kind.
func (d *inflater) block(kind uint64) bool {
	switch kind {
	case 0:
		return d.stored()
	case 1:
		return d.fixed() && d.codes()
	case 2:
		return d.dynamic() && d.codes()
	}
	return false
}

// refill takes bytes until there are 56 bits at least, or no more bytes.
func (d *inflater) refill() {
	for d.held < 56 && d.at < len(d.in) {
		d.bits |= uint64(d.in[d.at]) << d.held
		d.at++
		d.held += 8
	}
}

// use takes bits away; false when there are fewer.
func (d *inflater) use(n uint) bool {
	if n > d.held {
		return false
	}
	d.bits >>= n
	d.held -= n
	return true
}

// take is the number that the next bits make, of which there are as many; 0 else.
func (d *inflater) take(n uint) (v int, ok bool) {
	v = int(d.bits & (1<<n - 1))
	return v, d.use(n)
}

// room makes room for so many bytes; false when they are too many.
func (d *inflater) room(n int) bool {
	if d.to+n <= len(d.out) {
		return true
	}
	if d.to-d.from > d.limit {
		return false
	}
	d.out = slices.Grow(d.out[:d.to], max(n, d.to))
	d.out = d.out[:cap(d.out)]
	return true
}

// stored reads a block that is not packed.
func (d *inflater) stored() bool {
	d.use(d.held & 7)
	d.at -= int(d.held / 8)
	d.bits, d.held = 0, 0
	if len(d.in)-d.at < 4 {
		return false
	}
	n := int(binary.LittleEndian.Uint16(d.in[d.at:]))
	if n^int(binary.LittleEndian.Uint16(d.in[d.at+2:])) != 0xFFFF {
		return false
	}
	d.at += 4
	if len(d.in)-d.at < n || !d.room(n) {
		return false
	}
	d.to += copy(d.out[d.to:], d.in[d.at:d.at+n])
	d.at += n
	return true
}
