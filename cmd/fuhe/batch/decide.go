package batch

import (
	"fuhe"
	"fuhe/cmd/fuhe/journal"
)

// action is what is to be done about an input.
type action uint8

const (
	keep  action = iota // the journal holds it as it would be made now
	touch               // the same, and what changed does not concern it
	judge               // its reports are judged again
	read                // its file is read
)

// decide says what a change of options or of the program concerns.
func (b *Batch) decide(c journal.Content, known bool) action {
	now, then := b.Made, c.Made
	judged := c.Forms > 0 && (then.Scoring != now.Scoring || then.Lang != now.Lang)
	unread := c.Status == fuhe.StatusUnread
	switch {
	case b.Recheck && c.Forms > 0:
		return judge
	case b.Recheck:
		return keep
	case !known, then.Version != now.Version,
		unread && b.Retry,
		c.Format == fuhe.PDF && then.Reading != now.Reading,
		failed(c.Code) && then.Patience != now.Patience,
		c.Code == fuhe.Encrypted && then.Password != now.Password,
		(unread || c.Status == fuhe.StatusPassedOver) && then.Lang != now.Lang: // reasons are in the language of the reading
		return read
	case judged:
		return judge
	case then != now:
		return touch
	}
	return keep
}

// failed tells codes that depend on how much time and memory there is.
func failed(code fuhe.Code) bool {
	return code == fuhe.Deadline || code == fuhe.Memory || code == fuhe.ReaderDied
}

// touched is what a document counts as made with when the reading of it stays.
func (b *Batch) touched(then journal.Made) journal.Made {
	now := b.Made
	now.Version = then.Version
	if b.Recheck { // nothing was read, so nothing is known of what changed since
		now = then
	}
	return now
}
