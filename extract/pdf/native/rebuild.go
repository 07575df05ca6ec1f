package native

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
)

// A file whose cross-reference is damaged is read all the same when nothing else of it can be: its bytes are whole objects
// one behind the other, each number once, and every reference leads to one of them. Whatever else lies between them, an
// object that is there twice or not at all, may be what damage left or took, and which it is nobody knows: then nothing
// is made here, and the error stays that of the cross-reference. So it does when what can still be read of that puts the
// objects at places that are not all off by the same: bytes between them were lost, or came in.

// errUnsure says that a cross-reference cannot be made of what is in the file.
var errUnsure = errors.New("not whole objects one behind the other")

// rebuild makes the cross-reference of a file anew, of its objects.
func (s *source) rebuild() (err error) {
	defer recovered(&err)
	if s.whole == nil {
		return errUnsure
	}
	s.base, s.size = 0, int64(len(s.whole))
	s.crossReference, s.packs, s.held = crossReference{}, packs{}, nil
	w := walk{source: s, l: lexer{b: s.whole, i: int(s.header), keep: true}}
	for w.l.skipSpace(); w.l.i < len(w.l.b); w.l.skipSpace() {
		if err := w.next(); err != nil {
			return err
		}
	}
	if err := w.unpack(); err != nil {
		return err
	}
	return w.hold()
}

// walk goes through the bytes of a file, object by object.
type walk struct {
	*source
	l       lexer
	streams []indirect // of objects
	trailer object
	refs    []ref // in all objects
	lengths []told
	tables  [][]entry // where the file says that its objects are
}

// told is a stream whose length stands elsewhere.
type told struct {
	length     ref
	begin, end int // where it begins, and the word for its end
}

// next takes an object, a table of places, a trailer, or the place of a table.
func (w *walk) next() error {
	at := w.l.i
	if c := w.l.b[at]; c >= '0' && c <= '9' {
		return w.take(int64(at))
	}
	switch string(w.l.word()) {
	case "xref":
		w.says(func(c *sections) error { _, err := c.table(int64(w.l.i)); return err })
		return w.table()
	case "trailer":
		d, err := w.l.whole()
		if err != nil || d.kind != dict {
			return errUnsure
		}
		return w.ends(d)
	case "startxref":
		w.l.next()
		return nil
	}
	return errUnsure
}

// take takes an object, and passes over the bytes of a stream.
func (w *walk) take(at int64) error {
	d, err := w.l.indirect()
	if err != nil {
		return err
	}
	if err := w.stand(d.ref, entry{kind: plain, at: at, gen: d.gen}); err != nil {
		return err
	}
	w.note(&d.object)
	if d.object.kind != streamKind {
		return nil
	}
	if err := w.passStream(d.object); err != nil {
		return err
	}
	switch kind, _ := d.object.get("Type"); string(kind.str) {
	case "XRef":
		w.says(func(c *sections) error {
			o, content, err := c.streamAt(at)
			return cmp.Or(err, c.stream(o, content))
		})
		return w.ends(d.object)
	case "ObjStm":
		w.streams = append(w.streams, d)
	}
	return nil
}

// note keeps the references in an object.
func (w *walk) note(o *object) {
	if o.kind == pointer {
		w.refs = append(w.refs, ref{o.id, o.gen})
	}
	for i := range o.list {
		w.note(&o.list[i])
	}
}

// passStream passes over a stream. When its length is not told by itself, it ends where the word for it stands.
func (w *walk) passStream(o object) error {
	const mark = "endstream"
	length, _ := o.get("Length")
	begin := w.l.i
	if index(length) && length.num <= float64(len(w.l.b)-begin) {
		w.l.i += int(length.num)
	}
	end := bytes.Index(w.l.b[w.l.i:], []byte(mark))
	switch {
	case end < 0:
		return errUnsure
	case length.kind == pointer:
		w.lengths = append(w.lengths, told{ref{length.id, length.gen}, begin, w.l.i + end})
	case !w.fits(length, begin, w.l.i+end):
		return errUnsure
	}
	w.l.i += end + len(mark)
	if word := w.l.next(); string(word.str) != "endobj" {
		return errUnsure
	}
	return nil
}

// fits reports whether a stream is as long as is told.
func (w *walk) fits(length object, begin, end int) bool {
	const lineEnd = 2
	n := begin + int(length.num)
	return index(length) && length.num <= float64(end-begin) && end-n <= lineEnd && len(bytes.Trim(w.l.b[n:end], "\r\n")) == 0
}

// says keeps the places that a table tells, if it can be read.
func (w *walk) says(read func(c *sections) error) {
	c := sections{source: &source{whole: w.source.whole, size: w.size}}
	if read(&c) == nil {
		w.tables = append(w.tables, c.entries)
	}
}

// moved reports whether the objects are not where the tables say, in more than one way.
func (w *walk) moved() bool {
	by, known := int64(0), false
	for _, table := range w.tables {
		for id, e := range table {
			switch {
			case e.kind != plain:
			case id >= len(w.entries) || w.entries[id].kind != plain:
				return true
			case known && w.entries[id].at-e.at != by:
				return true
			default:
				by, known = w.entries[id].at-e.at, true
			}
		}
	}
	return false
}

// table passes over a table of places, whatever is left of it.
func (w *walk) table() error {
	for {
		w.l.skipSpace()
		before := w.l.i
		switch word := w.l.word(); {
		case w.l.i == before, string(word) == "obj":
			return errUnsure
		case string(word) == "trailer", string(word) == "startxref":
			w.l.i = before
			return nil
		}
		if w.l.skipSpace(); w.l.i >= len(w.l.b) {
			return nil
		}
	}
}

// ends takes a trailer: all that a file has must name one catalog.
func (w *walk) ends(d object) error {
	if _, locked := d.get("Encrypt"); locked {
		return errUnsure
	}
	root, ok := d.get("Root")
	if !ok {
		return nil
	}
	if before, ok := w.trailer.get("Root"); root.kind != pointer || ok && (before.id != root.id || before.gen != root.gen) {
		return errUnsure
	}
	w.trailer = d
	return nil
}

// stand notes where an object is: each is there once.
func (w *walk) stand(r ref, e entry) error {
	if r.id >= maxObjects {
		return errUnsure
	}
	if int(r.id) >= len(w.entries) {
		w.entries = append(w.entries, make([]entry, int(r.id)+1-len(w.entries))...)
	}
	if w.entries[r.id].kind != unknown {
		return errUnsure
	}
	w.entries[r.id] = e
	return nil
}

// unpack notes the objects in streams of objects.
func (w *walk) unpack() error {
	for _, d := range w.streams {
		p := w.pack(int64(d.id))
		count := w.single(d.object, "N")
		if p.err != nil || !index(count) || int(count.num) != len(p.places) {
			return errUnsure
		}
		for id := range p.places {
			if err := w.stand(ref{id: id}, entry{kind: packed, at: int64(d.id)}); err != nil {
				return err
			}
			o := w.unpacked(id).object
			w.note(&o)
		}
	}
	return nil
}

// hold reports whether the objects are a file: one catalog, which the trailer names where there is one, and nothing that
// is referred to and not there.
func (w *walk) hold() error {
	for _, r := range w.refs {
		if int(r.id) >= len(w.entries) || w.entries[r.id].kind == unknown || w.entries[r.id].gen != r.gen {
			return errUnsure
		}
	}
	if w.moved() {
		return errUnsure
	}
	for _, t := range w.lengths {
		if !w.fits(w.object(t.length, new(meter)), t.begin, t.end) {
			return errUnsure
		}
	}
	root, ok := w.trailer.get("Root")
	if !ok {
		return errUnsure
	}
	catalog := w.object(ref{root.id, root.gen}, new(meter))
	if kind, _ := catalog.get("Type"); catalog.kind != dict || string(kind.str) != "Catalog" {
		return errUnsure
	}
	w.source.trailer = w.trailer
	return nil
}

// Repaired says why the cross-reference of the file was made anew; "" when it was not. What else was lost with it is for
// whoever reads the file to find out.
func (d *Document) Repaired() string { return d.repaired }

// again opens a file with a cross-reference made anew; the error is why that is not what it lacks.
func (d *Document) again(broken error) error {
	if err := d.source.rebuild(); err != nil {
		return broken
	}
	if err := d.structure(); err != nil {
		return broken
	}
	d.repaired = fmt.Sprintf("%v; made anew of the objects of the file", broken)
	return nil
}
