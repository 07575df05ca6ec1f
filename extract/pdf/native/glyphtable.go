package native

import (
	"sync"
	"sync/atomic"
)

// glyphTable holds the glyphs of codes that were shown. Several pages may ask at a time: what two of them make is the same.
type glyphTable struct {
	blocks [256]atomic.Pointer[glyphBlock] // of two bytes, by the first
	others sync.Map                        // of other lengths
	count  atomic.Int64                    // of these
}

// glyphBlock holds the glyphs of codes of one byte, or of the last byte of others: most fonts of a page show a few.
type glyphBlock [8]atomic.Pointer[[32]atomic.Pointer[glyph]]

// place is where the glyph of a code is held.
func (b *glyphBlock) place(code byte) *atomic.Pointer[glyph] {
	return &blockOf(&b[code/32])[code%32]
}

// place is where the glyph of a code of two bytes is held.
func (t *glyphTable) place(code uint32) *atomic.Pointer[glyph] {
	return blockOf(&t.blocks[code>>8]).place(byte(code))
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
