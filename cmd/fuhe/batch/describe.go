package batch

import (
	"slices"

	"fuhe"
	"fuhe/cmd/fuhe/worker"
)

// Describe is what is asked of a stored document without opening it.
func Describe(doc fuhe.Document) worker.Stored {
	s := worker.Stored{SHA256: doc.SHA256, Format: doc.Format, Status: doc.Status(), Forms: len(doc.Reports)}
	if len(doc.Unread) > 0 {
		s.Code = doc.Unread[0].Code
		for _, code := range []fuhe.Code{fuhe.Deadline, fuhe.Memory, fuhe.ReaderDied, fuhe.Encrypted} { // on which it depends whether it is read again
			if slices.ContainsFunc(doc.Unread, func(u fuhe.Unread) bool { return u.Code == code }) {
				s.Code = code
				break
			}
		}
	}
	return s
}
