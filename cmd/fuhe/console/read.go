package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

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
		doc = c.unlocked(ctx, in, doc)
		c.settle(doc)
		err := emit(in, doc)
		done++
		progress.step(done)
		return err
	})
	progress.clear()
	if err == nil {
		c.Interrupted(ctx, notReached)
	}
	return err
}

// Interrupted takes an interruption into the exit status, and says how many files were not reached.
func (c *Console) Interrupted(ctx context.Context, notReached int) {
	var by Interruption
	if !errors.As(context.Cause(ctx), &by) {
		return
	}
	c.NotReached = notReached
	c.Status = by.Status()
	fmt.Fprintf(c.Stderr, c.Say("fuhe: 已中断，%d 个文件未处理\n", "fuhe: interrupted, %d files were not reached\n"), notReached)
}

// progress is one line on stderr, only when that is a terminal and there is more than one input: how many are done, how
// fast it goes, how long it will take.
type progress struct {
	w     io.Writer
	total int
	began time.Time
	say   func(zh, en string) string
}

func (c *Console) newProgress(total int) progress {
	if c.Watched && total > 1 && !c.Quiet {
		return progress{c.Stderr, total, time.Now(), c.Say}
	}
	return progress{}
}

func (p progress) step(done int) {
	if p.w != nil && done < p.total {
		fmt.Fprint(p.w, "\r"+progressLine(done, p.total, time.Since(p.began), p.say))
	}
}

// progressLine tells nothing of the time before there is something to go by.
func progressLine(done, total int, spent time.Duration, say func(zh, en string) string) string {
	line := fmt.Sprintf("%d/%d", done, total)
	if spent < time.Second || done == 0 {
		return line
	}
	left := time.Duration(float64(spent) / float64(done) * float64(total-done)).Round(time.Second)
	return line + fmt.Sprintf(say("  每秒 %.1f 个，还需约 %s", "  %.1f a second, about %s left"), float64(done)/spent.Seconds(), left)
}

func (p progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
