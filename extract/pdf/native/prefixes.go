package native

import "math/bits"

// prefixes is a Huffman code of deflate: symbols by the bits that stand for them.
type prefixes struct {
	short   [1 << shortBits]uint16 // by the next bits: the symbol, and the number of its bits in the last four; 0 when it has more
	count   [mostBits + 1]int      // of codes, by their bits
	symbols [fixedLiterals]uint16  // in the order of their codes
}

const (
	mostBits  = 15 // of a code
	shortBits = 10 // of nearly all codes that occur
	lastFour  = 1<<4 - 1
	noSymbol  = 1<<16 - 1
)

// set makes the code in which each symbol has so many bits, 0 for symbols that do not occur; false when there is none.
func (p *prefixes) set(lengths []uint8) bool {
	p.count = [mostBits + 1]int{}
	for _, n := range lengths {
		p.count[n]++
	}
	codes := len(lengths) - p.count[0]
	p.count[0] = 0
	var first, place [mostBits + 1]int // code of each length, and the place of its symbol
	left := 1
	for n := 1; n <= mostBits; n++ {
		if left = left<<1 - p.count[n]; left < 0 {
			return false
		}
		first[n] = (first[n-1] + p.count[n-1]) << 1
		place[n] = place[n-1] + p.count[n-1]
	}
	if left > 0 && codes > 0 && (codes > 1 || p.count[1] == 0) {
		return false // but for none or one, there is a code for whatever bits follow
	}
	if left > 0 {
		clear(p.short[:])
	}
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		p.symbols[place[n]] = uint16(symbol)
		place[n]++
		code := int(bits.Reverse16(uint16(first[n])) >> (16 - n))
		first[n]++
		entry := uint16(symbol)<<4 | uint16(n)
		if n > shortBits {
			code, entry = code&(len(p.short)-1), 0
		}
		for ; code < len(p.short); code += 1 << n {
			p.short[code] = entry
		}
	}
	return true
}

// next is the symbol that the next bits stand for, and how many these are; noSymbol when they stand for none.
func (p *prefixes) next(ahead uint64) (symbol int, n uint) {
	if e := p.short[ahead&(1<<shortBits-1)]; e != 0 {
		return int(e >> 4), uint(e & lastFour)
	}
	return p.long(ahead)
}

// long is next for codes of any length.
func (p *prefixes) long(ahead uint64) (symbol int, n uint) {
	code, first, place := 0, 0, 0
	for n = 1; n <= mostBits; n++ {
		code |= int(ahead & 1)
		if code < first+p.count[n] {
			return int(p.symbols[place+code-first]), n
		}
		ahead >>= 1
		place += p.count[n]
		first = (first + p.count[n]) << 1
		code <<= 1
	}
	return noSymbol, 0
}
