package console

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"fuhe"
	"fuhe/render"
)

// Exit statuses, fixed by the contract. When several hold, the one that leaves most undone is given: usage, unread, findings.
const (
	Clean    = 0 // every input was read, nothing at or above --fail-on
	Findings = 1 // findings at or above --fail-on
	Usage    = 2 // wrong usage; nothing was done
	Unread   = 3 // some input could not be read, or some output not be written; the others were done
)

// Interruption is a signal that ends a run before its end.
type Interruption struct{ Signal syscall.Signal }

func (i Interruption) Error() string { return i.Signal.String() }

// Status is the exit status that shells give a program that a signal has ended.
func (i Interruption) Status() int { return 128 + int(i.Signal) }

// UsageError is a wrong command line: nothing was done.
type UsageError struct{ Message string }

func (e UsageError) Error() string { return e.Message }

// End says on stderr what ended the invocation early, and gives its exit status.
func (c *Console) End(err error) int {
	var usage UsageError
	switch {
	case err == nil:
		return c.Status
	case errors.As(err, &usage):
		fmt.Fprintf(c.Stderr, "fuhe: %s\n", harmless(usage.Message))
		return Usage
	}
	fmt.Fprintf(c.Stderr, "fuhe: %s\n", harmless(c.Why(err)))
	return max(c.Status, Unread)
}

// Why is an error in the language of the console, and what to do where another program may hold the file that was to be written.
func (c *Console) Why(err error) string {
	text := Reason(err, c.Lang)
	var at *fs.PathError
	if errors.As(err, &at) && at.Op == "write" && mayBeHeld(at.Err) {
		text += c.Say("——如正在 Excel 中打开，请先关闭", " — if it is open in Excel, close it first")
	}
	return text
}

// harmless is a message, perhaps of several lines, without what names and files in it could do to a terminal.
func harmless(message string) string {
	lines := strings.Split(message, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(render.Path(l), " ")
	}
	return strings.Join(lines, "\n")
}

// settle says what of a document could not be read, and takes it into the exit status.
func (c *Console) settle(doc fuhe.Document) {
	c.SayUnread(doc)
	if len(doc.Unread) > 0 {
		c.Status = Unread
	}
}

// SayUnread says on stderr what of a document could not be read.
func (c *Console) SayUnread(doc fuhe.Document) {
	for _, u := range doc.Unread {
		place := doc.Path
		if at := u.At.String(); at != "" {
			place += ":" + at
		}
		fmt.Fprintf(c.Stderr, "fuhe: %s: %s\n", render.Path(place), render.Plain(u.Reason))
	}
}

// Weigh takes the findings of a document into the exit status.
func (c *Console) Weigh(doc fuhe.Document) {
	for _, r := range doc.Reports {
		for _, f := range r.Findings {
			c.Fail(f.Severity)
		}
	}
	for _, t := range doc.Tables {
		if len(t.Findings) > 0 {
			c.Fail(fuhe.Error)
		}
	}
}

// Fail takes one finding into the exit status, by --fail-on.
func (c *Console) Fail(found fuhe.Severity) {
	limit := fuhe.Severity(c.FailOn).Rank() // 0 for never
	if limit > 0 && found.Rank() >= limit && c.Status == Clean {
		c.Status = Findings
	}
}
