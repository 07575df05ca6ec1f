package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// readStrings reads the shared string table.
func (w *workbook) readStrings(name string) ([]worksheet.Rich, error) {
	var table []worksheet.Rich
	held := 0
	err := w.Elements(name, func(d *ooxml.Parser, e ooxml.Element) error {
		if e.Name.Local != "si" {
			return nil
		}
		s, err := richText(d)
		if err != nil {
			return err
		}
		if held += s.held(); held > maxStringsBytes {
			return fmt.Errorf("more than %d MB of text", maxStringsBytes>>20)
		}
		table = append(table, s.settled())
		return nil
	})
	return table, err
}

// rich is a text as it stands in the file: its runs, neighbours of one look joined.
type rich []worksheet.Run

const runBytes = 48 // that a run takes beside its text

func (r rich) held() int {
	n := 16
	for _, run := range r {
		n += len(run.Text) + runBytes
	}
	return n
}

// settled is the text with its escapes turned into characters; runs that say nothing about their look are plain text.
func (r rich) settled() worksheet.Rich {
	switch {
	case len(r) == 0:
		return worksheet.Rich{}
	case len(r) == 1 && r[0].Look == nil:
		return worksheet.Rich{Plain: unescape(r[0].Text)}
	}
	for i := range r {
		r[i].Text = unescape(r[i].Text)
	}
	return worksheet.Rich{Runs: r}
}

// richText is the text of the element just begun: the t elements of all runs, phonetic readings (rPh) left out.
func richText(d *ooxml.Parser) (rich, error) {
	var out rich
	var look *worksheet.Look
	size := 0
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			switch t.Name.Local {
			case "rPh":
				depth--
				err = d.Pass()
			case "r":
				look = nil
			case "rPr":
				depth--
				look, err = lookOf(d)
			case "t":
				var text string
				depth--
				text, err = d.Text()
				size += len(text)
				out = out.with(worksheet.Run{Text: text, Look: look})
			}
		case xml.EndElement:
			depth--
		}
		if err != nil {
			return nil, err
		}
		if size > maxCellBytes {
			return nil, fmt.Errorf("a text of more than %d KB", maxCellBytes>>10)
		}
	}
	return out, nil
}

// with is the text with a run behind it, joined to the last one when both look the same.
func (r rich) with(run worksheet.Run) rich {
	if n := len(r); n > 0 && sameLook(r[n-1].Look, run.Look) {
		r[n-1].Text += run.Text
		return r
	}
	return append(r, run)
}

func sameLook(a, b *worksheet.Look) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// lookOf reads the font of the element just begun.
func lookOf(d *ooxml.Parser) (*worksheet.Look, error) {
	look := worksheet.Look{Ink: letters}
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			v := ooxml.Attr(t, "val")
			switch t.Name.Local {
			case "strike":
				look.Struck = v == "" || isTrue(v)
			case "color":
				look.Ink = inkOf(t)
			case "sz":
				look.Size = number(v)
			case "vertAlign":
				look.Raised, look.Lowered = v == "superscript", v == "subscript"
			}
		case xml.EndElement:
			depth--
		}
	}
	return &look, nil
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
