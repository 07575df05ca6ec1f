package native

import "bytes"

// inlineImage passes over BI … ID … EI. The bytes in between may hold anything, an EI too: when nothing packs them
// their number is known, else EI stands alone and what follows is content again.
func (in *interpreter) inlineImage(l *lexer) {
	var d object
	d.kind = dict
	for {
		o := l.next()
		if o.kind == end {
			in.misparsed("the content stream does not parse: an inline image that does not end")
			return
		}
		if o.kind == operator && string(o.str) == "ID" {
			break
		}
		if len(d.list) < maxOperands {
			d.list = append(d.list, o)
		}
	}
	if !in.marks.hidden() {
		in.image(false, patternLight)
	}
	l.i++ // the one white space
	from := min(l.i, len(l.b))
	if n, ok := rawSize(d); ok && from+n <= len(l.b) {
		rest := bytes.TrimLeft(l.b[from+n:min(from+n+16, len(l.b))], "\r\n \t\x00")
		if bytes.HasPrefix(rest, []byte("EI")) {
			l.i = from + n
			l.next()
			return
		}
	}
	for i := from; ; {
		j := bytes.Index(l.b[i:], []byte("EI"))
		if j < 0 {
			in.misparsed("the content stream does not parse: an inline image that does not end")
			l.i = len(l.b)
			return
		}
		i += j + 2
		if (i-3 < from || class[l.b[i-3]] == space) && (i >= len(l.b) || class[l.b[i]] == space) && plausible(l.b[i:]) {
			l.i = i
			return
		}
	}
}

// rawSize is the number of bytes of an image that is not packed.
func rawSize(d object) (int, bool) {
	first := func(keys ...string) object {
		for _, k := range keys {
			if v, ok := d.get(k); ok {
				return v
			}
		}
		return object{}
	}
	if first("F", "Filter").kind != end {
		return 0, false
	}
	w, h, bits := first("W", "Width").num, first("H", "Height").num, first("BPC", "BitsPerComponent").num
	colours := 1.0
	switch string(first("CS", "ColorSpace").str) {
	case "RGB", "DeviceRGB":
		colours = 3
	case "CMYK", "DeviceCMYK":
		colours = 4
	case "G", "DeviceGray":
	default:
		if string(first("IM", "ImageMask").str) != "true" {
			return 0, false // a colour space of the resources
		}
		bits = 1
	}
	if w <= 0 || h <= 0 || w > 1e5 || h > 1e5 || bits <= 0 || bits > 16 {
		return 0, false
	}
	return (int(w*bits*colours) + 7) / 8 * int(h), true
}

// plausible reports whether bytes can be content: no binary among the next few.
func plausible(b []byte) bool {
	for _, c := range b[:min(len(b), 16)] {
		if c >= 0x80 || c < 0x20 && class[c] != space || c == 0 {
			return false
		}
	}
	return true
}
