package form

import "fuhe"

// said is what could not be read, in the order in which it was met. A note leaves one entry out, a refusal the whole form,
// because a form with a figure missing would be accused of sums that do not add up.
type said struct {
	unread  []fuhe.Unread
	refused bool
}

func (s *said) note(at fuhe.Source, reason string) {
	s.unread = append(s.unread, fuhe.Unread{At: at, Reason: reason})
}

func (s *said) refuse(at fuhe.Source, reason string) {
	s.refused = true
	s.note(at, "form not read: "+reason)
}

// add puts what another part could not read behind.
func (s *said) add(o said) {
	s.unread = append(s.unread, o.unread...)
	s.refused = s.refused || o.refused
}
