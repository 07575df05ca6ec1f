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
	begun   int             // pages that somebody reads or has read: all up to this one
	taken   int             // pages that were asked for and given
	settled int             // pages that are settled: all up to this one
	read    map[int]outcome // and not taken
	waiting int             // characters of these
}

// readAhead has the pages of a side read ahead when there are jobs for it.
func (s *side) readAhead(pages int, jobs *work.Jobs) (end func()) {
	if jobs == nil || pages < 2 || s.err != nil {
		return func() {}
	}
	ctx, stop := context.WithCancel(s.ctx)
	s.ctx = ctx
	a := &ahead{side: s, document: s.document, jobs: jobs, pages: pages, stop: stop, read: make(map[int]outcome)}
	a.changed = sync.NewCond(&a.mutex)
	s.ahead = a
	return a.end
}

// page is page n, which is the next. While others read it, the one who waits reads a page behind it.
func (a *ahead) page(n int) outcome {
	a.hire()
	a.mutex.Lock()
	defer a.mutex.Unlock()
	for {
		if o, ok := a.read[n]; ok {
			delete(a.read, n)
			a.taken = n
			a.waiting -= len(o.page.Glyphs)
			a.changed.Broadcast()
			return o
		}
		if !a.step(n) {
			a.changed.Wait()
		}
	}
}

// hire has goroutines read as long as there are pages and jobs.
func (a *ahead) hire() {
	for a.jobs.TryTake() {
		a.mutex.Lock()
		more := a.mayBegin(0)
		a.mutex.Unlock()
		if !more {
			a.jobs.Give()
			return
		}
		go a.work()
	}
}

// work reads pages as long as there are some to read and nothing else wants the job.
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

// mayBegin reports whether another page may be begun: no more are held than fill a little memory. wanted is one that
// somebody waits for.
func (a *ahead) mayBegin(wanted int) bool {
	next := a.begun + 1
	if next > a.pages || a.side.ctx.Err() != nil && next != wanted {
		return false
	}
	return next == wanted || next <= a.taken+1+a.jobs.Count() && a.waiting <= aheadGlyphs
}

// step reads the next page that nobody has begun, and reports whether there was one. The mutex is held, but not while it
// reads.
func (a *ahead) step(wanted int) bool {
	if !a.mayBegin(wanted) {
		return false
	}
	a.begun++
	n := a.begun
	a.mutex.Unlock()
	o := a.side.read(a.document, n, func(settle func()) { a.inTurn(n, settle) })
	a.mutex.Lock()
	a.read[n] = o
	a.waiting += len(o.page.Glyphs)
	a.changed.Broadcast()
	return true
}

// inTurn settles a page when all before it are settled. Whoever is to settle one of these is at work on it.
func (a *ahead) inTurn(n int, settle func()) {
	a.mutex.Lock()
	for a.settled != n-1 {
		a.changed.Wait()
	}
	a.mutex.Unlock()
	settle()
	a.mutex.Lock()
	a.settled = n
	a.changed.Broadcast()
	a.mutex.Unlock()
}

// end has nothing more begun.
func (a *ahead) end() { a.stop() }
