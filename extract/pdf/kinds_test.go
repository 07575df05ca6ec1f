package pdf

import (
	"bytes"
	"context"
	"fuhe"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// kind is a file with one odd trait and cells of its first table as a person reads them off the page.
type kind struct {
	file  string
	cells map[string]string // text by place; "?" for a cell that has to be in doubt, behind ^ the marks kept apart, behind ~ that text was struck out
}

// kinds are forms with invented names and amounts, each with a trait that was met in published ones.
var kinds = []kind{
	{"trailing-blank-bridges-cells", map[string]string{"E4": "346.73", "F4": "317.49"}},
	{"digits-wider-than-drawn", map[string]string{"E4": "110,344.65", "F4": "101,963.54"}},
	{"stack-joins-next-row", map[string]string{"B16": "满意度指标（10分）", "A17:F17": "总分"}},
	{"clipped-text", map[string]string{"E13": "2023年5月1日-2023年12月31日", "F13": "2023年12月26日完成最后一批结算"}},
	{"raised-digit", map[string]string{"F4": "147663.64^1"}},
	{"raised-star-and-bracket", map[string]string{"F4": "147663.64^*", "I4": "3.58^1)"}},
	{"superscript-libreoffice", map[string]string{"F4": "147663.64^1"}},
	{"struck-then-corrected", map[string]string{"I4": "3.58~", "H4": "35.77%"}},
	{"struck-then-corrected-libreoffice", map[string]string{"F4": "147663.64~"}},
	{"seal-over-numbers", sealed},
	{"seal-as-stamp", sealed},
	{"signature-over-total", map[string]string{"H17": "90.58", "G17": "100"}},
	{"image-for-number", map[string]string{"F4": "?", "E4": "412907.00", "H5": ""}},
	{"number-as-outlines", map[string]string{"F4": "?", "E4": "412907.00", "H5": ""}},
	{"sideways", map[string]string{"C1:I1": "街区路灯节能改造（二期）", "F4": "147663.64", "A3:A7": "项目资金（元）"}},
	{"rules-as-images", map[string]string{"C1:I1": "街区路灯节能改造（二期）", "F4": "147663.64", "A3:A7": "项目资金（元）"}},
}

// sealed is a form with a seal over its amounts.
var sealed = map[string]string{"F2": "实施单位", "G2:I2": "云浦区照明维护站", "F4": "147663.64", "G4": "10", "F5": "100000.00", "G5": "—"}

// TestKindsOfOneReader reads with the native reader what PDFium, for good reasons, is not sure of.
func TestKindsOfOneReader(t *testing.T) {
	for _, k := range []kind{
		{"layer-off-on-screen", map[string]string{"F4": "147663.64"}},
		{"fields-without-appearance", map[string]string{"D4": "530000.00", "F4": "147663.64", "G5": "—", "H4": "35.77%"}},
	} {
		t.Run(k.file, func(t *testing.T) { k.read(t, Native) })
		t.Run(k.file+"/pdfium", func(t *testing.T) {
			raw := k.bytes(t)
			b, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{Reader: PDFium})
			if err == nil && len(b.Unread) == 0 {
				t.Error("PDFium is sure of it: read it in TestKinds")
			}
		})
	}
}

// A page whose map of characters names two shapes as one digit is not to be relied on, whoever reads it.
func TestDigitsThatContradict(t *testing.T) {
	for file, sure := range map[string]bool{"digit-named-twice": false, "digit-drawn-otherwise": false, "two-subsets": true} {
		raw := kind{file: file}.bytes(t)
		for _, reader := range []Reader{Auto, Native} {
			b, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{Reader: reader})
			if err != nil {
				t.Fatal(err)
			}
			if len(b.Grids) != 1 || (b.Grids[0].Unsure == "") != sure || (len(b.Unread) == 0) != sure {
				t.Errorf("%s by %s: sure %v wanted; said %v", file, reader, sure, b.Unread)
			}
		}
	}
}

// What a file holds besides its pages is named.
func TestFormsThatAreNoPages(t *testing.T) {
	for file, words := range map[string]string{"portfolio": "R14-portfolio-attachment.pdf.in.pdf", "xfa": "XFA"} {
		raw := kind{file: file}.bytes(t)
		b, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(b.Unread, func(u fuhe.Unread) bool { return strings.Contains(u.Reason, words) }) {
			t.Errorf("%s: nothing says %q: %v", file, words, b.Unread)
		}
	}
}

// TestKinds reads each file with both readers.
func TestKinds(t *testing.T) {
	for _, k := range kinds {
		for _, reader := range []Reader{Native, PDFium} {
			t.Run(k.file+"/"+string(reader), func(t *testing.T) { k.read(t, reader) })
		}
	}
}

func (k kind) bytes(t *testing.T) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/kinds/" + k.file + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func (k kind) read(t *testing.T, reader Reader) {
	t.Helper()
	raw := k.bytes(t)
	b, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{Reader: reader})
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Grids) == 0 {
		t.Fatalf("no table; %v", b.Unread)
	}
	k.check(t, &b.Grids[0])
}

func (k kind) check(t *testing.T, g *grid.Grid) {
	t.Helper()
	for _, ref := range slices.Sorted(maps.Keys(k.cells)) {
		want := k.cells[ref]
		i := slices.IndexFunc(g.Cells, func(c grid.Cell) bool { return c.At.Ref == ref })
		if i < 0 {
			t.Errorf("no cell %s", ref)
			continue
		}
		got := g.Cells[i].Text
		if marks := strings.Join(g.Cells[i].Marks, " "); marks != "" {
			got += "^" + marks
		}
		if g.Cells[i].Struck {
			got += "~"
		}
		if g.Cells[i].Doubt != nil {
			got = "?"
		}
		if got != want {
			t.Errorf("%s %q (%q), want %q", ref, got, g.Cells[i].Text, want)
		}
	}
}

// A table too wide for its paper is one table, also when its columns stand on several pages; where a text is cut between
// them, none of it is relied on.
func TestColumnsOnSeveralPages(t *testing.T) {
	for _, reader := range []Reader{Native, PDFium} {
		raw := kind{file: "columns-on-two-pages"}.bytes(t)
		b, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{Reader: reader})
		if err != nil || len(b.Grids) != 1 || len(b.Unread) != 0 {
			t.Fatalf("%s: %d tables, %v, %v", reader, len(b.Grids), b.Unread, err)
		}
		g := &b.Grids[0]
		for at, want := range map[[2]int]string{{3, 5}: "147663.64", {3, 6}: "10", {3, 7}: "35.77%", {3, 8}: "3.58", {10, 7}: "20", {16, 7}: "90.58"} {
			if c := g.At(at[0], at[1]); c == nil || c.Text != want {
				t.Errorf("%s: row %d column %d: %+v, want %q", reader, at[0], at[1], c, want)
			}
		}
		raw = kind{file: "text-cut-between-pages"}.bytes(t)
		b, err = Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{Reader: reader})
		if err != nil || len(b.Grids) != 4 {
			t.Fatalf("%s: %d tables, %v", reader, len(b.Grids), err)
		}
		for i := range b.Grids {
			if b.Grids[i].Unsure == "" {
				t.Errorf("%s: table of page %d is relied on", reader, b.Grids[i].Page)
			}
		}
	}
}
