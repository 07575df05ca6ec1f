package native

import "encoding/binary"

// measure is what a symbol stands for: the least number, and how many more bits tell what to add.
type measure struct {
	least int
	more  uint
}

// matchLengths and matchDistances are what a match is written with: how many bytes it has, and how far back they are.
var matchLengths = [...]measure{{3, 0}, {4, 0}, {5, 0}, {6, 0}, {7, 0}, {8, 0}, {9, 0}, {10, 0}, {11, 1}, {13, 1}, {15, 1}, {17, 1}, {19, 2}, {23, 2},
	{27, 2}, {31, 2}, {35, 3}, {43, 3}, {51, 3}, {59, 3}, {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}}

var matchDistances = [...]measure{{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 1}, {7, 1}, {9, 2}, {13, 2}, {17, 3}, {25, 3}, {33, 4}, {49, 4}, {65, 5}, {97, 5},
	{129, 6}, {193, 6}, {257, 7}, {385, 7}, {513, 8}, {769, 8}, {1025, 9}, {1537, 9}, {2049, 10}, {3073, 10}, {4097, 11}, {6145, 11}, {8193, 12}, {12289, 12},
	{16385, 13}, {24577, 13}}

// orderOfLengths is the order in which the lengths of the codes for lengths are written.
var orderOfLengths = [...]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// fixed sets the codes of blocks that bring none.
func (d *inflater) fixed() bool {
	var lengths [fixedLiterals]uint8
	for i := range lengths {
		switch {
		case i < 144, i >= 280:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		default:
			lengths[i] = 7
		}
	}
	var distances [dynamicDistances + 2]uint8
	for i := range distances {
		distances[i] = 5
	}
	return d.literals.set(lengths[:]) && d.distances.set(distances[:])
}

// dynamic reads the codes of a block.
func (d *inflater) dynamic() bool {
	d.refill()
	literals, _ := d.take(5)
	distances, _ := d.take(5)
	few, ok := d.take(4)
	literals, distances, few = literals+257, distances+1, few+4
	if !ok || literals > dynamicLiterals || distances > dynamicDistances {
		return false
	}
	var lengths [len(orderOfLengths)]uint8
	for _, i := range orderOfLengths[:few] {
		d.refill()
		n, ok := d.take(3)
		if !ok {
			return false
		}
		lengths[i] = uint8(n)
	}
	all := d.lengths[:literals+distances]
	return d.literals.set(lengths[:]) && d.readLengths(all) && d.literals.set(all[:literals]) && d.distances.set(all[literals:])
}

// readLengths reads how many bits the codes have, written in a code of its own.
func (d *inflater) readLengths(all []uint8) bool {
	for i := 0; i < len(all); {
		d.refill()
		symbol, n := d.literals.next(d.bits)
		if symbol == noSymbol || !d.use(n) {
			return false
		}
		if symbol < 16 {
			all[i] = uint8(symbol)
			i++
			continue
		}
		times := [...]measure{{3, 2}, {3, 3}, {11, 7}}[symbol-16]
		more, ok := d.take(times.more)
		repeated := uint8(0)
		if symbol == 16 && i > 0 {
			repeated = all[i-1]
		}
		if end := i + times.least + more; ok && end <= len(all) && (symbol > 16 || i > 0) {
			for ; i < end; i++ {
				all[i] = repeated
			}
			continue
		}
		return false
	}
	return true
}

// codes reads literals and matches up to the end of a block. Shifts are held to 63 bits, which they never exceed: they take
// one step then.
func (d *inflater) codes() bool {
	bits, held, at := d.bits, d.held, d.at
	for {
		if len(d.out)-d.to < longestMatch && !d.room(longestMatch) {
			return false
		}
		if held < 48 { // a length and a distance have no more
			if at+8 <= len(d.in) {
				bits |= binary.LittleEndian.Uint64(d.in[at:]) << (held & 63)
				at += int(63-held) / 8
				held |= 56
			} else {
				for ; held < 56 && at < len(d.in); at++ {
					bits |= uint64(d.in[at]) << held
					held += 8
				}
			}
		}
		e := d.literals.short[bits&(1<<shortBits-1)]
		symbol, n := int(e>>4), uint(e&lastFour)
		if e == 0 {
			symbol, n = d.literals.long(bits)
		}
		if n > held {
			return false
		}
		bits, held = bits>>(n&63), held-n
		switch {
		case symbol < endOfBlock:
			d.out[d.to] = byte(symbol)
			d.to++
			continue
		case symbol == endOfBlock:
			d.bits, d.held, d.at = bits&(1<<held-1), held, at
			return true
		case symbol-endOfBlock > len(matchLengths):
			return false
		}
		m, behind, used := d.match(symbol-endOfBlock-1, bits)
		if used > held || behind > d.to-d.from || m == 0 {
			return false
		}
		bits, held = bits>>(used&63), held-used
		d.repeat(m, behind)
	}
}

// match is a length, the distance that follows it, and the bits both take; 0 when there is none.
func (d *inflater) match(symbol int, bits uint64) (length, distance int, used uint) {
	long := &matchLengths[symbol]
	length = long.least + int(bits&(1<<(long.more&63)-1))
	bits >>= long.more & 63
	symbol, n := d.distances.next(bits)
	if symbol >= len(matchDistances) {
		return 0, 0, 0
	}
	bits >>= n & 63
	far := &matchDistances[symbol]
	return length, far.least + int(bits&(1<<(far.more&63)-1)), long.more + n + far.more
}

// repeat writes bytes again that were written before.
func (d *inflater) repeat(length, behind int) {
	to := d.out[d.to : d.to+length]
	from := d.out[d.to-behind:]
	d.to += length
	if behind >= length {
		copy(to, from)
		return
	}
	for i := range to {
		to[i] = from[i]
	}
}
