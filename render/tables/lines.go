package tables

import (
	"encoding/json"
	"io"
	"strings"

	"fuhe"
)

// lines writes one table a line as JSON: the Table of the contract with its file, and of each cell besides its text what it
// holds.
type lines struct {
	w io.Writer
	o Options
}

// line is a table as it is written.
type line struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	fuhe.Table
	Pages []int  `json:"pages,omitempty"` // one or more
	Cells []cell `json:"cells"`
}

// cell is a cell as it is written; value is a decimal, of 35.77% it is 0.3577.
type cell struct {
	fuhe.TableCell
	Kind   string      `json:"kind"` // text, number, date
	Value  json.Number `json:"value,omitempty"`
	Format string      `json:"format,omitempty"` // the number format that shows the value as printed
	Doubt  string      `json:"doubt,omitempty"`  // why a text that seems to be a figure is none, and what of the cell is not in its text
}

// Add writes the tables of a document.
func (j *lines) Add(doc fuhe.Document) error {
	enc := json.NewEncoder(j.w)
	enc.SetEscapeHTML(false)
	for _, t := range doc.Tables {
		out := line{Path: doc.Path, SHA256: doc.SHA256, Table: t, Pages: t.Pages, Cells: make([]cell, len(t.Cells))}
		if len(out.Pages) == 0 && t.Page > 0 {
			out.Pages = []int{t.Page}
		}
		ty := make([]typed, len(t.Cells))
		if !j.o.AsText {
			ty = types(&t)
		}
		for i, c := range t.Cells {
			out.Cells[i] = cell{TableCell: c, Kind: ty[i].kind().name()}
			if ty[i].kind() != text {
				out.Cells[i].Value, out.Cells[i].Format = json.Number(ty[i].figure.Literal), ty[i].figure.Format
			}
			if ty[i].kind() == day { // days are texts outside of spreadsheets
				out.Cells[i].Value = ""
			}
			out.Cells[i].Doubt = strings.Join(doubts(&c, ty[i], j.o.Lang), "\n")
		}
		if err := enc.Encode(out); err != nil {
			return err
		}
	}
	return nil
}

// doubts are why a cell is not what its text says: it seems to be a figure and is none, or something of it was not taken.
func doubts(c *fuhe.TableCell, ty typed, l fuhe.Lang) []string {
	var says []string
	if ty.why != nil {
		says = append(says, ty.why.In(l))
	}
	if why := c.Missing(); why != nil && why != ty.why {
		says = append(says, why.In(l))
	}
	return says
}

// Close has nothing left to write.
func (j *lines) Close() error { return nil }
