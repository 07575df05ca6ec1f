package rtf

import (
	"strings"

	"fuhe"
	"fuhe/extract/flow"
)

// left are the destinations that are no text of the document, or not read.
var left = map[string]bool{"stylesheet": true, "info": true, "header": true, "headerl": true, "headerr": true, "headerf": true,
	"footer": true, "footerl": true, "footerr": true, "footerf": true, "footnote": true, "annotation": true, "listtable": true,
	"pnseclvl": true, "filetbl": true, "revtbl": true, "nonesttables": true, "nonshppict": true, "shprslt": true, "objdata": true, "objclass": true, "objname": true,
	"themedata": true, "datastore": true, "xe": true, "tc": true, "tcn": true, "rxe": true, "private": true, "title": true, "do": true, "bkmkstart": true, "bkmkend": true}

// signs are control words and signs that stand for text.
var signs = map[string]string{"tab": " ", "line": "\n", "~": "\u00a0", "_": "-", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
	"rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}

// word takes a control word or sign.
func (d *document) word(t token) error {
	fresh := d.state.fresh
	if t.name == "*" {
		d.state.starred = true
		return nil
	}
	d.state.fresh = false
	if d.state.skipping > 0 && t.name != "u" {
		d.state.skipping-- // a control word may stand for a character, too
		return nil
	}
	if t.name == "u" {
		return d.unicode(t.number)
	}
	d.flush()
	if fresh && d.enters(t.name) {
		return nil
	}
	if d.state.destination == toBox && (t.name == "cell" || t.name == "trowd") {
		d.lost("a table in a text box is not read — take it out of the box")
	}
	if d.state.destination == toFonts {
		d.fontWord(t)
		return nil
	}
	if d.state.destination == toColours {
		d.colourWord(t)
		return nil
	}
	if d.state.destination != toBody {
		return nil
	}
	if s, ok := signs[t.name]; ok {
		d.write(s)
		return nil
	}
	if d.lookWord(t) || d.fontUse(t) {
		return nil
	}
	return d.tableWord(t)
}

// enters reports whether a word at the beginning of a group says that its content goes elsewhere.
func (d *document) enters(name string) bool {
	s := &d.state
	switch {
	case s.destination == toFonts:
		return false
	case name == "shptxt":
		s.destination = toBox
	case s.destination == toNothing:
		return false
	case name == "fonttbl":
		s.destination = toFonts
	case name == "colortbl":
		s.destination = toColours
	case s.destination == toBox:
		return false
	case name == "pict":
		s.destination = toNothing
		d.picture()
	case name == "object":
		d.picture()
		d.lost("an embedded object is not read — save it as a file of its own")
	case name == "mmath" || name == "moMath" || name == "moMathPara":
		s.destination = toNothing
		d.doubt("公式不在一行上，未能按文字读取", "a formula that is not on one line")
	case name == "listtext" || name == "pntext":
		s.destination = toNumber
	case name == "field":
		s.field = field{at: len(d.outer), from: d.bytes}
	case name == "fldinst":
		s.destination, d.code = toInstruction, ""
	case name == "upr":
		s.destination = toNothing // the same follows in Unicode
	case name == "ud":
		s.destination = toBody
	case left[name]:
		s.destination = toNothing
	case s.starred && name != "nesttableprops" && name != "shppict" && name != "shpinst":
		s.destination = toNothing
	case name == "shpinst":
		s.destination = toNothing
	default:
		return false
	}
	return true
}

// lookWord takes a word about the look of text.
func (d *document) lookWord(t token) bool {
	l := &d.state.look
	on := !t.given || t.number != 0
	switch t.name {
	case "plain":
		*l = look{}
		d.state.wide = -1
	case "cf":
		l.ink = t.number
	case "cb", "chcbpat", "highlight":
		l.ground = t.number
	case "fs":
		l.size = t.number
	case "charscalex":
		l.scale = t.number
	case "v":
		l.hidden = on
	case "deleted":
		l.deleted = on
	case "strike", "striked":
		l.struck = on
	case "super":
		l.raised, l.lowered = on, false
	case "sub":
		l.lowered, l.raised = on, false
	case "nosupersub":
		l.raised, l.lowered = false, false
	case "up":
		l.raised = !t.given || t.number >= raisedHalves
	case "dn":
		l.lowered = !t.given || t.number >= raisedHalves
	default:
		return false
	}
	return true
}

// fontUse takes a word that names a font or how characters are stored.
func (d *document) fontUse(t token) bool {
	switch t.name {
	case "f":
		d.state.font = t.number
	case "af":
		if f := d.fonts[t.number]; f != nil && pages[f.charset] >= 932 && pages[f.charset] <= 950 {
			d.state.wide = t.number
		}
	case "uc":
		d.state.skip = max(0, min(t.number, 100))
	case "ansicpg":
		if t.number != 0 {
			d.page = t.number
		}
	case "mac":
		d.page = 10000
	case "pc":
		d.page = 437
	case "pca":
		d.page = 850
	default:
		return false
	}
	return true
}

// fontWord takes a word in the table of fonts.
func (d *document) fontWord(t token) {
	switch t.name {
	case "f":
		d.naming = t.number
		if len(d.fonts) < maxFonts {
			d.fonts[t.number] = &font{}
		}
	case "fcharset":
		if f := d.fonts[d.naming]; f != nil {
			f.charset = t.number
		}
	case "cpg":
		if f := d.fonts[d.naming]; f != nil {
			f.page = t.number
		}
	case "falt", "panose", "fname", "fontemb":
		d.state.destination = toNothing
	}
}

// tableWord takes a word about paragraphs and tables.
func (d *document) tableWord(t token) error {
	switch t.name {
	case "par", "sect", "page", "column":
		return d.endParagraph()
	case "pard":
		d.state.inTable, d.state.depth, d.state.ground = false, 0, ""
	case "cbpat":
		d.state.ground = d.ink(t.number)
	case "shading":
		d.state.ground = flow.Mixed
	case "intbl":
		d.state.inTable = true
	case "itap":
		d.state.depth = max(0, min(t.number, maxNesting+1))
	case "cell":
		return d.endCell(1)
	case "nestcell":
		return d.endCell(max(2, d.depth()))
	case "row":
		return d.endRow(1)
	case "nestrow":
		return d.endRow(max(2, d.depth()))
	default:
		return d.row.word(t, d.ink)
	}
	return nil
}

// depth is how deep in tables the paragraph being read stands.
func (d *document) depth() int {
	if d.state.depth == 0 && d.state.inTable {
		return 1
	}
	return d.state.depth
}

// doubt says why the text of the cell being read is not to be relied on.
func (d *document) doubt(zh, en string) {
	if b := d.here(); b.Doubt == nil {
		b.Doubt = &fuhe.Phrase{ZH: zh, EN: en}
	}
}

// picture says that a picture stands where it is read.
func (d *document) picture() {
	d.pictures++
	if b := d.here(); b.Instead == nil {
		b.Instead = fuhe.DoubtPicture
	}
}

// join is the text of the paragraph.
func join(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	return b.String()
}
