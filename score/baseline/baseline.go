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
	Title      string        `json:"title"`
	Project    string        `json:"project,omitempty"`
	ID         string        `json:"id"`
	Rule       string        `json:"rule"`
	Severity   fuhe.Severity `json:"severity"`
	Field      fuhe.Field    `json:"field"`
	Published  string        `json:"published,omitempty"`
	Recomputed string        `json:"recomputed,omitempty"`
	Message    string        `json:"message"`
}

// Baseline is the findings of a run, in its order. The ID of a finding follows its form and entry, not its file: a file may
// be renamed. One that stands there twice, because a form was read from two files, counts twice.
type Baseline struct {
	entries []Entry
	left    map[string]int // by ID: how often it may still be met
}

// printed is the part of fuhe's JSON that is compared: the whole of it, or with --format jsonl one document on each line.
type printed struct {
	Schema    string
	Documents []document
	Across    []Entry // findings over several forms
	document
}

type document struct {
	Path    string
	Reports *[]struct {
		Title    string
		Project  *struct{ Text string }
		Findings []Entry
	}
}

// Load reads what `fuhe check --format json` or jsonl printed.
func Load(r io.Reader) (*Baseline, error) {
	limited := &io.LimitedReader{R: r, N: maxFileBytes}
	d := json.NewDecoder(limited)
	b := &Baseline{left: make(map[string]int)}
	for values := 0; ; values++ {
		var p printed
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF) && values == 0:
			return nil, errors.New("no JSON of fuhe: empty")
		case errors.Is(err, io.EOF):
			return b, nil
		case limited.N <= 0:
			return nil, fmt.Errorf("larger than %d bytes", maxFileBytes)
		case err != nil:
			return nil, fmt.Errorf("no JSON of fuhe: %w", err)
		}
		if p.Schema != "" && p.Schema != schema {
			return nil, fmt.Errorf("schema %q, where %q is wanted", p.Schema, schema)
		}
		if p.Schema == "" && p.Reports == nil {
			return nil, errors.New("no JSON of fuhe: neither schema nor reports in it")
		}
		for _, e := range p.Across {
			b.entries = append(b.entries, e)
			b.left[e.ID]++
		}
		for _, doc := range append(p.Documents, p.document) {
			if err := b.add(doc); err != nil {
				return nil, err
			}
		}
	}
}

func (b *Baseline) add(doc document) error {
	if doc.Reports == nil {
		return nil
	}
	for _, r := range *doc.Reports {
		for _, e := range r.Findings {
			if e.ID == "" {
				return fmt.Errorf("no JSON of fuhe: a finding of %s has no id", doc.Path)
			}
			e.Path, e.Title = doc.Path, r.Title
			if r.Project != nil {
				e.Project = r.Project.Text
			}
			b.entries = append(b.entries, e)
			b.left[e.ID]++
		}
	}
	return nil
}

// Len is the number of findings.
func (b *Baseline) Len() int { return len(b.entries) }

// Drop takes those findings out of a report that the baseline has, and says how many they were. Each is met once; reports
// come in the order of the run, one after the other.
func (b *Baseline) Drop(r *fuhe.Report) int {
	kept := make([]fuhe.Finding, 0, len(r.Findings))
	for _, f := range r.Findings {
		if b.left[f.ID] > 0 {
			b.left[f.ID]--
			continue
		}
		kept = append(kept, f)
	}
	dropped := len(r.Findings) - len(kept)
	r.Findings = kept
	return dropped
}

// Knows reports whether a finding over several forms is in the baseline; each is met once.
func (b *Baseline) Knows(id string) bool {
	if b.left[id] == 0 {
		return false
	}
	b.left[id]--
	return true
}

// Changes are the findings of two runs side by side.
type Changes struct {
	Resolved  []Entry `json:"resolved"`  // in the old run only
	New       []Entry `json:"new"`       // in the new run only
	Unchanged []Entry `json:"unchanged"` // in both, as the new run has them
}

// Diff compares two runs. Each list is in the order of its run.
func Diff(before, after *Baseline) Changes {
	c := Changes{Resolved: []Entry{}, New: []Entry{}, Unchanged: []Entry{}}
	old, met := counts(before), make(map[string]int)
	for _, e := range after.entries {
		if met[e.ID] < old[e.ID] {
			met[e.ID]++
			c.Unchanged = append(c.Unchanged, e)
		} else {
			c.New = append(c.New, e)
		}
	}
	for _, e := range before.entries {
		if met[e.ID] > 0 {
			met[e.ID]--
		} else {
			c.Resolved = append(c.Resolved, e)
		}
	}
	return c
}

func counts(b *Baseline) map[string]int {
	out := make(map[string]int, len(b.entries))
	for _, e := range b.entries {
		out[e.ID]++
	}
	return out
}
