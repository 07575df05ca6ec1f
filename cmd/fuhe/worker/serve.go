package worker

import (
	"encoding/gob"
	"errors"
	"io"
	"runtime/debug"
)

// Serve answers jobs until there are no more. The pipe is read while a job is done, so that a child whose parent is gone
// ends at once and not after its file.
func Serve(in io.Reader, out io.Writer, do func(Job) Answer) error {
	jobs := make(chan Job)
	ended := make(chan error, 1)
	go func() {
		decoder := gob.NewDecoder(waiting(in))
		for {
			j, err := receive(decoder)
			if err != nil {
				if errors.Is(err, io.EOF) {
					err = nil
				}
				ended <- err
				return
			}
			jobs <- j
		}
	}()
	encoder := gob.NewEncoder(out)
	for {
		select {
		case err := <-ended:
			return err
		case j := <-jobs:
			if err := answer(encoder, j, do, ended); err != nil {
				return err
			}
		}
	}
}

// errOrphan ends a child whose parent went away in the middle of a job.
var errOrphan = errors.New("the program that asked is gone")

// answer does one job beside the pipe: when that is closed first, nobody waits for the answer.
func answer(to *gob.Encoder, j Job, do func(Job) Answer, ended <-chan error) error {
	done := make(chan Answer, 1)
	go func() { done <- do(j) }()
	select {
	case a := <-done:
		if err := to.Encode(a); err != nil {
			return errors.Join(errOrphan, err)
		}
		return nil
	case err := <-ended:
		return errors.Join(errOrphan, err)
	}
}

// Confine puts the limits of a child on the process that calls it.
func Confine(l Limits) error {
	debug.SetMaxStack(mostStack)
	if l.Memory <= 0 {
		return nil
	}
	return limitMemory(l.Memory)
}

// mostStack of a goroutine: a recursion without end is ended before it has filled the memory.
const mostStack = 128 << 20
