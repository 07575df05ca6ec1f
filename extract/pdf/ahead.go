package pdf

import (
	"context"
	"sync"

	"fuhe/extract/work"
)

// ahead reads pages of a document before they are asked for, as many at a time as there are jobs that nothing else needs.
// What is read of a page is the same whatever is read beside it.
type ahead struct {
	side     *side
	document Document
	jobs     *work.Jobs
	pages    int
	stop     context.CancelFunc

	mutex   sync.Mutex
	changed *sync.Cond
	begun   int           // pages that somebody reads or has read: all up to this one
	taken   int           // pages that were asked for and given
	settled int           // pages that are settled: all up to this one
	leaves  map[int]*leaf // pages that are begun and not taken
	waiting int           // characters of those of them that are read
}

// leaf is a page that is read: what is to be done of it next, and whether somebody is at it.
type leaf struct {
	*steps
	next stage
	busy bool
}

// stage is what is to be done of a page.
type stage uint8

const (
	toDraw stage = iota
	toSettle
	toFind // its tables
	isRead
)

// readAhead has the pages of a side read ahead when there are jobs for it.
func (s *side) readAhead(pages int, jobs *work.Jobs) (end func()) {
	if jobs == nil || pages < 2 || s.err != nil {
		return func() {}
	}
	ctx, stop := context.WithCancel(s.ctx)
	s.ctx = ctx
	a := &ahead{side: s, document: s.document, jobs: jobs, pages: pages, stop: stop, leaves: make(map[int]*leaf)}
	a.changed = sync.NewCond(&a.mutex)
	s.ahead = a
	return a.end
}

// page is page n, which is the next. While others read it, the one who waits reads pages behind it.
func (a *ahead) page(n int) outcome {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	for {
		if l := a.leaves[n]; l != nil && l.next == isRead {
			delete(a.leaves, n)
			a.taken = n
			a.waiting -= len(l.page.Glyphs)
			return l.outcome
		}
		if !a.step(n) {
			a.changed.Wait()
		}
	}
}

// work reads pages as long as there is something to do and nothing else wants the job.
func (a *ahead) work() {
	for {
		a.mutex.Lock()
		did := a.step(0)
		a.mutex.Unlock()
		a.jobs.Give()
		if !did || !a.jobs.TryTake() {
			return
		}
	}
}

// step does what is to be done next, and reports whether there was something; where there is more, another goroutine does
// it when a job is free. wanted is a page that somebody waits for; 0 for none. The mutex is held, but not while it works.
func (a *ahead) step(wanted int) bool {
	l := a.find()
	if l == nil {
		if l = a.begin(wanted); l == nil {
			return false
		}
	}
	l.busy = true
	if (a.find() != nil || a.mayBegin(0)) && a.jobs.TryTake() {
		go a.work()
	}
	a.mutex.Unlock()
	l.do()
	a.mutex.Lock()
	l.busy = false
	a.done(l)
	a.changed.Broadcast()
	return true
}

// find is the first page that is begun and of which something can be done; nil for none. A page is settled when all before
// it are.
func (a *ahead) find() *leaf {
	for n := a.taken + 1; n <= a.begun; n++ {
		if l := a.leaves[n]; !l.busy && l.next != isRead && (l.next != toSettle || n == a.settled+1) {
			return l
		}
	}
	return nil
}

// mayBegin reports whether another page may be begun: no more are held than fill a little memory. wanted is one that
// somebody waits for.
func (a *ahead) mayBegin(wanted int) bool {
	next := a.begun + 1
	if next > a.pages || a.side.ctx.Err() != nil && next != wanted {
		return false
	}
	return next == wanted || next <= a.taken+1+a.jobs.Count() && a.waiting <= aheadGlyphs
}

// begin begins the next page; nil where it may not.
func (a *ahead) begin(wanted int) *leaf {
	if !a.mayBegin(wanted) {
		return nil
	}
	a.begun++
	l := &leaf{steps: a.side.steps(a.document, a.begun)}
	a.leaves[a.begun] = l
	return l
}

// do does what is to be done of the page.
func (l *leaf) do() {
	switch l.next {
	case toDraw:
		l.step(l.draw)
	case toSettle:
		l.step(l.settle)
	case toFind:
		l.step(l.tables)
		l.end()
	}
}

// done notes that something was done of a page.
func (a *ahead) done(l *leaf) {
	switch l.next {
	case toSettle:
		a.settled = l.n
	case toFind:
		a.waiting += len(l.page.Glyphs)
	}
	l.next++
}

// end has nothing more begun.
func (a *ahead) end() { a.stop() }
