package across

import (
	"bufio"
	"fmt"
	"io"
)

// Spill takes what does not fit into memory: bytes are appended, and read back where they stand. A file does.
type Spill interface {
	io.Writer
	io.ReaderAt
}

// store keeps records: in memory up to a limit, in a file beyond it.
type store struct {
	spill func() (Spill, error) // begins the file; nil to keep all in memory
	limit int64                 // bytes in memory before it begins

	kept  [][]byte // blocks of records
	used  int64    // bytes in them, and room at their ends
	file  Spill
	out   *bufio.Writer
	at    int64 // where the next record stands in the file
	whole int64 // so much of the file can be read
	err   error // the first one of the file; all that was kept is in doubt then
}

// extent is where a record stands.
type extent struct {
	at   int64 // in memory from 0; in the file from -1 downwards
	size int32
}

// Sizes of blocks in memory, of the first and of the largest, and of what is written at once.
const (
	firstBytes  = 16 << 10
	blockBytes  = 1 << 20
	bufferBytes = 64 << 10
)

// keep keeps a record.
func (s *store) keep(record []byte) extent {
	if s.spill != nil && s.used+int64(len(record)) > s.limit {
		return s.write(record)
	}
	last := len(s.kept) - 1
	if last < 0 || cap(s.kept[last])-len(s.kept[last]) < len(record) {
		s.kept = append(s.kept, make([]byte, 0, max(s.room(), len(record))))
		last++
		s.used += int64(cap(s.kept[last]))
	}
	at := int64(last)<<32 | int64(len(s.kept[last]))
	s.kept[last] = append(s.kept[last], record...)
	return extent{at, int32(len(record))}
}

// room is the size of the next block: a run of a few forms needs little, one of many has as much again as it has.
func (s *store) room() int { return int(max(firstBytes, min(s.used, blockBytes))) }

// write keeps a record in the file.
func (s *store) write(record []byte) extent {
	if s.file == nil && s.err == nil {
		if s.file, s.err = s.spill(); s.err == nil {
			s.out = bufio.NewWriterSize(s.file, bufferBytes)
		}
	}
	if s.err != nil {
		return extent{}
	}
	_, s.err = s.out.Write(record)
	e := extent{-1 - s.at, int32(len(record))}
	s.at += int64(len(record))
	return e
}

// read gives a record back; nil when the file cannot be read, which err says then.
func (s *store) read(e extent) []byte {
	if s.err != nil {
		return nil
	}
	if e.at >= 0 {
		from := e.at & (1<<32 - 1)
		return s.kept[e.at>>32][from : from+int64(e.size)]
	}
	from := -1 - e.at
	if from+int64(e.size) > s.whole {
		if s.err = s.out.Flush(); s.err != nil {
			return nil
		}
		s.whole = s.at
	}
	record := make([]byte, e.size)
	if _, err := s.file.ReadAt(record, from); err != nil {
		s.err = fmt.Errorf("read back what is compared: %w", err)
		return nil
	}
	return record
}

// cache holds what was read last.
type cache[T any] struct {
	there map[int32]T
	order []int32 // a ring
	next  int
}

// cached is how many forms, and documents, are held.
const cached = 512

// get is a value of the cache, made where it is not there.
func (c *cache[T]) get(key int32, read func() T) T {
	if v, ok := c.there[key]; ok {
		return v
	}
	v := read()
	if c.there == nil {
		c.there = map[int32]T{}
	}
	if len(c.order) < cached {
		c.order = append(c.order, key)
	} else {
		delete(c.there, c.order[c.next])
		c.order[c.next] = key
		c.next = (c.next + 1) % cached
	}
	c.there[key] = v
	return v
}
