package native

import (
	"cmp"
	"slices"
	"unicode/utf16"
)

// cmap is a CMap of the file: from codes to text (ToUnicode), or from codes to CIDs (the encoding of a Type0 font).
type cmap struct {
	spaces   []codeSpace
	texts    map[uint64]string
	lengths  [5]bool     // of the codes in texts and ranges
	ranges   []textRange // too long to be written out
	cids     []cidRange
	base     coding // UseCMap
	vertical bool
	section  string // the list of entries being read
	broken   bool   // bytes of it were lost, or it is beyond a budget
}

type codeSpace struct {
	n        int
	low, top uint32
}

// coded is a code with its length: <05> and <0005> are two codes.
func coded(code uint32, n int) uint64 { return uint64(code)<<3 | uint64(n) }

type textRange struct {
	n        int
	low, top uint32
	first    []uint16
}

type cidRange struct {
	n             int
	low, top, cid uint32
}

// following is the text n places behind the first of a range: its last character counts on.
func following(first []uint16, n uint32) []uint16 {
	runes := utf16.Decode(first)
	runes[len(runes)-1] += rune(min(n, 0x10FFFF))
	return utf16.Encode(runes)
}

// lookup is the text a code of n bytes maps to. It may be nonsense; whoever asks looks whether it can be read. Many
// producers write codes longer or shorter than they are shown; that is believed of maps without codes of the length.
func (m *cmap) lookup(code uint32, n int) (string, bool) {
	if m == nil {
		return "", false
	}
	if m.lengths[n] {
		return m.exactly(code, n)
	}
	for other := 1; other < len(m.lengths); other++ {
		if m.lengths[other] {
			if s, ok := m.exactly(code, other); ok {
				return s, true
			}
		}
	}
	return "", false
}

func (m *cmap) exactly(code uint32, n int) (string, bool) {
	if s, ok := m.texts[coded(code, n)]; ok {
		return s, true
	}
	for _, r := range m.ranges {
		if r.n == n && code >= r.low && code <= r.top {
			return string(utf16.Decode(following(r.first, code-r.low))), true
		}
	}
	return "", false
}

// entries is how much a map holds.
func (m *cmap) entries() int {
	if m == nil {
		return 0
	}
	return len(m.texts) + len(m.ranges) + len(m.cids)
}

func (m *cmap) addCID(r cidRange) {
	if m.broken = m.broken || len(m.cids) == maxCIDRanges; r.n > 0 && !m.broken {
		m.cids = append(m.cids, r)
	}
}

// useBase takes the CMap this one builds on.
func (m *cmap) useBase(v value, k *fontMaker, depth int) error {
	switch {
	case v.isName():
		m.base = predefined(v.name())
	case v.isStream() && depth < maxUseCMap:
		b, err := k.unpack(v)
		base := readCMap(b)
		m.base = base
		return cmp.Or(err, base.useBase(v.key("UseCMap"), k, depth+1))
	}
	return nil
}

// next cuts a code off by the code spaces; bytes that lie in none are cut by the shortest.
func (m *cmap) next(s []byte) (uint32, int) {
	if len(m.spaces) == 0 {
		if m.base != nil {
			return m.base.next(s)
		}
		return twoBytes(s)
	}
	var code uint32
	for n := 1; n <= min(4, len(s)); n++ {
		code = code<<8 | uint32(s[n-1])
		for _, c := range m.spaces {
			if c.n == n && c.holds(code) {
				return code, n
			}
		}
	}
	shortest := slices.MinFunc(m.spaces, func(a, b codeSpace) int { return a.n - b.n }).n
	n := min(shortest, len(s))
	code = 0
	for _, c := range s[:n] {
		code = code<<8 | uint32(c)
	}
	return code, n
}

// holds reports whether each byte of a code lies in the range of that byte.
func (c codeSpace) holds(code uint32) bool {
	for shift := 0; shift < 8*c.n; shift += 8 {
		b := code >> shift & 0xFF
		if b < c.low>>shift&0xFF || b > c.top>>shift&0xFF {
			return false
		}
	}
	return true
}

func (m *cmap) cid(code uint32, n int) (uint32, bool) {
	for i := len(m.cids) - 1; i >= 0; i-- {
		if r := m.cids[i]; r.n == n && code >= r.low && code <= r.top {
			return r.cid + code - r.low, true
		}
	}
	if m.base != nil {
		return m.base.cid(code, n)
	}
	return 0, false
}

// text is the text of a code by the CMap this one builds on, unless it is redefined here.
func (m *cmap) text(code uint32, n int) string {
	for _, r := range m.cids {
		if r.n == n && code >= r.low && code <= r.top {
			return ""
		}
	}
	if m.base != nil {
		return m.base.text(code, n)
	}
	return ""
}
