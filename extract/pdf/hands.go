package pdf

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"fuhe/extract/work"
)

// hands take the steps of reading one after the other, on a goroutine of their own: the steps share its stack, which grows
// once. A step that is not done in time is given up, and its hands with it.
type hands struct {
	steps chan step
	done  chan error    // of each step, why it broke off; nil when it did not
	gone  chan struct{} // closed when nobody waits for the step any more
	alarm *time.Timer
}

// step is what hands are to do, and what to do when it comes too late.
type step struct{ take, late func() }

func newHands() *hands {
	h := &hands{steps: make(chan step), done: make(chan error), gone: make(chan struct{}), alarm: time.NewTimer(time.Hour)}
	go h.work()
	return h
}

// work takes steps until there are no more.
func (h *hands) work() {
	for s := range h.steps {
		err := taken(s.take)
		select {
		case h.done <- err:
		case <-h.gone:
			if s.late != nil && err == nil {
				s.late()
			}
			return
		}
	}
}

// taken takes a step and makes an error of a panic: the recover around the readers does not reach into this goroutine.
func taken(take func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged: %v", p)
		}
	}()
	take()
	return nil
}

// take has a step taken and waits for it no longer than the limit. After errTime nothing may be asked of the hands, and
// nothing that the step writes may be looked at.
func (h *hands) take(limit time.Duration, c *clock, s step) error {
	watch := work.Start()
	defer func() { c.spend(watch.Spent()) }()
	h.alarm.Reset(limit)
	defer h.alarm.Stop()
	h.steps <- s
	for {
		select {
		case err := <-h.done:
			return err
		case <-h.alarm.C:
			left := limit - watch.Spent()
			if left <= 0 {
				close(h.gone)
				return fmt.Errorf("%w (%s)", errTime, limit.Round(shownTime))
			}
			h.alarm.Reset(max(left, shownTime))
		}
	}
}

// end sends the hands home.
func (h *hands) end() { close(h.steps) }

// crew are the hands that read pages of a file, as many as are at work at a time.
type crew struct {
	mutex sync.Mutex
	idle  []*hands
	over  bool
}

// hire are hands that nobody else has.
func (c *crew) hire() *hands {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	n := len(c.idle)
	if n == 0 {
		return newHands()
	}
	h := c.idle[n-1]
	c.idle = c.idle[:n-1]
	return h
}

// free takes hands back.
func (c *crew) free(h *hands) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.over {
		h.end()
		return
	}
	c.idle = append(c.idle, h)
}

// end sends all home: those that are at work when they are done.
func (c *crew) end() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.over = true
	for _, h := range c.idle {
		h.end()
	}
	c.idle = nil
}

// within has a single step taken, by hands of its own. What comes too late goes to late.
func within[T any](limit time.Duration, c *clock, take func() (T, error), late func(T)) (T, error) {
	h := newHands()
	var value T
	var failed error
	s := step{take: func() { value, failed = take() }}
	if late != nil {
		s.late = func() {
			if failed == nil {
				late(value)
			}
		}
	}
	err := h.take(limit, c, s)
	if errors.Is(err, errTime) {
		var none T
		return none, err
	}
	h.end()
	if err != nil {
		return value, err
	}
	return value, failed
}
