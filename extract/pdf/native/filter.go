package native

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
)

// unpacker undoes filters.
type unpacker struct {
	inflater
	slow io.Reader // a zlib reader, for streams with something wrong, used again
}

// decode undoes one filter. What was unpacked before an error is given with it.
func (d *unpacker) decode(b []byte, f filter, limit int) (out []byte, err error) {
	switch f.name {
	case "FlateDecode":
		out, err = d.inflateOnto(make([]byte, 0, min(8*len(b)+bytes.MinRead, limit)), b, limit)
	case "LZWDecode":
		out, err = unLZW(b, f.early, limit)
	case "ASCIIHexDecode":
		l := lexer{b: b}
		if out = l.hexadecimal(); l.bad {
			err = garbledHex
		}
		return out, err
	case "ASCII85Decode":
		return un85(b, limit)
	case "RunLengthDecode":
		return unRun(b, limit)
	case "Crypt": // of a file that is not encrypted
		return b, nil
	default:
		return nil, unknownFilter(f.name)
	}
	if err != nil {
		return out, err
	}
	return unpredict(out, f)
}

func unknownFilter(name string) error { return lost(fmt.Sprintf("filter %q", name)) }

// inflateOnto puts what was deflated to b behind bytes.
func (d *unpacker) inflateOnto(before, b []byte, limit int) ([]byte, error) {
	if all, ok := d.onto(before, b, limit); ok {
		return all, nil
	}
	return d.slowly(before, b, limit)
}

// slowly is the same with something wrong in it: it tells what, and gives what comes before.
func (d *unpacker) slowly(before, b []byte, limit int) ([]byte, error) {
	in := bytes.NewReader(b)
	if d.slow == nil {
		z, err := zlib.NewReader(in)
		if err != nil {
			return before, err
		}
		d.slow = z
	} else if err := d.slow.(zlib.Resetter).Reset(in, nil); err != nil {
		return before, err
	}
	out := bytes.NewBuffer(before)
	n, err := out.ReadFrom(io.LimitReader(d.slow, int64(limit)+1))
	switch {
	case n > int64(limit):
		return before, errTooLong
	case errors.Is(err, zlib.ErrChecksum):
		err = lost("the sum of its bytes is wrong") // some byte is another, and all viewers pass over it
	case errors.Is(err, io.ErrUnexpectedEOF) && unsummed(b):
		err = nil
	}
	return out.Bytes(), err
}

// unsummed reports whether only the sum at the end is missing: some producers do not write it.
func unsummed(b []byte) bool {
	const header = 2
	if len(b) < header {
		return false
	}
	_, err := io.Copy(io.Discard, io.LimitReader(flate.NewReader(bytes.NewReader(b[header:])), maxUnpackedBytes))
	return err == nil
}

func un85(b []byte, limit int) ([]byte, error) {
	b = bytes.TrimPrefix(bytes.TrimLeft(b, "\x00\t\n\f\r "), []byte("<~"))
	if i := bytes.IndexByte(b, '~'); i >= 0 {
		b = b[:i]
	}
	if len(b) > limit {
		return nil, errTooLong
	}
	out := make([]byte, 4*len(b)+8) // z stands for four zeros
	n, _, err := ascii85.Decode(out, b, true)
	return out[:n], err
}

func unRun(b []byte, limit int) ([]byte, error) {
	var out []byte
	for i := 0; i < len(b); {
		n := int(b[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(i+n+1, len(b))
			out = append(out, b[i:end]...)
			i = end
		case i < len(b):
			out = append(out, bytes.Repeat(b[i:i+1], 257-n)...)
			i++
		}
		if len(out) > limit {
			return nil, errTooLong
		}
	}
	return out, nil
}

// unLZW undoes LZW with codes of 9 to 12 bits, 256 to clear the table and 257 to end.
func unLZW(b []byte, early bool, limit int) ([]byte, error) {
	type entry struct{ from, n int } // a word is a piece of what was written before
	var table [4096]entry
	next, bits, prev, grow := 258, 9, -1, 0
	if early {
		grow = 1
	}
	out, buffer, have := []byte(nil), uint32(0), 0
	for _, c := range b {
		buffer, have = buffer<<8|uint32(c), have+8
		if have < bits {
			continue
		}
		code := int(buffer>>(have-bits)) & (1<<bits - 1)
		have -= bits
		if code == 257 {
			return out, nil
		}
		if code == 256 {
			next, bits, prev = 258, 9, -1
			continue
		}
		at := len(out)
		switch {
		case code < 256:
			out = append(out, byte(code))
		case code < next:
			e := table[code]
			out = append(out, out[e.from:e.from+e.n]...)
		case code == next && prev >= 0:
			out = append(out, out[prev:at]...)
			out = append(out, out[prev])
		default:
			return out, lost("broken LZW data")
		}
		if prev >= 0 && next < len(table) {
			table[next] = entry{prev, at - prev + 1}
			next++
		}
		prev = at
		if next+grow >= 1<<bits && bits < 12 {
			bits++
		}
		if len(out) > limit {
			return nil, errTooLong
		}
	}
	return out, nil
}

// unpredict undoes the differences between neighbours that were packed instead of the bytes.
func unpredict(b []byte, f filter) ([]byte, error) {
	if f.predictor <= 1 {
		return b, nil
	}
	pixel := max(1, f.colors*f.bits/8)
	row := (f.colors*f.bits*f.width + 7) / 8
	if row <= 0 || f.colors > 64 || f.bits > 32 {
		return nil, errors.New("impossible predictor")
	}
	if f.predictor == 2 {
		if f.bits != 8 {
			return nil, fmt.Errorf("TIFF predictor of %d bits", f.bits)
		}
		for from := 0; from < len(b); from += row {
			for i := from + pixel; i < min(from+row, len(b)); i++ {
				b[i] += b[i-pixel]
			}
		}
		return b, nil
	}
	out := make([]byte, 0, len(b))
	above := make([]byte, row)
	for len(b) > 1 {
		kind, line := b[0], b[1:min(1+row, len(b))]
		b = b[1+len(line):]
		if err := unfilter(kind, line, above, pixel); err != nil {
			return out, err
		}
		out = append(out, line...)
		copy(above, line)
	}
	return out, nil
}

// unfilter undoes one row of PNG.
func unfilter(kind byte, line, above []byte, pixel int) error {
	for i := range line {
		var left, corner int
		if i >= pixel {
			left, corner = int(line[i-pixel]), int(above[i-pixel])
		}
		up := int(above[i])
		switch kind {
		case 0:
		case 1:
			line[i] += byte(left)
		case 2:
			line[i] += byte(up)
		case 3:
			line[i] += byte((left + up) / 2)
		case 4:
			line[i] += byte(paeth(left, up, corner))
		default:
			return lost(fmt.Sprintf("PNG predictor %d", kind))
		}
	}
	return nil
}

func paeth(left, up, corner int) int {
	p := left + up - corner
	pl, pu, pc := abs(p-left), abs(p-up), abs(p-corner)
	switch {
	case pl <= pu && pl <= pc:
		return left
	case pu <= pc:
		return up
	}
	return corner
}

func abs(n int) int { return max(n, -n) }
