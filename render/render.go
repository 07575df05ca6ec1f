// Package render shows what was read and found as text and as JSON: documents with scored reports go in. It reads no file
// and computes no figure: what is wrong comes as fuhe.Finding. Workbooks are written by package workbook beside it.
//
//	Text(w, docs, TextOptions)  findings, one a line, grouped by form, with coverage, unread places and a summary
//	JSON(w, docs, Run)          the whole run, schema "fuhe/1"
//	JSONL(w, doc)               one document on one line, to be called as each is done
//	WriteFile(path, write)      a file whole or not at all
//
// Everything that comes from a document is hostile: on a terminal its control characters are shown escaped.
package render

import "fuhe"

// Rule is what a rule says of itself, in the language asked for.
type Rule struct{ Title, Basis string }

// Tally counts what a run found.
type Tally struct {
	Documents   int `json:"documents"` // every file met
	Reports     int `json:"reports"`
	Errors      int `json:"errors"`
	Warnings    int `json:"warnings"`
	Notes       int `json:"notes"`
	Unread      int `json:"unread"` // places that were not read
	WithoutForm int `json:"without_form"`
	PassedOver  int `json:"passed_over"`
	Doubts      int `json:"doubts"` // figures that were read and not understood
}

// TallyOf counts what the documents hold.
func TallyOf(docs []fuhe.Document) Tally {
	var t Tally
	for i := range docs {
		t.document(&docs[i])
	}
	return t
}

// document counts a document with its forms and findings.
func (t *Tally) document(d *fuhe.Document) {
	t.Documents++
	t.Reports += len(d.Reports)
	t.Unread += len(d.Unread)
	switch d.Status() {
	case fuhe.StatusWithoutForm:
		t.WithoutForm++
	case fuhe.StatusPassedOver:
		t.PassedOver++
	}
	for _, r := range d.Reports {
		t.Add(r.Findings)
		t.Doubts += len(r.Lost)
		for _, e := range r.Entries() {
			if e.Cell.Doubt != nil {
				t.Doubts++
			}
		}
	}
}

// Add counts findings by their severity; what another finding explains is one contradiction with it and is not counted again.
func (t *Tally) Add(findings []fuhe.Finding) {
	for _, f := range findings {
		if f.Root != "" {
			continue
		}
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
