package native

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/zlib"
)

// inflater undoes deflate where nothing is wrong with what was deflated: all of it is there, and the sum of the bytes is right.
// Whatever else it meets it leaves alone: others tell what is broken, and what comes before.
type inflater struct {
	in   bytes.Reader
	fast io.Reader // used again
}

// onto puts what was deflated behind bytes; false when anything is wrong.
func (d *inflater) onto(before, b []byte, limit int) ([]byte, bool) {
	d.in.Reset(b)
	defer d.in.Reset(nil)
	if d.fast == nil {
		z, err := zlib.NewReader(&d.in)
		if err != nil {
			return before, false
		}
		d.fast = z
	} else if err := d.fast.(zlib.Resetter).Reset(&d.in, nil); err != nil {
		return before, false
	}
	out := bytes.NewBuffer(before)
	n, err := out.ReadFrom(io.LimitReader(d.fast, int64(limit)+1))
	if err != nil || n > int64(limit) {
		return before, false
	}
	return out.Bytes(), true
}
