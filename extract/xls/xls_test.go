package xls

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// styles are the cell styles of the tests: 0 General, 1 0.00%, 2 a format of the file's own, 3 a date, 4 text, 5 unknown.
var styles = join(rec(recFormat, le16(164, length(`#,##0.00"万元"`)), wideText(`#,##0.00"万元"`)),
	rec(recXF, le16(0, 0), make([]byte, 16)), rec(recXF, le16(0, 10), make([]byte, 16)), rec(recXF, le16(0, 164), make([]byte, 16)),
	rec(recXF, le16(0, 31), make([]byte, 16)), rec(recXF, le16(0, 49), make([]byte, 16)), rec(recXF, le16(0, 12), make([]byte, 16)))

func cellRec(kind, row, col, style int, parts ...[]byte) []byte {
	return rec(kind, le16(row, col, style), join(parts...))
}

func formula(row, col, style int, result []byte, flags int) []byte {
	return cellRec(recFormula, row, col, style, result, le16(flags), le32(0), le16(0))
}

// TestCellsAsShown: each kind of cell is what Excel shows.
func TestCellsAsShown(t *testing.T) {
	shared := join(styles, rec(recSST, le32(2), le32(2), le16(4), wideText("产出指标"), le16(2), []byte{0x0C}, le16(1), le32(3), []byte("ab"), le16(0, 1), []byte("xyz")))
	b := read(t, book(shared, join(
		cellRec(recLabelSST, 0, 0, 0, le32(0)), cellRec(recLabelSST, 0, 1, 0, le32(1)),
		cellRec(recLabel, 0, 2, 4, le16(3), []byte{0}, []byte("7.5")),
		cellRec(recNumber, 1, 0, 1, f64(0.3577)), cellRec(recNumber, 1, 1, 2, f64(147663.64)), cellRec(recNumber, 1, 2, 3, f64(44925)),
		cellRec(recRK, 2, 0, 0, le32(950<<2|3)),                                     // 950 hundredths
		cellRec(recRK, 2, 1, 0, le32(-7<<2|2)),                                      // an integer
		cellRec(recRK, 2, 2, 0, f64(1.5)[4:]),                                       // the upper half of a double
		rec(recMulRK, le16(3, 0, 0), le32(10<<2|2), le16(1), le32(1<<2|2), le16(1)), // A4 and B4
		cellRec(recBoolErr, 3, 2, 0, []byte{0x07, 1}),
		formula(4, 0, 0, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0), rec(recSharedFormula, make([]byte, 10)), rec(recString, le16(2), wideText("优秀")),
		formula(4, 1, 1, f64(0.8618), 0), formula(4, 2, 0, []byte{2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF}, 0),
		formula(5, 0, 0, []byte{1, 0, 1, 0, 0, 0, 0xFF, 0xFF}, 0), formula(5, 1, 0, []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0), formula(5, 2, 0, f64(0), 0),
	)))
	if len(b.Grids) != 1 || len(b.Unread) != 0 {
		t.Fatalf("%d grids, %v", len(b.Grids), b.Unread)
	}
	got := texts(b.Grids[0])
	for ref, want := range map[string]string{"A1": "产出指标", "B1": "ab", "C1": "7.5", "A2": "35.77%", "B2": "147,663.64万元", "C2": "2022年12月30日", "A3": "9.5", "B3": "-7", "C3": "1.5",
		"A4": "10", "B4": "100.00%", "C4": "#DIV/0!", "A5": "优秀", "B5": "86.18%", "C5": "#N/A", "A6": "TRUE", "B6": "", "C6": "0"} {
		if got[ref] != want {
			t.Errorf("%s is %q, want %q", ref, got[ref], want)
		}
	}
	if g := b.Grids[0]; g.Unsure != "" || g.Sheet != "自评表" || g.Hidden {
		t.Errorf("unsure %q, sheet %q", g.Unsure, g.Sheet)
	}
	covered(t, b.Grids[0])
}

// TestStringsOverRecords: a string that goes on in the next record says there anew how wide its characters are.
func TestStringsOverRecords(t *testing.T) {
	table := join(rec(recSST, le32(3), le32(3), le16(6), []byte{0}, []byte("abc")), rec(recContinue, wideText("指标一"), le16(2)), rec(recContinue, wideText("得分"), le16(3), []byte{8}, le16(2), []byte("xyz"), le16(0)),
		rec(recContinue, le16(1, 2, 3)))
	b := read(t, book(join(styles, table), join(cellRec(recLabelSST, 0, 0, 0, le32(0)), cellRec(recLabelSST, 0, 1, 0, le32(1)), cellRec(recLabelSST, 0, 2, 0, le32(2)))))
	if got := texts(b.Grids[0]); got["A1"] != "abc指标一" || got["B1"] != "得分" || got["C1"] != "xyz" {
		t.Errorf("%v", got)
	}
}

// TestSheetAsShown: merged cells, hidden lines and sheets, widths.
func TestSheetAsShown(t *testing.T) {
	label := func(row, col int, s string) []byte {
		return cellRec(recLabel, row, col, 0, le16(length(s)), wideText(s))
	}
	b := read(t, book(styles, join(
		rec(recDefColWidth, le16(8)), rec(recColInfo, le16(1, 1, 20*256, 0, 0, 0)), rec(recColInfo, le16(2, 2, 2048, 0, 1, 0)),
		rec(recRow, le16(2, 0, 4, 300, 0, 0), le32(0x20)),
		label(0, 0, "题"), label(1, 0, "甲"), label(1, 1, "1"), label(1, 2, "藏"), label(1, 3, "2"), label(2, 3, "隐"), label(3, 3, "3"), cellRec(recBlank, 9, 9, 0),
		rec(recMergedCells, le16(2, 0, 0, 0, 3, 1, 3, 0, 0)), rec(recWindow2, le16(0x06A6), make([]byte, 16)), cellRec(recNumber, 3, 1, 0, f64(0)),
	), label(0, 0, "旧表")))
	if len(b.Grids) != 2 || b.Grids[0].Hidden || !b.Grids[1].Hidden || b.Grids[1].Sheet != "藏" {
		t.Fatalf("%+v", b.Grids)
	}
	g := b.Grids[0]
	got := texts(g)
	if g.Rows != 3 || g.Cols != 3 || got["A1:D1"] != "题" || got["A2:A4"] != "甲" || got["D2"] != "2" || got["D4"] != "3" || got["B4"] != "" {
		t.Errorf("%d × %d: %v", g.Rows, g.Cols, got)
	}
	if g.Edges[2]-g.Edges[1] < 2*(g.Edges[1]-g.Edges[0]) {
		t.Errorf("edges %v", g.Edges)
	}
	var reasons []string
	for _, u := range b.Unread {
		reasons = append(reasons, u.Reason)
	}
	if r := strings.Join(reasons, "/"); len(reasons) != 2 || !strings.Contains(r, "row 3") || !strings.Contains(r, "column C") {
		t.Errorf("unread %q", r)
	}
	covered(t, g)
}

// TestZerosHidden: a sheet can show no zeros.
func TestZerosHidden(t *testing.T) {
	b := read(t, book(styles, join(cellRec(recNumber, 0, 0, 0, f64(0)), cellRec(recNumber, 0, 1, 0, f64(5)), cellRec(recNumber, 0, 2, 0, f64(6)), rec(recWindow2, le16(0x06A6), make([]byte, 16)))))
	if got := texts(b.Grids[0]); got["A1"] != "" || got["B1"] != "5" || b.Grids[0].Cols != 2 {
		t.Errorf("%v", got)
	}
}

// TestDoubts: what is not sure is said.
func TestDoubts(t *testing.T) {
	b := read(t, book(styles, join(formula(0, 0, 0, f64(0), 3), cellRec(recNumber, 0, 1, 5, f64(12.5)))))
	if g := b.Grids[0]; g.At(0, 0).Doubt != fuhe.DoubtFormula || g.At(0, 1).Doubt != fuhe.DoubtFormat || texts(g)["B1"] != "12.5" {
		t.Errorf("%+v", g)
	}
}

// TestRefused: what is not read is refused with a reason, and a damaged sheet does not keep the others from being read.
func TestRefused(t *testing.T) {
	good := book(styles, cellRec(recNumber, 0, 0, 0, f64(1)))
	old := bytes.Clone(good)
	copy(old[4:], le16(0x0500))
	secret := book(rec(recFilePass, le16(1, 2, 2)), cellRec(recNumber, 0, 0, 0, f64(1)))
	for _, c := range []struct {
		name   string
		raw    []byte
		is     error
		reason string
	}{
		{"older", packed("Book", old), ErrOld, ""}, {"another cipher", packed("Workbook", secret), errOtherCipher, ""},
		{"another document", packed("WordDocument", good), nil, "no workbook in its root"}, {"cut", packed("Workbook", good)[:2000], nil, "cut short"},
		{"noise", []byte(strings.Repeat("x", 600)), nil, "no OLE container"}, {"no sheets", packed("Workbook", book(styles)), nil, "lists no worksheet"},
		{"cut record", packed("Workbook", good[:30]), nil, "cut short"},
	} {
		_, err := Read(bytes.NewReader(c.raw), int64(len(c.raw)), Options{})
		if err == nil || c.is != nil && !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.reason) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	b := read(t, book(styles, cellRec(recLabelSST, 0, 0, 0, le32(7)), nil, cellRec(recNumber, 0, 0, 0, f64(1))))
	if len(b.Grids) != 1 || len(b.Unread) != 1 || !strings.Contains(b.Unread[0].Reason, "no string 7") || b.Unread[0].At.Sheet != "自评表" {
		t.Errorf("%+v", b)
	}
}

// TestEncrypted: workbooks that Calc encrypted with a password, and with the one that Excel tries of itself.
func TestEncrypted(t *testing.T) {
	for _, c := range []struct {
		name, password string
		err            error
	}{
		{"password.xls", "secret", nil}, {"password.xls", "", grid.ErrEncrypted}, {"password.xls", "Secret", grid.ErrEncrypted}, {"structure.xls", "", nil},
	} {
		raw, err := os.ReadFile("testdata/" + c.name)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{Password: c.password})
		if !errors.Is(err, c.err) {
			t.Errorf("%s with %q: %v", c.name, c.password, err)
		}
		if c.err != nil {
			continue
		}
		shown := slices.Collect(maps.Values(texts(b.Grids[0])))
		for _, want := range []string{"科普进社区活动经费", "90,394,146.58", "56,797,661.58", "62.83%", "6.28"} { // samples/clean-v1
			if !slices.Contains(shown, want) || len(b.Unread) != 0 {
				t.Errorf("%s: %q is not among %d cells, unread %v", c.name, want, len(shown), b.Unread)
			}
		}
	}
}

// TestCorpus: hostile workbooks end with a book or a reason; two texts of them are known.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/hostile/*.xls")
	if len(files) == 0 {
		t.Skip("the corpus is not at hand")
	}
	readable := 0
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
		for _, g := range b.Grids {
			covered(t, g)
		}
		if err == nil {
			readable++
		}
	}
	if readable < 30 {
		t.Errorf("only %d of %d workbooks are read", readable, len(files))
	}
}

func FuzzStream(f *testing.F) {
	f.Add(book(join(styles, rec(recSST, le32(1), le32(1), le16(2), wideText("得分"))), join(cellRec(recLabelSST, 0, 0, 0, le32(0)), rec(recMergedCells, le16(1, 0, 1, 0, 1)), formula(2, 0, 0, f64(0), 3))))
	f.Add(book(styles, join(rec(recColInfo, le16(0, 300, 0, 0, 1, 0)), rec(recMulRK, le16(3, 250), le16(0), le32(2), le16(0), le32(2), le16(1)))))
	f.Add(book(styles, join(rec(recDrawing, le16(0x0F, 0xF004), le32(26), le16(0, 0xF010), le32(18), le16(0, 1, 0, 1, 0, 1, 900, 1, 200)), rec(recObject, le16(0x15, 0x12, 6), make([]byte, 16)), rec(recBoxText, make([]byte, 10), le16(3, 16)))))
	f.Fuzz(func(t *testing.T, stream []byte) {
		w, err := openWorkbook(stream, "")
		if err != nil {
			return
		}
		for _, s := range w.readSheets() {
			if s.Name == "" && s.Failed == "" && len(s.Cells) > maxCells {
				t.Error("more cells than allowed")
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(packed("Workbook", book(styles, cellRec(recNumber, 0, 0, 0, f64(1)))))
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
		if err != nil {
			return
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
	})
}

// TestLooks: what fonts strike out is left out and said, what they raise stays apart; there is no font 4.
func TestLooks(t *testing.T) {
	font := func(flags, script int) []byte { return rec(recFont, le16(220, flags, 0, 400, script), make([]byte, 6)) }
	fonts := join(font(0, 0), font(8, 0), font(0, 1), font(0, 2), font(8, 0)) // 0 plain, 1 struck, 2 raised, 3 lowered, 5 struck
	xfs := join(rec(recXF, le16(0, 0), make([]byte, 16)), rec(recXF, le16(5, 2), make([]byte, 16)))
	rich := func(s string, runs ...int) []byte {
		return join(le16(length(s)), []byte{0x09}, le16(len(runs)/2), wideText(s)[1:], le16(runs...))
	}
	table := rec(recSST, le32(5), le32(5), rich("147663.46147663.64", 0, 1, 9, 0), rich("147663.641", 9, 2), rich("≥320m2", 5, 2), rich("CO2", 2, 3), rich("12", 1, 9))
	var cells []byte
	for i := range 5 {
		cells = append(cells, cellRec(recLabelSST, 0, i, 0, le32(i))...)
	}
	b := read(t, book(join(fonts, xfs, table), join(cells, cellRec(recNumber, 0, 5, 1, f64(9.5)), cellRec(recNumber, 0, 6, 0, f64(8)))))
	for i, want := range []struct {
		text   string
		struck bool
	}{{"147663.64", true}, {"147663.64¹", false}, {"≥320m²", false}, {"CO₂", false}, {"12", false}, {"", true}, {"8", false}} {
		if c := b.Grids[0].At(0, i); c == nil || c.Text != want.text || c.Struck != want.struck {
			t.Errorf("column %d is %+v, want %q %v", i, c, want.text, want.struck)
		}
	}
}
