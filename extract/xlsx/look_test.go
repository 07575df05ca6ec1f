package xlsx

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// TestLooks: what is struck out is left out and said, what is raised stays apart, in runs and in whole cells.
func TestLooks(t *testing.T) {
	font := func(f excelize.Font) *excelize.Font { f.Family, f.Size = "宋体", 11; return &f }
	b := read(t, made(t, func(f *excelize.File) {
		runs := func(at string, runs ...excelize.RichTextRun) { ok(t, f.SetCellRichText("Sheet1", at, runs)) }
		runs("A1", excelize.RichTextRun{Text: "147663.46", Font: font(excelize.Font{Strike: true})}, excelize.RichTextRun{Text: "147663.64"})
		runs("B1", excelize.RichTextRun{Text: "147663.64"}, excelize.RichTextRun{Text: "1", Font: font(excelize.Font{VertAlign: "superscript"})})
		runs("C1", excelize.RichTextRun{Text: "≥320m"}, excelize.RichTextRun{Text: "2", Font: font(excelize.Font{VertAlign: "superscript"})})
		runs("D1", excelize.RichTextRun{Text: "CO"}, excelize.RichTextRun{Text: "2", Font: font(excelize.Font{VertAlign: "subscript"})})
		runs("E1", excelize.RichTextRun{Text: "20", Font: font(excelize.Font{VertAlign: "superscript"})})
		struck, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}, NumFmt: 2})
		ok(t, err)
		ok(t, f.SetCellValue("Sheet1", "F1", 12.5))
		ok(t, f.SetCellValue("Sheet1", "G1", "作废"))
		ok(t, f.SetCellValue("Sheet1", "H1", "末"))
		ok(t, f.SetCellStyle("Sheet1", "F1", "G1", struck))
	}))
	for ref, want := range map[string]struct {
		text   string
		struck bool
	}{"A1": {"147663.64", true}, "B1": {"147663.64¹", false}, "C1": {"≥320m²", false}, "D1": {"CO₂", false}, "E1": {"20", false}, "F1": {"", true}, "G1": {"", true}, "H1": {"末", false}} {
		if c := cellAt(t, b.Grids[0], ref); c.Text != want.text || c.Struck != want.struck || c.Doubt != nil {
			t.Errorf("%s is %q, struck %v, want %q %v", ref, c.Text, c.Struck, want.text, want.struck)
		}
	}
}

// TestPictures: a picture in a cell is not blank, whatever shows it there; one over several cells stands in none.
func TestPictures(t *testing.T) {
	var drawn bytes.Buffer
	ok(t, png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 40, 12))))
	picture := &excelize.Picture{Extension: ".png", File: drawn.Bytes(), Format: &excelize.GraphicOptions{Positioning: "oneCell"}}
	b := read(t, made(t, func(f *excelize.File) {
		ok(t, f.SetCellValue("Sheet1", "A1", "合计"))
		ok(t, f.AddPictureFromBytes("Sheet1", "B1", picture))
		ok(t, f.MergeCell("Sheet1", "C1", "D2"))
		ok(t, f.AddPictureFromBytes("Sheet1", "D2", picture))
		ok(t, f.SetCellFormula("Sheet1", "E1", `DISPIMG("ID_0A1B",1)`))
		ok(t, f.SetCellValue("Sheet1", "F1", `=DISPIMG("ID_0A1B",1)`))
		seal := *picture
		seal.Format = &excelize.GraphicOptions{ScaleX: 8, ScaleY: 8}
		ok(t, f.AddPictureFromBytes("Sheet1", "G1", &seal))
		ok(t, f.SetCellValue("Sheet1", "J9", "末"))
	}))
	for _, ref := range []string{"B1", "C1:D2", "E1", "F1"} {
		if c := cellAt(t, b.Grids[0], ref); c.Doubt != fuhe.DoubtPicture || c.Blank() || c.Text != "" {
			t.Errorf("%s: %+v", ref, c)
		}
	}
	for _, ref := range []string{"G1", "H2"} {
		if c := cellAt(t, b.Grids[0], ref); c.Doubt != nil {
			t.Errorf("a seal over cells is taken for what stands in %s", ref)
		}
	}
	b = read(t, sheetOf(t, `<row><c t="e" vm="1"><v>#VALUE!</v></c><c t="e"><v>#VALUE!</v></c></row>`, ""))
	if g := b.Grids[0]; cellAt(t, g, "A1").Doubt != fuhe.DoubtPicture || cellAt(t, g, "B1").Text != "#VALUE!" {
		t.Errorf("a picture in a cell is read as the error that older programs show: %+v", g.Cells)
	}
}

// TestFilteredRow: a row that a filter hides may be part of the sums; one that only holds words is no row of figures.
func TestFilteredRow(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		for i, row := range [][]any{{"指标", "分值"}, {"甲", 10}, {"乙", 20}, {"XMMC", "FZ"}, {"合计", 30}} {
			ok(t, f.SetSheetRow("Sheet1", reference(i, 0), &row))
		}
		ok(t, f.SetRowVisible("Sheet1", 3, false))
		ok(t, f.SetRowVisible("Sheet1", 4, false))
	}))
	g := b.Grids[0]
	if c := cellAt(t, g, "B3"); g.Rows != 4 || c.Text != "20" || c.Doubt != fuhe.DoubtHidden || len(b.Unread) != 1 {
		t.Errorf("%d rows, %+v, unread %v", g.Rows, c, b.Unread)
	}
	if c := cellAt(t, g, "B5"); c.Doubt != nil {
		t.Error("a visible row is in doubt")
	}
}
