package native

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
)

// crossReference is what the sections of a file say together, and the one section made of it for the object layer.
type crossReference struct {
	entries    []entry // by number
	trailer    object  // of the newest section
	encrypted  bool
	head, foot []byte // before and behind the rows
}

// rowBytes of the section made here: a kind, a place of eight, and a generation, or a number within a stream, of two.
const rowBytes = 11

// writeSection makes the parts around the rows. Of the trailer it keeps what is needed to read.
func (s *source) writeSection() {
	var kept bytes.Buffer
	for _, key := range []string{"Root", "Encrypt", "ID"} {
		if v := s.trailer.values(key); v != nil {
			fmt.Fprintf(&kept, "/%s", key)
			for _, o := range v {
				kept.WriteByte(' ')
				o.write(&kept)
			}
		}
	}
	encrypt := s.trailer.values("Encrypt")
	s.encrypted = len(encrypt) > 1 || len(encrypt) == 1 && encrypt[0].kind == dict
	rows := rowBytes * len(s.entries)
	s.head = fmt.Appendf(nil, "1 0 obj\n<</Type/XRef/Size %d/W[1 8 2]/Length %d%s>>\nstream\n", len(s.entries), max(rows, 1), kept.Bytes())
	s.foot = fmt.Appendf(bytes.Repeat([]byte{'\n'}, padding), "endstream\nendobj\nstartxref\n%d\n%%%%EOF\n", sectionAt)
}

// readSection gives bytes of that section.
func (s *source) readSection(p []byte, at int64) (n int, err error) {
	for n < len(p) {
		from := at + int64(n)
		rows := from - int64(len(s.head))
		foot := rows - rowBytes*int64(len(s.entries))
		switch {
		case rows < 0:
			n += copy(p[n:], s.head[from:])
		case foot < 0:
			row := s.row(uint32(rows / rowBytes))
			n += copy(p[n:], row[rows%rowBytes:])
		case foot < int64(len(s.foot)):
			n += copy(p[n:], s.foot[foot:])
		default:
			return n, io.EOF
		}
	}
	return n, nil
}

// row is what the layer is told of one object. Packed ones stand by themselves for it, each at a place of its own; only
// those of an encrypted file are left where they are, because the layer alone has the key, and those only where it
// cannot lose itself.
func (s *source) row(id uint32) (row [rowBytes]byte) {
	e := s.entries[id]
	switch {
	case e.kind == plain:
		row[0] = 1
		binary.BigEndian.PutUint64(row[1:], uint64(e.at))
		binary.BigEndian.PutUint16(row[9:], e.gen)
	case e.kind == packed && s.encrypted && s.straight(e.at) == nil:
		row[0] = 2
		binary.BigEndian.PutUint64(row[1:], uint64(e.at))
	case e.kind == packed:
		row[0] = 1
		binary.BigEndian.PutUint64(row[1:], uint64(packedAt+packedRoom*int64(id)))
	}
	return row
}

// values are the objects a key of a dictionary has: one, or the three of a reference. nil when it has none.
func (o object) values(key string) []object {
	for i := 0; i+1 < len(o.list); {
		n := 1
		if isRef(o.list[i+1:]) {
			n = 3
		}
		if o.list[i].kind == name && string(o.list[i].str) == key {
			return o.list[i+1 : i+1+n]
		}
		i += 1 + n
	}
	return nil
}

func isRef(o []object) bool {
	return len(o) >= 3 && index(o[0]) && index(o[1]) && o[2].kind == operator && string(o[2].str) == "R"
}

// write writes an object as it would stand in a file.
func (o object) write(b *bytes.Buffer) {
	switch o.kind {
	case number:
		b.WriteString(strconv.FormatFloat(o.num, 'f', -1, 64))
	case name:
		b.WriteByte('/')
		for _, c := range o.str {
			if class[c] != regular || c == '#' || c < '!' || c > '~' {
				fmt.Fprintf(b, "#%02x", c)
			} else {
				b.WriteByte(c)
			}
		}
	case text:
		fmt.Fprintf(b, "<%x>", o.str)
	case array, dict:
		opening, closing := "[", "]"
		if o.kind == dict {
			opening, closing = "<<", ">>"
		}
		b.WriteString(opening)
		for _, item := range o.list {
			item.write(b)
			b.WriteByte(' ')
		}
		b.WriteString(closing)
	case operator:
		b.Write(o.str)
	}
}
