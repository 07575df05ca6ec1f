package pdfium

import (
	"sync/atomic"

	"github.com/tetratelabs/wazero/experimental"
)

// memory is the memory of one sandbox. Left to itself it grows by a little each time, into a new place with the old one
// still held: what a document drives to the limit takes three times the limit then. This grows by half, and from
// reservedBytes on to the limit at once, of which the system gives only what is used.
type memory struct {
	b     []byte
	limit uint64
}

func newMemory(size, limit uint64) experimental.LinearMemory {
	return &memory{b: make([]byte, 0, size), limit: min(limit, memoryPages*pageBytes)}
}

// Reallocate makes the memory as large as is asked for; nil when that is beyond the limit.
func (m *memory) Reallocate(size uint64) []byte {
	if size > m.limit {
		return nil
	}
	if size <= uint64(cap(m.b)) {
		m.b = m.b[:size]
		return m.b
	}
	room := size + size/2
	if size > reservedBytes {
		room = m.limit
	}
	larger := make([]byte, size, min(room, m.limit))
	copy(larger, m.b)
	m.b = larger
	return m.b
}

// Free gives the memory back. Whoever still reads in it is not harmed.
func (m *memory) Free() {
	if cap(m.b) > reservedBytes {
		largeFreed.Store(true)
	}
	m.b = nil
}

// largeFreed tells that a large memory was given back and may still be lying around.
var largeFreed atomic.Bool
