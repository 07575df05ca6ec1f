// Package bulk writes what a batch has read and found as tables for programs: documents, forms, figures, findings and what
// forms say of each other, each as Parquet and as CSV, a list of what was not read, and a workbook of counts. Documents go in
// one by one and are gone from memory then; only counts are kept. The columns are described in README.md beside this file. It
// reads nothing and judges nothing.
package bulk

import (
	"errors"
	"fmt"
	"io"

	"fuhe"
	"fuhe/render"
	"fuhe/render/columnar"
)

// Options of the tables.
type Options struct {
	Lang   fuhe.Lang
	Titles map[string]string // of the rules, by their ids
	Seal   func(hash string) []byte
}

// Tables are the tables being written.
type Tables struct {
	o         Options
	documents *table[documentRow]
	forms     *table[formRow]
	figures   *table[figureRow]
	findings  *table[findingRow]
	across    *table[acrossRow]
	unread    *commas
	counts    *counts
	summary   io.Writer
	seen      map[string]bool // contents whose forms were written
}

// Names of the files.
const (
	summaryName = "summary.xlsx"
	unreadName  = "unread.csv"
)

// New begins the tables; create makes the file of a name.
func New(create func(name string) (io.Writer, error), o Options) (*Tables, error) {
	t := &Tables{o: o, counts: newCounts(), seen: map[string]bool{}}
	var errs [7]error
	t.documents, errs[0] = newTable[documentRow](create, "documents")
	t.forms, errs[1] = newTable[formRow](create, "forms")
	t.figures, errs[2] = newTable[figureRow](create, "figures")
	t.findings, errs[3] = newTable[findingRow](create, "findings")
	if unread, err := create(unreadName); err != nil {
		errs[4] = err
	} else {
		t.unread, errs[4] = newCommas(unread, unreadColumns())
	}
	t.summary, errs[5] = create(summaryName)
	t.across, errs[6] = newTable[acrossRow](create, "across")
	return t, errors.Join(errs[:]...)
}

func unreadColumns() []string { return []string{"path", "sha256", "code", "place", "reason"} }

// IsCSV reports whether a file begins as one of the tables does, as CSV.
func IsCSV(begins []byte) bool {
	for _, heads := range [][]string{columnar.Names[documentRow](), columnar.Names[formRow](), columnar.Names[figureRow](), columnar.Names[findingRow](), columnar.Names[acrossRow](), unreadColumns()} {
		if render.CSVHeaded(begins, heads) {
			return true
		}
	}
	return false
}

// Add writes a document. Forms of a content that was written for another path already are not written again: the documents
// of both have its hash.
func (t *Tables) Add(d *fuhe.Document) error {
	t.counts.document(d)
	if err := t.documents.add(rowOfDocument(d)); err != nil {
		return err
	}
	for _, u := range d.Unread {
		if err := t.unread.write([]string{d.Path, d.SHA256, string(u.Code), u.At.String(), u.Reason}); err != nil {
			return err
		}
	}
	if len(d.Reports) == 0 || t.seen[d.SHA256] {
		return nil
	}
	t.seen[d.SHA256] = true
	for i, r := range d.Reports {
		if err := t.report(d, i+1, r); err != nil {
			return fmt.Errorf("%s: %w", d.Path, err)
		}
	}
	return nil
}

// Across writes what forms say of each other, a finding at a time, in the order of the run.
func (t *Tables) Across(x *fuhe.Across) error {
	t.counts.across(x)
	row, err := rowOfAcross(x, t.o)
	if err != nil {
		return fmt.Errorf("%s: %w", x.Path, err)
	}
	return t.across.add(row)
}

// report writes the rows of one form.
func (t *Tables) report(d *fuhe.Document, n int, r *fuhe.Report) error {
	t.counts.form(r)
	if err := t.forms.add(rowOfForm(d, n, r)); err != nil {
		return err
	}
	entries := entriesOf(r)
	for i := range r.Figures {
		if err := t.figures.add(rowOfFigure(d, n, r, &r.Figures[i], entries[r.Figures[i].Field], t.o.Lang)); err != nil {
			return err
		}
	}
	for i := range r.Findings {
		if err := t.findings.add(rowOfFinding(d, n, r, &r.Findings[i], t.o)); err != nil {
			return err
		}
	}
	return nil
}

// Close writes what is left.
func (t *Tables) Close() error {
	return errors.Join(t.documents.close(), t.forms.close(), t.figures.close(), t.findings.close(), t.across.close(), t.unread.close(), t.counts.workbook(t.summary, t.o))
}
