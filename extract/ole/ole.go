// Package ole reads streams of an OLE compound file, the container of Office files before 2007 and of encrypted ones. In go
// the bytes of the file, out come the streams that lie in its root. It opens no storage inside and writes nothing. Chains of
// sectors that go round or leave the file are errors.
package ole

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf16"
)

// File is an opened container.
type File struct {
	raw     []byte
	sector  int // bytes of a sector
	next    []uint32
	entries []entry
	small   []byte   // the stream that holds the short ones
	links   []uint32 // of its sectors
}

// entry is a stream or storage of the directory.
type entry struct {
	name               string
	kind               byte
	left, right, child uint32
	start              uint32
	size               uint64
}

const (
	signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

	headerBytes = 512
	entryBytes  = 128
	smallSector = 64
	smallBelow  = 4096 // shorter streams lie in the small sectors
	inHeader    = 109  // sectors of the allocation table named in the header

	lastSector = 0xFFFFFFFA // greater ones are marks
	endOfChain = 0xFFFFFFFE
	noEntry    = 0xFFFFFFFF

	kindStream = 2
	kindRoot   = 5
)

var errDamaged = errors.New("damaged OLE container")

// Open reads the container's tables.
func Open(raw []byte) (*File, error) {
	if len(raw) < headerBytes || string(raw[:8]) != signature {
		return nil, errors.New("no OLE container")
	}
	shift := binary.LittleEndian.Uint16(raw[30:])
	if shift != 9 && shift != 12 {
		return nil, fmt.Errorf("%w: sectors of 2^%d bytes", errDamaged, shift)
	}
	f := &File{raw: raw, sector: 1 << shift}
	if err := f.readTable(); err != nil {
		return nil, err
	}
	directory, err := f.chain(u32(raw, 48), -1)
	if err != nil {
		return nil, err
	}
	for at := 0; at+entryBytes <= len(directory); at += entryBytes {
		f.entries = append(f.entries, entryAt(directory[at:at+entryBytes]))
	}
	if len(f.entries) == 0 || f.entries[0].kind != kindRoot {
		return nil, fmt.Errorf("%w: no root", errDamaged)
	}
	return f, nil
}

// Entries is the number of streams and storages, unused ones too.
func (f *File) Entries() int { return len(f.entries) }

func u32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }

// content is the content of a sector, the last one of a file perhaps cut short; nil outside the file.
func (f *File) content(n uint32) []byte {
	from := (int64(n) + 1) * int64(f.sector)
	if n > lastSector || from >= int64(len(f.raw)) {
		return nil
	}
	return f.raw[from:min(from+int64(f.sector), int64(len(f.raw)))]
}

// readTable reads which sector follows which.
func (f *File) readTable() error {
	var sectors []uint32
	for i := range inHeader {
		sectors = append(sectors, u32(f.raw, 76+4*i))
	}
	perSector := f.sector / 4
	seen := 0
	for at := u32(f.raw, 68); at <= lastSector; {
		b := f.content(at)
		if len(b) < f.sector {
			return fmt.Errorf("%w: its table of sectors lies outside the file", errDamaged)
		}
		if seen++; seen > len(f.raw)/f.sector {
			return fmt.Errorf("%w: its table of sectors goes round", errDamaged)
		}
		for i := range perSector - 1 {
			sectors = append(sectors, u32(b, 4*i))
		}
		at = u32(b, f.sector-4)
	}
	most := len(f.raw)/f.sector + 1
	for _, n := range sectors {
		if n > lastSector {
			continue
		}
		b := f.content(n)
		if b == nil {
			return fmt.Errorf("%w: its table of sectors lies outside the file", errDamaged)
		}
		for i := 0; i+4 <= len(b) && len(f.next) <= most; i += 4 {
			f.next = append(f.next, u32(b, i))
		}
	}
	return nil
}

// chain is the content of the sectors from start on, size bytes of it, all when size is negative.
func (f *File) chain(start uint32, size int64) ([]byte, error) {
	if size > int64(len(f.raw)) {
		return nil, errors.New("the file is cut short")
	}
	var out []byte
	seen := make([]bool, len(f.next))
	for n := start; n != endOfChain && (size < 0 || int64(len(out)) < size); {
		b := f.content(n)
		if b == nil || int64(n) >= int64(len(f.next)) {
			return nil, errors.New("the file is cut short, or its OLE container damaged")
		}
		if seen[n] {
			return nil, fmt.Errorf("%w: a chain of sectors goes round", errDamaged)
		}
		seen[n] = true
		out = append(out, b...)
		n = f.next[n]
	}
	if size >= 0 {
		if int64(len(out)) < size {
			return nil, errors.New("the file is cut short")
		}
		out = out[:size]
	}
	return out, nil
}

func entryAt(b []byte) entry {
	e := entry{kind: b[66], left: u32(b, 68), right: u32(b, 72), child: u32(b, 76), start: u32(b, 116), size: uint64(u32(b, 120))}
	length := int(binary.LittleEndian.Uint16(b[64:]))
	var units []uint16
	for i := 0; i+2 < min(length, 64); i += 2 {
		units = append(units, binary.LittleEndian.Uint16(b[i:]))
	}
	e.name = string(utf16.Decode(units))
	return e
}

// Stream is the content of a stream in the root; false when there is none of that name.
func (f *File) Stream(name string) ([]byte, bool, error) {
	e, ok := f.find(name)
	if !ok {
		return nil, false, nil
	}
	if e.size >= smallBelow {
		b, err := f.chain(e.start, int64(e.size))
		return b, true, err
	}
	b, err := f.smallStream(e)
	return b, true, err
}

// find looks for a stream among the children of the root. They are a tree, and a hostile one may go round.
func (f *File) find(name string) (entry, bool) {
	seen := make([]bool, len(f.entries))
	for open := []uint32{f.entries[0].child}; len(open) > 0; {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if at == noEntry || int64(at) >= int64(len(f.entries)) || seen[at] {
			continue
		}
		seen[at] = true
		e := f.entries[at]
		if e.kind == kindStream && e.name == name {
			return e, true
		}
		open = append(open, e.left, e.right)
	}
	return entry{}, false
}

// smallStream is the content of a short stream, which lies in small sectors inside a stream of the root.
func (f *File) smallStream(e entry) ([]byte, error) {
	if f.small == nil {
		root := f.entries[0]
		var err error
		if f.small, err = f.chain(root.start, int64(root.size)); err != nil {
			return nil, err
		}
		table, err := f.chain(u32(f.raw, 60), -1)
		if err != nil {
			return nil, err
		}
		for i := 0; i+4 <= len(table); i += 4 {
			f.links = append(f.links, u32(table, i))
		}
	}
	var out []byte
	for n := e.start; uint64(len(out)) < e.size; n = f.links[n] {
		from := int64(n) * smallSector
		if int64(n) >= int64(len(f.links)) || from >= int64(len(f.small)) || len(out) > len(f.small) {
			return nil, errDamaged
		}
		out = append(out, f.small[from:min(from+smallSector, int64(len(f.small)))]...)
	}
	return out[:e.size], nil
}
