package pdfium

import "bytes"

// facts are what PDFium does not tell of a document but needs to be known to rely on what it reads. To learn them
// PDFium is asked to write the document anew, decrypted and unpacked, and the dictionaries are looked up there; once for
// a document, and only when a page makes it necessary.
type facts struct {
	// says tells of each font whether it says what its codes stand for. A symbolic TrueType font without ToUnicode and
	// without Encoding does not: its codes are numbers of shapes, and PDFium takes them for letters of MacRoman.
	says map[string]bool
	// layersOff is true when some optional content is not shown.
	layersOff bool
	// formsInLayers is true when some form object is optional content.
	formsInLayers bool
}

// nothing are the facts of a document nothing is known of.
func nothing() facts { return facts{layersOff: true, formsInLayers: true} }

// learn are the facts of the document. After an error no font is relied on and no layer.
func (d *Document) learn() *facts {
	if d.facts == nil {
		known := nothing()
		var copied limitedBuffer
		if err := d.box.rewrite(d.r, d.size, d.options.Password, &copied); err == nil {
			known = look(copied.Bytes())
		}
		d.facts = &known
	}
	return d.facts
}

// look looks a document written by PDFium through. Of several fonts of one name all must say what their codes stand
// for; subsets of one font have the same name, as PDFium tells it.
func look(document []byte) facts {
	f := facts{says: make(map[string]bool)}
	var open []*brackets
	for {
		token, rest := next(document)
		if token == "" {
			return f
		}
		document = rest
		var inner *brackets
		if len(open) > 0 {
			inner = open[len(open)-1]
		}
		switch {
		case token == "<<" || token == "[":
			if len(open) == maxBrackets {
				return nothing() // where this ends is not known any more
			}
			entered := &brackets{array: token == "["}
			if entered.off = inner.expects("OFF") && entered.array; !entered.off {
				inner.value("")
			} else {
				inner.key = ""
			}
			open = append(open, entered)
		case token == ">>" || token == "]":
			if inner != nil {
				inner.note(&f)
				open = open[:len(open)-1]
			}
		case token == "stream":
			open = nil
			if end := bytes.Index(rest, []byte("endstream")); end >= 0 {
				document = rest[end+len("endstream"):]
			}
		case token == "endobj":
			open = nil
		case token[0] == '/':
			inner.name(token[1:])
		default:
			inner.value("")
		}
	}
}

// brackets are an open dictionary or array, and what it says so far.
type brackets struct {
	array             bool
	key               string // whose value is to follow
	font              string // value of BaseFont
	subtype           string
	unicode, encoding bool
	optional          bool // content of a layer
	off               bool // the array of layers that are off
	layersOff         bool
}

// expects reports whether the value of a key comes next.
func (d *brackets) expects(key string) bool { return d != nil && d.key == key }

// name takes a name: a key, or the value of the key before it.
func (d *brackets) name(text string) {
	if d != nil && !d.array && d.key == "" {
		d.key = text
		return
	}
	d.value(text)
}

// value takes a value; of those that are no names only that they are there.
func (d *brackets) value(text string) {
	if d == nil {
		return
	}
	switch d.key {
	case "BaseFont":
		d.font = text
	case "Subtype":
		d.subtype = text
	case "ToUnicode":
		d.unicode = true
	case "Encoding":
		d.encoding = true
	case "OC":
		d.optional = true
	case "OFF": // not an array in place: it stands elsewhere, and is taken for a full one
		d.layersOff = true
	case "ViewState", "PrintState":
		d.layersOff = d.layersOff || text == "OFF"
	case "BaseState":
		d.layersOff = d.layersOff || text != "ON"
	}
	d.layersOff = d.layersOff || d.off
	d.key = ""
}

func (d *brackets) note(f *facts) {
	f.layersOff = f.layersOff || d.layersOff
	f.formsInLayers = f.formsInLayers || d.optional && (d.subtype == "Form" || d.subtype == "")
	if d.font == "" {
		return
	}
	says := d.unicode || d.encoding
	switch d.subtype {
	case "Type0", "CIDFontType0", "CIDFontType2", "Type1", "MMType1", "Type3":
		says = true // by a character map, or by the names of its shapes
	}
	name := withoutTag(d.font)
	before, known := f.says[name]
	f.says[name] = says && (before || !known)
}
