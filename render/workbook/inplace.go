package workbook

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/review"
)

// Correct writes the input workbook with the derived entries of its reports corrected and the cells concerned
// marked and commented; a sheet of findings is added or, when an earlier run added it, replaced. Every other cell,
// sheet, style and picture stays as it is. Where nothing is left to correct and the sheet of findings already lists all
// there is, the input comes out byte for byte.
func Correct(w io.Writer, input []byte, reports []*fuhe.Report, o Options) error {
	f, live, err := openToCorrect(input, o.Password)
	if err != nil {
		return fmt.Errorf("open the workbook to correct: %w", err)
	}
	defer f.Close()
	b := bookOf(f, o.Lang)
	sum := sha256.Sum256(input)
	b.around, b.ownHash = o.Papers, hex.EncodeToString(sum[:])
	b.causes = o.Causes
	for _, name := range f.GetSheetList() {
		b.names[strings.ToLower(name)] = 1
	}
	forms, changed, err := b.correctReports(reports, o)
	if err != nil {
		return err
	}
	if len(live) > 0 {
		outside, err := b.listLive(live, o.Disarm)
		if err != nil {
			return err
		}
		forms, changed = append(forms, outside), changed || o.Disarm
	}
	ours := b.earlierFindings()
	if !changed && ours != "" && !b.judged() {
		if listed, err := b.lists(ours, forms); err != nil {
			return err
		} else if listed {
			_, err := w.Write(input)
			return err
		}
	}
	if err := b.replaceFindings(ours, forms); err != nil {
		return err
	}
	return b.finish(w, input, o.Password)
}

// judged reports whether people said something of the findings of this very file, which its sheet may not have yet.
func (b *book) judged() bool {
	return b.around != nil && slices.ContainsFunc(b.around.Review.Verdicts, func(v review.Verdict) bool { return v.SHA256 == b.ownHash })
}

// finish writes the corrected workbook, protected as the input is.
func (b *book) finish(w io.Writer, input []byte, password string) error {
	var out bytes.Buffer
	if err := b.write(&out); err != nil {
		return err
	}
	file, err := inOrder(out.Bytes())
	if err != nil {
		return err
	}
	if Protected(input) { // a password may be given and not be needed
		if file, err = excelize.Encrypt(file, &excelize.Options{Password: password}); err != nil {
			return fmt.Errorf("protect the corrected workbook: %w", err)
		}
	}
	_, err = w.Write(file)
	return err
}

// openToCorrect opens the input in a form that is written as it was read, with its formulas that reach outside.
func openToCorrect(input []byte, password string) (*excelize.File, []liveFormula, error) {
	p, err := openInput(input, password)
	if err != nil {
		return nil, nil, err
	}
	if err := p.regular(); err != nil {
		return nil, nil, err
	}
	live, err := p.live()
	if err != nil {
		return nil, nil, err
	}
	file, err := p.file()
	if err != nil {
		return nil, nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{UnzipSizeLimit: maxWorkbookBytes, UnzipXMLSizeLimit: maxWorkbookBytes})
	return f, live, err
}

// correctReports corrects all reports in their own cells and tells whether a cell was changed.
func (b *book) correctReports(reports []*fuhe.Report, o Options) (forms []formSheet, changed bool, err error) {
	for _, r := range reports {
		at, err := b.ownSpots(r)
		if err != nil {
			return nil, false, err
		}
		form := formSheet{report: r, sheet: r.Printed.Table.Sheet}
		if o.Corrections != nil {
			form.corrections = o.Corrections(r)
		}
		changed = changed || len(form.corrections) > 0
		if form.rows, err = b.correct(r, at, form.corrections); err != nil {
			return nil, false, fmt.Errorf("%s: %w", sheetTitle(r), err)
		}
		forms = append(forms, form)
	}
	return forms, changed, nil
}

// ownSpots are the cells of the workbook that a report was read from.
func (b *book) ownSpots(r *fuhe.Report) (spots, error) {
	at := spots{}
	var places []fuhe.Source
	for _, e := range r.Entries() {
		places = append(places, e.Cell.At)
	}
	for _, f := range r.Findings {
		places = append(places, f.At)
	}
	for _, place := range places {
		if _, done := at[place]; done || place.Sheet == "" || place.Ref == "" {
			continue
		}
		if i, err := b.file.GetSheetIndex(place.Sheet); err != nil || i < 0 {
			return nil, fmt.Errorf("the workbook has no sheet %q, from which a form was read", place.Sheet)
		}
		s, err := b.ownSpot(place)
		if err != nil {
			return nil, err
		}
		at[place] = s
	}
	return at, nil
}

func (b *book) ownSpot(place fuhe.Source) (spot, error) {
	first, last, merged := strings.Cut(place.Ref, ":")
	if !merged {
		last = first
	}
	s := spot{sheet: place.Sheet, first: first, last: last, foreign: true}
	kind, err := b.file.GetCellType(s.sheet, first)
	if err != nil {
		return s, err
	}
	raw, err := b.file.GetCellValue(s.sheet, first, rawValues)
	if err != nil {
		return s, err
	}
	if kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		s.text = raw
	}
	if kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber {
		if v, err := strconv.ParseFloat(raw, 64); err == nil {
			s.numeric, s.value = true, v
		}
	}
	return s, nil
}

// earlierFindings is the name of the sheet of findings that an earlier run added, "" when there is none.
func (b *book) earlierFindings() string {
	for _, n := range b.file.GetDefinedName() {
		if n.Name != findingsMark {
			continue
		}
		sheet := n.RefersTo[:max(0, strings.LastIndexByte(n.RefersTo, '!'))]
		if strings.HasPrefix(sheet, "'") && strings.HasSuffix(sheet, "'") && len(sheet) > 2 {
			sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
		}
		if i, err := b.file.GetSheetIndex(sheet); err == nil && i >= 0 {
			return sheet
		}
	}
	return ""
}

// lists reports whether a sheet of findings has every row of the forms: the same rule for the same cell and entry, with
// the same figures. Its wording may be of another language.
func (b *book) lists(sheet string, forms []formSheet) (bool, error) {
	rows, err := b.file.GetRows(sheet)
	if err != nil {
		return false, err
	}
	listed := map[string]bool{}
	var ours []int
	for _, cells := range rows {
		if ours == nil {
			ours, _ = headingPlaces(cells)
			continue
		}
		row := make([]string, len(findingsColumns))
		for i, text := range cells {
			if i < len(ours) && ours[i] >= 0 {
				row[ours[i]] = text
			}
		}
		listed[sameKey(row)] = true
	}
	for _, f := range forms {
		for _, w := range f.rows {
			row := make([]string, len(findingsColumns))
			for c, e := range b.findingEntries(0, f, w) {
				row[c] = e.text
			}
			if !listed[sameKey(row)] {
				return false, nil
			}
		}
	}
	return true, nil
}

// sameKey is what must be the same of two rows for one to stand for the other.
func sameKey(row []string) string {
	return strings.Join([]string{row[ruleColumn], row[findingSheet], row[cellColumn], row[entryColumn], row[publishedColumn], row[recomputedColumn]}, "\x00")
}

// replaceFindings puts the sheet of findings at the end, in the place of an earlier one whose remarks it takes over.
func (b *book) replaceFindings(earlier string, forms []formSheet) error {
	active := b.file.GetSheetName(b.file.GetActiveSheetIndex())
	var typed Typed
	if earlier != "" {
		var err error
		if typed, err = b.remarks(earlier); err != nil {
			return err
		}
		if err := b.file.DeleteSheet(earlier); err != nil {
			return err
		}
		delete(b.names, strings.ToLower(earlier))
		for _, n := range b.file.GetDefinedName() {
			if n.Name == findingsMark {
				if err := b.file.DeleteDefinedName(&n); err != nil {
					return err
				}
			}
		}
	}
	sheet := b.names.Take(findingsSheet.In(b.lang), "")
	if _, err := b.file.NewSheet(sheet); err != nil {
		return err
	}
	if err := b.fillFindings(sheet, forms, typed); err != nil {
		return err
	}
	if i, err := b.file.GetSheetIndex(active); err == nil && i >= 0 {
		b.file.SetActiveSheet(i)
	}
	return nil
}
