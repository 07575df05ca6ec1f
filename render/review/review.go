// Package review keeps what people say of findings: a review file goes in, verdicts on findings and entries read by hand come
// out, and each change goes to the file at once, whole or not at all. A verdict is kept by the hash of its document and the id
// of its finding, whatever becomes of either. It judges nothing: a form whose entries were read by hand is judged again by
// whoever asked.
package review

import (
	"fmt"
	"slices"
	"time"

	"fuhe"
)

// Schema is the name of the file's format.
const Schema = "fuhe-review/1"

// FileName is what the file is called beside the inputs.
const FileName = "fuhe-review.json"

// Judgement is what a person says of a finding.
type Judgement string

const (
	Confirmed Judgement = "confirmed"
	Rejected  Judgement = "rejected"
	Open      Judgement = "open"
)

// Judgements are all there are.
func Judgements() []Judgement { return []Judgement{Confirmed, Rejected, Open} }

// names are judgements in words.
var names = map[Judgement]fuhe.Phrase{Confirmed: {ZH: "属实", EN: "confirmed"}, Rejected: {ZH: "不属实", EN: "rejected"}, Open: {ZH: "待定", EN: "open"}}

// Name is a judgement in words; "" for none.
func Name(j Judgement, l fuhe.Lang) string { return names[j].In(l) }

// Rectifications are the states of putting a finding right that audit practice knows (未整改, 持续整改, 已整改); "" is not said.
func Rectifications() []string { return []string{"", "未整改", "持续整改", "已整改"} }

// Verdict is what a person said of one finding.
type Verdict struct {
	SHA256        string    `json:"sha256"`  // of the document
	Finding       string    `json:"finding"` // its id
	Verdict       Judgement `json:"verdict"`
	Note          string    `json:"note,omitempty"`
	Feedback      string    `json:"feedback,omitempty"`      // 单位反馈
	Rectification string    `json:"rectification,omitempty"` // 整改状态
	By            string    `json:"by,omitempty"`
	At            string    `json:"at,omitempty"`   // RFC 3339
	Path          string    `json:"path,omitempty"` // of the document, when it was said
}

// Reading is an entry that a person read.
type Reading struct {
	SHA256 string     `json:"sha256"`
	Report int        `json:"report"` // which form of the document, from 0
	Field  fuhe.Field `json:"field"`
	Text   string     `json:"text"` // as it stands on the form
	By     string     `json:"by,omitempty"`
	At     string     `json:"at,omitempty"`
}

// Review is what a review file holds.
type Review struct {
	Schema   string    `json:"schema"`
	Verdicts []Verdict `json:"verdicts"`
	Readings []Reading `json:"readings"`
}

// Key names a finding of a document.
type Key struct{ SHA256, Finding string }

// Of is the verdict on a finding; the zero Verdict where nobody said anything.
func (r *Review) Of(k Key) Verdict {
	for i := len(r.Verdicts) - 1; i >= 0; i-- {
		if v := &r.Verdicts[i]; v.SHA256 == k.SHA256 && v.Finding == k.Finding {
			return *v
		}
	}
	return Verdict{}
}

// Index are the verdicts by finding, for those who ask for many. Of two on one finding the later in the file counts.
func (r *Review) Index() map[Key]Verdict {
	index := make(map[Key]Verdict, len(r.Verdicts))
	for _, v := range r.Verdicts {
		index[Key{v.SHA256, v.Finding}] = v
	}
	return index
}

// Say puts a verdict into the review, in the place of an earlier one on the same finding.
func (r *Review) Say(v Verdict) {
	i := slices.IndexFunc(r.Verdicts, func(o Verdict) bool { return o.SHA256 == v.SHA256 && o.Finding == v.Finding })
	if i < 0 {
		r.Verdicts = append(r.Verdicts, v)
		return
	}
	r.Verdicts[i] = v
	r.Verdicts = slices.DeleteFunc(r.Verdicts, func(o Verdict) bool { return o.SHA256 == v.SHA256 && o.Finding == v.Finding && o != v })
}

// Read puts an entry read by hand into the review, in the place of an earlier one; undo takes it out.
func (r *Review) Read(n Reading, undo bool) {
	r.Readings = slices.DeleteFunc(r.Readings, func(o Reading) bool {
		return o.SHA256 == n.SHA256 && o.Report == n.Report && o.Field == n.Field
	})
	if !undo {
		r.Readings = append(r.Readings, n)
	}
}

// Gone are the verdicts on documents that were read whose findings are not there, and those on documents that were not met.
func (r *Review) Gone(docs []fuhe.Document, across []fuhe.Across) (findings, documents []Verdict) {
	met, there := map[string]bool{}, map[Key]bool{}
	for i := range docs {
		met[docs[i].SHA256] = true
		for _, report := range docs[i].Reports {
			for k := range report.Findings {
				there[Key{docs[i].SHA256, report.Findings[k].ID}] = true
			}
		}
	}
	for i := range across {
		there[Key{across[i].SHA256, across[i].ID}] = true
	}
	for _, v := range r.Verdicts {
		switch {
		case !met[v.SHA256]:
			documents = append(documents, v)
		case !there[Key{v.SHA256, v.Finding}]:
			findings = append(findings, v)
		}
	}
	return findings, documents
}

// Apply puts the entries read by hand into the reports of a document, before these are judged. It answers with the readings
// for which the document has no entry.
func (r *Review) Apply(doc *fuhe.Document) (homeless []Reading) {
	for _, n := range r.Readings {
		if n.SHA256 != doc.SHA256 || doc.SHA256 == "" {
			continue
		}
		if n.Report >= len(doc.Reports) || !Put(doc.Reports[n.Report], n.Field, n.Text) {
			homeless = append(homeless, n)
		}
	}
	return homeless
}

// Put has an entry of a report read as a text. False when the report has no such entry.
func Put(r *fuhe.Report, field fuhe.Field, text string) bool {
	cell := r.Entry(field)
	if cell == nil || !cell.Present() {
		return false
	}
	was, place := cell.Text, cell.At
	read := fuhe.NewCell(text, place)
	read.Read = &was
	if cell.Read != nil {
		read.Read = cell.Read
	}
	for _, e := range r.Entries() { // a merged cell is an entry of each row it covers
		if e.Field == field || e.Cell.At == place && e.Cell.Text == was && e.Field.Key() == field.Key() {
			*e.Cell = read
		}
	}
	for i := range r.Printed.Table.Cells { // the form as it stands on paper says so, too
		if c := &r.Printed.Table.Cells[i]; c.At == place && c.Text == was {
			c.Text = read.Text
		}
	}
	return true
}

// check says what is wrong with a review that somebody wrote.
func (r *Review) check(lang fuhe.Lang) error {
	say := func(list string, i int, p fuhe.Phrase, args ...any) error {
		return fmt.Errorf("%s[%d]: "+p.In(lang), append([]any{list, i}, args...)...)
	}
	if r.Schema != Schema {
		return fmt.Errorf(fuhe.Phrase{ZH: "schema 应为 %q，不是 %q", EN: "schema must be %q, not %q"}.In(lang), Schema, r.Schema)
	}
	for i, v := range r.Verdicts {
		switch {
		case len(v.SHA256) != 64 || v.Finding == "":
			return say("verdicts", i, fuhe.Phrase{ZH: "缺少 sha256（64 位）或 finding", EN: "sha256 (64 digits) or finding is missing"})
		case !slices.Contains(Judgements(), v.Verdict):
			return say("verdicts", i, fuhe.Phrase{ZH: "verdict 不能是 %q，应为 confirmed、rejected 或 open", EN: "verdict cannot be %q; it is confirmed, rejected or open"}, v.Verdict)
		case v.At != "" && !isTime(v.At):
			return say("verdicts", i, fuhe.Phrase{ZH: "at %q 不是时间（如 2026-01-31T08:00:00Z）", EN: "at %q is no time (as 2026-01-31T08:00:00Z)"}, v.At)
		}
	}
	for i, n := range r.Readings {
		if len(n.SHA256) != 64 || n.Field == "" || n.Report < 0 {
			return say("readings", i, fuhe.Phrase{ZH: "缺少 sha256（64 位）、field 或 report", EN: "sha256 (64 digits), field or report is missing"})
		}
	}
	return nil
}

func isTime(text string) bool {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}
