package render

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"fuhe"
)

// CSV writes the findings of all documents, one a row, and what was not read; with the mark by which Excel knows UTF-8.
// A text that a spreadsheet program would take for a formula has an apostrophe in front.
func CSV(w io.Writer, docs []fuhe.Document, across []fuhe.Across, l fuhe.Lang) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	rows := [][]string{csvHeads()}
	for _, d := range docs {
		for i, r := range d.Reports {
			for _, f := range r.Findings {
				rows = append(rows, csvRow(d.Path, d.SHA256, i, &f, r.Label(f.Field, l)))
			}
		}
		for _, u := range d.Unread {
			rows = append(rows, []string{d.Path, d.SHA256, "", "", "", "unread", "", u.At.String(), "", "", "", "", string(u.Code), "", u.Reason})
		}
	}
	for i := range across {
		x := &across[i]
		rows = append(rows, csvRow(x.Path, x.SHA256, x.Report, &x.Finding, AcrossInputs(x, l)))
	}
	for _, row := range rows {
		for i, text := range row {
			row[i] = Harmless(Plain(text))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func csvHeads() []string {
	return []string{"path", "sha256", "form", "id", "rule", "severity", "field", "place", "label", "published", "recomputed", "working", "cause", "effect", "message"}
}

// headsThatTell are so many columns of a table of ours that no other has them: further ones may be added behind.
const headsThatTell = 5

// CSVHeaded reports whether a file begins with the first of these columns, as the tables do that fuhe writes.
func CSVHeaded(begins []byte, heads []string) bool {
	line := strings.Join(heads[:min(len(heads), headsThatTell)], ",")
	return bytes.HasPrefix(bytes.TrimPrefix(begins, []byte("\uFEFF")), []byte(line))
}

// IsCSV reports whether a file begins as CSV writes it.
func IsCSV(begins []byte) bool { return CSVHeaded(begins, csvHeads()) }

// csvRow is a finding as a row; the label of one over several forms is what it rests on.
func csvRow(path, sha256 string, report int, f *fuhe.Finding, label string) []string {
	cause := ""
	if f.Cause != nil {
		cause = string(f.Cause.Kind)
	}
	return []string{path, sha256, strconv.Itoa(report + 1), f.ID, f.Rule, string(f.Severity), string(f.Field), f.At.String(), label,
		f.Published, f.Recomputed, f.Working, cause, string(f.Effect), f.Message}
}

// Harmless is a text that no spreadsheet program computes. Signs in front of a number are part of it.
func Harmless(text string) string {
	if text == "" {
		return text
	}
	switch text[0] {
	case '=', '@':
		return "'" + text
	case '+', '-':
		if _, err := strconv.ParseFloat(text, 64); err != nil {
			return "'" + text
		}
	}
	return text
}
