package doc

import (
	"cmp"
	"fmt"
	"slices"
)

// piece is a stretch of the text that lies in one place of the main stream.
type piece struct {
	from, to int // characters of the text
	at       int // byte of the first one
	wide     bool
	change   int // what was changed of its look when it was saved fast
}

// size is how many bytes a character has.
func (p piece) size() int {
	if p.wide {
		return 2
	}
	return 1
}

// readPieces reads where the text lies.
func (d *document) readPieces() error {
	b := d.stored(atPieces)
	if b == nil {
		return errCut
	}
	const changes, table = 1, 2
	for len(b) > 0 {
		switch b[0] {
		case changes:
			n := u16(b, 1)
			if 3+n > len(b) {
				return errCut
			}
			d.changes = append(d.changes, b[3:3+n])
			b = b[3+n:]
		case table:
			n := u32(b, 1)
			if len(b) < 5 || n > len(b)-5 {
				return errCut
			}
			return d.readPieceTable(b[5 : 5+n])
		default:
			return errCut
		}
	}
	return errCut
}

// readPieceTable reads the table of pieces: where each begins, then 8 bytes for each.
func (d *document) readPieceTable(b []byte) error {
	const eachBytes, narrow = 8, 1 << 30
	n := (len(b) - 4) / (4 + eachBytes)
	if n < 1 || n > maxPieces {
		return fmt.Errorf("%w: %d pieces of text", errCut, n)
	}
	for i := range n {
		entry := 4*(n+1) + eachBytes*i
		p := piece{from: u32(b, 4*i), to: u32(b, 4*i+4), at: u32(b, entry+2), wide: true, change: u16(b, entry+6)}
		if p.at&narrow != 0 {
			p.at, p.wide = (p.at&^narrow)/2, false
		}
		if p.to < p.from || p.to > maxCharacters || i > 0 && p.from != d.pieces[i-1].to || p.at+(p.to-p.from)*p.size() > len(d.main) {
			return errCut
		}
		d.pieces = append(d.pieces, p)
	}
	return nil
}

// runs are the looks of stretches of the main stream, in order.
type runs []run

type run struct {
	from, to int // bytes
	style    int // of paragraphs
	look     []byte
}

// at is the look at a byte of the main stream.
func (r runs) at(place int) (run, bool) {
	i, _ := slices.BinarySearchFunc(r, place, func(x run, place int) int {
		if x.to <= place {
			return -1
		}
		return 1
	})
	if i < len(r) && r[i].from <= place {
		return r[i], true
	}
	return run{}, false
}

// readRuns reads the looks of characters or paragraphs: pages of 512 bytes, listed in the table stream.
func (d *document) readRuns(at int, paragraphs bool) (runs, error) {
	b := d.stored(at)
	n := (len(b) - 4) / 8
	var out runs
	for i := range max(n, 0) {
		page := (u32(b, 4*(n+1)+4*i) & 0x3FFFFF) * pageBytes
		if page > len(d.main)-pageBytes {
			return nil, errCut
		}
		out = append(out, readPage(d.main[page:page+pageBytes], paragraphs)...)
		if len(out) > maxRuns {
			return nil, fmt.Errorf("more than %d looks of text", maxRuns)
		}
	}
	if !slices.IsSortedFunc(out, func(a, b run) int { return cmp.Compare(a.from, b.from) }) {
		slices.SortStableFunc(out, func(a, b run) int { return cmp.Compare(a.from, b.from) })
	}
	return out, nil
}

// readPage reads one page of looks: where each stretch begins, then where its look is told on the page.
func readPage(b []byte, paragraphs bool) runs {
	n := int(b[pageBytes-1])
	each := 1
	if paragraphs {
		each = 13
	}
	if 4*(n+1)+each*n > pageBytes-1 {
		return nil
	}
	var out runs
	for i := range n {
		r := run{from: u32(b, 4*i), to: u32(b, 4*i+4)}
		if at := 2 * int(b[4*(n+1)+each*i]); at > 0 {
			r.look = lookAt(b[:pageBytes-1], at, paragraphs)
		}
		if paragraphs && len(r.look) >= 2 {
			r.style, r.look = u16(r.look, 0), r.look[2:]
		}
		out = append(out, r)
	}
	return out
}

// lookAt is a look told on a page, with its length before it: of characters in bytes, of paragraphs in words, with a zero
// before a length that is even.
func lookAt(b []byte, at int, paragraphs bool) []byte {
	if at >= len(b) {
		return nil
	}
	n := int(b[at])
	at++
	if paragraphs {
		if n == 0 && at < len(b) {
			n = 2 * int(b[at])
			at++
		} else {
			n = 2*n - 1
		}
	}
	if n < 0 || at+n > len(b) {
		return nil
	}
	return b[at : at+n]
}
