package native

import (
	"bytes"
	"errors"
	"fmt"
)

// unpack is the content of a stream. What was unpacked before an error is given with it.
func (u *unpacker) unpack(v value, limit int) ([]byte, error) {
	b, filters, err := packedIn(v)
	if err != nil {
		return nil, err
	}
	return u.undo(b, filters, min(limit, maxUnpackedBytes))
}

// unpackOnto puts the content of a stream behind bytes. What was unpacked before an error is put there, too.
func (u *unpacker) unpackOnto(before []byte, v value, limit int) ([]byte, error) {
	b, filters, err := packedIn(v)
	if err != nil {
		return before, err
	}
	limit = min(limit, maxUnpackedBytes)
	if last := len(filters) - 1; last >= 0 && filters[last].name == "FlateDecode" && filters[last].predictor <= 1 {
		if b, err = u.undo(b, filters[:last], limit); err == nil {
			return u.inflateOnto(before, b, limit)
		}
	} else {
		b, err = u.undo(b, filters, limit)
	}
	return append(before, b...), err
}

// packedIn are the bytes of a stream as they are packed, and the filters to undo.
func packedIn(v value) ([]byte, []filter, error) {
	if !v.isStream() {
		return nil, nil, missing
	}
	filters, err := filtersOf(v)
	if err != nil {
		return nil, nil, err
	}
	b, err := v.s.body(v.o, v.key("Length").o, filters)
	return b, filters, err
}

// undo undoes filters.
func (u *unpacker) undo(b []byte, filters []filter, limit int) (_ []byte, err error) {
	for _, f := range filters {
		if b, err = u.decode(b, f, limit); err != nil {
			return b, err
		}
	}
	if len(b) > limit {
		return nil, errTooLong
	}
	return b, nil
}

// lost is an error of bytes that no reader has: they are not in the file, or packed in a way nobody knows.
type lost string

func (l lost) Error() string { return string(l) }

const (
	missing    = lost("missing")
	garbledHex = lost("something that is no hexadecimal digit")
	brokenMap  = lost("entries are lost")
)

var errTooLong = fmt.Errorf("more than %d MB unpacked", maxUnpackedBytes>>20)

// body are the bytes of a stream as its filters take them.
func (s *source) body(o, length object, filters []filter) ([]byte, error) {
	b, err := s.stretch(int64(o.num), length)
	if err != nil || s.secret == nil {
		return b, err
	}
	if kind, _ := o.get("Type"); string(kind.str) == "XRef" {
		return b, nil
	}
	summed := false
	for _, f := range filters {
		if f.name == "Crypt" {
			return nil, errors.New("filter Crypt in an encrypted file")
		}
		summed = summed || f.name == "FlateDecode"
	}
	return s.secret.stream(b, ref{o.id, o.gen}, summed)
}

// stretch are the bytes from a place on that a stream has: as many as its Length says when it ends there.
func (s *source) stretch(at int64, length object) ([]byte, error) {
	if index(length) && length.num <= float64(s.size-at) {
		const end = "endstream"
		n := int64(length.num)
		b, err := s.slice(at, n+int64(len(end))+4)
		if err != nil {
			return nil, err
		}
		if bytes.HasPrefix(bytes.TrimLeft(b[n:], "\r\n \t"), []byte(end)) {
			return b[:n], nil
		}
	}
	return s.measured(at)
}

// measured is a stream without a right Length: it ends where it says so.
func (s *source) measured(at int64) ([]byte, error) {
	for room := int64(64 << 10); ; room *= 8 {
		room = min(room, maxUnpackedBytes)
		b, err := s.slice(at, room)
		if err != nil {
			return nil, err
		}
		if i := bytes.Index(b, []byte("endstream")); i >= 0 {
			b = bytes.TrimSuffix(b[:i], []byte("\n"))
			return bytes.TrimSuffix(b, []byte("\r")), nil
		}
		if room == maxUnpackedBytes || int64(len(b)) < room {
			return nil, lost("a stream without an end (truncated file?)")
		}
	}
}

// filter is one way a stream was packed.
type filter struct {
	name                           string
	predictor, colors, bits, width int
	early                          bool // LZW: codes grow one step early
}

// filtersOf are the filters of a stream in the order they are undone.
func filtersOf(v value) ([]filter, error) {
	names, params := v.key("Filter"), v.key("DecodeParms")
	if names.null() {
		names = v.key("F") // inline images only; in others a file name, which is a string
	}
	if names.isName() {
		if params.isArray() {
			params = params.index(0)
		}
		return []filter{newFilter(names.name(), params.number)}, nil
	}
	if names.len() > maxFilters {
		return nil, fmt.Errorf("a stream packed more than %d times", maxFilters)
	}
	var out []filter
	for i := range names.len() {
		p := params
		if params.isArray() {
			p = params.index(i)
		}
		out = append(out, newFilter(names.index(i).name(), p.number))
	}
	return out, nil
}

// newFilter takes the parameters of a filter, numbers by their keys.
func newFilter(name string, param func(key string) (float64, bool)) filter {
	f := filter{name: longFilter(name), predictor: 1, colors: 1, bits: 8, width: 1, early: true}
	for key, to := range map[string]*int{"Predictor": &f.predictor, "Colors": &f.colors, "BitsPerComponent": &f.bits, "Columns": &f.width} {
		if v, ok := param(key); ok {
			*to = int(max(0, min(v, 1<<20)))
		}
	}
	if v, ok := param("EarlyChange"); ok {
		f.early = v != 0
	}
	return f
}

func longFilter(name string) string {
	switch name {
	case "Fl":
		return "FlateDecode"
	case "LZW":
		return "LZWDecode"
	case "A85":
		return "ASCII85Decode"
	case "AHx":
		return "ASCIIHexDecode"
	case "RL":
		return "RunLengthDecode"
	}
	return name
}
