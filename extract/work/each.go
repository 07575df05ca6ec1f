package work

import (
	"sync"
	"sync/atomic"
)

// Each does things 0 to n-1, which do not depend on each other: by whoever asks, who holds a job, and by others as long as
// jobs are free. No jobs at all do one after the other. It returns when all are done; where some panic, the first of them is
// what it panics with, and no more are begun.
func (j *Jobs) Each(n int, do func(i int)) {
	if j == nil || n < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	e := each{jobs: j, count: int64(n), do: do}
	for e.left() {
		if j.TryTake() {
			e.helpers.Go(e.help)
		}
		e.one()
	}
	e.helpers.Wait()
	if e.broke != nil {
		panic(e.broke.value)
	}
}

// each is the doing of several things.
type each struct {
	jobs    *Jobs
	count   int64
	do      func(i int)
	begun   atomic.Int64
	helpers sync.WaitGroup

	mutex sync.Mutex
	broke *broken // the first that panicked; nil for none
}

// broken is a thing that panicked, and with what.
type broken struct {
	i     int64
	value any
}

// left reports whether something was not begun.
func (e *each) left() bool { return e.begun.Load() < e.count }

// help does things as long as nothing else wants the job.
func (e *each) help() {
	for {
		e.one()
		e.jobs.Give()
		if !e.left() || !e.jobs.TryTake() {
			return
		}
	}
}

// one does the next thing, if there is one.
func (e *each) one() {
	i := e.begun.Add(1) - 1
	if i >= e.count {
		return
	}
	defer func() {
		if p := recover(); p != nil {
			e.breaks(i, p)
		}
	}()
	e.do(int(i))
}

// breaks notes that a thing panicked. All before it were begun.
func (e *each) breaks(i int64, value any) {
	e.begun.Store(e.count)
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.broke == nil || i < e.broke.i {
		e.broke = &broken{i, value}
	}
}
