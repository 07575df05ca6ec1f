package console

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
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
		if c.waits() {
			return nil // what is known, or chosen, is so when all are there
		}
		return out.Document(&doc)
	})
	if err != nil {
		return err
	}
	all = c.Compare(all)
	for i := range all {
		c.Weigh(all[i])
		if c.waits() {
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
	c.saySample()
	c.SayKnown()
	tally := render.TallyOf(all)
	tally.AddAcross(c.From.Across)
	if err := out.Close(tally, c.next(all, tally)); err != nil {
		return err
	}
	return c.HandOn(all)
}

// HandOn gives the documents of a check to whoever waits for them.
func (c *Console) HandOn(all []fuhe.Document) error {
	if c.Done == nil {
		return nil
	}
	return c.Done(all)
}

// waits reports whether nothing can be printed before all documents are read.
func (c *Console) waits() bool { return c.Before != nil || c.Sample != nil }

// Compare judges the documents of a run against each other, and takes what was found into the exit status. Where a sample was
// asked for, the chosen forms come back, with what the comparison says of them.
func (c *Console) Compare(all []fuhe.Document) []fuhe.Document {
	c.From.Across = c.Together(all)
	if c.Sample != nil {
		all = c.Sample.Of(all)
		c.From.Sample = c.Sample
		kept := make(map[string]bool, len(all))
		for i := range all {
			kept[all[i].Path] = true
		}
		c.From.Across = slices.DeleteFunc(c.From.Across, func(x fuhe.Across) bool { return !kept[x.Path] })
	}
	c.weighAcross()
	return all
}

// weighAcross takes what forms say of each other into the exit status.
func (c *Console) weighAcross() {
	for i := range c.From.Across {
		c.Fail(c.From.Across[i].Severity)
	}
}

// saySample tells what the forms were chosen from.
func (c *Console) saySample() {
	if s := c.Sample; s != nil && !c.Quiet {
		fmt.Fprintf(c.Stdout, c.Say("抽样：从 %d 张表中抽取 %d 张（种子 %d）\n", "sample: %[2]d of %[1]d forms (seed %[3]d)\n"), s.Population, s.Chosen, s.Seed)
	}
}

// SayKnown tells how many findings are not listed, for an earlier run had them: else what it says of the rest looks like all.
func (c *Console) SayKnown() {
	if c.Before == nil || c.Quiet {
		return
	}
	errors, warnings, notes := c.Before.Met(fuhe.Error), c.Before.Met(fuhe.Warning), c.Before.Met(fuhe.Note)
	if errors+warnings+notes > 0 {
		fmt.Fprintf(c.Stdout, c.Say("旧结果中已有、此处未列出的发现：错误 %d，警告 %d，提示 %d\n", "in the earlier run and not listed here: errors %d, warnings %d, notes %d\n"), errors, warnings, notes)
	}
}

// next is what to do after a check that found something.
func (c *Console) next(docs []fuhe.Document, t render.Tally) string {
	if t.Errors+t.Warnings == 0 {
		return ""
	}
	rule, rank := "", 0 // of the first finding of the severest
	for _, d := range docs {
		for _, r := range d.Reports {
			for _, f := range r.Findings {
				if f.Severity.Rank() > rank && c.Explains(f.Rule) {
					rule, rank = f.Rule, f.Severity.Rank()
				}
			}
		}
	}
	if rule == "" && len(c.From.Across) > 0 {
		rule = c.From.Across[0].Rule
	}
	return c.nextSteps(rule, t)
}

// nextSteps names what fuhe rules can explain, "" for nothing: a rule of one's own says itself what it is for.
func (c *Console) nextSteps(rule string, t render.Tally) string {
	var steps []string
	if rule != "" {
		steps = append(steps, fmt.Sprintf(c.Say("fuhe rules %s 说明规则依据", "fuhe rules %s explains a rule"), rule))
	}
	if t.Errors > 0 {
		steps = append(steps, c.Say("fuhe correct … -o 更正.xlsx 写出更正后的表", "fuhe correct … -o corrected.xlsx writes the forms corrected"))
	}
	if len(steps) == 0 {
		return ""
	}
	return c.Say("下一步：", "next: ") + strings.Join(steps, c.Say("；", "; "))
}

// Print reads the inputs and prints them: jsonl and json each document as it is done, where nobody waits for all of them;
// what text prints, at the end.
func (c *Console) Print(ctx context.Context, text func([]fuhe.Document) error) error {
	switch {
	case c.Format == "jsonl":
		return c.stream(ctx, lines{c.Stdout})
	case c.Format == "json" && c.Sample == nil && c.Done == nil:
		out, err := render.NewStream(c.Stdout, c.From.Version)
		if err != nil {
			return err
		}
		return c.stream(ctx, out)
	}
	var all []fuhe.Document
	err := c.Read(ctx, func(_ extract.Input, doc fuhe.Document) error {
		all = append(all, doc)
		return nil
	})
	if err != nil {
		return err
	}
	all = c.Compare(all)
	for _, doc := range all {
		c.Weigh(doc)
	}
	if c.Format == "json" {
		c.ended()
		err = render.JSON(c.Stdout, all, c.From)
	} else if err = text(all); err == nil {
		c.SayKnown()
	}
	if err != nil {
		return err
	}
	return c.HandOn(all)
}

// ended notes in what the run came from how long it took and what it did not reach.
func (c *Console) ended() {
	c.From.Seconds, c.From.NotReached = time.Since(c.From.Started).Round(time.Millisecond).Seconds(), c.NotReached
}

// documents takes documents as they are done, and then what the run comes to.
type documents interface {
	Document(d *fuhe.Document) error
	Close(from render.Run) error
}

// lines prints a document on a line, and behind them what their forms say of each other.
type lines struct{ to io.Writer }

func (l lines) Document(d *fuhe.Document) error { return render.JSONL(l.to, *d) }
func (l lines) Close(from render.Run) error     { return render.AcrossLine(l.to, from.Across) }

// stream reads the inputs and hands on each document as it is done; none of them is kept. What forms say of each other comes
// behind them, but for the note at a form that an earlier one is equal to.
func (c *Console) stream(ctx context.Context, out documents) error {
	together := c.Comparing()
	err := c.Read(ctx, func(_ extract.Input, doc fuhe.Document) error {
		together.Add(&doc)
		c.Weigh(doc)
		return out.Document(&doc)
	})
	if err != nil {
		return err
	}
	if c.From.Across, err = together.Found(); err != nil {
		return err
	}
	c.weighAcross()
	c.ended()
	return out.Close(c.From)
}
