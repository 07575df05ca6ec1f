package native

import (
	"sync"

	"fuhe/extract/page"
)

// room is the memory that a page is drawn in, and another page after it. Whatever is handed on is copied out of it, and
// nothing in it is read that was not written for the same page.
type room struct {
	content []byte // of the page, unpacked
	words   words
	stack   []state
	path    path
	shades  []shade
	twice   twice
	glyphs  []page.Glyph
	rules   []page.Rule
}

// words is what a content stream is cut into: the room of its lexer, and the arguments of an operator.
type words struct {
	lexer lexer
	args  []object
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// enter takes a room to draw in.
func (in *interpreter) enter() {
	in.room = rooms.Get().(*room)
	in.page.Glyphs, in.page.Rules = in.glyphs[:0], in.rules[:0]
}

// leave takes what was drawn out of the room, and leaves it to others. A page whose drawing breaks off keeps its room.
func (in *interpreter) leave() {
	r := in.room
	in.room = nil
	r.glyphs, r.rules = in.page.Glyphs, in.page.Rules
	in.page.Glyphs, in.page.Rules = in.doc.spareGlyphs.copied(r.glyphs), in.doc.spareRules.copied(r.rules)
	r.clear()
	rooms.Put(r)
}

// clear forgets the page, and gives up what only a huge one needs.
func (r *room) clear() {
	r.twice.forget()
	r.words.clear()
	clear(r.stack[:cap(r.stack)]) // states hold fonts, and these the file
	r.stack, r.shades = r.stack[:0], r.shades[:0]
	r.path = path{outlines: r.path.outlines[:0], points: r.path.points[:0]}
	most := max(cap(r.glyphs), cap(r.rules), cap(r.shades), cap(r.path.points), cap(r.path.outlines), cap(r.words.lexer.items))
	if most > roomForPieces || len(r.twice.heads.slots) > 4*roomForPieces || max(cap(r.content), cap(r.words.lexer.bytes)) > roomForBytes {
		*r = room{}
	}
}

// clear forgets what was cut: it holds pieces of the file.
func (w *words) clear() {
	l := &w.lexer
	for _, objects := range [][]object{w.args, l.items, l.stack} {
		clear(objects[:cap(objects)])
	}
	w.args = w.args[:0]
	*l = lexer{bytes: l.bytes[:0], items: l.items[:0], stack: l.stack[:0]}
}
