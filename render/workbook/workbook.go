// Package workbook writes what was read and found as spreadsheets: documents with scored reports go in, workbooks come out.
// It reads no input file but the workbook that Correct corrects, and it computes no figure: what is wrong comes as
// fuhe.Finding, what would be right as fuhe.Correction.
//
//	Write(w, docs, Options)            the forms as printed, a sheet each; with Corrections the derived entries corrected
//	Correct(w, input, reports, o)      the input workbook itself with only the entries concerned changed
//	TablesText(w, docs, lang)          every ruled table as rows between bars; "<" and "^" continue a merged cell
//
// Everything that comes from a document is hostile: in a workbook it is text or a number, never a formula.
package workbook

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

// Options says what a workbook holds.
type Options struct {
	Lang fuhe.Lang
	// Corrections are the corrected entries of a report in dependency order. With nil nothing is corrected or marked.
	Corrections func(*fuhe.Report) []fuhe.Correction
	Password    string // Correct: opens the input and protects the output
	Causes      bool   // further causes of a finding are listed, too
	Disarm      bool   // Correct: formulas of the input that reach outside give way to the results they show

	// Laid is told of each form whose sheet is written, when no other one needs what is printed on it: Printed may be let go then. Nil for nobody.
	Laid func(*fuhe.Report)

	Rolls []fuhe.Roll               // Write: what they come to by unit and year, likewise
	Same  func(*fuhe.Report) string // Write: what copies of a form share, "" for a form that may be like none; the amounts of copies count once

	Across []fuhe.Across // Write: what the forms say of each other, on a sheet of its own
	Papers *Papers       // Write: the sheets of a working paper around the forms; nil for none
}

// formSheet is a form of the workbook and what the lists say of it.
type formSheet struct {
	document    string
	sha256      string
	doc         *fuhe.Document
	spots       spots
	number      int // in its document, from 0
	report      *fuhe.Report
	sheet       string
	rows        []row
	corrections []fuhe.Correction
	total       spot
	unfit       string // why the sheet does not hold the form
}

// Write writes every form of the documents on a sheet of its own, as printed. With more than one form, or with
// corrections, a summary lists them; with corrections derived entries become formulas, and a sheet lists all findings.
func Write(w io.Writer, docs []fuhe.Document, o Options) error {
	b := newBook(o.Lang)
	b.causes = o.Causes
	defer b.file.Close()
	if err := b.properties(); err != nil {
		return err
	}
	b.around = o.Papers
	if o.Papers != nil {
		return b.writePapers(w, docs, o)
	}
	return b.writeForms(w, docs, o)
}

// writePapers writes a workbook with the working papers before its forms.
func (b *book) writePapers(w io.Writer, docs []fuhe.Document, o Options) error {
	t := render.TallyOf(docs)
	if err := b.paperSheets(o, t.Reports); err != nil {
		return err
	}
	b.file.SetActiveSheet(0) // now: it reads every sheet, and those that are written row by row would be read back
	forms, err := b.addForms(docs, o)
	if err != nil {
		return err
	}
	if t.Reports > 0 {
		if err := b.addFindings(forms); err != nil {
			return err
		}
	}
	if err := errors.Join(b.addAcross(o.Across, forms), b.addRolls(o.Rolls)); err != nil {
		return err
	}
	if err := b.papers(forms, docs, o); err != nil {
		return err
	}
	return b.write(w)
}

// writeForms writes a workbook of forms, with lists of them and of what was found where there is more than one.
func (b *book) writeForms(w io.Writer, docs []fuhe.Document, o Options) error {
	t := render.TallyOf(docs)
	summary := ""
	withSummary := t.Reports != 1 || len(docs) > 1 || t.Unread > 0 || o.Corrections != nil
	if t.Reports != 1 || len(docs) > 1 { // what became of every input comes first
		var err error
		if summary, err = b.addSheet(summarySheet.In(o.Lang), ""); err != nil {
			return err
		}
	}
	b.reserve(summarySheet.In(o.Lang), findingsSheet.In(o.Lang), acrossSheet.In(o.Lang))
	forms, err := b.addForms(docs, o)
	if err != nil {
		return err
	}
	if o.Corrections != nil && t.Reports > 0 {
		if err := b.addFindings(forms); err != nil {
			return err
		}
	}
	if err := errors.Join(b.addAcross(o.Across, forms), b.addRolls(o.Rolls)); err != nil {
		return err
	}
	if withSummary {
		if summary == "" {
			if summary, err = b.reserved(summarySheet.In(o.Lang)); err != nil {
				return err
			}
		}
		if err := b.fillSummary(summary, forms, docs, o.Corrections != nil); err != nil {
			return err
		}
	}
	b.file.SetActiveSheet(0)
	return b.write(w)
}

// addForms adds the sheets of all forms, corrected when corrections are asked for. A sheet that is done is put aside.
func (b *book) addForms(docs []fuhe.Document, o Options) ([]formSheet, error) {
	var forms []formSheet
	for k := range docs {
		d := &docs[k]
		for i, r := range d.Reports {
			name, err := b.begin(sheetTitle(r), fmt.Sprintf("%s%d", formName.In(b.lang), len(forms)+1))
			if err != nil {
				return nil, err
			}
			f := formSheet{document: d.Path, sha256: d.SHA256, doc: d, number: i, report: r, sheet: name}
			if err := errors.Join(b.fillForm(&f, o), b.footerOfForm(name), b.put(name)); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", d.Path, sheetTitle(r), err)
			}
			if o.Laid != nil {
				o.Laid(r)
			}
			forms = append(forms, f)
		}
	}
	return forms, nil
}

// fillForm lays a form out on its sheet, and corrects it.
func (b *book) fillForm(f *formSheet, o Options) error {
	at, err := b.addForm(f.sheet, f.report)
	if errors.Is(err, errUnfit) {
		f.unfit, f.rows = err.Error(), rowsOf(f.report, nil, nil, b.lang, b.causes)
		return nil
	}
	if err != nil {
		return err
	}
	f.spots, f.total = at, at[f.report.Total.Score.At]
	if o.Corrections == nil {
		return nil
	}
	f.corrections = o.Corrections(f.report)
	f.rows, err = b.correct(f.report, at, f.corrections)
	return err
}

// sheetTitle is what a form's sheet is called after: what the form is about, else its title.
func sheetTitle(r *fuhe.Report) string {
	if s := subject(r); s != "" {
		return s
	}
	return r.Title
}

// subject is what a form is about: its project, or on the form of a whole department that department.
func subject(r *fuhe.Report) string {
	for _, c := range []fuhe.Cell{r.Project, r.Department, r.Implementer} {
		if strings.TrimSpace(c.Text) != "" {
			return c.Text
		}
	}
	return ""
}

// reserve keeps names for the sheets of this package.
func (b *book) reserve(names ...string) {
	for _, n := range names {
		b.names[strings.ToLower(n)] = 1
	}
}

// reserved is the sheet of a reserved name; it is added at the end where it is not there yet.
func (b *book) reserved(name string) (string, error) {
	if i, err := b.file.GetSheetIndex(name); err == nil && i >= 0 {
		return name, nil
	}
	_, err := b.file.NewSheet(name)
	return name, err
}

func (b *book) properties() error {
	return b.file.SetDocProps(&excelize.DocProperties{Creator: "fuhe", LastModifiedBy: "fuhe"})
}
