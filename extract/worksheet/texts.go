package worksheet

import "strings"

// Texts keeps short texts many in a piece: a sheet may have a million of them.
type Texts struct {
	room strings.Builder
	size int
}

// Keep is a text made of bytes that change later.
func (t *Texts) Keep(text []byte) string {
	if t.room.Cap()-t.room.Len() < len(text) {
		t.size = min(max(2*t.size, leastTexts), mostTexts)
		t.room = strings.Builder{}
		t.room.Grow(max(t.size, len(text)))
	}
	at := t.room.Len()
	t.room.Write(text)
	return t.room.String()[at:]
}
