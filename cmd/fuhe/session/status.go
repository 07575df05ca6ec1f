package session

import (
	"errors"
	"fmt"

	"fuhe"
)

// Exit statuses, fixed by the contract. When several hold, the one that leaves most undone is given: usage, unread, findings.
const (
	Clean    = 0 // every input was read, nothing at or above --fail-on
	Findings = 1 // findings at or above --fail-on
	Usage    = 2 // wrong usage; nothing was done
	Unread   = 3 // some input could not be read; the others were done
)

// UsageError is a wrong command line: nothing was done.
type UsageError struct{ Message string }

func (e UsageError) Error() string { return e.Message }

// End says on stderr what ended the invocation early, and gives its exit status.
func (s *Session) End(err error) int {
	var usage UsageError
	switch {
	case err == nil:
		return s.Status
	case errors.As(err, &usage):
		fmt.Fprintf(s.Stderr, "fuhe: %s\n", usage.Message)
		return Usage
	}
	fmt.Fprintf(s.Stderr, "fuhe: %v\n", err)
	return max(s.Status, Unread)
}

// settle says on stderr what of a document could not be read, and takes it into the exit status.
func (s *Session) settle(doc fuhe.Document) {
	for _, u := range doc.Unread {
		place := doc.Path
		if at := u.At.String(); at != "" {
			place += ":" + at
		}
		fmt.Fprintf(s.Stderr, "fuhe: %s: %s\n", place, u.Reason)
		s.Status = Unread
	}
}

// Weigh takes the findings of a document into the exit status.
func (s *Session) Weigh(doc fuhe.Document) {
	for _, r := range doc.Reports {
		for _, f := range r.Findings {
			s.Fail(f.Severity)
		}
	}
}

// Fail takes one finding into the exit status, by --fail-on.
func (s *Session) Fail(found fuhe.Severity) {
	limit := fuhe.Severity(s.FailOn).Rank() // 0 for never
	if limit > 0 && found.Rank() >= limit && s.Status == Clean {
		s.Status = Findings
	}
}
