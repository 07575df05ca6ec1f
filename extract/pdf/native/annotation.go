package native

// annotations draws what is laid on the page with an appearance of its own: fields filled in, notes put as text.
func (in *interpreter) annotations(list value, m matrix) {
	const hidden, noView = 1 << 1, 1 << 5
	if list.len() > maxAnnotations {
		in.unsure("more than %d annotations", maxAnnotations)
	}
	for i := range min(list.len(), maxAnnotations) {
		a := list.index(i)
		if in.stopped {
			return
		}
		if a.key("F").integer()&(hidden|noView) != 0 || a.key("Subtype").name() == "Popup" {
			continue // not shown
		}
		if laidOver(a) || icon(a) {
			continue // a seal, a signature or a sign that a note is there: no text of the page
		}
		look := a.key("AP").key("N")
		if !look.isStream() { // one for each state
			look = look.key(a.key("AS").name())
		}
		rect, ok := rectangle(a.key("Rect"))
		if !look.isStream() || !ok {
			in.bare(a, m)
			switch {
			case !unlooked(a):
			case !ok:
				in.unsure("a form field or note without an appearance or a place")
			default:
				in.field(a, rect, m)
			}
			continue
		}
		x := in.formOf(look)
		if x.off || !x.boxed {
			continue
		}
		in.state, in.stack = newState(m, in.box), in.stack[:0]
		b := x.matrix.box(x.box[0], x.box[1], x.box[2], x.box[3])
		if width(b) <= 0 || height(b) <= 0 {
			continue
		}
		sx, sy := width(rect)/width(b), height(rect)/height(b)
		in.state.ctm = matrix{sx, 0, 0, sy, rect[0] - b[0]*sx, rect[1] - b[1]*sy}.then(m)
		in.res = newResources(value{})
		in.laid = note(a)
		in.form(x)
		in.laid = false
	}
}

// bare draws the lines of a note without an appearance that may strike text out, as viewers do.
func (in *interpreter) bare(a value, m matrix) {
	switch a.key("Subtype").name() {
	case "StrikeOut":
		q := a.key("QuadPoints")
		for i := 0; i+8 <= min(q.len(), maxNotePoints); i += 8 { // upper left, upper right, lower left, lower right
			at := func(k int) float64 { return q.index(i + k).float() }
			in.stroke(m.point((at(0)+at(4))/2, (at(1)+at(5))/2), m.point((at(2)+at(6))/2, (at(3)+at(7))/2), 0)
		}
	case "Line":
		in.along(a.key("L"), m)
	case "Ink":
		list := a.key("InkList")
		for i := range min(list.len(), maxNotePoints) {
			in.along(list.index(i), m)
		}
	}
}

// along draws the lines from place to place.
func (in *interpreter) along(places value, m matrix) {
	for i := 0; i+4 <= min(places.len(), maxNotePoints); i += 2 {
		in.stroke(m.point(places.index(i).float(), places.index(i+1).float()), m.point(places.index(i+2).float(), places.index(i+3).float()), 0)
	}
}

// note reports whether an annotation is something said of the page: its lines are no rules, its fills no cells.
func note(a value) bool {
	switch a.key("Subtype").name() {
	case "Widget", "FreeText", "":
		return false
	}
	return true
}

// icon reports whether an annotation shows nothing but that a note or a file can be opened there.
func icon(a value) bool {
	switch a.key("Subtype").name() {
	case "Text", "FileAttachment":
		return true
	}
	return false
}

// laidOver reports whether an annotation is a stamp, a signature, a watermark, or of a kind that only the program knows
// that made it, as those of electronic seals are.
func laidOver(a value) bool {
	switch a.key("Subtype").name() {
	case "Widget":
		return inherit(a, "FT").name() == "Sig"
	case "FreeText", "Text", "Link", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut",
		"Caret", "Ink", "FileAttachment", "Redact", "":
		return false
	}
	return true
}

// unlooked reports whether an annotation has text that a viewer makes an appearance for.
func unlooked(a value) bool {
	switch a.key("Subtype").name() {
	case "FreeText":
		return a.key("Contents").bytes() != ""
	case "Widget":
		v, kind := inherit(a, "V"), inherit(a, "FT").name()
		return (kind == "Tx" || kind == "Ch") && (v.bytes() != "" || v.len() > 0)
	}
	return false
}
