package text

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// decode finds the encoding by validity: UTF-8, UTF-16 (by its mark, or by the zero bytes of its ASCII half), GB18030.
func decode(raw []byte) (string, error) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), raw)
	}
	even, odd := 0, 0
	for i, b := range raw {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	switch {
	case odd > 0 && even == 0:
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), raw)
	case even > 0 && odd == 0:
		return decodeWith(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), raw)
	case even > 0:
		return "", errors.New("binary content, no text")
	case utf8.Valid(raw):
		return string(raw), nil
	}
	return decodeWith(simplifiedchinese.GB18030, raw)
}

// decodeWith refuses text that is not valid in the encoding: a replacement character may have been a digit.
func decodeWith(e encoding.Encoding, raw []byte) (string, error) {
	s, err := e.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsRune(s, utf8.RuneError) {
		return "", errors.New("unknown character set — save the text as UTF-8")
	}
	return string(s), nil
}
