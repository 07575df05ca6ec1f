package docx

import (
	"bytes"
	"slices"
	"testing"

	"fuhe"
)

// looked reads a table of a score cell with the given properties and runs, and says what is said of it.
func looked(t *testing.T, properties, runs, around, styles string) (text string, doubt *fuhe.Phrase, said []string) {
	t.Helper()
	body := around + "<w:tbl>" + properties + "<w:tr>" + tc("", "得分") + runs + "</w:tr>" + tr(tc("", "甲"), tc("", "末")) + "</w:tbl>"
	raw := packed(t, body, styles)
	b, err := Read(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range b.Unread {
		said = append(said, u.Reason)
	}
	c := b.Grids[0].Cells[1]
	return c.Text, c.Doubt, said
}

const eight = "hidden text of the table is not read: 8"

// run is a run of text with properties.
func run(properties, text string) string {
	return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>"
}

func cellOf(properties, paragraph, runs string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:pPr>" + paragraph + "</w:pPr>" + runs + "</w:p></w:tc>"
}

// TestUnseen: what nobody sees is left out and said, and a figure beside it is in doubt.
func TestUnseen(t *testing.T) {
	const styles = `<w:style w:type="character" w:styleId="White"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Pale"><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>`
	white, nine := run(`<w:color w:val="FFFFFF"/>`, "8"), r("9.47")
	blue := `<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>`
	for name, c := range map[string]struct {
		table, cell string
		doubt       *fuhe.Phrase
	}{
		"white on paper":         {"", cellOf("", "", white+nine), fuhe.DoubtUnseen},
		"white by its style":     {"", cellOf("", "", run(`<w:rStyle w:val="White"/>`, "8")+nine), fuhe.DoubtUnseen},
		"one point":              {"", cellOf("", "", run(`<w:sz w:val="2"/>`, "8")+nine), fuhe.DoubtUnseen},
		"as narrow as a line":    {"", cellOf("", "", run(`<w:w w:val="1"/>`, "8")+nine), fuhe.DoubtUnseen},
		"blue on blue":           {"", cellOf(blue, "", run(`<w:color w:val="1F3864"/>`, "8")+run(`<w:color w:val="FFFFFF"/>`, "9.47")), fuhe.DoubtUnseen},
		"blue on a blue table":   {"<w:tblPr>" + blue + "</w:tblPr>", cellOf("", "", run(`<w:color w:val="1F3864"/>`, "8")+run(`<w:color w:val="FFFFFF"/>`, "9.47")), fuhe.DoubtUnseen},
		"yellow on its marker":   {"", cellOf("", "", run(`<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>`, "8")+nine), fuhe.DoubtUnseen},
		"pale by its paragraph":  {"", cellOf("", `<w:pStyle w:val="Pale"/>`, r("8")+run(`<w:color w:val="auto"/>`, "9.47")), fuhe.DoubtUnseen},
		"hidden":                 {"", cellOf("", "", run(`<w:vanish/>`, "8")+nine), nil},
		"hidden by its style":    {"", cellOf("", `<w:pStyle w:val="Gone"/>`, r("8")+run(`<w:vanish w:val="0"/>`, "9.47")), nil},
		"black, solid, on black": {"", cellOf(`<w:shd w:val="solid" w:color="auto" w:fill="auto"/>`, "", run(`<w:color w:val="000000"/>`, "8")+run(`<w:color w:val="FFFFFF"/>`, "9.47")), fuhe.DoubtUnseen},
	} {
		text, doubt, said := looked(t, c.table, c.cell, "", styles)
		if text != "9.47" || doubt != c.doubt || !slices.Equal(said, []string{eight}) {
			t.Errorf("%s: %q, doubt %v, said %q", name, text, doubt, said)
		}
	}
}

// TestHiddenWords: a remark that Word hides is left out, as ever.
func TestHiddenWords(t *testing.T) {
	if text, doubt, said := looked(t, "", cellOf("", "", r("9.47")+run("<w:vanish/>", "（待核）")), "", ""); text != "9.47" || doubt != nil || said != nil {
		t.Errorf("%q, %v, %q", text, doubt, said)
	}
}

// TestSeen: light letters on a dark ground are seen, and so are those whose ground is not known.
func TestSeen(t *testing.T) {
	const styles = `<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>` +
		`<w:tblStylePr w:type="lastRow"><w:tcPr><w:shd w:val="clear" w:fill="auto"/></w:tcPr></w:tblStylePr></w:style>`
	white := run(`<w:color w:val="FFFFFF"/>`, "9.47")
	blue := `<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>`
	dark := `<w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr>`
	for name, c := range map[string]struct {
		table, cell, around string
		doubt               *fuhe.Phrase
	}{
		"white on a blue cell":      {"", cellOf(blue, "", white), "", nil},
		"white on a blue paragraph": {"", cellOf("", blue, white), "", nil},
		"white on blue letters":     {"", cellOf("", "", run(`<w:color w:val="FFFFFF"/>`+blue, "9.47")), "", nil},
		"white on a blue table":     {"<w:tblPr>" + blue + "</w:tblPr>", cellOf("", "", white), "", nil},
		"white on a pattern":        {"", cellOf(`<w:shd w:val="pct50" w:color="auto" w:fill="FFFFFF"/>`, "", white), "", nil},
		"its own colour":            {"", cellOf(`<w:shd w:val="clear" w:fill="000000"/>`, "", run(`<w:color w:val="auto"/>`, "9.47")), "", nil},
		"grey":                      {"", cellOf("", "", run(`<w:color w:val="C0C0C0"/>`, "9.47")), "", nil},
		"half as wide":              {"", cellOf("", "", run(`<w:w w:val="50"/>`, "9.47")), "", nil},
		"four points":               {"", cellOf("", "", run(`<w:sz w:val="8"/>`, "9.47")), "", nil},
		"white in a table style":    {dark, cellOf("", "", white), "", fuhe.DoubtStyled},
		"black in a table style":    {dark, cellOf("", "", r("9.47")), "", nil},
		"blue beside a table style": {dark, cellOf("", "", run(`<w:color w:val="1F3864"/>`, "9.47")), "", fuhe.DoubtStyled},
	} {
		text, doubt, said := looked(t, c.table, c.cell, c.around, styles)
		if text != "9.47" || doubt != c.doubt || len(said) != 0 {
			t.Errorf("%s: %q, doubt %v, said %q", name, text, doubt, said)
		}
	}
	colour := packed(t, "</w:body><w:background w:color=\"1F3864\"/><w:body>"+table(tr(tc("", "得分"), cellOf("", "", white)), tr(tc("", "甲"), tc("", "末"))), "")
	b, err := Read(bytes.NewReader(colour), int64(len(colour)))
	if err != nil || b.Grids[0].Cells[1].Text != "9.47" || b.Grids[0].Cells[1].Doubt != fuhe.DoubtStyled {
		t.Errorf("white on a page of a colour: %+v, %v", b.Grids, err)
	}
}
