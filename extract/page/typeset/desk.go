package typeset

// Desk is where glyphs are set into lines: what took room for those of one page is room for those of the next. The lines
// hold until the desk is cleared. A new desk is empty; one desk serves one page at a time.
type Desk struct {
	marks  []mark  // of the lines set so far
	rows   []Row   // these lines
	order  []Turn  // the glyphs of a page by their lines
	runs   []run   // the same, while they are sorted
	text   []byte  // of figures that are counted
	glyphs []Glyph // those of a page that can be read
}

// Clear makes the room of all lines free again. A desk that grew beyond what pages take is given up.
func (d *Desk) Clear() {
	if max(cap(d.marks), cap(d.rows), cap(d.order), cap(d.runs), cap(d.text), cap(d.glyphs)) > mostKept {
		*d = Desk{}
		return
	}
	clear(d.marks)
	clear(d.rows)
	clear(d.glyphs)
	d.marks, d.rows, d.glyphs = d.marks[:0], d.rows[:0], d.glyphs[:0]
}

// room is room for n marks.
func (d *Desk) room(n int) []mark {
	from := len(d.marks)
	if cap(d.marks)-from < n {
		d.marks, from = make([]mark, 0, max(n, 2*cap(d.marks))), 0
	}
	d.marks = d.marks[:from+n]
	return d.marks[from : from+n : from+n]
}
