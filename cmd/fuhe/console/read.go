package console

import (
	"context"
	"fmt"
	"io"

	"fuhe"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
)

// Read reads everything that the paths name, judges it, and hands over each document in the order of the inputs. It sets
// the exit status; what could not be read is said on stderr.
func (c *Console) Read(ctx context.Context, emit func(in extract.Input, doc fuhe.Document) error) error {
	r := run.New(c.Options)
	progress, done := c.newProgress(len(r.Inputs)), 0
	passedOver, err := r.Each(ctx, func(in extract.Input, doc fuhe.Document) error {
		progress.clear()
		c.settle(doc)
		err := emit(in, doc)
		done++
		progress.step(done)
		return err
	})
	progress.clear()
	if passedOver > 0 && !c.Quiet {
		fmt.Fprintf(c.Stderr, c.Say("fuhe: 跳过 %d 个不含自评表的文件\n", "fuhe: %d files of kinds without forms passed over\n"), passedOver)
	}
	return err
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
