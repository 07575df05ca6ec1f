package extract

import (
	"fmt"
	"strings"

	"fuhe"
)

// sayOnce adds what was not read to what a reader has said already. A reader of pages says that a table cannot be relied
// on, whatever is in it; where the table turns out to be a form, or tables are asked for, that says the same and more.
func sayOnce(doc *fuhe.Document, missed ...fuhe.Unread) {
	for _, m := range missed {
		for i, said := range doc.Unread {
			reason, ofTable := strings.CutPrefix(said.Reason, fmt.Sprintf("table %d: ", m.At.Table))
			if ofTable && said.At.Page == m.At.Page && strings.HasSuffix(m.Reason, ": "+reason) {
				doc.Unread = append(doc.Unread[:i], doc.Unread[i+1:]...)
				break
			}
		}
		doc.Unread = append(doc.Unread, m)
	}
}
