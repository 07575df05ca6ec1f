package xlsx

import (
	"errors"
	"strings"

	"fuhe"
)

// live keeps the formulas of a sheet, by rows and columns of the sheet: those that refer to cells of it and use no function
// but those that fuhe computes. Of any other (another sheet or file, a service) it keeps only that there is one.
func (s *sheet) live() {
	masters := map[string]*formula{}
	for _, f := range s.written {
		if f.shared != "" && f.text != "" {
			masters[f.shared] = f
		}
	}
	for _, f := range s.written {
		if f.cell < 0 {
			continue
		}
		pieces, err := s.pieces(f, masters[f.shared])
		if err != nil {
			pieces = nil // there is one, but none to be written
		}
		s.Cells[f.cell].Formula = &pieces
	}
}

var errNotAlone = errors.New("a formula that is not made of cells of its sheet alone")

// pieces are a formula in pieces; master is the one it shares, nil for none.
func (s *sheet) pieces(f, master *formula) (fuhe.Formula, error) {
	text, down, right := f.text, 0, 0
	if f.shared != "" && text == "" {
		if master == nil {
			return nil, errNotAlone
		}
		text, down, right = master.text, f.row-master.row, f.col-master.col
	}
	if f.kind == "dataTable" || f.kind == "array" {
		return nil, errNotAlone
	}
	if err := foreign(text); err != nil {
		return nil, err
	}
	found, err := areasOf(text, f.sheet)
	if err != nil || len(found.names) > 0 {
		return nil, errors.Join(err, errNotAlone)
	}
	var out fuhe.Formula
	end := 0
	for i, a := range found.list {
		a = a.moved(down, right)
		if !strings.EqualFold(a.sheet, s.Name) || a.from.row < 0 || a.from.col < 0 {
			return nil, errNotAlone
		}
		out = append(out, fuhe.FormulaPiece{Text: text[end:found.spans[i][0]]},
			fuhe.FormulaPiece{Area: &fuhe.Area{From: fuhe.Spot{Row: a.from.row, Col: a.from.col}, To: fuhe.Spot{Row: a.to.row, Col: a.to.col}}})
		end = found.spans[i][1]
	}
	return append(out, fuhe.FormulaPiece{Text: text[end:]}), nil
}
