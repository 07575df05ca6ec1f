package worker

import (
	"fmt"
	"time"

	"fuhe"
)

// How a child is watched while it has a job. It keeps to the timeout itself and says so; what is ended here did not.
const (
	firstLook  = 100 * time.Millisecond // most files take less, and are never looked at
	lookEvery  = 50 * time.Millisecond
	overShare  = 2  // a child may go beyond the timeout by this part of it, in which it says so itself
	clockTimes = 20 // the timeout by the clock: on a machine with so many programs for each processor a file is still read
)

// watch looks at a child from time to time.
type watch struct {
	C      <-chan time.Time
	timer  *time.Timer
	pid    int
	limits Limits
	began  time.Time
	at     usage     // when the job began
	last   usage     // at the last look
	moved  time.Time // when it last took time of a processor
}

// usage is what a process has taken.
type usage struct {
	processor time.Duration
	memory    int64 // resident bytes
	known     bool
}

func newWatch(pid int, l Limits) *watch {
	t := time.NewTimer(firstLook)
	return &watch{C: t.C, timer: t, pid: pid, limits: l, began: time.Now()}
}

func (w *watch) stop() { w.timer.Stop() }

// look says what limit the child has broken; nil for none.
func (w *watch) look() *Failure {
	now, used := time.Now(), usageOf(w.pid)
	if w.moved.IsZero() {
		w.at, w.moved = used, now
	}
	if used.processor != w.last.processor {
		w.moved = now
	}
	w.last = used
	w.timer.Reset(lookEvery)
	t := w.limits.Timeout
	switch {
	case w.limits.Memory > 0 && used.memory > w.limits.Memory:
		return &Failure{Code: fuhe.Memory, Why: fmt.Sprintf("%d MB", used.memory>>20)}
	case t <= 0:
	case used.known && used.processor-w.at.processor > t+t/overShare:
		return &Failure{Code: fuhe.Deadline, Why: fmt.Sprint(used.processor - w.at.processor)}
	case used.known && now.Sub(w.moved) > t+t/overShare: // stopped, or waiting for what never comes
		return &Failure{Code: fuhe.Deadline, Why: fmt.Sprintf("nothing moved for %s", now.Sub(w.moved).Round(time.Second))}
	case now.Sub(w.began) > clockTimes*t:
		return &Failure{Code: fuhe.Deadline, Why: fmt.Sprint(now.Sub(w.began).Round(time.Second))}
	}
	return nil
}
