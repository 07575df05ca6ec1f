package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe"
	"fuhe/extract/grid"
)

// Writers of a grid to the files that forms are published in.

var shownFigure = regexp.MustCompile(`^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$`)

// asWorkbook writes a sheet; figures are text, or numbers under a format that shows them.
func asWorkbook(rng *rand.Rand, g grid.Grid) ([]byte, error) {
	top := len(g.Above) + rng.IntN(3)
	return workbookOf(g, top, rng.IntN(2) == 0)
}

// asWorkbookOf is a form as a workbook whose figures are numbers, or all texts.
func asWorkbookOf(g grid.Grid, numbers bool) ([]byte, error) {
	return workbookOf(g, len(g.Above), numbers)
}

func workbookOf(g grid.Grid, top int, numbers bool) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
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

// cellAt is the cell that covers a position, and whether it begins there.
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
