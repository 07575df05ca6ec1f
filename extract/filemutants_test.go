package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"html"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// TestNoFileIsSilent changes one cell in the bytes of a form file, or in the glyphs of its pages, and reads it again through
// its reader: what TestNothingIsSilent asks of grids holds of files of each format.
//
//	go test ./extract -run TestNoFileIsSilent -mutants 10000 -v
func TestNoFileIsSilent(t *testing.T) {
	forms := originals(t)
	drawn := map[string]*drawnForm{}
	for _, f := range drawnForms(t) {
		drawn[f.path] = &f
	}
	random := rand.New(rand.NewPCG(*mutantSeed+6, 17))
	of := map[fuhe.Format][]*original{}
	for i := range forms {
		f := formatOf(forms[i].path)
		of[f] = append(of[f], &forms[i])
	}
	formats := []fuhe.Format{fuhe.PDF, fuhe.XLSX, fuhe.XLS, fuhe.DOCX, fuhe.HTML, fuhe.Text}
	counts := make([]struct{ changed, refused, wrong int }, len(formats))
	for n, tries := 0, 0; n < *mutants/2 && tries < 100**mutants; tries++ {
		format := formats[random.IntN(len(formats))]
		o := of[format][random.IntN(len(of[format]))]
		m, ok := mutate(random, o)
		if !ok || o.texts(m.was) > 1 {
			continue // cells of one text may be stored as one
		}
		grids, said, ok := o.changed(m, drawn[o.path])
		if !ok {
			continue
		}
		n++
		c := &counts[slices.Index(formats, format)]
		c.changed++
		m.grids = grids
		wrong, whole := o.compare(m)
		switch {
		case said || !whole:
			c.refused++
		case len(wrong) > 0:
			if c.wrong++; c.wrong <= 10 {
				t.Errorf("%s: %s\n\t%s", o.path, m, strings.Join(wrong[:min(4, len(wrong))], "\n\t"))
			}
		}
	}
	for i, c := range counts {
		if c.changed == 0 {
			t.Errorf("no %s was changed", formats[i])
		}
		t.Logf("%s: %d changed, %d wrong, %d not read, with the reason", formats[i], c.changed, c.wrong, c.refused)
	}
}

// texts counts the cells that show a text.
func (o *original) texts(text string) int {
	n := 0
	for _, g := range o.grids {
		for _, c := range g.Cells {
			if c.Text == text {
				n++
			}
		}
	}
	return n
}

// changed is what the reader of a file makes of it with one cell changed; said when it tells of something that it could not
// read, not ok when the text of the cell is not found once in the file.
func (o *original) changed(m *mutant, drawn *drawnForm) (grids []grid.Grid, said, ok bool) {
	format := formatOf(o.path)
	if format == fuhe.PDF {
		if drawn == nil {
			return nil, false, false
		}
		book := tablesOf(drawn.without(m))
		return book.Grids, len(book.Unread) > 0, true
	}
	raw, err := os.ReadFile(o.path)
	if err != nil {
		return nil, false, false
	}
	switch format {
	case fuhe.XLSX, fuhe.DOCX:
		raw, ok = changedInZip(raw, m)
	case fuhe.XLS:
		raw, ok = changedInXLS(raw, m)
	case fuhe.HTML:
		raw, ok = replacedOnce(raw, ">"+html.EscapeString(m.was)+"<", ">"+html.EscapeString(m.is)+"<")
	default:
		raw, ok = replacedOnce(raw, " "+m.was+" |", " "+m.is+" |")
	}
	if !ok {
		return nil, false, false
	}
	book, err := readerOf(format)(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{})
	return book.Grids, err != nil || len(book.Unread) > 0, true
}

func replacedOnce(raw []byte, was, is string) ([]byte, bool) {
	if bytes.Count(raw, []byte(was)) != 1 {
		return nil, false
	}
	return bytes.Replace(raw, []byte(was), []byte(is), 1), true
}

// changedInZip changes a text that stands once in the parts of an Office file.
func changedInZip(raw []byte, m *mutant) ([]byte, bool) {
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, false
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	done := 0
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			return nil, false
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return nil, false
		}
		was, is := ">"+html.EscapeString(m.was)+"<", ">"+html.EscapeString(m.is)+"<"
		if n := bytes.Count(part, []byte(was)); n > 0 && strings.HasSuffix(f.Name, ".xml") {
			done += n
			part = bytes.Replace(part, []byte(was), []byte(is), 1)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			return nil, false
		}
		if _, err := to.Write(part); err != nil {
			return nil, false
		}
	}
	if err := w.Close(); err != nil || done != 1 {
		return nil, false
	}
	return out.Bytes(), true
}

// changedInXLS changes a character of a text that stands once in a workbook whose streams are stored as they are.
func changedInXLS(raw []byte, m *mutant) ([]byte, bool) {
	wide := func(s string) []byte {
		var out []byte
		for _, u := range utf16.Encode([]rune(s)) {
			out = binary.LittleEndian.AppendUint16(out, u)
		}
		return out
	}
	was, is := wide(m.was), wide(m.is)
	if len(was) != len(is) || bytes.Count(raw, was) != 1 {
		return nil, false
	}
	return bytes.Replace(raw, was, is, 1), true
}

// without is the pages with the glyphs of a cell showing the text of a mutant; a character too many has no glyph.
func (f *drawnForm) without(m *mutant) []page.Page {
	pages := slices.Clone(f.pages)
	for i := range pages {
		if pages[i].Number != m.at.Page {
			continue
		}
		var glyphs []page.Glyph
		texts := []rune(strings.ReplaceAll(m.is, " ", ""))
		k := 0
		for _, g := range pages[i].Glyphs {
			x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
			if b := m.at.Box; x < b[0] || x > b[2] || y < b[1] || y > b[3] || strings.TrimSpace(g.Text) == "" {
				glyphs = append(glyphs, g)
				continue
			}
			if k < len(texts) {
				g.Text = string(texts[k])
				glyphs = append(glyphs, g)
			}
			k++
		}
		pages[i].Glyphs = glyphs
	}
	return pages
}
