package docx

import (
	"encoding/xml"
	"strings"

	"fuhe/extract/ooxml"
)

func isMath(e ooxml.Element) bool {
	return strings.Contains(e.Name.Space, "/math")
}

// plainMath are the elements of a formula whose text stands on one line. Fractions, powers and roots do not, and flattened
// they would be other figures.
var plainMath = map[string]bool{"oMath": true, "oMathPara": true, "r": true, "t": true, "box": true, "rPr": true, "ctrlPr": true, "oMathParaPr": true, "boxPr": true, "e": true, "sSup": true, "sup": true}

// math reads the formula just begun: ≥80% is one to some programs.
func (p *paragraph) math() error {
	script := 0 // how deep the raised part begins that is being read
	for depth := 1; depth > 0; {
		t, err := p.d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; isMath(t) && !plainMath[t.Name.Local] && !strings.HasSuffix(t.Name.Local, "Pr") && !mathMarks[t.Name.Local] {
				p.d.doubt("公式不在一行上，未能按文字读取", "a formula that is not on one line")
			}
			if isMath(t) && t.Name.Local == "sup" && script == 0 {
				script = depth
			}
			if isMath(t) && t.Name.Local == "t" {
				style := runStyle{}
				if script > 0 {
					style.raised = "superscript"
				}
				if err := p.characters(style); err != nil {
					return err
				}
				depth--
			}
		case xml.EndElement:
			if script == depth {
				script = 0
			}
			depth--
		}
	}
	return nil
}

// mathMarks are properties of formulas that no name tells as such.
var mathMarks = map[string]bool{"sty": true, "nor": true, "lit": true, "scr": true, "brk": true, "aln": true, "jc": true}
