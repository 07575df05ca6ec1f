package docx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// listsOf are a list that numbers its first level and not its second, one of bullets, and one that numbers both.
const listsOf = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:numFmt w:val="none"/><w:lvlText w:val="%2"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>` +
	`<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:lvlOverride></w:num>`

// packed is a document with the given body and, when not "", styles.
func packed(t testing.TB, body, styles string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	add := func(name, content string) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
		`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`
	add("_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`)
	add("word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document `+names+`><w:body>`+body+`</w:body></w:document>`)
	if styles != "" {
		add("word/_rels/document.xml.rels", `<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/></Relationships>`)
		add("word/numbering.xml", `<w:numbering `+names+`>`+listsOf+`</w:numbering>`)
		add("word/styles.xml", `<w:styles `+names+`>`+styles+`</w:styles>`)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, body string) grid.Book {
	t.Helper()
	raw := packed(t, body, `<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>`)
	b, err := Read(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// table is a table of the given rows.
func table(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }

func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

// tc is a cell with properties and text.
func tc(properties, text string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>"
}

func p(text string) string { return "<w:p>" + r(text) + "</w:p>" }

func r(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }

// same asserts that the grids of a book are those written, in the notation of grid.Parse; "." is a place without a cell.
func same(t *testing.T, b grid.Book, want ...string) {
	t.Helper()
	if len(b.Grids) != len(want) {
		t.Fatalf("%d grids, want %d: %+v", len(b.Grids), len(want), b.Grids)
	}
	for i, text := range want {
		w, err := grid.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		g := b.Grids[i]
		cells := map[[4]int]string{}
		for _, c := range g.Cells {
			cells[[4]int{c.Row, c.Col, c.RowSpan, c.ColSpan}] = c.Text
		}
		holes := 0
		for _, c := range w.Cells {
			got, ok := cells[[4]int{c.Row, c.Col, c.RowSpan, c.ColSpan}]
			if c.Text == "." {
				holes++
			} else if !ok || got != c.Text {
				t.Errorf("grid %d: %s is %q (there: %v), want %q", i+1, c.At.Ref, got, ok, c.Text)
			}
		}
		if g.Rows != w.Rows || g.Cols != w.Cols || len(g.Cells) != len(w.Cells)-holes {
			t.Errorf("grid %d is %d × %d with %d cells, want %d × %d with %d", i+1, g.Rows, g.Cols, len(g.Cells), w.Rows, w.Cols, len(w.Cells)-holes)
		}
		if a, wa := linesOf(g.Above), linesOf(w.Above); a != wa {
			t.Errorf("grid %d: above %q, want %q", i+1, a, wa)
		}
		if a, wa := linesOf(g.Below), linesOf(w.Below); a != wa {
			t.Errorf("grid %d: below %q, want %q", i+1, a, wa)
		}
	}
}

func linesOf(lines []fuhe.Line) string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return strings.Join(out, "/")
}

func reasons(b grid.Book) string {
	var out []string
	for _, u := range b.Unread {
		out = append(out, u.Reason)
	}
	return strings.Join(out, "/")
}

// covered asserts that no position of a grid is covered twice, and none outside it.
func covered(t *testing.T, g grid.Grid) {
	t.Helper()
	seen := map[[2]int]bool{}
	for _, c := range g.Cells {
		if c.RowSpan < 1 || c.ColSpan < 1 || c.Row < 0 || c.Col < 0 || c.Row+c.RowSpan > g.Rows || c.Col+c.ColSpan > g.Cols {
			t.Fatalf("cell %s reaches outside %d × %d", c.At.Ref, g.Rows, g.Cols)
		}
		for r := range c.RowSpan {
			for k := range c.ColSpan {
				at := [2]int{c.Row + r, c.Col + k}
				if seen[at] {
					t.Fatalf("%v is covered twice", at)
				}
				seen[at] = true
			}
		}
	}
	if g.Edges != nil && len(g.Edges) != g.Cols+1 {
		t.Fatalf("%d edges for %d columns", len(g.Edges), g.Cols)
	}
}
