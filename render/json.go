package render

import (
	"encoding/json"
	"io"

	"fuhe"
)

// schema is the name of the JSON; a key changes its meaning only with a new number.
const schema = "fuhe/1"

// JSON writes the whole run as one object of schema "fuhe/1".
func JSON(w io.Writer, docs []fuhe.Document, version string) error {
	run := struct {
		Schema    string          `json:"schema"`
		Version   string          `json:"version"`
		Documents []fuhe.Document `json:"documents"`
		Summary   Tally           `json:"summary"`
	}{schema, version, make([]fuhe.Document, len(docs)), TallyOf(docs)}
	for i, d := range docs {
		run.Documents[i] = withLists(d)
	}
	e := encoder(w)
	e.SetIndent("", "  ")
	return e.Encode(run)
}

// JSONL writes one document on one line.
func JSONL(w io.Writer, d fuhe.Document) error { return encoder(w).Encode(withLists(d)) }

// encoder leaves < > & as they are: targets are full of them, and nobody puts this JSON into a web page unescaped.
func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// withLists is the document with empty lists where it has none: readers of the JSON may then loop without asking.
// The caller's document stays as it is.
func withLists(d fuhe.Document) fuhe.Document {
	reports := make([]*fuhe.Report, len(d.Reports))
	for i, r := range d.Reports {
		c := *r
		c.Funds, c.Indicators, c.Findings = list(r.Funds), list(r.Indicators), list(r.Findings)
		reports[i] = &c
	}
	d.Reports, d.Unread = reports, list(d.Unread)
	if len(d.Tables) > 0 {
		tables := make([]fuhe.Table, len(d.Tables))
		for i, t := range d.Tables {
			t.Cells = list(t.Cells)
			tables[i] = t
		}
		d.Tables = tables
	}
	return d
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
