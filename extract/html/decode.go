package html

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"fuhe/extract/lazy"
)

// decode finds the encoding: a byte order mark, then whether the page is UTF-8 in fact, then what it states, GB18030 when
// it states nothing. What is not valid becomes U+FFFD, and makes the table it stands in unsure.
func decode(raw []byte) (io.Reader, error) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}):
		return with(unicode.UTF8, raw[3:]), nil
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return with(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), raw), nil
	}
	if e := zeroBytes(raw); e != nil {
		return with(e, raw), nil
	}
	if mostlyUTF8(raw) {
		return with(unicode.UTF8, raw), nil
	}
	return with(stated(raw), raw), nil
}

func with(e encoding.Encoding, raw []byte) io.Reader {
	return transform.NewReader(bytes.NewReader(raw), e.NewDecoder())
}

// zeroBytes tells UTF-16 without a mark by the zero bytes of its markup.
func zeroBytes(raw []byte) encoding.Encoding {
	zeros := [2]int{}
	head := raw[:min(len(raw), statedWithin)]
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[1] > len(head)/8 && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > len(head)/8 && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// mostlyUTF8 reports whether the text is UTF-8, with a few broken characters at most: text of another encoding is hardly
// ever valid, and pages that state a wrong one are common.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return bad == 0 || good > bad*goodForOneBad
}

var (
	metaCharset = lazy.New(`(?i)<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})`)
	xmlCharset  = lazy.New(`(?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]{2,40})`)
)

// stated is the encoding that the page states. Of GB 2312 and GBK the successor is taken, which holds both.
func stated(raw []byte) encoding.Encoding {
	head := raw[:min(len(raw), statedWithin)]
	m := metaCharset.FindSubmatch(head)
	if m == nil {
		m = xmlCharset.FindSubmatch(head)
	}
	if m == nil {
		return simplifiedchinese.GB18030
	}
	e, err := htmlindex.Get(strings.TrimSpace(string(m[1])))
	switch {
	case err != nil, e == unicode.UTF8, e == simplifiedchinese.GBK, e == encoding.Replacement:
		return simplifiedchinese.GB18030 // it is not UTF-8, whatever it says
	}
	if name, _ := htmlindex.Name(e); strings.HasPrefix(name, "utf-16") || name == "windows-1252" {
		return simplifiedchinese.GB18030 // a program's default, which no Chinese page is in
	}
	return e
}
