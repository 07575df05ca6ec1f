package native

import (
	"sync"
	"sync/atomic"
)

// glyphTable holds the glyphs of codes that were shown. Several pages may ask at a time: what two of them make is the same.
type glyphTable struct {
	blocks [256]atomic.Pointer[[256]atomic.Pointer[glyph]] // of two bytes
	others sync.Map                                        // of other lengths
	count  atomic.Int64                                    // of these
}

// place is where the glyph of a code of two bytes is held.
func (t *glyphTable) place(code uint32) *atomic.Pointer[glyph] {
	return &blockOf(&t.blocks[code>>8])[code&0xFF]
}

// blockOf is a block of places, made when it is first asked for.
func blockOf[B any](at *atomic.Pointer[B]) *B {
	if b := at.Load(); b != nil {
		return b
	}
	at.CompareAndSwap(nil, new(B))
	return at.Load()
}

// odd is the glyph of a code of another length.
func (t *glyphTable) odd(key uint64, make func() *glyph) *glyph {
	if g, ok := t.others.Load(key); ok {
		return g.(*glyph)
	}
	g := make()
	if t.count.Add(1) <= maxMapEntries {
		t.others.Store(key, g)
	}
	return g
}
