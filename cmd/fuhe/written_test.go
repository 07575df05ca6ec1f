package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe"
	"fuhe/extract"
	"fuhe/extract/grid"
	"fuhe/samples/invent"
)

// Any invented form, in any layout, reads the same from a workbook, a document, a web page and as a grid.

// written are the files a form can be in, each made by its own writer.
var written = []struct {
	name  string
	write func(*rand.Rand, grid.Grid) ([]byte, error)
}{
	{"workbook", asWorkbook}, {"document", asDocument}, {"web page", asPage}, {"web page in GBK", asPageInGBK}, {"markdown", asMarkdown},
}

func TestEveryFileReadsTheSame(t *testing.T) {
	for n := range max(*howMany/6, 1) * len(written) {
		as, layouts := written[n%len(written)], invent.Layouts()
		f := invent.Make(layouts[n/len(written)%len(layouts)], uint64(1_000_000+n))
		raw, err := as.write(rand.New(rand.NewPCG(uint64(n), 7)), f.Grid)
		if err != nil {
			t.Fatal(err)
		}
		doc := readBytes(raw)
		if as.name == "markdown" && f.Layout == "FJ" {
			if len(doc.Reports) != 0 || len(doc.Unread) == 0 { // its 小计 has a meaning only under the merged 预算安排
				t.Errorf("%s as %s: read without its groups of headings\n%s", f.Layout, as.name, drawn(f.Grid))
			}
			continue
		}
		if len(doc.Reports) != 1 || len(doc.Unread) > 0 {
			t.Errorf("%s as %s: %d forms, unread %v\n%s", f.Layout, as.name, len(doc.Reports), doc.Unread, drawn(f.Grid))
			continue
		}
		wrong, made := differences(doc.Reports[0], f)
		for _, w := range append(wrong, made...) {
			t.Errorf("%s as %s: %s\n%s", f.Layout, as.name, w, drawn(f.Grid))
		}
	}
}

func readBytes(raw []byte) fuhe.Document {
	in := extract.Walk([]string{"-"}, bytes.NewReader(raw))
	doc, _ := extract.Read(context.Background(), in[0], extract.Options{})
	return doc
}

var shownFigure = regexp.MustCompile(`^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$`)

// asWorkbook writes a sheet; figures are text, or numbers under a format that shows them.
func asWorkbook(rng *rand.Rand, g grid.Grid) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	top := len(g.Above) + rng.IntN(3)
	numbers := rng.IntN(2) == 0
	for i, l := range g.Above {
		if err := f.SetCellStr(sheet, name(i, 0), l.Text); err != nil {
			return nil, err
		}
		if g.Cols > 1 {
			if err := f.MergeCell(sheet, name(i, 0), name(i, g.Cols-1)); err != nil {
				return nil, err
			}
		}
	}
	for _, c := range g.Cells {
		at := name(top+c.Row, c.Col)
		if c.RowSpan > 1 || c.ColSpan > 1 {
			if err := f.MergeCell(sheet, at, name(top+c.Row+c.RowSpan-1, c.Col+c.ColSpan-1)); err != nil {
				return nil, err
			}
		}
		if err := writeCell(f, sheet, at, c.Text, numbers); err != nil {
			return nil, err
		}
	}
	for i, l := range g.Below {
		if err := f.SetCellStr(sheet, name(top+g.Rows+i, 0), l.Text); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

func name(row, col int) string { return fuhe.Ref(row, col, 1, 1) }

func writeCell(f *excelize.File, sheet, at, text string, numbers bool) error {
	if !numbers || !shownFigure.MatchString(text) {
		return f.SetCellStr(sheet, at, text)
	}
	digits := strings.TrimSuffix(strings.ReplaceAll(text, ",", ""), "%")
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return err
	}
	format := "0"
	if strings.Contains(text, ",") {
		format = "#,##0"
	}
	if _, decimals, ok := strings.Cut(digits, "."); ok {
		format += "." + strings.Repeat("0", len(decimals))
	}
	if strings.HasSuffix(text, "%") {
		v, format = v/100, format+"%"
	}
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return err
	}
	if err := f.SetCellStyle(sheet, at, at, style); err != nil {
		return err
	}
	return f.SetCellFloat(sheet, at, v, -1, 64)
}

// at is the cell that begins at a position, and whether another one covers it from the left or from above.
func cellAt(g grid.Grid, row, col int) (c *grid.Cell, begins bool) {
	c = g.At(row, col)
	return c, c != nil && c.Row == row && c.Col == col
}

// asDocument writes a document with the table as office programs do: gridSpan to the side, vMerge down.
func asDocument(rng *rand.Rand, g grid.Grid) ([]byte, error) {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	paragraph := func(text string) {
		b.WriteString("<w:p>")
		for _, piece := range pieces(rng, text) {
			b.WriteString(`<w:r><w:t xml:space="preserve">` + html.EscapeString(piece) + "</w:t></w:r>")
		}
		b.WriteString("</w:p>")
	}
	for _, l := range g.Above {
		paragraph(l.Text)
	}
	b.WriteString("<w:tbl><w:tblPr/><w:tblGrid>" + strings.Repeat(`<w:gridCol w:w="900"/>`, g.Cols) + "</w:tblGrid>")
	for r := range g.Rows {
		b.WriteString("<w:tr>")
		for k := 0; k < g.Cols; {
			c := g.At(r, k)
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/>`, c.ColSpan)
			switch {
			case c.RowSpan > 1 && c.Row == r:
				b.WriteString(`<w:vMerge w:val="restart"/>`)
			case c.RowSpan > 1:
				b.WriteString(`<w:vMerge/>`)
			}
			b.WriteString("</w:tcPr>")
			if c.Row == r {
				for _, line := range strings.Split(c.Text, "\n") {
					paragraph(line)
				}
			} else {
				b.WriteString("<w:p/>")
			}
			b.WriteString("</w:tc>")
			k += c.ColSpan
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	for _, l := range g.Below {
		paragraph(l.Text)
	}
	b.WriteString("<w:sectPr/></w:body></w:document>")
	return zipped(map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   b.String(),
	})
}

// pieces cuts a text into runs, as editing leaves them.
func pieces(rng *rand.Rand, text string) []string {
	r := []rune(text)
	if len(r) < 2 || rng.IntN(3) > 0 {
		return []string{text}
	}
	at := 1 + rng.IntN(len(r)-1)
	return []string{string(r[:at]), string(r[at:])}
}

func zipped(parts map[string]string) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml"} {
		w, err := z.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// asPage writes a web page with navigation around the form.
func asPage(rng *rand.Rand, g grid.Grid) ([]byte, error) {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>信息公开</title></head><body>")
	if rng.IntN(2) == 0 {
		b.WriteString("<ul><li><a href=\"#\">首页</a></li><li><a href=\"#\">政务公开</a></li></ul><div>当前位置：首页 &gt; 预决算公开</div>")
	}
	for _, l := range g.Above {
		b.WriteString("<p>" + html.EscapeString(l.Text) + "</p>\n")
	}
	b.WriteString("<table border=1><tbody>\n")
	for r := range g.Rows {
		b.WriteString("<tr>")
		for k := range g.Cols {
			c, begins := cellAt(g, r, k)
			if !begins {
				continue
			}
			b.WriteString("<td")
			if c.RowSpan > 1 {
				fmt.Fprintf(&b, ` rowspan="%d"`, c.RowSpan)
			}
			if c.ColSpan > 1 {
				fmt.Fprintf(&b, " colspan=%d", c.ColSpan)
			}
			text := strings.ReplaceAll(html.EscapeString(c.Text), "\n", "<br>")
			if text == "" {
				text = pick(rng, "", "&nbsp;", "<p></p>")
			}
			b.WriteString(">" + pick(rng, text, "<p><span>"+text+"</span></p>") + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>")
	for _, l := range g.Below {
		b.WriteString("<p>" + html.EscapeString(l.Text) + "</p>")
	}
	b.WriteString("<footer>版权所有</footer></body></html>")
	return []byte(b.String()), nil
}

func pick[T any](rng *rand.Rand, from ...T) T { return from[rng.IntN(len(from))] }

// asPageInGBK writes the same in the encoding of older sites; what it has no code for is written by its number.
func asPageInGBK(rng *rand.Rand, g grid.Grid) ([]byte, error) {
	raw, err := asPage(rng, g)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, r := range strings.Replace(string(raw), "utf-8", "gbk", 1) {
		code, err := simplifiedchinese.GBK.NewEncoder().String(string(r))
		if err != nil {
			code = fmt.Sprintf("&#%d;", r)
		}
		b.WriteString(code)
	}
	return b.Bytes(), nil
}

// asMarkdown writes a table whose spans are lost: a merged cell is a text and blanks.
func asMarkdown(_ *rand.Rand, g grid.Grid) ([]byte, error) {
	var b strings.Builder
	for _, l := range g.Above {
		b.WriteString(l.Text + "\n\n")
	}
	for r := range g.Rows {
		row := make([]string, g.Cols)
		for k := range g.Cols {
			if c, begins := cellAt(g, r, k); begins {
				row[k] = strings.ReplaceAll(strings.ReplaceAll(c.Text, "\n", "<br>"), "|", `\|`)
			}
		}
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if r == 0 {
			b.WriteString(strings.Repeat("|---", g.Cols) + "|\n")
		}
	}
	for _, l := range g.Below {
		b.WriteString("\n" + l.Text + "\n")
	}
	return []byte(b.String()), nil
}

// Empty rows and columns between those of a form, and line breaks in its headings, change nothing.
func TestEmptyRowsAndBrokenHeadingsChangeNothing(t *testing.T) {
	for n := range *howMany {
		rng, layouts := rand.New(rand.NewPCG(uint64(n), 11)), invent.Layouts()
		f := invent.Make(layouts[n%len(layouts)], uint64(2_000_000+n))
		g := f.Grid
		g.Cells = slices.Clone(g.Cells)
		for i := range g.Cells {
			c := &g.Cells[i]
			if r := []rune(c.Text); f.Heads[c.At.Ref] && len(r) > 1 && rng.IntN(2) == 0 {
				at := 1 + rng.IntN(len(r)-1)
				c.Text = string(r[:at]) + pick(rng, "\n", "\n ", " ", "　") + string(r[at:])
			}
		}
		for range rng.IntN(4) {
			g = widened(g, rng.IntN(g.Rows+1), rng.IntN(3), rng.IntN(g.Cols+1), rng.IntN(3))
		}
		r, err := readGrid(g)
		if err != nil {
			t.Errorf("%s: %v\n%s", f.Layout, err, drawn(g))
			continue
		}
		wrong, made := differences(r, f)
		for _, w := range append(wrong, made...) {
			t.Errorf("%s: %s\n%s", f.Layout, w, drawn(g))
		}
	}
}

// widened puts empty rows and columns into a grid; cells that reach over them grow.
func widened(g grid.Grid, row, rows, col, cols int) grid.Grid {
	g.Cells = slices.Clone(g.Cells)
	for i := range g.Cells {
		c := &g.Cells[i]
		switch {
		case c.Row >= row:
			c.Row += rows
		case c.Row+c.RowSpan > row:
			c.RowSpan += rows
		}
		switch {
		case c.Col >= col:
			c.Col += cols
		case c.Col+c.ColSpan > col:
			c.ColSpan += cols
		}
	}
	g.Rows, g.Cols = g.Rows+rows, g.Cols+cols
	return g
}
