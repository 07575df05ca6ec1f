package main

import (
	"fmt"
	"io"
	"time"

	"fuhe"
	"fuhe/cmd/fuhe/batch"
)

// batchProgress shows how far a batch is: on a terminal one line that changes, elsewhere a line from time to time.
type batchProgress struct {
	to    io.Writer
	every time.Duration
	over  bool // the line before is written over
	last  time.Time
	say   func(zh, en string) string
}

// How often.
const (
	terminalEvery = 200 * time.Millisecond
	plainEvery    = 30 * time.Second
)

func (s *commands) newBatchProgress() *batchProgress {
	p := &batchProgress{to: s.Stderr, every: plainEvery, say: s.Say, last: time.Now()}
	switch {
	case s.Quiet:
		p.to = io.Discard
	case s.Watched:
		p.every, p.over = terminalEvery, true
	}
	return p
}

func (p *batchProgress) step(done batch.Progress) {
	if time.Since(p.last) < p.every {
		return
	}
	p.last = time.Now()
	line := batchLine(done, time.Since(done.Began), p.say)
	if p.over {
		fmt.Fprintf(p.to, "\r%s\x1b[K", line)
		return
	}
	fmt.Fprintf(p.to, "fuhe: %s\n", line)
}

func (p *batchProgress) end() {
	if p.over {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

// batchLine tells how many are done, how fast, how long the rest will take, and what became of them.
func batchLine(p batch.Progress, spent time.Duration, say func(zh, en string) string) string {
	line := fmt.Sprintf("%d/%d", p.Done, p.Total)
	if p.Done > 0 && spent > 0 {
		left := time.Duration(float64(spent) / float64(p.Done) * float64(p.Total-p.Done)).Round(time.Second)
		line += fmt.Sprintf(say("  每秒 %.1f 个，还需约 %s", "  %.1f a second, about %s left"), float64(p.Done)/spent.Seconds(), left)
	}
	return line + fmt.Sprintf(say("  已读 %d，未读 %d，无表 %d，跳过 %d", "  read %d, unread %d, without form %d, passed over %d"),
		p.Status[fuhe.StatusRead], p.Status[fuhe.StatusUnread], p.Status[fuhe.StatusWithoutForm], p.Status[fuhe.StatusPassedOver])
}
