package work

import (
	"sync/atomic"
	"testing"
	"time"
)

// Each thing is done once, with any number of jobs, and all jobs come back.
func TestEach(t *testing.T) {
	for _, count := range []int{0, 1, 2, 5} {
		var jobs *Jobs
		if count > 0 {
			jobs = NewJobs(count)
			jobs.Take() // of whoever asks
		}
		for _, n := range []int{0, 1, 2, 100} {
			done := make([]atomic.Int32, n)
			jobs.Each(n, func(i int) { done[i].Add(1) })
			for i := range done {
				if times := done[i].Load(); times != 1 {
					t.Errorf("%d jobs, %d things: thing %d done %d times", count, n, i, times)
				}
			}
		}
		for range count - 1 {
			jobs.Take()
		}
	}
}

// Two things are done at a time where a job is free.
func TestEachAtATime(t *testing.T) {
	jobs := NewJobs(2)
	jobs.Take()
	met := make(chan bool)
	jobs.Each(2, func(int) {
		select {
		case met <- true:
		case <-met:
		case <-time.After(time.Minute):
			t.Error("nothing is done at the same time")
		}
	})
}

// A panic is that of the first thing that has one, and keeps no job.
func TestEachBreaks(t *testing.T) {
	for _, count := range []int{1, 2, 5} {
		jobs := NewJobs(count)
		jobs.Take()
		broke := func() (p any) {
			defer func() { p = recover() }()
			jobs.Each(50, func(i int) {
				if i >= 3 {
					panic(i)
				}
			})
			return nil
		}()
		if broke != 3 {
			t.Errorf("%d jobs: broke with %v", count, broke)
		}
		for range count - 1 {
			jobs.Take()
		}
	}
}
