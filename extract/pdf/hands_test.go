package pdf

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// Hands take one step after the other; one that breaks off says so and keeps them from nothing.
func TestHandsTakeSteps(t *testing.T) {
	h, c := newHands(), newClock(time.Minute)
	defer h.end()
	n := 0
	for range 3 {
		if err := h.take(time.Minute, c, step{take: func() { n++ }}); err != nil {
			t.Error(err)
		}
	}
	if err := h.take(time.Minute, c, step{take: func() { panic("odd") }}); err == nil || !strings.Contains(err.Error(), "odd") || errors.Is(err, errTime) {
		t.Errorf("a step that broke off: %v", err)
	}
	if err := h.take(time.Minute, c, step{take: func() { n++ }}); err != nil || n != 4 {
		t.Errorf("%d steps taken, %v", n, err)
	}
}

// A step that comes too late is given up in time; what it made goes to whoever disposes of it.
func TestHandsAreGivenUp(t *testing.T) {
	stuck, disposed := make(chan struct{}), make(chan string)
	_, err := within(20*time.Millisecond, newClock(time.Minute), func() (string, error) { <-stuck; return "made", nil },
		func(s string) { disposed <- s })
	if !errors.Is(err, errTime) {
		t.Fatalf("%v", err)
	}
	close(stuck)
	if s := <-disposed; s != "made" {
		t.Errorf("disposed of %q", s)
	}
}

// The hands of a file go home with it: those that are free at once, the others when they are done.
func TestCrewGoesHome(t *testing.T) {
	var c crew
	a, b := c.hire(), c.hire()
	c.free(a)
	if c.hire() != a {
		t.Error("hands that are free are not asked again")
	}
	c.free(a)
	c.end()
	c.free(b)
	for _, h := range []*hands{a, b} {
		if _, more := <-h.steps; more {
			t.Error("hands wait for more")
		}
	}
}
