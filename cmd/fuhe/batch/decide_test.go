package batch

import (
	"testing"

	"fuhe"
	"fuhe/cmd/fuhe/journal"
)

// What a change concerns is made again, and nothing else.
func TestChangesMakeAnewWhatTheyConcern(t *testing.T) {
	now := journal.Made{Version: "2", Reading: "auto", Scoring: "s", Lang: "zh", Patience: "60s", Password: "p"}
	with := func(change func(*journal.Made)) journal.Made { m := now; change(&m); return m }
	form := func(m journal.Made) journal.Content {
		return journal.Content{Format: fuhe.PDF, Status: fuhe.StatusRead, Forms: 1, Made: m}
	}
	unread := func(code fuhe.Code, m journal.Made) journal.Content {
		return journal.Content{Format: fuhe.XLSX, Status: fuhe.StatusUnread, Code: code, Made: m}
	}
	version, reading := with(func(m *journal.Made) { m.Version = "1" }), with(func(m *journal.Made) { m.Reading = "native" })
	scoring, lang := with(func(m *journal.Made) { m.Scoring = "t" }), with(func(m *journal.Made) { m.Lang = "en" })
	patience, password := with(func(m *journal.Made) { m.Patience = "1s" }), with(func(m *journal.Made) { m.Password = "" })
	for name, c := range map[string]struct {
		content journal.Content
		known   bool
		batch   *Batch
		want    action
	}{
		"new":                   {form(now), false, &Batch{}, read},
		"same":                  {form(now), true, &Batch{}, keep},
		"another program":       {form(version), true, &Batch{}, read},
		"another reader":        {form(reading), true, &Batch{}, read},
		"not of a workbook":     {unread(fuhe.Damaged, reading), true, &Batch{}, touch},
		"other rules":           {form(scoring), true, &Batch{}, judge},
		"another language":      {form(lang), true, &Batch{}, judge},
		"reasons in it":         {unread(fuhe.Damaged, lang), true, &Batch{}, read},
		"more time, read":       {form(patience), true, &Batch{}, touch},
		"more time, given up":   {unread(fuhe.Deadline, patience), true, &Batch{}, read},
		"more memory, given up": {unread(fuhe.Memory, patience), true, &Batch{}, read},
		"a password":            {unread(fuhe.Encrypted, password), true, &Batch{}, read},
		"a password, no matter": {unread(fuhe.Damaged, password), true, &Batch{}, touch},
		"failed":                {unread(fuhe.Damaged, now), true, &Batch{}, keep},
		"failed, retried":       {unread(fuhe.Damaged, now), true, &Batch{Retry: true}, read},
		"read, retried":         {form(now), true, &Batch{Retry: true}, keep},
		"judged again":          {form(version), true, &Batch{Recheck: true}, judge},
		"nothing to judge":      {unread(fuhe.Damaged, version), true, &Batch{Recheck: true}, keep},
	} {
		c.batch.Made = now
		if got := c.batch.decide(c.content, c.known); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
