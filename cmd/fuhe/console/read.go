package console

import (
	"context"
	"errors"
	"fmt"
	"io"

	"fuhe"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
)

// Read reads everything that the paths name, judges it, and hands over each document in the order of the inputs. It sets
// the exit status; what could not be read is said on stderr, and so is how many inputs an interruption left.
func (c *Console) Read(ctx context.Context, emit func(in extract.Input, doc fuhe.Document) error) error {
	r := run.New(c.Options)
	if c.Inputs != nil {
		c.Inputs(r.Inputs)
	}
	progress, done := c.newProgress(len(r.Inputs)), 0
	notReached, err := r.Each(ctx, func(in extract.Input, doc fuhe.Document) error {
		progress.clear()
		c.settle(doc)
		err := emit(in, doc)
		done++
		progress.step(done)
		return err
	})
	progress.clear()
	if err == nil {
		c.interrupted(ctx, notReached)
	}
	return err
}

// interrupted takes an interruption into the exit status.
func (c *Console) interrupted(ctx context.Context, notReached int) {
	var by Interruption
	if !errors.As(context.Cause(ctx), &by) {
		return
	}
	c.NotReached = notReached
	c.Status = by.Status()
	fmt.Fprintf(c.Stderr, c.Say("fuhe: 已中断，%d 个文件未处理\n", "fuhe: interrupted, %d files were not reached\n"), notReached)
}

// progress is one line on stderr, only when that is a terminal and there is more than one input.
type progress struct {
	w     io.Writer
	total int
}

func (c *Console) newProgress(total int) progress {
	if c.Watched && total > 1 && !c.Quiet {
		return progress{c.Stderr, total}
	}
	return progress{}
}

func (p progress) step(done int) {
	if p.w != nil && done < p.total {
		fmt.Fprintf(p.w, "\r%d/%d", done, p.total)
	}
}

func (p progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
