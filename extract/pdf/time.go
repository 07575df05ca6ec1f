package pdf

import (
	"errors"
	"io"
	"sync/atomic"
	"time"

	"fuhe/extract/pdf/native"
)

// errTime says that something was not done in its time.
var errTime = errors.New("not read in time")

// shownTime is what limits are told to.
const shownTime = 10 * time.Millisecond

// clock is the time a file may take, and has taken.
type clock struct{ limit, spent atomic.Int64 }

func newClock(limit time.Duration) *clock {
	c := new(clock)
	c.limit.Store(int64(limit))
	return c
}

func (c *clock) left() time.Duration { return time.Duration(c.limit.Load() - c.spent.Load()) }
func (c *clock) over() bool          { return c.left() <= 0 }

func (c *clock) spend(d time.Duration) {
	if c != nil {
		c.spent.Add(int64(d))
	}
}

// counts is the clock, or none for a step whose time is not the file's.
func (c *clock) counts(yes bool) *clock {
	if yes {
		return c
	}
	return nil
}

// revocable is a file that can be taken away: a reader that was given up and still runs ends, or at least holds no more
// of it, the next time it reads.
type revocable struct {
	r       io.ReaderAt
	revoked atomic.Bool
}

var errRevoked = errors.New("the file was taken away: its reading took too long")

func (f *revocable) ReadAt(p []byte, at int64) (int, error) {
	if f.revoked.Load() {
		return 0, errRevoked
	}
	return f.r.ReadAt(p, at)
}

// Whole is the file where it is in memory and was not taken away; nil otherwise.
func (f *revocable) Whole() []byte {
	if held, ok := f.r.(native.InMemory); ok && !f.revoked.Load() {
		return held.Whole()
	}
	return nil
}

func (f *revocable) revoke() { f.revoked.Store(true) }
