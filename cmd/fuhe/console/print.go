package console

import (
	"context"
	"fmt"
	"time"

	"fuhe"
	"fuhe/extract"
	"fuhe/render"
)

// Check reads the inputs and prints their findings: text as files are done, two or three lines a finding; concise one line a
// finding, when all are done.
func (c *Console) Check(ctx context.Context) error {
	o := render.TextOptions{Lang: c.Lang, Color: c.Color, Quiet: c.Quiet, Verbose: c.Verbose, Causes: c.Causes, Width: c.Width, Said: true}
	if c.Format != "text" {
		return c.Print(ctx, func(docs []fuhe.Document) error {
			o.Across = c.From.Across
			return render.Text(c.Stdout, docs, o)
		})
	}
	out := render.NewLong(c.Stdout, o)
	var all []fuhe.Document
	err := c.Read(ctx, func(_ extract.Input, doc fuhe.Document) error {
		all = append(all, doc)
		if c.Before != nil {
			return nil // what is known is known when all are there
		}
		return out.Document(&doc)
	})
	if err != nil {
		return err
	}
	c.Compare(all)
	for i := range all {
		c.Weigh(all[i])
		if c.Before != nil {
			err = out.Document(&all[i])
		} else {
			err = out.Further(&all[i])
		}
		if err != nil {
			return err
		}
	}
	if err := render.AcrossText(c.Stdout, c.From.Across, o); err != nil {
		return err
	}
	tally := render.TallyOf(all)
	tally.AddAcross(c.From.Across)
	return out.Close(tally, c.next(all, tally))
}

// Compare judges the documents of a run against each other, and takes what was found into the exit status.
func (c *Console) Compare(all []fuhe.Document) {
	c.From.Across = c.Together(all)
	for i := range c.From.Across {
		c.Fail(c.From.Across[i].Severity)
	}
}

// next is what to do after a check that found something.
func (c *Console) next(docs []fuhe.Document, t render.Tally) string {
	if t.Errors+t.Warnings == 0 {
		return ""
	}
	rule := ""
	for _, d := range docs {
		for _, r := range d.Reports {
			for _, f := range r.Findings {
				if rule == "" || f.Severity == fuhe.Error && t.Errors > 0 {
					rule = f.Rule
				}
				if f.Severity == fuhe.Error {
					return c.nextSteps(rule, t)
				}
			}
		}
	}
	if rule == "" && len(c.From.Across) > 0 {
		rule = c.From.Across[0].Rule
	}
	return c.nextSteps(rule, t)
}

func (c *Console) nextSteps(rule string, t render.Tally) string {
	steps := fmt.Sprintf(c.Say("下一步：fuhe rules %s 说明规则依据", "next: fuhe rules %s explains a rule"), rule)
	if t.Errors > 0 {
		steps += c.Say("；fuhe correct … -o 更正.xlsx 写出更正后的表", "; fuhe correct … -o corrected.xlsx writes the forms corrected")
	}
	return steps
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
	c.Compare(all)
	for _, doc := range all {
		c.Weigh(doc)
	}
	if c.Format == "json" {
		c.From.Seconds, c.From.NotReached = time.Since(c.From.Started).Round(time.Millisecond).Seconds(), c.NotReached
		return render.JSON(c.Stdout, all, c.From)
	}
	return text(all)
}
