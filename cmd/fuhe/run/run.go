// Package run turns inputs into judged documents: paths go in, out come the documents in the order of the inputs, scored,
// with what an earlier run knew taken out. It knows no streams to print to, no language of a terminal and no exit status,
// so that a web page or a worker runs the same.
package run

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract"
	"fuhe/extract/work"
	"fuhe/score"
	"fuhe/score/baseline"
)

// Options say what is read and how it is judged.
type Options struct {
	Paths   []string
	Stdin   io.Reader // what "-" among the paths stands for
	Reading extract.Options
	Scoring score.Options
	Jobs    int                      // files read at the same time
	Choose  func(doc *fuhe.Document) // leaves out the tables that are not wanted; nil for none
	Reread  func(doc *fuhe.Document) // puts in what people read by hand, before the forms are judged; nil for none
	Output  string                   // what the run writes, a file or folder; below the inputs it is no input
	Wrote   func(path string) bool   // fuhe wrote a file, whoever changed it since; nil when nothing but Output tells outputs
	Sealed  func(path string) bool   // fuhe wrote a workbook, in whatever run: no input where it is only found; nil to read them
	Made    func(path string) bool   // fuhe wrote a file that is no workbook of its own: never an input where it is only found
	Kept    []string                 // names of files in which fuhe keeps what people say of inputs: no inputs where they are only found
	Exclude []string                 // patterns of names and paths that are passed over in folders
	Wanted  Selection                // of findings
	Shard   Shard                    // the part of the inputs that is this run's
	Before  *baseline.Baseline       // an earlier run whose findings are known; nil for none
}

// Run is the inputs behind the paths, walked and not yet read.
type Run struct {
	Inputs []extract.Input
	Options
}

// New walks the paths. Where workbooks that fuhe wrote are all there is, they are what is meant, and are read.
func New(o Options) *Run {
	walk := func() []extract.Input {
		return once(extract.Sources{Paths: o.Paths, Stdin: o.Stdin, Except: o.except, Excluded: o.excluded, Password: o.Reading.Password}.Walk())
	}
	inputs := walk()
	if o.Sealed != nil && !slices.Contains(o.Paths, "-") && !slices.ContainsFunc(inputs, func(in extract.Input) bool { return !in.Settled() }) {
		o.Sealed = nil
		inputs = walk()
	}
	return &Run{o.Shard.of(inputs), o}
}

// except says why something in a folder is no input.
func (o *Options) except(path string) string {
	if o.written(path) {
		return "the output of this run"
	}
	if slices.ContainsFunc(o.Exclude, func(pattern string) bool { return Matches(pattern, path) }) {
		return "excluded"
	}
	if o.Sealed != nil && strings.EqualFold(filepath.Ext(path), ".xlsx") && o.Sealed(path) {
		return "written by fuhe"
	}
	if slices.Contains(o.Kept, filepath.Base(path)) || o.Made != nil && o.Made(path) {
		return "written by fuhe"
	}
	return ""
}

// excluded says whether a file in an archive, or attached to a PDF, is passed over: a pattern without a slash is held against its
// name and the folders inside, one with a slash against the whole path.
func (o *Options) excluded(outer, name string) bool {
	return slices.ContainsFunc(o.Exclude, func(pattern string) bool {
		if strings.Contains(strings.TrimSuffix(filepath.ToSlash(pattern), "/"), "/") {
			return Matches(pattern, outer+"/"+name)
		}
		return Matches(pattern, name)
	})
}

// written tells what the run before this one wrote where this one writes again. What somebody else put there is an input.
func (o *Options) written(path string) bool {
	if o.Output == "" {
		return false
	}
	mine, errMine := os.Stat(o.Output)
	found, errFound := os.Stat(path)
	switch {
	case errMine != nil || errFound != nil:
		return false
	case os.SameFile(mine, found):
		return o.Wrote == nil || !found.IsDir() && o.Wrote(path)
	case o.Wrote == nil || found.IsDir() || !mine.IsDir():
		return false
	}
	below, err := filepath.Rel(absolute(o.Output), absolute(path))
	return err == nil && filepath.IsLocal(below) && o.Wrote(path)
}

// absolute is a path from the root; as it is where the system does not know its place.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// once leaves out what is named again: a file compared with itself has found nothing.
func once(inputs []extract.Input) []extract.Input {
	met := make(map[string]bool, len(inputs))
	return slices.DeleteFunc(inputs, func(in extract.Input) bool {
		if in.File == "" {
			return false
		}
		path := absolute(in.Path)
		again := met[path]
		met[path] = true
		return again
	})
}

// Each reads and judges the inputs and hands over each document as soon as it and all before it are done. When the context
// ends, the others are not reached: the answer says how many. The error is the first one that emit gave; nothing is emitted
// after it, and the rest is not read.
func (r *Run) Each(ctx context.Context, emit func(in extract.Input, doc fuhe.Document) error) (notReached int, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	jobs := work.NewJobs(r.Jobs)
	judge := func(doc *fuhe.Document) { r.judge(doc, jobs) }
	notReached = extract.ReadAll(ctx, r.Inputs, r.Reading, jobs, judge, func(i int, doc fuhe.Document) {
		if err != nil {
			return
		}
		if err = emit(r.Inputs[i], doc); err != nil {
			stop()
		}
	})
	return notReached, err
}

// Read reads and judges one input alone.
func (o *Options) Read(ctx context.Context, in extract.Input) (fuhe.Document, error) {
	doc, err := extract.Read(ctx, in, o.Reading)
	if err == nil {
		o.judge(&doc, nil)
	}
	return doc, err
}

// judge scores the reports of a document, several at a time where jobs are free; it runs in the workers.
func (o *Options) judge(doc *fuhe.Document, jobs *work.Jobs) {
	if o.Choose != nil {
		o.Choose(doc)
	}
	if o.Reread != nil {
		o.Reread(doc)
	}
	jobs.Each(len(doc.Reports), func(i int) { score.Check(doc.Reports[i], o.Scoring) })
	o.Wanted.Trim(doc)
}

// DropKnown takes out of a document what the earlier run had; documents come in the order of the run.
func (o *Options) DropKnown(doc fuhe.Document) {
	if o.Before == nil {
		return
	}
	for _, report := range doc.Reports {
		o.Before.Drop(report)
	}
}

// Together judges all documents of a run against each other, and then takes out what is known. What only the comparison
// tells comes out.
func (o *Options) Together(docs []fuhe.Document) []fuhe.Across {
	jobs := work.NewJobs(o.Jobs) // of the run none is at work any more
	jobs.Take()
	scoring := o.Scoring
	scoring.Each = jobs.Each
	found := score.Across(docs, scoring)
	for i, doc := range docs {
		o.Wanted.Trim(&docs[i])
		o.DropKnown(doc)
	}
	return slices.DeleteFunc(found, func(x fuhe.Across) bool { return !o.asks(&x) })
}

// asks reports whether a finding over several forms is wanted, and new.
func (o *Options) asks(x *fuhe.Across) bool {
	return o.Wanted.Wants(x.Rule) && (o.Before == nil || !o.Before.Knows(&x.Finding))
}

// Comparing does the same with documents that come one by one and are not kept.
type Comparing struct {
	o *Options
	c *score.Comparison
}

// Comparing begins a comparison.
func (o *Options) Comparing() *Comparing { return &Comparing{o, score.NewComparison(o.Scoring)} }

// Add takes in the next document of the run: it gets what the ones before say of it, and what is known goes.
func (c *Comparing) Add(doc *fuhe.Document) {
	c.c.Note(doc)
	c.o.Wanted.Trim(doc)
	c.o.DropKnown(*doc)
}

// Found is what forms say of each other beside what stands at them. The error is of the place where they are kept.
func (c *Comparing) Found() (found []fuhe.Across, err error) {
	err = c.c.Further(func(x *fuhe.Across) error {
		if c.o.asks(x) {
			found = append(found, *x)
		}
		return nil
	})
	return found, err
}
