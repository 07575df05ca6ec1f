package worker

import (
	"bufio"
	"context"
	"errors"
	"io"
	"sync"
)

// Engine answers the requests of an engine in their order, a line each, until there are no more.
type Engine struct {
	Command Command
	Limits  Limits
	Jobs    int                                // children at the same time
	Failed  func(Job, Failure) ([]byte, error) // the line of a job that has no answer
}

// task is a request on its way to its answer.
type task struct {
	request Request
	line    chan []byte
}

// Run reads requests and writes answers. The error is that no child can be started, or that nobody takes the answers.
func (e Engine) Run(ctx context.Context, in *Requests, out io.Writer) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	jobs := max(e.Jobs, 1)
	todo, inOrder := make(chan task), make(chan task, jobs)
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			if err := e.work(ctx, todo); err != nil {
				stop(err)
			}
		})
	}
	go func() {
		defer close(inOrder)
		defer close(todo)
		if err := ask(ctx, in, todo, inOrder); err != nil {
			stop(err)
		}
	}()
	err := write(ctx, inOrder, out)
	stop(err)
	workers.Wait()
	return err
}

// ask reads the requests.
func ask(ctx context.Context, in *Requests, todo, inOrder chan<- task) error {
	for {
		r, err := in.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		t := task{r, make(chan []byte, 1)}
		for _, to := range []chan<- task{inOrder, todo} {
			select {
			case to <- t:
			case <-ctx.Done():
				return nil
			}
		}
	}
}

// work has requests done by one child after the other.
func (e Engine) work(ctx context.Context, todo <-chan task) error {
	w := New(e.Command, e.Limits)
	defer w.Close()
	for t := range todo {
		line, err := e.answer(ctx, w, t.request)
		if err != nil {
			return err
		}
		t.line <- line
	}
	return nil
}

// answer is the line of one request.
func (e Engine) answer(ctx context.Context, w *Worker, r Request) ([]byte, error) {
	if r.Refused != nil {
		return e.Failed(r.Job, *r.Refused)
	}
	a, err := w.Do(ctx, r.Job)
	var f Failure
	switch {
	case errors.As(err, &f):
		return e.Failed(r.Job, f)
	case err != nil:
		return nil, err
	}
	return a.Line, nil
}

// write writes the answers in the order of their requests, each as soon as it and all before it are there.
func write(ctx context.Context, inOrder <-chan task, out io.Writer) error {
	to := bufio.NewWriterSize(out, 64<<10)
	for t := range inOrder {
		select {
		case line := <-t.line:
			if _, err := to.Write(line); err != nil {
				return err
			}
		case <-ctx.Done():
			return errors.Join(context.Cause(ctx), to.Flush())
		}
		if err := to.Flush(); err != nil { // an engine may wait for it before it asks again
			return err
		}
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return to.Flush()
}
