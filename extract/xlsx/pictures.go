package xlsx

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"

	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// pictures says in which blank cells a picture or a text box lies: a figure put there is not blank. One over several cells,
// a seal or a letterhead, stands in none of them.
func (w *workbook) pictures(s *sheet) error {
	rels, err := w.Relations(s.part.path)
	if err != nil {
		return err
	}
	for _, r := range rels {
		if path.Base(r.Kind) != "drawing" || w.Parts[r.Target] == nil {
			continue
		}
		err := w.Elements(r.Target, func(d *ooxml.Parser, e ooxml.Element) error {
			if e.Name.Local != "twoCellAnchor" && e.Name.Local != "oneCellAnchor" {
				return nil
			}
			a, err := readAnchor(d)
			if err == nil && a.picture && len(s.Pictures) < maxPictures {
				s.Pictures = append(s.Pictures, worksheet.Span{Row: a.from.row, Col: a.from.col, LastRow: max(a.from.row, a.last().row), LastCol: max(a.from.col, a.last().col)})
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// anchor is where a drawing begins and ends.
type anchor struct {
	from, to anchored
	picture  bool
}

// anchored is a cell, and how far into it a drawing reaches in EMU.
type anchored struct{ row, col, down, right int }

// last is the last cell that a drawing covers for more than its edge; that of the first where it does not say.
func (a anchor) last() anchored {
	c := a.to
	if c.right < edgeEMU {
		c.col--
	}
	if c.down < edgeEMU {
		c.row--
	}
	return c
}

// readAnchor reads the anchor just begun.
func readAnchor(d *ooxml.Parser) (anchor, error) {
	var a anchor
	at := &a.from
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return a, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			switch name := t.Name.Local; name {
			case "from":
				at = &a.from
			case "to":
				at = &a.to
			case "blip":
				a.picture = true
			case "txBody":
				text, err := d.Text()
				if err != nil {
					return a, err
				}
				depth--
				a.picture = a.picture || strings.TrimSpace(text) != "" // a text box lies over the cell
			case "row", "rowOff", "col", "colOff":
				text, err := d.Text()
				if err != nil {
					return a, err
				}
				depth--
				n, err := strconv.Atoi(text)
				if err != nil || n < 0 || n > 1<<30 {
					n = 0
				}
				*map[string]*int{"row": &at.row, "rowOff": &at.down, "col": &at.col, "colOff": &at.right}[name] = n
			}
		case xml.EndElement:
			depth--
		}
	}
	return a, nil
}
