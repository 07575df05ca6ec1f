package pdfium

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strconv"
)

// streamOfReferences is the cross-reference stream that PDFium puts behind a file which had one: number of its object, the
// rest of its dictionary, the numbers of the objects that were changed, and how long their places are, four bytes and a
// generation each.
const streamOfReferences = `^(\d+) 0 obj <<(/?[^\[\]]*(?:/ID\[[^\]]*\])?)/W\[0 4 1\]/Index\[([\d ]*)\]/Length (\d+)>>stream\r\n`

// wholeReferences gives such a stream what the format asks for and PDFium leaves out: its type, its own place, and the end of
// its object. It is the last object, so that nothing else moves. Whatever looks otherwise stays as it is.
func wholeReferences(out []byte, from int) []byte {
	start := bytes.LastIndex(out, []byte("startxref"))
	if start < from {
		return out
	}
	at, err := strconv.Atoi(string(bytes.TrimSpace(bytes.TrimSuffix(bytes.TrimSpace(out[start+len("startxref"):]), []byte("%%EOF")))))
	if err != nil || at < from || at > start {
		return out
	}
	m := regexp.MustCompile(streamOfReferences).FindSubmatch(out[at:start])
	if m == nil {
		return out
	}
	length, err := strconv.Atoi(string(m[4]))
	begin := at + len(m[0])
	if err != nil || length > start-begin {
		return out
	}
	places := append(binary.BigEndian.AppendUint32(bytes.Clone(out[begin:begin+length]), uint32(at)), 0)
	whole := bytes.NewBuffer(bytes.Clone(out[:at]))
	for _, part := range [][]byte{m[1], []byte(" 0 obj <</Type/XRef"), m[2], []byte("/W[0 4 1]/Index["), m[3], []byte(" "), m[1], []byte(" 1]/Length "), strconv.AppendInt(nil, int64(len(places)), 10),
		[]byte(">>stream\r\n"), places, []byte("\r\nendstream\r\nendobj\r\n"), out[start:]} {
		whole.Write(part)
	}
	return whole.Bytes()
}
