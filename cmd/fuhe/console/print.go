package console

import (
	"context"
	"time"

	"fuhe"
	"fuhe/extract"
	"fuhe/render"
)

// Check reads the inputs and prints their findings.
func (c *Console) Check(ctx context.Context) error {
	o := render.TextOptions{Lang: c.Lang, Color: c.Color, Quiet: c.Quiet, Verbose: c.Verbose}
	return c.Print(ctx, func(docs []fuhe.Document) error { return render.Text(c.Stdout, docs, o) })
}

// Print reads the inputs and prints each document in the format asked for: jsonl as each is done, json and what text
// prints at the end.
func (c *Console) Print(ctx context.Context, text func([]fuhe.Document) error) error {
	var all []fuhe.Document
	err := c.Read(ctx, func(_ extract.Input, doc fuhe.Document) error {
		if c.Format == "jsonl" { // it cannot wait for what all forms say together
			c.DropKnown(doc)
			c.Weigh(doc)
			return render.JSONL(c.Stdout, doc)
		}
		all = append(all, doc)
		return nil
	})
	if err != nil || c.Format == "jsonl" {
		return err
	}
	c.Together(all)
	for _, doc := range all {
		c.Weigh(doc)
	}
	if c.Format == "json" {
		c.From.Seconds, c.From.NotReached = time.Since(c.From.Started).Round(time.Millisecond).Seconds(), c.NotReached
		return render.JSON(c.Stdout, all, c.From)
	}
	return text(all)
}
