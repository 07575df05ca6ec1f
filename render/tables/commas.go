package tables

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
)

// commas writes tables as comma-separated values: UTF-8 with the mark that spreadsheets know it by. A single table stands
// alone; of several, each has a line before it that says where it was and what it is called, and a blank one behind. So has one
// whose rows and columns are inferred, which that line says, or whose sums do not close, or of whose cells something was not
// taken: these are named in lines behind it.
// A merged cell is written once. Numbers are plain decimals with the printed places, but for one whose unit plain digits would
// lose: it is written as printed. What a spreadsheet would take for a formula gets a ' before it.
type commas struct {
	w      io.Writer
	o      Options
	out    *csv.Writer
	held   *heldTable // the first table, until it is known whether there is a second
	tables int
}

// heldTable is a table that waits.
type heldTable struct {
	path string
	l    *laid
}

const byteOrderMark = "\ufeff"

func (c *commas) begin() error {
	if c.out != nil {
		return nil
	}
	buffered := bufio.NewWriter(c.w)
	if _, err := buffered.WriteString(byteOrderMark); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	c.out = csv.NewWriter(c.w)
	c.out.UseCRLF = true
	return nil
}

// Add writes the tables of a document.
func (c *commas) Add(doc fuhe.Document) error {
	if err := c.begin(); err != nil {
		return err
	}
	for i := range doc.Tables {
		t := &doc.Tables[i]
		l, ok := lay(t, c.o)
		if !ok {
			return fmt.Errorf("%s: %s: %s", doc.Path, place(t), fmt.Sprintf(unfitPhrase.In(c.o.Lang), t.Rows, t.Cols))
		}
		c.tables++
		if c.tables == 1 {
			c.held = &heldTable{doc.Path, l}
			continue
		}
		if err := c.release(true); err != nil {
			return err
		}
		if err := c.write(doc.Path, l, true); err != nil {
			return err
		}
	}
	return nil
}

// release writes the table that waited.
func (c *commas) release(several bool) error {
	h := c.held
	c.held = nil
	if h == nil {
		return nil
	}
	return c.write(h.path, h.l, several)
}

func (c *commas) write(path string, l *laid, several bool) error {
	several = several || l.t.Inferred || len(l.t.Findings) > 0 || slices.ContainsFunc(l.cells, func(t fuhe.TableCell) bool { return t.Missing() != nil })
	if several {
		head := []string{disarmed(path), disarmed(pages(l.t)), disarmed(l.t.Title), l.t.Unit}
		if l.t.Inferred {
			head = append(head, rulesColumn.In(c.o.Lang)+inferredRules.In(c.o.Lang))
		}
		if err := c.out.Write(head); err != nil {
			return err
		}
	}
	units := l.columnUnits()
	cells := make([]string, l.t.Cols)
	for row := range l.t.Rows {
		clear(cells)
		for col := range cells {
			if n := int(l.owner[row*l.t.Cols+col]) - 1; n >= 0 && l.cells[n].Row == row && l.cells[n].Col == col {
				cells[col] = l.comma(n, units)
			}
		}
		if err := c.out.Write(cells); err != nil {
			return err
		}
	}
	if err := c.missing(l); err != nil {
		return err
	}
	for _, f := range l.t.Findings {
		if err := c.out.Write([]string{sumsColumn.In(c.o.Lang), fuhe.Ref(f.Row, f.Col, 1, 1), disarmed(f.Published), f.Recomputed, disarmed(f.Working), f.Rule}); err != nil {
			return err
		}
	}
	if several {
		if err := c.out.Write([]string{""}); err != nil {
			return err
		}
	}
	c.out.Flush()
	return c.out.Error()
}

// missing names the cells of which something was not taken, a line each.
func (c *commas) missing(l *laid) error {
	for i := range l.cells {
		k := &l.cells[i]
		if why := k.Missing(); why != nil {
			if err := c.out.Write([]string{doubtColumn.In(c.o.Lang), fuhe.Ref(k.Row, k.Col, 1, 1), why.In(c.o.Lang)}); err != nil {
				return err
			}
		}
	}
	return nil
}

// comma is a cell as a value: a number in plain digits, or with its unit where the digits alone would mislead, a day as printed,
// a text disarmed.
func (l *laid) comma(n int, columns []oneUnit) string {
	if ty := l.typeOf(n); ty.kind() == number && !l.unitLost(n, columns) {
		return ty.figure.Decimal()
	}
	return disarmed(l.cells[n].Text)
}

// disarmed is a text that no spreadsheet takes for a formula.
func disarmed(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", firstRune(s)) && !dash(s) {
		return "'" + s
	}
	return s
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// Close writes the table that still waits.
func (c *commas) Close() error {
	if err := c.begin(); err != nil {
		return err
	}
	if err := c.release(false); err != nil {
		return err
	}
	c.out.Flush()
	return c.out.Error()
}
