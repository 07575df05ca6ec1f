// Package work bounds a step of reading by the work it takes: by the processor time of the program, so that a busy machine
// loses no file, and far more generously by the clock, for a step that waits for something that never comes. A limit goes
// in, a context or the time spent comes out. It shares out the jobs of a run, too: to files, their pages and their tables.
package work

import (
	"context"
	"time"
)

// patience is how many times its limit a step may take by the clock: on a machine with so many programs for each processor
// a reader still ends by itself.
const patience = 20

// Watch measures a step from its beginning.
type Watch struct {
	began time.Time
	used  time.Duration // of the processors, by the whole program, before
}

// Start begins a measurement.
func Start() Watch { return Watch{time.Now(), processor()} }

// Spent is the work since: the processor time of the program, but no more than has passed by the clock, for others of its
// readers may be at work on other processors. A step that did nothing but wait has spent nothing until patience is at its
// end.
func (w Watch) Spent() time.Duration {
	wall := time.Since(w.began)
	return max(min(wall, processor()-w.used), wall/patience)
}

// WithLimit is a context that ends, with the cause given, when so much work was done. It has ended already when the
// limit is less than it takes to ask.
func WithLimit(parent context.Context, limit time.Duration, cause error) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	watch := Start()
	var look func()
	look = func() {
		switch left := limit - watch.Spent(); {
		case ctx.Err() != nil:
		case left <= 0:
			cancel(cause)
		default:
			time.AfterFunc(max(left, shortest), look)
		}
	}
	look()
	return ctx, func() { cancel(context.Canceled) }
}

// shortest keeps a step that is nearly over from being looked at without end.
const shortest = 10 * time.Millisecond
