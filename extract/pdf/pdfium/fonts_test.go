package pdfium

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// What PDFium sees of the machine is its fonts and nothing else.
func TestFontTree(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.ttf")
	if err := os.WriteFile(file, []byte("font"), 0o666); err != nil {
		t.Fatal(err)
	}
	tree := fontTree{"0000.ttf": file}
	raw, err := fs.ReadFile(tree, "usr/share/fonts/0000.ttf")
	if err != nil || string(raw) != "font" {
		t.Errorf("%q, %v", raw, err)
	}
	if list, err := fs.ReadDir(tree, "usr/share/fonts"); err != nil || len(list) != 1 || list[0].Name() != "0000.ttf" {
		t.Errorf("%v, %v", list, err)
	}
	if st, err := fs.Stat(tree, "usr/share"); err != nil || !st.IsDir() {
		t.Errorf("%v, %v", st, err)
	}
	for _, name := range []string{"etc/passwd", "0000.ttf", "usr/share/0000.ttf", "usr/share/fonts/../../../etc/passwd", "usr/share/fonts/a.ttf", "usr/shar"} {
		if f, err := tree.Open(name); err == nil {
			f.Close()
			t.Errorf("%s is seen", name)
		}
	}
	if err := fstest.TestFS(fontTree{}, "usr/share/fonts"); err != nil {
		t.Error(err)
	}
}

// notEmbedded is a page with 得分 in 宋体, which is not in the file, at a quarter of its width.
func notEmbedded() []byte {
	return drawn("BT /F1 40 Tf 20 30 Td <5F975206> Tj ET", "",
		"<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/Ascent 859/Descent -141/CapHeight 600/ItalicAngle 0/StemV 80>>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 6 0 R/DW 1000>>",
		"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>")
}

// Text in a font that is not in the file is drawn in one of the machine where there is one, and in no other sandbox: what is
// read must not depend on the machine.
func TestFontsOfTheMachineAreForPicturesAlone(t *testing.T) {
	raw := []byte(strings.Replace(string(notEmbedded()), "/F1 5 0 R", "/F1 8 0 R", 1))
	dark := func(o Options) int {
		d := open(t, raw, o)
		defer d.Close()
		p, err := d.Picture(context.Background(), 1, 200, 100)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for i := 0; i < len(p.Pix); i += 4 {
			if p.Pix[i] < 128 {
				n++
			}
		}
		return n
	}
	if n := dark(Options{}); n != 0 {
		t.Errorf("%d dark pixels without fonts", n)
	}
	has := slices.ContainsFunc(fontFolders(), func(folder string) bool {
		found := false
		_ = filepath.WalkDir(folder, func(path string, _ fs.DirEntry, _ error) error {
			name := strings.ToLower(filepath.Base(path))
			found = found || strings.Contains(name, "cjk") || strings.HasPrefix(name, "sim") || strings.HasPrefix(name, "wqy") || strings.HasPrefix(name, "uming")
			return nil
		})
		return found
	})
	if !has {
		t.Skip("skipped: this machine has no Chinese font")
	}
	if n := dark(Options{Pictures: true}); n < 100 {
		t.Errorf("%d dark pixels with the fonts of the machine", n)
	}
}
