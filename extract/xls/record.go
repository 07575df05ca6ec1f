package xls

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strconv"
)

// Kinds of records, by their names in the format's description.
const (
	recFormula          = 0x0006
	recEOF              = 0x000A
	recPalette          = 0x0092
	recBackground       = 0x00E9
	recConditions       = 0x01B0
	recSheetTable       = 0x0872
	recSheetTable12     = 0x0878
	recConditions12     = 0x0879
	recStyleExtension   = 0x087D
	recDateMode         = 0x0022
	recFilePass         = 0x002F
	recFont             = 0x0031
	recContinue         = 0x003C
	recDefColWidth      = 0x0055
	recObject           = 0x005D
	recColInfo          = 0x007D
	recBoundSheet       = 0x0085
	recStandardWidth    = 0x0099
	recMulRK            = 0x00BD
	recMulBlank         = 0x00BE
	recRString          = 0x00D6
	recXF               = 0x00E0
	recInterface        = 0x00E1
	recMergedCells      = 0x00E5
	recDrawing          = 0x00EC
	recSST              = 0x00FC
	recLabelSST         = 0x00FD
	recRevisionHead     = 0x0138
	recUserExclusive    = 0x0194
	recBoxText          = 0x01B6
	recFileLock         = 0x0195
	recRevisions        = 0x0196
	recBlank            = 0x0201
	recNumber           = 0x0203
	recLabel            = 0x0204
	recBoolErr          = 0x0205
	recString           = 0x0207
	recRow              = 0x0208
	recTable            = 0x0236
	recWindow2          = 0x023E
	recArray            = 0x0221
	recDefaultRowHeight = 0x0225
	recRK               = 0x027E
	recFormat           = 0x041E
	recSharedFormula    = 0x04BC
	recBOF              = 0x0809
)

// record is a record with the ones that continue it.
type record struct {
	kind  int
	parts [][]byte // the record's own content first
}

// records reads a stream record by record.
type records struct {
	raw   []byte
	at    int
	spent *int // visited in all
}

var errCut = errors.New("the workbook is cut short")

// next is the next record; false at the end of the stream.
func (r *records) next() (record, bool, error) {
	kind, own, ok, err := r.one()
	if !ok || err != nil {
		return record{}, false, err
	}
	rec := record{kind: kind, parts: [][]byte{own}}
	for r.at+4 <= len(r.raw) && binary.LittleEndian.Uint16(r.raw[r.at:]) == recContinue {
		_, more, _, err := r.one()
		if err != nil {
			return record{}, false, err
		}
		rec.parts = append(rec.parts, more)
	}
	return rec, true, nil
}

// one is the record at the place, without what continues it.
func (r *records) one() (kind int, content []byte, ok bool, err error) {
	if r.at+4 > len(r.raw) {
		return 0, nil, false, nil
	}
	if *r.spent++; *r.spent > maxRecords {
		return 0, nil, false, fmt.Errorf("more than %d records", maxRecords)
	}
	kind = int(binary.LittleEndian.Uint16(r.raw[r.at:]))
	end := r.at + 4 + int(binary.LittleEndian.Uint16(r.raw[r.at+2:]))
	if end > len(r.raw) {
		return 0, nil, false, errCut
	}
	content = r.raw[r.at+4 : end]
	r.at = end
	return kind, content, true, nil
}

// fields reads numbers off a record. Reading behind its end gives zeros and is remembered.
type fields struct {
	b   []byte
	cut bool
}

func (f *fields) take(n int) []byte {
	if len(f.b) < n {
		f.b, f.cut = nil, true
		return make([]byte, n)
	}
	out := f.b[:n]
	f.b = f.b[n:]
	return out
}

func (f *fields) u8() int    { return int(f.take(1)[0]) }
func (f *fields) u16() int   { return int(binary.LittleEndian.Uint16(f.take(2))) }
func (f *fields) u32() int64 { return int64(binary.LittleEndian.Uint32(f.take(4))) }

// double is a number in the digits that tell it from all others.
func (f *fields) double() string {
	return digits(math.Float64frombits(binary.LittleEndian.Uint64(f.take(8))))
}

// rk is a number in Excel's short form: an integer or the upper half of a double, perhaps a hundredth of it.
func (f *fields) rk() string {
	n := binary.LittleEndian.Uint32(f.take(4))
	v := math.Float64frombits(uint64(n&^3) << 32)
	if n&2 != 0 {
		v = float64(int32(n) >> 2)
	}
	if n&1 != 0 {
		v /= 100
	}
	return digits(v)
}

func digits(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
