package digit

import (
	"image"
	"testing"

	"fuhe/extract/ocr/bitmap"
)

// drawing is a character as rows of # and blanks, each so many pixels wide and high.
func drawing(pixels int, rows ...string) (bitmap.Grey, image.Rectangle) {
	wide := 0
	for _, r := range rows {
		wide = max(wide, len(r))
	}
	g := bitmap.NewGrey(wide*pixels, len(rows)*pixels)
	for y, r := range rows {
		for x, c := range r {
			if c != '#' {
				continue
			}
			for dy := range pixels {
				for dx := range pixels {
					g.Pix[(y*pixels+dy)*g.Wide+x*pixels+dx] = 0
				}
			}
		}
	}
	return g, image.Rect(0, 0, g.Wide, g.High)
}

// Characters drawn by hand, in no font the network was fitted to, are told apart.
func TestRead(t *testing.T) {
	for want, rows := range map[string][]string{
		"0": {" ##### ", "##   ##", "#     #", "#     #", "#     #", "#     #", "#     #", "#     #", "##   ##", " ##### "},
		"1": {"  ##", " ###", "# ##", "  ##", "  ##", "  ##", "  ##", "  ##", "  ##", "  ##"},
		"4": {"     ## ", "    ### ", "   # ## ", "  #  ## ", " #   ## ", "#    ## ", "########", "     ## ", "     ## ", "     ## "},
		"7": {"#######", "     ##", "     # ", "    ## ", "    #  ", "   ##  ", "   #   ", "  ##   ", "  #    ", "  #    "},
	} {
		g, box := drawing(2, rows...)
		if got, sure := Read(&g, box, Line{0, float64(box.Dy())}); got != want || sure < 0.5 {
			t.Errorf("%s is read as %q with %.2f", want, got, sure)
		}
	}
}

// A point stands on the line, a comma hangs below it; without a line nothing is read.
func TestPointAndComma(t *testing.T) {
	g := bitmap.NewGrey(40, 40)
	for y := 26; y < 30; y++ {
		for x := 10; x < 14; x++ {
			g.Pix[y*40+x] = 0
		}
	}
	if got, _ := Read(&g, image.Rect(10, 26, 14, 30), Line{6, 24}); got != "." {
		t.Errorf("a point is read as %q", got)
	}
	if got := pointOrComma(image.Rect(10, 26, 14, 35), Line{6, 24}); got != "," {
		t.Errorf("a comma is %q", got)
	}
	if got, _ := Read(&g, image.Rect(10, 26, 14, 30), Line{}); got != "" {
		t.Errorf("%q is read without a line", got)
	}
}
