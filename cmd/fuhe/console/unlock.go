package console

import (
	"context"

	"fuhe"
	"fuhe/extract"
)

// mostTries is how often a password is asked for one file.
const mostTries = 3

// unlocked reads an encrypted document again with the password that a person types, where one can be asked; the same password
// is tried on the next ones first. Whoever types none is not asked again.
func (c *Console) unlocked(ctx context.Context, in extract.Input, doc fuhe.Document) fuhe.Document {
	if c.AskPassword == nil || !locked(doc) {
		return doc
	}
	if c.asked {
		doc = c.again(ctx, in, doc)
	}
	for tries := 0; locked(doc) && tries < mostTries && ctx.Err() == nil; tries++ {
		typed := c.AskPassword(in.Path)
		if typed == "" {
			c.AskPassword = nil
			break
		}
		c.Reading.Password, c.asked = typed, true
		doc = c.again(ctx, in, doc)
	}
	return doc
}

// again reads an input with the password there is now; what was known of it stays when that is interrupted, which is said.
func (c *Console) again(ctx context.Context, in extract.Input, doc fuhe.Document) fuhe.Document {
	if now, err := c.Options.Read(ctx, in); err == nil {
		return now
	}
	return doc
}

// locked reports whether nothing of a document was read for want of its password.
func locked(doc fuhe.Document) bool {
	return len(doc.Unread) == 1 && doc.Unread[0].Code == fuhe.Encrypted && len(doc.Reports) == 0
}
