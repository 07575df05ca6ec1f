package extract

import (
	"slices"
	"testing"

	"fuhe"
)

func TestWhatIsUnreadIsSaidOnce(t *testing.T) {
	page := func(n int) fuhe.Source { return fuhe.Source{Page: n} }
	table := func(n, k int) fuhe.Source { return fuhe.Source{Page: n, Table: k} }
	doc := fuhe.Document{Unread: []fuhe.Unread{{At: page(1), Reason: "table 1: 3 characters unknown"}, {At: page(1), Reason: "table 2: 3 characters unknown"}, {At: page(2), Reason: "table 1: 3 characters unknown"}, {At: page(3), Reason: "a scan"}}}
	sayOnce(&doc, fuhe.Unread{At: table(1, 1), Reason: "form not read: 3 characters unknown"}, fuhe.Unread{At: table(2, 1), Reason: "form not read: no indicator"})
	want := []fuhe.Unread{
		{At: page(1), Reason: "table 2: 3 characters unknown"}, {At: page(2), Reason: "table 1: 3 characters unknown"}, {At: page(3), Reason: "a scan"},
		{At: table(1, 1), Reason: "form not read: 3 characters unknown"}, {At: table(2, 1), Reason: "form not read: no indicator"},
	}
	if !slices.Equal(doc.Unread, want) {
		t.Errorf("%v", doc.Unread)
	}
}
