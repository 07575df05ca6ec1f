// Package baseline compares two runs: findings of an earlier one go in as the JSON that fuhe printed, and what is new,
// resolved or unchanged comes out, told by finding ID. It judges no form, reads no file by itself and prints nothing.
package baseline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"fuhe"
)

// maxFileBytes: the findings of a hundred thousand forms; more is no output of fuhe.
const maxFileBytes = 1 << 30

// schema is the only one whose IDs compare.
const schema = "fuhe/1"

// Entry is a finding with the form it belongs to.
type Entry struct {
	Path       string        `json:"path"`
	SHA256     string        `json:"sha256,omitempty"` // of the document
	Title      string        `json:"title"`
	Project    string        `json:"project,omitempty"`
	ID         string        `json:"id"`
	Rule       string        `json:"rule"`
	Severity   fuhe.Severity `json:"severity"`
	Field      fuhe.Field    `json:"field"`
	Published  string        `json:"published,omitempty"`
	Recomputed string        `json:"recomputed,omitempty"`
	Message    string        `json:"message"`

	restsOn []place // of a finding over several forms: where they are
	at      spot    // of any other: the form of the run it is on
}

// place is a file that a finding over several forms rests on.
type place struct{ SHA256, Path string }

// Baseline is the findings of a run, in its order. The ID of a finding follows its form and entry, not its file: a file may
// be renamed. One that stands there twice, because a form was read from two files, counts twice.
type Baseline struct {
	entries []Entry
	left    map[string]int // by ID: how often it may still be met
	met     map[fuhe.Severity]int
	files   []file // in the order of the run
	options map[string]string
	profile string
	rules   string // hash of the file of own rules
}

// file is a document of a run, as far as two runs are matched by it.
type file struct {
	path, sha256 string
	forms        []string // what each is told by: title and project
	unread       bool     // something of it was not read
}

// printed is the part of fuhe's JSON that is compared: the whole of it, or with --format jsonl one document on each line.
type printed struct {
	Schema    string
	Documents []document
	Across    []struct { // findings over several forms
		Entry
		Inputs []place
	}
	Run struct {
		Options map[string]string
		Profile string
		Rules   string `json:"rules_sha256"`
	}
	document
}

type document struct {
	Path    string
	SHA256  string
	Unread  []json.RawMessage
	Reports *[]struct {
		Title    string
		Project  *struct{ Text string }
		Findings []Entry
	}
}

// Load reads what `fuhe check --format json` or jsonl printed; lang is the language of what is wrong with it.
func Load(r io.Reader, lang fuhe.Lang) (*Baseline, error) {
	say := func(zh, en string) string { return fuhe.Phrase{ZH: zh, EN: en}.In(lang) }
	limited := &io.LimitedReader{R: r, N: maxFileBytes}
	d := json.NewDecoder(limited)
	b := &Baseline{left: make(map[string]int), met: make(map[fuhe.Severity]int)}
	for values := 0; ; values++ {
		var p printed
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF) && values == 0:
			return nil, errors.New(say("不是 fuhe 的 JSON：文件是空的", "no JSON of fuhe: empty"))
		case errors.Is(err, io.EOF):
			return b, nil
		case limited.N <= 0:
			return nil, fmt.Errorf(say("大于 %d 字节", "larger than %d bytes"), maxFileBytes)
		case err != nil:
			return nil, fmt.Errorf(say("不是 fuhe 的 JSON：%w", "no JSON of fuhe: %w"), err)
		}
		if p.Schema != "" && p.Schema != schema {
			return nil, fmt.Errorf(say("schema 为 %q，应为 %q", "schema %q, where %q is wanted"), p.Schema, schema)
		}
		if p.Schema == "" && p.Reports == nil && p.Across == nil {
			return nil, errors.New(say("不是 fuhe 的 JSON：其中没有 schema，也没有 reports", "no JSON of fuhe: neither schema nor reports in it"))
		}
		b.take(p.Run.Options, p.Run.Profile, p.Run.Rules)
		for _, x := range p.Across {
			e := x.Entry
			e.restsOn, e.at = x.Inputs, across
			b.entries = append(b.entries, e)
			b.left[e.ID]++
		}
		for _, doc := range append(p.Documents, p.document) {
			if bad := b.add(doc); bad {
				return nil, fmt.Errorf(say("不是 fuhe 的 JSON：%s 的一条发现没有 id", "no JSON of fuhe: a finding of %s has no id"), doc.Path)
			}
		}
	}
}

// take keeps how the findings were asked for, where the file says so.
func (b *Baseline) take(options map[string]string, profile, rules string) {
	if options != nil || profile != "" {
		b.options, b.profile, b.rules = options, profile, rules
	}
}

// add takes in a document; bad when a finding in it has no id.
func (b *Baseline) add(doc document) (bad bool) {
	if doc.Reports == nil {
		return false
	}
	f := file{path: doc.Path, sha256: doc.SHA256, unread: len(doc.Unread) > 0}
	for i, r := range *doc.Reports {
		project := ""
		if r.Project != nil {
			project = r.Project.Text
		}
		f.forms = append(f.forms, formKey(doc.Path, r.Title, project))
		for _, e := range r.Findings {
			if e.ID == "" {
				return true
			}
			e.Path, e.SHA256, e.Title, e.Project, e.at = doc.Path, doc.SHA256, r.Title, project, spot{len(b.files), i}
			b.entries = append(b.entries, e)
			b.left[e.ID]++
		}
	}
	b.files = append(b.files, f)
	return false
}

// formKey tells a form of one run in another: by its title and project, and by its file where it names no project.
func formKey(path, title, project string) string {
	if project == "" {
		return "\x00" + path
	}
	return title + "\x00" + project
}

// Len is the number of findings.
func (b *Baseline) Len() int { return len(b.entries) }

// Drop takes those findings out of a report that the baseline has, and says how many they were. Each is met once; reports
// come in the order of the run, one after the other.
func (b *Baseline) Drop(r *fuhe.Report) int {
	kept := make([]fuhe.Finding, 0, len(r.Findings))
	for i := range r.Findings {
		if !b.Knows(&r.Findings[i]) {
			kept = append(kept, r.Findings[i])
		}
	}
	dropped := len(r.Findings) - len(kept)
	r.Findings = kept
	return dropped
}

// Knows reports whether a finding is in the baseline; each is met once.
func (b *Baseline) Knows(f *fuhe.Finding) bool {
	if b.left[f.ID] == 0 {
		return false
	}
	b.left[f.ID]--
	if f.Root == "" {
		b.met[f.Severity]++
	}
	return true
}

// Met is how many findings of a severity were met so far; what another finding explains is not counted, as in no summary.
func (b *Baseline) Met(s fuhe.Severity) int { return b.met[s] }
