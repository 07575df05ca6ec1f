package docx

import (
	"testing"

	"fuhe"
)

// mark is a mark of a field, and code a part of its instruction.
func mark(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func code(s string) string { return `<w:r><w:instrText>` + s + `</w:instrText></w:r>` }

// TestFieldsWithoutResult: what Word computes and does not store is not blank, and beside a figure the figure is in doubt.
func TestFieldsWithoutResult(t *testing.T) {
	for name, c := range map[string]struct {
		runs, text string
		doubt      *fuhe.Phrase
	}{
		"a fraction":             {mark("begin") + code(` EQ \f(947,`) + code(`100) `) + mark("end"), "", fuhe.DoubtField},
		"a sum never computed":   {mark("begin") + code(` =SUM(ABOVE) `) + mark("separate") + mark("end"), "", fuhe.DoubtField},
		"a sum":                  {mark("begin") + code(` =SUM(ABOVE) `) + mark("separate") + r("9.47") + mark("end"), "9.47", nil},
		"a figure before a ring": {r("9.47") + mark("begin") + code(`eq \o\ac(○,1)`) + mark("end"), "9.47", fuhe.DoubtField},
		"a simple field":         {`<w:fldSimple w:instr=" =9+1 "/>`, "", fuhe.DoubtField},
		"a simple field's text":  {`<w:fldSimple w:instr=" =9+1 ">` + r("10") + `</w:fldSimple>`, "10", nil},
		"an automatic number":    {mark("begin") + code(`AUTONUM`) + mark("end"), "", fuhe.DoubtField},
		"an entry of an index":   {mark("begin") + code(` XE "9" `) + mark("end") + r("9.47"), "9.47", nil},
		"a counter that hides":   {mark("begin") + code(` SEQ 表 \h `) + mark("end") + r("9.47"), "9.47", nil},
		"a link":                 {mark("begin") + code(` HYPERLINK "x" `) + mark("separate") + r("9.47") + mark("end"), "9.47", nil},
		"within an instruction":  {mark("begin") + code(` IF `) + mark("begin") + code(` PAGE `) + mark("end") + code(` = 1 "a" "b" `) + mark("separate") + r("9.47") + mark("end"), "9.47", nil},
	} {
		if text, doubt, said := looked(t, "", cellOf("", "", c.runs), "", ""); text != c.text || doubt != c.doubt || said != nil {
			t.Errorf("%s: %q, %v, %q", name, text, doubt, said)
		}
	}
}

// TestNumbersOfLists: a number that a list prints is no text. Where it may be the figure of a cell, or a part of it, the cell
// is in doubt; before words it is none.
func TestNumbersOfLists(t *testing.T) {
	of := func(list, level string) string {
		return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr>`
	}
	const styles = `<w:style w:type="paragraph" w:styleId="Item"><w:pPr>` + `<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
	for name, c := range map[string]struct {
		paragraph, runs string
		doubt           *fuhe.Phrase
	}{
		"alone":                {of("1", "0"), "", fuhe.DoubtNumbered},
		"before a figure":      {of("1", "0"), r("9.47"), fuhe.DoubtNumbered},
		"before a target":      {of("1", "0"), r("≥95%"), fuhe.DoubtNumbered},
		"by its style":         {`<w:pStyle w:val="Item"/>`, "", fuhe.DoubtNumbered},
		"not in spite of it":   {`<w:pStyle w:val="Item"/>` + of("0", "0"), "", nil},
		"before words":         {of("1", "0"), r("完成清淤12公里"), nil},
		"a bullet":             {of("2", "0"), r("9.47"), nil},
		"a level without":      {of("1", "1"), r("9.47"), nil},
		"that level elsewhere": {of("3", "1"), r("9.47"), fuhe.DoubtNumbered},
		"the rest of it":       {of("3", "0"), r("9.47"), fuhe.DoubtNumbered},
		"a hidden end":         {of("1", "0") + "<w:rPr><w:vanish/></w:rPr>", "", nil},
	} {
		if _, doubt, said := looked(t, "", cellOf("", c.paragraph, c.runs), "", styles); doubt != c.doubt || said != nil {
			t.Errorf("%s: %v, %q", name, doubt, said)
		}
	}
}
