package native

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// predefined is the CMap of a name. What is not known cuts codes of two bytes and says nothing of them.
func predefined(name string) coding {
	stem := strings.TrimSuffix(strings.TrimSuffix(name, "-H"), "-V")
	switch {
	case stem == "Identity":
		return identityCoding{}
	case strings.HasPrefix(stem, "Uni") && (strings.HasSuffix(stem, "-UCS2") || strings.HasSuffix(stem, "-UTF16")):
		return unicodeCoding{gb: strings.HasPrefix(stem, "UniGB-")}
	case stem == "GBK-EUC" || stem == "GB-EUC":
		return gbCoding{decoder: simplifiedchinese.GBK, first: 0x81, last: 0xFE, latin: 814, space: 7716}
	case stem == "GBKp-EUC":
		return gbCoding{decoder: simplifiedchinese.GBK, first: 0x81, last: 0xFE, latin: 2, space: 1}
	case stem == "GBpc-EUC":
		return gbCoding{decoder: simplifiedchinese.GBK, first: 0xA1, last: 0xFC, latin: 2, space: 1}
	case stem == "GBK2K":
		return gbCoding{decoder: simplifiedchinese.GB18030, first: 0x81, last: 0xFE, latin: 2, space: 1, long: true}
	}
	return unknownCoding{}
}

// identityCoding takes two bytes as the CID.
type identityCoding struct{}

func (identityCoding) next(s []byte) (uint32, int)           { return twoBytes(s) }
func (identityCoding) cid(code uint32, _ int) (uint32, bool) { return code, true }
func (identityCoding) text(uint32, int) string               { return "" }

func twoBytes(s []byte) (uint32, int) {
	if len(s) < 2 {
		return uint32(s[0]), len(s)
	}
	return uint32(s[0])<<8 | uint32(s[1]), 2
}

// unknownCoding is a CMap we have no tables for.
type unknownCoding struct{ identityCoding }

func (unknownCoding) cid(uint32, int) (uint32, bool) { return 0, false }

// unicodeCoding is UTF-16BE.
type unicodeCoding struct{ gb bool }

func (unicodeCoding) next(s []byte) (uint32, int) {
	code, n := twoBytes(s)
	if utf16.IsSurrogate(rune(code)) && len(s) >= 4 {
		low, _ := twoBytes(s[2:])
		return code<<16 | low, 4
	}
	return code, n
}

// cid is known for Latin: it stands first in the collection of Adobe, and only its widths differ from the usual.
func (c unicodeCoding) cid(code uint32, _ int) (uint32, bool) {
	return code - 0x1F, c.gb && code >= 0x20 && code <= 0x7E
}

func (unicodeCoding) text(code uint32, n int) string {
	if n == 4 {
		return string(utf16.DecodeRune(rune(code>>16), rune(code&0xFFFF)))
	}
	return string(rune(code))
}

// gbCoding is GBK and its kin: one byte for Latin, two for Chinese, four for the rest of GB 18030.
type gbCoding struct {
	decoder      encoding.Encoding
	first, last  byte   // of two bytes
	latin, space uint32 // CIDs of ! and of the blank
	long         bool
}

func (c gbCoding) next(s []byte) (uint32, int) {
	if s[0] < c.first || s[0] > c.last || len(s) < 2 {
		return uint32(s[0]), 1
	}
	if c.long && s[1] >= '0' && s[1] <= '9' && len(s) >= 4 {
		return uint32(s[0])<<24 | uint32(s[1])<<16 | uint32(s[2])<<8 | uint32(s[3]), 4
	}
	return twoBytes(s)
}

func (c gbCoding) cid(code uint32, n int) (uint32, bool) {
	switch {
	case n != 1:
		return 0, false
	case code == ' ':
		return c.space, true
	}
	return c.latin + code - '!', code > ' ' && code <= '~'
}

func (c gbCoding) text(code uint32, n int) string {
	b := [4]byte{byte(code >> 24), byte(code >> 16), byte(code >> 8), byte(code)}
	out, err := c.decoder.NewDecoder().Bytes(b[4-n:])
	if err != nil || strings.ContainsRune(string(out), utf8.RuneError) {
		return ""
	}
	return string(out)
}

// gbkName is a Chinese font name, if it is written in GBK.
func gbkName(name string) string {
	if name == "" || name[0] < 0x80 {
		return ""
	}
	s, err := simplifiedchinese.GBK.NewDecoder().String(name)
	if err != nil {
		return ""
	}
	for _, c := range [...]string{"宋体", "楷体", "黑体", "仿宋", "新宋"} {
		if strings.HasPrefix(s, c) {
			return s
		}
	}
	return ""
}

// gbkFont is a font whose strings are GBK: Latin is half as wide as Chinese in these faces.
func gbkFont(f *font, toUnicode *cmap) *composite {
	c := &composite{font: f, coding: predefined("GBK-EUC-H"), toUnicode: toUnicode, usual: 1, down: -1}
	c.widths = make(map[uint32]float64)
	for cid := uint32(814); cid < 814+95; cid++ {
		c.widths[cid] = 0.5
	}
	c.widths[7716] = 0.5
	return c
}
