package xlsx

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// area is a range of cells that a formula refers to, first and last included. Rows and columns count from 0.
type area struct {
	sheet string
	from  corner
	to    corner
}

// corner is one end of an area. A fixed row or column ($) does not move with a formula that is shared by many cells.
type corner struct {
	row, col           int
	fixedRow, fixedCol bool
}

func (a area) rows() int    { return a.to.row - a.from.row + 1 }
func (a area) cols() int    { return a.to.col - a.from.col + 1 }
func (a area) cells() int   { return a.rows() * a.cols() }
func (a area) single() bool { return a.from.row == a.to.row && a.from.col == a.to.col }
func (a area) holds(row, col int) bool {
	return row >= a.from.row && row <= a.to.row && col >= a.from.col && col <= a.to.col
}

// moved is the area as a formula means it that is shared from a cell so many rows and columns before.
func (a area) moved(rows, cols int) area {
	for _, c := range []*corner{&a.from, &a.to} {
		if !c.fixedRow {
			c.row += rows
		}
		if !c.fixedCol {
			c.col += cols
		}
	}
	return a.ordered()
}

func (a area) ordered() area {
	if a.from.row > a.to.row {
		a.from.row, a.to.row = a.to.row, a.from.row
	}
	if a.from.col > a.to.col {
		a.from.col, a.to.col = a.to.col, a.from.col
	}
	return a
}

// areas are what a formula refers to, and how it works on it.
type areas struct {
	list      []area
	spans     [][2]int // where each of them stands in the text, from and to
	names     []string // defined names
	operators int
	operated  bool // an operator works on a whole area, not a function
}

// areasOf finds the areas in a formula of a sheet. It knows nothing of functions: they are only told from names.
func areasOf(formula, sheet string) (areas, error) {
	s := scanner{text: formula, own: sheet}
	for s.i < len(s.text) {
		if err := s.step(); err != nil {
			return s.areas, err
		}
		if len(s.list)+len(s.names) > maxAreas {
			return s.areas, fmt.Errorf("a formula with more than %d references", maxAreas)
		}
	}
	return s.areas, nil
}

type scanner struct {
	areas
	text, own string
	i         int
}

// step passes over one string, word or sign.
func (s *scanner) step() error {
	r, size := utf8.DecodeRuneInString(s.text[s.i:])
	switch {
	case r == '"':
		_, err := s.quoted('"')
		return err
	case r == '\'':
		sheet, err := s.quoted('\'')
		if err != nil {
			return err
		}
		if !s.sign('!') {
			return errors.New("a quoted name that is no sheet")
		}
		return s.reference(s.i, sheet)
	case wordRune(r):
		return s.reference(s.i, s.own)
	case r == '#':
		return errors.New("an error in a formula (#REF! or another)")
	case strings.ContainsRune("+-*/^=<>%", r):
		s.operators++
	case r == ':':
		return errors.New("a range whose ends are computed")
	}
	s.i += size
	return nil
}

// quoted passes over a text in quotation marks, which are doubled inside.
func (s *scanner) quoted(mark byte) (string, error) {
	from := s.i + 1
	for i := from; i < len(s.text); i++ {
		if s.text[i] != mark {
			continue
		}
		if i+1 < len(s.text) && s.text[i+1] == mark {
			i++
			continue
		}
		s.i = i + 1
		return strings.ReplaceAll(s.text[from:i], string([]byte{mark, mark}), string(mark)), nil
	}
	return "", errors.New("a text that does not end")
}

func (s *scanner) sign(c byte) bool {
	if s.i < len(s.text) && s.text[s.i] == c {
		s.i++
		return true
	}
	return false
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '$' || r == '.' || r == '\\'
}

func (s *scanner) word() string {
	from := s.i
	for s.i < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.i:])
		if !wordRune(r) {
			break
		}
		s.i += size
	}
	return s.text[from:s.i]
}

// reference reads a word: a sheet's name before its cells, a function, a number, a reference or a defined name.
func (s *scanner) reference(began int, sheet string) error {
	began = s.before(began)
	word := s.word()
	if s.sign('!') {
		sheet = word
		word = s.word()
	}
	switch {
	case s.i < len(s.text) && s.text[s.i] == '(':
		return nil // a function
	case word == "":
		return errors.New("a sheet without a cell")
	}
	first, isCell := cornerOf(word)
	if s.sign(':') {
		last, ok := cornerOf(s.word())
		if !isCell || !ok || (first.row < 0) != (last.row < 0) || (first.col < 0) != (last.col < 0) {
			return errors.New("a range over several sheets, or one that is none")
		}
		s.add(area{sheet, first, last}, began)
		return nil
	}
	switch {
	case isCell && first.row >= 0 && first.col >= 0:
		s.add(area{sheet, first, first}, began)
	case word[0] >= '0' && word[0] <= '9' || word[0] == '.':
		return nil // a number
	case strings.EqualFold(word, "TRUE"), strings.EqualFold(word, "FALSE"):
		return nil
	default:
		s.names = append(s.names, word)
	}
	return nil
}

// before is the place behind the last character before a word that is no blank.
func (s *scanner) before(i int) int {
	if j := strings.LastIndexByte(s.text[:i], '\''); j == i-2 && i > 1 && s.text[i-1] == '!' { // behind a quoted sheet
		i = max(0, strings.LastIndexByte(s.text[:j], '\''))
	}
	return len(strings.TrimRight(s.text[:i], " \t\r\n"))
}

// add notes an area. It is operated on unless it is a whole argument of a function.
func (s *scanner) add(a area, began int) {
	whole := [2]bool{a.from.row < 0, a.from.col < 0}
	if whole[0] { // whole columns
		a.from.row, a.to.row, a.from.fixedRow, a.to.fixedRow = 0, maxRows-1, true, true
	}
	if whole[1] {
		a.from.col, a.to.col, a.from.fixedCol, a.to.fixedCol = 0, maxColumns-1, true, true
	}
	a = a.ordered()
	s.list, s.spans = append(s.list, a), append(s.spans, [2]int{began, s.i})
	if a.single() {
		return
	}
	rest := strings.TrimLeft(s.text[s.i:], " \t\r\n")
	ends := rest != "" && strings.IndexByte(",;)", rest[0]) >= 0
	begins := began > 0 && strings.IndexByte(",;", s.text[began-1]) >= 0
	if began > 1 && s.text[began-1] == '(' {
		r, _ := utf8.DecodeLastRuneInString(s.text[:began-1])
		begins = wordRune(r) // of a function
	}
	s.operated = s.operated || !begins || !ends
}

// cornerOf reads "G4", "$G$4", a column "G" or a row "4"; what is left out is -1.
func cornerOf(word string) (corner, bool) {
	c := corner{row: -1, col: -1}
	word, c.fixedCol = strings.CutPrefix(word, "$")
	i, col := 0, 0
	for i < len(word) && i < 4 {
		l := word[i] &^ 0x20
		if l < 'A' || l > 'Z' {
			break
		}
		col = col*26 + int(l-'A') + 1
		i++
	}
	if i > 0 {
		c.col = col - 1
		var fixed bool
		word, fixed = strings.CutPrefix(word[i:], "$")
		c.fixedRow = fixed
	} else {
		c.fixedRow, c.fixedCol = c.fixedCol, false
	}
	row := 0
	for _, d := range []byte(word) {
		if d < '0' || d > '9' || row > maxRows {
			return c, false
		}
		row = row*10 + int(d-'0')
	}
	if word != "" {
		c.row = row - 1
	}
	return c, c.col < maxColumns && row <= maxRows && (word == "" || row > 0) && (i > 0 || word != "")
}
