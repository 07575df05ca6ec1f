package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A sheet that is done is put on the shelf: its parts as the file holds them, packed, and nothing of it in the open workbook.
// A thousand forms would else lie in memory cell by cell, and every cell written would look for its sheet among a thousand.
type shelved struct {
	name   string
	number int // of its parts
	before int // sheets of the open workbook that stand before it
	parts  []packedPart
	notes  bool // it has comments
}

// packedPart is a part of the file as it will stand in the zip.
type packedPart struct {
	name string
	size uint64
	sum  uint32
	raw  []byte
}

// firstShelved numbers the parts of shelved sheets behind those of any list.
const firstShelved = 100

// begin adds a sheet for the shelf, with a number that no other has.
func (b *book) begin(wanted, otherwise string) (string, error) {
	if b.empty { // the only sheet of its workbook stays in it
		return b.addSheet(wanted, otherwise)
	}
	wb := b.file.WorkBook
	first := &wb.Sheets.Sheet[0]
	was := first.SheetID
	first.SheetID = firstShelved + len(b.shelf) - 1 // the next one is one more than the greatest
	name, err := b.addSheet(wanted, otherwise)
	wb.Sheets.Sheet[0].SheetID = was
	return name, err
}

// put takes the sheet that was added last out of the open workbook.
func (b *book) put(name string) error {
	if b.file.SheetCount < 2 {
		return nil // a workbook has one
	}
	last := b.file.WorkBook.Sheets.Sheet[b.file.SheetCount-1]
	s := shelved{name: name, number: last.SheetID, before: b.file.SheetCount - 1}
	part := "xl/worksheets/sheet" + strconv.Itoa(s.number) + ".xml"
	sheet, err := b.encodedSheet(part)
	if err != nil {
		return fmt.Errorf("%s: %w", part, err)
	}
	if values := b.cached[name]; values != nil {
		if sheet, err = withResults(sheet, values); err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
		delete(b.cached, name)
	}
	if err := s.pack(part, sheet); err != nil {
		return err
	}
	if err := b.putNotes(&s); err != nil {
		return err
	}
	b.shelf = append(b.shelf, s)
	return b.file.DeleteSheet(name)
}

// withoutBlanks takes out cells and rows that say nothing, as the open workbook pads its sheets: nothing but a place stands in
// their tag, and nothing behind it.
func withoutBlanks(content []byte) []byte {
	out := content[:0]
	for len(content) > 0 {
		i := bytes.Index(content, []byte(`"></`))
		if i < 0 {
			break
		}
		begin, end := bytes.LastIndexByte(content[:i], '<'), i+len(`"></`)
		for _, tag := range []string{"c", "row"} {
			place, ok := bytes.CutPrefix(content[max(begin, 0):i], []byte("<"+tag+` r="`))
			if ok && bytes.IndexByte(place, '"') < 0 && bytes.HasPrefix(content[end:], []byte(tag+">")) {
				out, content, end = append(out, content[:begin]...), content[end+len(tag)+1:], 0
				break
			}
		}
		out, content = append(out, content[:end]...), content[end:]
	}
	return append(out, content...)
}

// encodedSheet is the part of a sheet, as excelize writes it.
func (b *book) encodedSheet(part string) ([]byte, error) {
	sheet, ok := b.file.Sheet.Load(part)
	if !ok {
		return nil, fmt.Errorf("no such sheet is open")
	}
	content, err := xml.Marshal(sheet)
	if err != nil {
		return nil, err
	}
	content = bytes.Replace(content, []byte(`xmlns="`+mainSpace+`"`), []byte(`xmlns="`+mainSpace+`" xmlns:r="`+linksSpace+`"`), 1)
	content = bytes.ReplaceAll(content, []byte(`xmlns:relationships="`+linksSpace+`" relationships:`), []byte("r:"))
	content = columnList().ReplaceAllFunc(withoutBlanks(content), sortedColumns)
	return append([]byte(xml.Header), content...), nil
}

var (
	columnList  = lazily(`<cols>.*?</cols>`)
	oneColumn   = lazily(`<col [^>]*></col>`)
	columnBegin = lazily(` min="(\d+)"`)
)

// sortedColumns are the columns of a sheet from left to right: Excel takes them in no other order.
func sortedColumns(list []byte) []byte {
	columns := oneColumn().FindAllString(string(list), -1)
	slices.SortFunc(columns, func(a, b string) int { return beginOf(a) - beginOf(b) })
	return []byte("<cols>" + strings.Join(columns, "") + "</cols>")
}

func beginOf(column string) int {
	m := columnBegin().FindStringSubmatch(column)
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return 0 // a number that long stands in no sheet of ours
	}
	return n
}

// putNotes takes the comments of a sheet along: their texts, their boxes, and what leads to both.
func (b *book) putNotes(s *shelved) error {
	rels := fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", s.number)
	links, ok := b.file.Relationships.Load(rels)
	if !ok {
		return nil
	}
	content, err := xml.Marshal(links)
	if err != nil {
		return err
	}
	number := strconv.Itoa(s.number)
	for texts, held := range b.file.Comments {
		open := strings.TrimSuffix(strings.TrimPrefix(texts, "xl/comments"), ".xml")
		boxes := "xl/drawings/vmlDrawing" + open + ".vml"
		if held == nil || b.file.VMLDrawing[boxes] == nil || !bytes.Contains(content, []byte(`"../comments`+open+`.xml"`)) {
			continue // of another sheet
		}
		if err := s.encode("xl/comments"+number+".xml", held); err != nil {
			return err
		}
		if err := s.encode("xl/drawings/vmlDrawing"+number+".vml", b.file.VMLDrawing[boxes]); err != nil {
			return err
		}
		delete(b.file.Comments, texts)
		delete(b.file.VMLDrawing, boxes)
		content = bytes.ReplaceAll(content, []byte(`"../comments`+open+`.xml"`), []byte(`"../comments`+number+`.xml"`))
		content = bytes.ReplaceAll(content, []byte(`"../drawings/vmlDrawing`+open+`.vml"`), []byte(`"../drawings/vmlDrawing`+number+`.vml"`))
		s.notes = true
	}
	return s.pack(rels, append([]byte(xml.Header), content...))
}

func (s *shelved) encode(name string, value any) error {
	content, err := xml.Marshal(value)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return s.pack(name, append([]byte(xml.Header), content...))
}

// packers are used again: each has tables of a megabyte, and thousands of parts are packed.
var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.DefaultCompression)
	if err != nil {
		panic(err) // no other level than this one is asked for
	}
	return w
}}

func (s *shelved) pack(name string, content []byte) error {
	var out bytes.Buffer
	w := packers.Get().(*flate.Writer)
	defer packers.Put(w)
	w.Reset(&out)
	if _, err := w.Write(content); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	s.parts = append(s.parts, packedPart{name, uint64(len(content)), crc32.ChecksumIEEE(content), bytes.Clone(out.Bytes())})
	return nil
}

// write puts the parts of a shelved sheet into the file.
func (s *shelved) write(zw *zip.Writer) error {
	for _, p := range s.parts {
		w, err := zw.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.sum, UncompressedSize64: p.size, CompressedSize64: uint64(len(p.raw))})
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, bytes.NewReader(p.raw)); err != nil {
			return err
		}
	}
	return nil
}
