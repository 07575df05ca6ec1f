package native

import (
	"strconv"
	"strings"
	"sync"
)

// textOfName is the text a glyph name means by the rules of the Adobe Glyph List; "" when it means none.
func textOfName(n string) string {
	n, _, _ = strings.Cut(n, ".") // a variant: a.sc
	if n == "" {
		return ""
	}
	if r, ok := glyphNames()[n]; ok {
		return string(r)
	}
	if hex, ok := strings.CutPrefix(n, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 && len(hex) <= 32 {
		var out []rune
		for ; hex != ""; hex = hex[4:] {
			v, err := strconv.ParseUint(hex[:4], 16, 32)
			if err != nil || strings.ToUpper(hex[:4]) != hex[:4] {
				return ""
			}
			out = append(out, rune(v))
		}
		return string(out)
	}
	if hex, ok := strings.CutPrefix(n, "u"); ok && len(hex) >= 4 && len(hex) <= 6 && strings.ToUpper(hex) == hex {
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil {
			return string(rune(v))
		}
	}
	if strings.Contains(n, "_") { // f_i
		var out strings.Builder
		for part := range strings.SplitSeq(n, "_") {
			s := ""
			if part != "" && !strings.Contains(part, "_") {
				s = textOfName(part)
			}
			if s == "" {
				return ""
			}
			out.WriteString(s)
		}
		return out.String()
	}
	return ""
}

var (
	glyphNames    = sync.OnceValue(func() map[string]rune { return nameTable(glyphList) })
	dingbatNames  = sync.OnceValue(func() map[string]rune { return nameTable(dingbatList) })
	symbolNames   = sync.OnceValue(func() *[256]string { return encodingNames(symbolEncoding) })
	zapfNames     = sync.OnceValue(func() *[256]string { return encodingNames(zapfEncoding) })
	macRomanNames = sync.OnceValue(func() *[256]string { return encodingNames(macRomanEncoding) })
	standardNames = sync.OnceValue(func() *[256]string { return encodingNames(standardEncoding) })
	winAnsiNames  = sync.OnceValue(func() *[256]string {
		names := encodingNames(winAnsiEncoding)
		for code := range names { // unused codes show a bullet, and two repeat others
			if code > 0x80 && names[code] == "" {
				names[code] = "bullet"
			}
		}
		names[0xA0], names[0xAD] = "space", "hyphen"
		return names
	})
	wingNames = sync.OnceValue(func() *[256]string {
		names := new([256]string)
		for code := range names {
			names[code] = "wing" + strconv.Itoa(code)
		}
		return names
	})
)

func nameTable(list string) map[string]rune {
	fields := strings.Fields(list)
	out := make(map[string]rune, len(fields)/2)
	for i := 0; i+1 < len(fields); i += 2 {
		if v, err := strconv.ParseUint(fields[i+1], 16, 32); err == nil {
			out[fields[i]] = rune(v)
		}
	}
	return out
}

func encodingNames(table string) *[256]string {
	names := new([256]string)
	code := 0
	for w := range strings.FieldsSeq(table) {
		if n, err := strconv.Atoi(w); err == nil {
			code = n
			continue
		}
		names[code&0xFF] = w
		code++
	}
	return names
}
