package xlsx

import (
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// paint sets a cell with a style.
func paint(t *testing.T, f *excelize.File, at string, value any, s excelize.Style) {
	t.Helper()
	id, err := f.NewStyle(&s)
	ok(t, err)
	ok(t, f.SetCellValue("Sheet1", at, value))
	ok(t, f.SetCellStyle("Sheet1", at, at, id))
}

func inked(rgb string) *excelize.Font { return &excelize.Font{Color: rgb} }

func solid(rgb string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{rgb}}
}

// TestPaleLetters: letters of the colour of their ground are left out and said; light ones on a dark ground are read.
func TestPaleLetters(t *testing.T) {
	theme := 0
	b := read(t, made(t, func(f *excelize.File) {
		paint(t, f, "A1", "得分", excelize.Style{})
		paint(t, f, "B1", 14.5, excelize.Style{Font: inked("FFFFFF")})
		paint(t, f, "C1", 13.5, excelize.Style{Font: &excelize.Font{ColorTheme: &theme}})
		paint(t, f, "D1", "12分", excelize.Style{Font: inked("FDFDFD"), Fill: solid("FFFFFF")})
		paint(t, f, "E1", 11.5, excelize.Style{Font: inked("1F4E79"), Fill: solid("1F4E79")})
		ok(t, f.SetCellRichText("Sheet1", "F1", []excelize.RichTextRun{{Text: "1", Font: inked("FFFFFF")}, {Text: "14", Font: inked("FF0000")}}))
		paint(t, f, "G1", "分值", excelize.Style{Font: inked("FFFFFF"), Fill: solid("1F4E79")})
		paint(t, f, "H1", 9.5, excelize.Style{Font: inked("FFFFFF"), Fill: excelize.Fill{Type: "gradient", Color: []string{"FFFFFF", "1F4E79"}, Shading: 1}})
		paint(t, f, "I1", 8.5, excelize.Style{Font: inked("999999")})
		paint(t, f, "J1", "末", excelize.Style{})
	}))
	for ref, want := range map[string]struct {
		text  string
		doubt *fuhe.Phrase
	}{"A1": {"得分", nil}, "B1": {"", fuhe.DoubtUnseen}, "C1": {"", fuhe.DoubtUnseen}, "D1": {"", fuhe.DoubtUnseen}, "E1": {"", fuhe.DoubtUnseen},
		"F1": {"14", fuhe.DoubtUnseen}, "G1": {"分值", nil}, "H1": {"9.5", nil}, "I1": {"8.5", nil}, "J1": {"末", nil}} {
		if c := cellAt(t, b.Grids[0], ref); c.Text != want.text || c.Doubt != want.doubt {
			t.Errorf("%s is %q, doubt %v, want %q %v", ref, c.Text, c.Doubt, want.text, want.doubt)
		}
	}
	if !slices.Contains(b.Unread, fuhe.Unread{At: fuhe.Source{Sheet: "Sheet1", Ref: "B1"}, Reason: "hidden text of the table is not read: 14.5 13.5 12分 11.5 1"}) {
		t.Errorf("not a word of what nobody sees: %+v", b.Unread)
	}
}

// TestTinyLetters: nobody sees letters of a point, nor rows of that height.
func TestTinyLetters(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		paint(t, f, "A1", "得分", excelize.Style{})
		paint(t, f, "B1", 14.5, excelize.Style{Font: &excelize.Font{Size: 1}})
		ok(t, f.SetCellRichText("Sheet1", "C1", []excelize.RichTextRun{{Text: "8", Font: &excelize.Font{Size: 1}}, {Text: "9.47", Font: &excelize.Font{Size: 4}}}))
		paint(t, f, "A2", "藏", excelize.Style{})
		ok(t, f.SetRowHeight("Sheet1", 2, 0.75))
		paint(t, f, "A3", "末", excelize.Style{})
	}))
	g := b.Grids[0]
	if c := cellAt(t, g, "B1"); c.Text != "" || c.Doubt != fuhe.DoubtUnseen {
		t.Errorf("%+v", c)
	}
	if c := cellAt(t, g, "C1"); c.Text != "9.47" || c.Doubt != fuhe.DoubtUnseen {
		t.Errorf("%+v", c)
	}
	if g.Rows != 2 || len(b.Unread) != 2 {
		t.Errorf("%d rows, %v", g.Rows, b.Unread)
	}
}

// TestFormatThatShowsNothing: a figure whose number format shows nothing is no blank cell; a zero left blank is one.
func TestFormatThatShowsNothing(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		format := func(code string) excelize.Style { return excelize.Style{CustomNumFmt: &code} }
		paint(t, f, "A1", "得分", excelize.Style{})
		paint(t, f, "B1", 14, format(";;;"))
		paint(t, f, "C1", "7分", format(";;;"))
		paint(t, f, "D1", -3, format("0.00;;"))
		paint(t, f, "E1", 0, format("0.00;-0.00;"))
		paint(t, f, "F1", 0, format(";;;"))
		paint(t, f, "G1", 5, format("0.00;-0.00;;@"))
		paint(t, f, "H1", "末", format(";;;@"))
	}))
	for ref, want := range map[string]struct {
		text  string
		doubt *fuhe.Phrase
	}{"B1": {"", fuhe.DoubtUnshown}, "C1": {"", fuhe.DoubtUnshown}, "D1": {"", fuhe.DoubtUnshown}, "E1": {"", nil}, "F1": {"", fuhe.DoubtUnshown},
		"G1": {"5.00", nil}, "H1": {"末", nil}} {
		if c := cellAt(t, b.Grids[0], ref); c.Text != want.text || c.Doubt != want.doubt {
			t.Errorf("%s is %q, doubt %v, want %q %v", ref, c.Text, c.Doubt, want.text, want.doubt)
		}
	}
	if len(b.Unread) != 1 || b.Unread[0].Reason != "hidden text of the table is not read: 14 7分 -3 0" {
		t.Errorf("%+v", b.Unread)
	}
}

// TestPaleByCondition: where conditions may colour cells, letters of the colour of the paper are in doubt and not left out.
func TestPaleByCondition(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		paint(t, f, "A1", 14.5, excelize.Style{Font: inked("FFFFFF")})
		red, err := f.NewConditionalStyle(&excelize.Style{Fill: solid("FF0000")})
		ok(t, err)
		ok(t, f.SetConditionalFormat("Sheet1", "A1:A9", []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Format: &red, Value: "6"}}))
	}))
	if c := cellAt(t, b.Grids[0], "A1"); c.Text != "14.5" || c.Doubt != fuhe.DoubtStyled {
		t.Errorf("%+v", c)
	}
}
