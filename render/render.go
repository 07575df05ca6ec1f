// Package render shows what was read and found: documents with scored reports go in; terminal text, JSON and workbooks
// come out. It reads no input file but the workbook that CorrectXLSX corrects, and it computes no figure: what is wrong
// comes as fuhe.Finding, what would be right as fuhe.Correction.
//
//	Text(w, docs, TextOptions)         findings, one a line, grouped by form, with coverage, unread places and a summary
//	TablesText(w, docs, lang)          ruled tables as rows between bars; "<" and "^" continue a merged cell
//	JSON(w, docs, version)             the whole run, schema "fuhe/1"
//	JSONL(w, doc)                      one document on one line, to be called as each is done
//	Workbook(w, docs, WorkbookOptions) the forms as printed, a sheet each; with Corrections the derived entries corrected
//	CorrectXLSX(w, input, reports, o)  the input workbook itself with only the entries concerned changed
//	Tables(w, docs, lang)              every ruled table a sheet
//	WriteFile(path, write)             a file whole or not at all
//
// Everything that comes from a document is hostile: on a terminal it is stripped of control characters, in a workbook
// it is text or a number, never a formula.
package render

import "fuhe"

// tally counts what a run found.
type tally struct {
	Documents int `json:"documents"`
	Reports   int `json:"reports"`
	Errors    int `json:"errors"`
	Warnings  int `json:"warnings"`
	Notes     int `json:"notes"`
	Unread    int `json:"unread"`
}

func tallyOf(docs []fuhe.Document) tally {
	t := tally{Documents: len(docs)}
	for _, d := range docs {
		t.Reports += len(d.Reports)
		t.Unread += len(d.Unread)
		for _, r := range d.Reports {
			t.add(r.Findings)
		}
	}
	return t
}

func (t *tally) add(findings []fuhe.Finding) {
	for _, f := range findings {
		switch f.Severity {
		case fuhe.Error:
			t.Errors++
		case fuhe.Warning:
			t.Warnings++
		default:
			t.Notes++
		}
	}
}
