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
	s, err := NewStream(w, from.Version)
	if err != nil {
		return err
	}
	for i := range docs {
		if err := s.Document(&docs[i]); err != nil {
			return err
		}
	}
	return s.Close(from)
}

// Stream writes a run as one object, its documents as they come; none of them is kept.
type Stream struct {
	n     *indented
	tally Tally
}

// NewStream begins the object; version is that of the program.
func NewStream(w io.Writer, version string) (*Stream, error) {
	s := &Stream{n: newIndented(w)}
	s.n.out.WriteByte('{')
	s.n.depth++
	if err := s.member("schema", schema, true); err != nil {
		return nil, err
	}
	if err := s.member("version", version, false); err != nil {
		return nil, err
	}
	return s, s.n.key("documents", false)
}

func (s *Stream) member(key string, value any, first bool) error {
	if err := s.n.key(key, first); err != nil {
		return err
	}
	return s.n.value(value)
}

// Document writes the next document.
func (s *Stream) Document(d *fuhe.Document) error {
	begin := byte(',')
	if s.tally.Documents == 0 {
		begin = '['
		s.n.depth++
	}
	s.n.out.WriteByte(begin)
	s.n.line()
	s.tally.document(d)
	return s.n.value(withLists(*d))
}

// Close writes what stands behind the documents: what forms say of each other, the counts, and what it came from.
func (s *Stream) Close(from Run) error {
	if from.Options == nil {
		from.Options = map[string]string{}
	}
	if s.tally.Documents == 0 {
		s.n.out.WriteString("[]")
	} else {
		s.n.depth--
		s.n.line()
		s.n.out.WriteByte(']')
	}
	s.tally.AddAcross(from.Across)
	if len(from.Across) > 0 {
		if err := s.member("across", from.Across, false); err != nil {
			return err
		}
	}
	if err := s.member("summary", s.tally, false); err != nil {
		return err
	}
	if err := s.member("run", from, false); err != nil {
		return err
	}
	s.n.depth--
	s.n.line()
	s.n.out.WriteString("}\n")
	return s.n.out.Flush()
}

// JSONL writes one document on one line.
func JSONL(w io.Writer, d fuhe.Document) error { return encoder(w).Encode(withLists(d)) }

// AcrossLine writes what forms say of each other, the last line behind those of their documents; nothing where they say nothing.
func AcrossLine(w io.Writer, found []fuhe.Across) error {
	if len(found) == 0 {
		return nil
	}
	return encoder(w).Encode(struct {
		Across []fuhe.Across `json:"across"`
	}{found})
}

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
