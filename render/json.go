package render

import (
	"encoding/json"
	"io"
	"time"

	"fuhe"
)

// schema is the name of the JSON; a key changes its meaning only with a new number.
const schema = "fuhe/1"

// Run is what a result came from.
type Run struct {
	Version     string            `json:"-"`
	Command     string            `json:"command"`
	Options     map[string]string `json:"options"` // those given, but for passwords
	Profile     string            `json:"profile"`
	RulesSHA256 string            `json:"rules_sha256"` // of the file of own rules; "" without one
	Started     time.Time         `json:"started"`
	Seconds     float64           `json:"seconds"`
	NotReached  int               `json:"not_reached,omitempty"` // inputs, when the run was interrupted

	Flags []string `json:"-"` // the options as typed, those of a password without it
	Paths []string `json:"-"` // the inputs as typed

	Sample any           `json:"sample,omitempty"` // how the forms were chosen, where not all are given
	Across []fuhe.Across `json:"-"`                // what the forms of the run say of each other; printed beside the documents
}

// JSON writes the whole run as one object of schema "fuhe/1", document by document.
func JSON(w io.Writer, docs []fuhe.Document, from Run) error {
	if from.Options == nil {
		from.Options = map[string]string{}
	}
	summary := TallyOf(docs)
	summary.AddAcross(from.Across)
	n := newIndented(w)
	n.out.WriteByte('{')
	n.depth++
	for i, member := range []struct {
		key   string
		value any
		none  bool
	}{
		{"schema", schema, false}, {"version", from.Version, false}, {"documents", docs, false}, {"across", from.Across, len(from.Across) == 0}, {"summary", summary, false}, {"run", from, false},
	} {
		if member.none {
			continue
		}
		if err := n.key(member.key, i == 0); err != nil {
			return err
		}
		write := func() error { return n.value(member.value) }
		if member.key == "documents" {
			write = func() error { return n.documents(docs) }
		}
		if err := write(); err != nil {
			return err
		}
	}
	n.depth--
	n.line()
	n.out.WriteString("}\n")
	return n.out.Flush()
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

// Line is the answer to one request of an engine.
type Line struct {
	ID       string
	Version  string
	Document fuhe.Document
	Members  []fuhe.Document // what is in a container, which has no content of its own
	Tables   any             // the rows of the tables of a batch; nil when they were not asked for
}

// WorkerLine writes an answer on one line.
func WorkerLine(w io.Writer, l Line) error {
	line := struct {
		ID        string          `json:"id"`
		Schema    string          `json:"schema"`
		Version   string          `json:"version"`
		Document  fuhe.Document   `json:"document"`
		Documents []fuhe.Document `json:"documents,omitempty"`
		Tables    any             `json:"tables,omitempty"`
	}{l.ID, schema, l.Version, withLists(l.Document), nil, l.Tables}
	for _, m := range l.Members {
		line.Documents = append(line.Documents, withLists(m))
	}
	return encoder(w).Encode(line)
}
