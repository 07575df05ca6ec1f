package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"fuhe/extract/ooxml"
)

// readStrings reads the shared string table.
func (w *workbook) readStrings(name string) ([]string, error) {
	var table []string
	held := 0
	err := w.Elements(name, func(d *ooxml.Parser, e ooxml.Element) error {
		if e.Name.Local != "si" {
			return nil
		}
		s, err := richText(d)
		if err != nil {
			return err
		}
		if held += len(s) + 16; held > maxStringsBytes {
			return fmt.Errorf("more than %d MB of text", maxStringsBytes>>20)
		}
		table = append(table, s)
		return nil
	})
	return table, err
}

// richText is the text of the element just begun: the t elements of all runs, phonetic readings (rPh) left out.
func richText(d *ooxml.Parser) (string, error) {
	var b strings.Builder
	depth, phonetic, inText := 1, 0, 0
	for depth > 0 {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			switch t.Name.Local {
			case "rPh":
				phonetic++
			case "t":
				inText++
			}
		case xml.EndElement:
			depth--
			switch t.Name.Local {
			case "rPh":
				phonetic--
			case "t":
				inText--
			}
		case xml.CharData:
			if inText > 0 && phonetic == 0 {
				b.Write(t)
			}
		}
		if b.Len() > maxCellBytes {
			return "", fmt.Errorf("a text of more than %d KB", maxCellBytes>>10)
		}
	}
	return unescape(b.String()), nil
}

// unescape turns the _xHHHH_ escapes of SpreadsheetML into their characters.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				i += 7
				if utf16.IsSurrogate(rune(n)) {
					b.WriteRune('\uFFFD') // halves of a pair are never written this way
					continue
				}
				b.WriteRune(rune(n))
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
