// Package batch reads and judges many files with child processes and keeps what came of each in a journal, so that a run
// that was stopped in any way goes on where it was. Inputs go in; each is read once for its content, whatever its name, and
// only when the journal does not hold it already as it would be made now. It prints nothing and writes no tables: what
// the journal holds in the end is the result.
package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"sync"
	"time"

	"fuhe"
	"fuhe/cmd/fuhe/journal"
	"fuhe/cmd/fuhe/worker"
	"fuhe/extract"
)

// Batch is a run over many inputs.
type Batch struct {
	Journal *journal.Journal
	Command worker.Command // of the children
	Limits  worker.Limits
	Jobs    int // children at the same time

	Inputs  []extract.Input
	Reading extract.Options // for what is settled without reading
	Made    journal.Made    // what a document is made with now
	Lang    fuhe.Lang

	Retry   bool // what was unread is read again
	Recheck bool // what was read is judged again, and nothing is read: Paths and Keys are the documents
	Paths   []string
	Keys    []string

	Step func(Progress) // is told of each document; nil for nobody

	packer *journal.Packer
	mu     sync.Mutex
	done   Progress
	taken  map[string]chan struct{} // contents that somebody is at
	again  map[string]bool          // contents that were judged again
}

// Progress counts what is done.
type Progress struct {
	Total, Done int
	Read        int // files read now; the others were known
	Judged      int // stored reports judged again
	Forms       int
	Failed      int // of those read now: the child died, took too long, grew too large
	Status      map[fuhe.Status]int
	Began       time.Time
}

// Run does all inputs. The context ends it: what was finished is in the journal. The error is one of the journal or that no
// child can be started.
func (b *Batch) Run(ctx context.Context) (Progress, error) {
	var err error
	if b.packer, err = journal.NewPacker(); err != nil {
		return Progress{}, err
	}
	b.taken, b.again = map[string]chan struct{}{}, map[string]bool{}
	b.done = Progress{Total: max(len(b.Inputs), len(b.Paths)), Status: map[fuhe.Status]int{}, Began: time.Now()}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	next := make(chan int)
	var workers sync.WaitGroup
	var failed error
	for range max(b.Jobs, 1) {
		workers.Go(func() {
			w := worker.New(b.Command, b.Limits)
			defer w.Close()
			for at := range next {
				if err := b.one(ctx, w, at); err != nil && ctx.Err() == nil {
					b.mu.Lock()
					failed = errors.Join(failed, err)
					b.mu.Unlock()
					stop(err)
				}
			}
		})
	}
	for at := range b.done.Total {
		select {
		case next <- at:
			continue
		case <-ctx.Done():
		}
		break
	}
	close(next)
	workers.Wait()
	return b.done, failed
}

// item is one input on its way.
type item struct {
	at    int
	path  string
	in    extract.Input
	key   string
	sum   string
	size  int64
	bytes []byte // of what is packed in an archive or came from a pipe
	held  bool
}

// one does one input.
func (b *Batch) one(ctx context.Context, w *worker.Worker, at int) error {
	if ctx.Err() != nil {
		return nil
	}
	lasting := context.WithoutCancel(ctx) // a transaction is not torn by an interruption
	it, doc := b.identify(ctx, at)
	if doc != nil {
		return b.keepDocument(lasting, it, *doc)
	}
	leave, err := b.enter(ctx, it.key)
	if err != nil {
		return nil // interrupted
	}
	defer leave()
	c, known, err := b.Journal.Find(lasting, it.key)
	if err != nil {
		return err
	}
	switch what := b.decide(c, known); {
	case what == keep, what == judge && b.judgedAgain(it.key):
		return b.put(lasting, it, c)
	case what == touch:
		if err := b.Journal.Touch(lasting, it.key, b.touched(c.Made)); err != nil {
			return err
		}
		return b.put(lasting, it, c)
	default:
		return b.ask(ctx, w, it, c, what)
	}
}

// identify says what an input is by its content; or, where there is nothing to be read, what it comes to.
func (b *Batch) identify(ctx context.Context, at int) (item, *fuhe.Document) {
	if b.Recheck {
		return item{at: at, path: b.Paths[at], key: b.Keys[at]}, nil
	}
	in := b.Inputs[at]
	it := item{at: at, path: in.Path, in: in, key: "path:" + in.Path}
	settled := func() (item, *fuhe.Document) {
		doc, err := extract.Read(ctx, in, b.Reading)
		if err != nil { // interrupted: nobody looks at it
			return it, &doc
		}
		return it, &doc
	}
	if in.Settled() {
		return settled()
	}
	var err error
	if in.Loose() {
		it.sum, it.size, err = in.Sum()
	} else if it.bytes, err = in.Bytes(); err == nil {
		sum := sha256.Sum256(it.bytes)
		it.held, it.size, it.sum = true, int64(len(it.bytes)), hex.EncodeToString(sum[:])
	}
	if err != nil {
		return settled() // it says why it cannot be opened
	}
	if it.sum != "" {
		it.key = it.sum
		if in.Asked() { // what cannot be read is missed then, and passed over else
			it.key += "!"
		}
	}
	return it, nil
}

// enter waits until nobody else is at a content.
func (b *Batch) enter(ctx context.Context, key string) (leave func(), err error) {
	for {
		b.mu.Lock()
		others := b.taken[key]
		if others == nil {
			mine := make(chan struct{})
			b.taken[key] = mine
			b.mu.Unlock()
			return func() {
				b.mu.Lock()
				delete(b.taken, key)
				b.mu.Unlock()
				close(mine)
			}, nil
		}
		b.mu.Unlock()
		select {
		case <-others:
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
}

// ask has a child read a file, or judge what the journal holds of it.
func (b *Batch) ask(ctx context.Context, w *worker.Worker, it item, c journal.Content, what action) error {
	lasting := context.WithoutCancel(ctx)
	j := worker.Job{ID: it.path, Path: it.path, Bytes: it.bytes, Held: it.held, Named: it.in.Asked(), Opened: it.in.Opened(), Wanted: worker.Record}
	made := b.Made
	if what == judge {
		words, body, err := b.Journal.Body(lasting, it.key)
		if err != nil {
			return err
		}
		j.Wanted, j.Stored = worker.JudgeStored, worker.Stored{Words: words, Body: body}
		made = b.touched(c.Made)
		made.Scoring, made.Lang = b.Made.Scoring, b.Made.Lang
	}
	a, err := w.Do(ctx, j)
	var f worker.Failure
	switch {
	case errors.As(err, &f) && what == judge:
		return fmt.Errorf("%s: its stored report could not be judged again: %w", it.path, err)
	case errors.As(err, &f):
		doc := f.Document(it.path, it.size, b.Limits, b.Lang)
		doc.SHA256 = it.sum
		b.count(func(p *Progress) { p.Failed++; p.Read++ })
		return b.keepDocument(lasting, it, doc)
	case err != nil && ctx.Err() != nil:
		return nil
	case err != nil:
		return err
	}
	b.count(func(p *Progress) {
		if what == judge {
			b.again[it.key] = true
			p.Judged++
		} else {
			p.Read++
		}
	})
	s := a.Stored
	if s.SHA256 == "" {
		s.SHA256 = it.sum
	}
	return b.put(lasting, it, journal.Content{Key: it.key, SHA256: s.SHA256, Format: s.Format, Status: s.Status, Code: s.Code, Forms: s.Forms, Made: made, Words: s.Words, Body: s.Body})
}

// keepDocument keeps a document that no child has made.
func (b *Batch) keepDocument(ctx context.Context, it item, doc fuhe.Document) error {
	body, err := b.packer.Pack(doc)
	if err != nil {
		return err
	}
	s := Describe(doc)
	return b.put(ctx, it, journal.Content{Key: it.key, SHA256: s.SHA256, Format: s.Format, Status: s.Status, Code: s.Code, Made: b.Made, Words: b.packer.Words(), Body: body})
}

// put notes an input in the journal and counts it.
func (b *Batch) put(ctx context.Context, it item, c journal.Content) error {
	if err := b.Journal.Put(ctx, it.at, it.path, c); err != nil {
		return err
	}
	b.count(func(p *Progress) {
		p.Done++
		p.Forms += c.Forms
		p.Status[c.Status]++
		if b.Step != nil {
			b.Step(*p)
		}
	})
	return nil
}

// judgedAgain reports whether this run has judged a content under another path.
func (b *Batch) judgedAgain(key string) (did bool) {
	b.count(func(*Progress) { did = b.again[key] })
	return did
}

func (b *Batch) count(change func(*Progress)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	change(&b.done)
}
