package docx

import (
	"fmt"
	"strings"
	"testing"

	"fuhe"
)

// TestFloatingPicture: a picture of the size of a figure that floats over its cell stands in it; one that lies somewhere else
// is named; a seal is neither.
func TestFloatingPicture(t *testing.T) {
	const mm = 36000
	anchor := func(from string, across, down, wide, high int) string {
		return fmt.Sprintf(`<w:r><w:drawing><wp:anchor xmlns:wp="y"><wp:positionH relativeFrom="column"><wp:posOffset>%d</wp:posOffset></wp:positionH>`+
			`<wp:positionV relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionV><wp:extent cx="%d" cy="%d"/>`+
			`<a:graphic xmlns:a="x"><a:blip/></a:graphic></wp:anchor></w:drawing></w:r>`, across*mm, from, down*mm, wide*mm, high*mm)
	}
	const width = `<w:tcW w:w="1134" w:type="dxa"/>` // 20 mm
	for name, c := range map[string]struct {
		run   string
		doubt *fuhe.Phrase
		said  bool
	}{
		"a figure in its cell":        {anchor("paragraph", 2, 1, 12, 5), fuhe.DoubtPicture, false},
		"a figure right of its cell":  {anchor("paragraph", 30, 0, 12, 5), nil, true},
		"a figure below its cell":     {anchor("paragraph", 2, 25, 12, 5), nil, true},
		"a figure placed by the page": {anchor("page", 2, 1, 12, 5), nil, true},
		"a seal":                      {anchor("paragraph", -10, -15, 40, 40), nil, false},
	} {
		b := read(t, table(tr("<w:tc><w:tcPr>"+width+"</w:tcPr><w:p>"+c.run+"</w:p></w:tc>", tc("", "x"))))
		said := strings.Contains(reasons(b), "a small picture floats")
		if got := b.Grids[0].Cells[0]; got.Doubt != c.doubt || said != c.said {
			t.Errorf("%s: doubt %v, said %v", name, got.Doubt, b.Unread)
		}
	}
}
