package columnar

// group is a group of rows that was written.
type group struct {
	rows   int64
	chunks []*chunk
}

// footer describes the file: its columns, and where each stands in each group.
func (w *Writer[T]) footer() []byte {
	var t thrift
	rows := int64(0)
	for _, g := range w.groups {
		rows += g.rows
	}
	t.int32(1, 2) // version of the format
	t.list(2, thriftStruct, 1+len(w.columns))
	t.inner(func() {
		t.bytes(4, []byte("row"))
		t.int32(5, int32(len(w.columns)))
	})
	for _, c := range w.columns {
		t.inner(func() { c.describe(&t) })
	}
	t.int64(3, rows)
	t.list(4, thriftStruct, len(w.groups))
	for i := range w.groups {
		t.inner(func() { w.group(&t, &w.groups[i]) })
	}
	t.bytes(6, []byte(writer))
	t.list(7, thriftStruct, len(w.columns))
	for range w.columns {
		t.inner(func() { t.structure(1, func() {}) }) // least and greatest by the order of the type
	}
	return t.end()
}

// describe says what a column holds.
func (f *field) describe(t *thrift) {
	t.int32(1, int32(f.kind))
	if f.kind == fixed {
		t.int32(2, decimalBytes)
	}
	t.int32(3, int32(truth(f.optional)))
	t.bytes(4, []byte(f.name))
	switch f.kind {
	case texts:
		t.int32(6, 0) // UTF8, for readers of before 2018
		t.structure(10, func() { t.structure(1, func() {}) })
	case int32s, int64s:
		width := int8(32)
		t.int32(6, int32(17+truth(f.kind == int64s))) // INT_32, INT_64
		if f.kind == int64s {
			width = 64
		}
		t.structure(10, func() {
			t.structure(10, func() { t.int8(1, width); t.bool(2, true) })
		})
	case fixed:
		t.int32(6, 5) // DECIMAL
		t.int32(7, f.places)
		t.int32(8, f.digits)
		t.structure(10, func() {
			t.structure(5, func() { t.int32(1, f.places); t.int32(2, f.digits) })
		})
	case boolean, double:
	}
}

// group says where the columns of a group stand.
func (w *Writer[T]) group(t *thrift, g *group) {
	var unpacked, packed int64
	t.list(1, thriftStruct, len(g.chunks))
	for i, c := range g.chunks {
		unpacked += c.unpacked
		packed += c.packed
		t.inner(func() {
			t.int64(2, c.at)
			t.structure(3, func() { w.columns[i].locate(t, c, w.codec.Codec) })
		})
	}
	t.int64(2, unpacked)
	t.int64(3, g.rows)
	t.int64(5, g.chunks[0].at)
	t.int64(6, packed)
}

// locate says where a column of a group stands and how it is written.
func (f *field) locate(t *thrift, c *chunk, pages Codec) {
	encodings := []encoding{plain, runLengths}
	if f.dict {
		encodings = append(encodings, byDictionary)
	}
	t.int32(1, int32(f.kind))
	t.list(2, thriftInt32, len(encodings))
	for _, e := range encodings {
		t.number(int64(e))
	}
	t.list(3, thriftBinary, 1)
	t.word(f.name)
	t.int32(4, int32(pages))
	t.int64(5, c.values)
	t.int64(6, c.unpacked)
	t.int64(7, c.packed)
	t.int64(9, c.at+int64(c.dictionaryBytes))
	if f.dict {
		t.int64(11, c.at)
	}
	t.structure(12, func() {
		t.int64(3, c.bounds.blank)
		if c.bounds.known() {
			least, greatest := c.bounds.ends(f.kind)
			t.bytes(5, greatest)
			t.bytes(6, least)
		}
	})
}
