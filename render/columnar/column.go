package columnar

import (
	"encoding/binary"
	"math"
	"reflect"
)

// column is a column of the group that is held back: pages that are packed, and the page that is being filled.
type column struct {
	field
	page    []byte   // values as they are, one behind the other; of a column with a dictionary nothing
	indices []uint32 // places in the dictionary; of truth values the values
	present []uint32 // of an optional column 1 where there is a value
	rows    int      // of the page

	dictionary []byte
	places     map[string]uint32

	chunk *chunk
}

// chunk is a column of a group as it is written.
type chunk struct {
	at                int64 // place in the file
	dictionary, pages []byte
	dictionaryBytes   int
	packed, unpacked  int64 // bytes, headers included
	values            int64
	bounds            bounds
}

func newColumn(f field) *column {
	c := &column{field: f, chunk: &chunk{}}
	if f.dict {
		c.places = map[string]uint32{}
	}
	return c
}

// add adds the value of a row.
func (c *column) add(v reflect.Value, pack *codec) {
	c.rows++
	c.chunk.values++
	if c.optional {
		if v.IsNil() {
			c.present = append(c.present, 0)
			c.chunk.bounds.blank++
			return
		}
		c.present = append(c.present, 1)
		v = v.Elem()
	}
	before := len(c.page)
	switch c.kind {
	case boolean:
		c.indices = append(c.indices, truth(v.Bool()))
		c.chunk.bounds.take(c.kind, []byte{byte(truth(v.Bool()))})
	case int32s:
		c.page = binary.LittleEndian.AppendUint32(c.page, uint32(v.Int()))
	case int64s:
		c.page = binary.LittleEndian.AppendUint64(c.page, uint64(v.Int()))
	case double:
		c.page = binary.LittleEndian.AppendUint64(c.page, math.Float64bits(v.Float()))
	case texts:
		c.text(v.String())
	case fixed:
		c.page = append(c.page, v.Bytes()...)
	}
	if value := c.page[before:]; len(value) > 0 && c.kind != texts {
		c.chunk.bounds.take(c.kind, value)
	}
	if len(c.page)+4*len(c.indices)+4*len(c.present) >= pageBytes {
		c.flush(pack)
	}
}

// text adds a text: behind the others, or as its place in the dictionary.
func (c *column) text(s string) {
	if !c.dict {
		c.page = appendText(c.page, s)
		c.chunk.bounds.take(texts, c.page[len(c.page)-len(s):])
		return
	}
	place, known := c.places[s]
	if !known {
		place = uint32(len(c.places))
		c.places[s] = place
		c.dictionary = appendText(c.dictionary, s)
		c.chunk.bounds.take(texts, c.dictionary[len(c.dictionary)-len(s):])
	}
	c.indices = append(c.indices, place)
}

// held are the bytes that wait for the end of the group.
func (c *column) held() int { return len(c.chunk.pages) + len(c.dictionary) + len(c.page) }

// flush packs the page that is being filled.
func (c *column) flush(pack *codec) {
	if c.rows == 0 {
		return
	}
	body, encoding := pack.body[:0], plain
	if c.optional {
		body = append(body, 0, 0, 0, 0)
		body = appendRuns(body, c.present, 1)
		binary.LittleEndian.PutUint32(body, uint32(len(body)-4))
	}
	switch {
	case c.dict:
		width := widthOf(len(c.places))
		body = appendRuns(append(body, byte(width)), c.indices, width)
		encoding = byDictionary
	case c.kind == boolean:
		body = appendBits(body, c.indices, 1)
	default:
		body = append(body, c.page...)
	}
	pack.body = body
	var unpacked int
	c.chunk.pages, unpacked = pack.appendPage(c.chunk.pages, pageHeader{values: c.rows, encoding: encoding}, body)
	c.chunk.unpacked += int64(unpacked)
	c.page, c.indices, c.present, c.rows = c.page[:0], c.indices[:0], c.present[:0], 0
}

// end is the column of the group, which begins anew.
func (c *column) end(pack *codec) *chunk {
	c.flush(pack)
	done := c.chunk
	if c.dict {
		var unpacked int
		done.dictionary, unpacked = pack.appendPage(nil, pageHeader{dictionary: true, values: len(c.places)}, c.dictionary)
		done.unpacked += int64(unpacked)
		c.dictionary = c.dictionary[:0]
		clear(c.places)
	}
	c.chunk = &chunk{}
	return done
}

func truth(yes bool) uint32 {
	if yes {
		return 1
	}
	return 0
}

// appendText appends a text behind its length.
func appendText(to []byte, s string) []byte {
	return append(binary.LittleEndian.AppendUint32(to, uint32(len(s))), s...)
}

func little32(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }
