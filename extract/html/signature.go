package html

import (
	"encoding/binary"
	"hash/maphash"
	"strings"

	"golang.org/x/net/html"
)

// seed makes hashes of this run others than those of any page that was made for it.
var seed = maphash.MakeSeed()

// looked are the attributes that say something of the look of an element.
var looked = set("style hidden popover open dir bgcolor background color text")

// sign appends what tells an element from those that are shown otherwise.
func (p *page) sign(to []byte, t html.Token) []byte {
	if p.styles.placed {
		to = binary.LittleEndian.AppendUint64(to, p.context())
	}
	if p.styles.counted {
		to = binary.AppendVarint(to, int64(p.placeOf(t)))
	}
	to = append(to, t.Data...)
	for _, a := range t.Attr {
		switch {
		case a.Key == "class":
			for c := range strings.FieldsSeq(p.styles.cased(a.Val)) {
				if k, ok := p.styles.named["."+c]; ok {
					to = append(append(to, ' '), k...)
				}
			}
			if !p.styles.values[a.Key] {
				continue
			}
		case a.Key == "id":
			if k, ok := p.styles.named["#"+p.styles.cased(a.Val)]; ok {
				to = append(append(to, ' '), k...)
			}
			if !p.styles.values[a.Key] {
				continue
			}
		case !looked()[a.Key] && !p.styles.values[a.Key]:
			if _, ok := p.styles.named["["+a.Key]; ok {
				to = append(append(to, ' ', '['), a.Key...)
			}
			continue
		}
		to = append(append(to, 0), a.Key...)
		to = append(append(to, '='), a.Val...)
	}
	return to
}

// context tells apart what elements stand in.
func (p *page) context() uint64 {
	if n := len(p.inline); n > 0 {
		return p.inline[n-1].hash
	}
	n := len(p.tables)
	if n == 0 {
		return 0
	}
	t := p.tables[n-1]
	switch k := len(t.sections); {
	case t.cell != nil:
		return t.cell.hash
	case t.row != nil && t.row.hash != 0:
		return t.row.hash
	case k > 0 && t.sections[k-1].hash != 0:
		return t.sections[k-1].hash
	}
	return t.hash
}

// hashOf tells apart elements of keys in a context.
func hashOf(context uint64, keys []string) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], context)
	h.Write(b[:])
	for _, k := range keys {
		h.WriteString(k)
		h.WriteByte(0)
	}
	return h.Sum64()
}

// hashed is the hash of an element of keys here; 0 where no rule asks where an element stands.
func (p *page) hashed(keys []string) uint64 {
	if !p.styles.placed {
		return 0
	}
	return hashOf(p.context(), keys)
}
