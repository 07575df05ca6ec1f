package session

import (
	"context"
	"fmt"
	"io"

	"fuhe"
	"fuhe/extract"
	"fuhe/score"
)

// Read reads everything that the paths name, judges it, and hands over each document in the order of the inputs. It sets
// the exit status; what could not be read is said on stderr.
func (s *Session) Read(ctx context.Context, emit func(in extract.Input, doc fuhe.Document) error) error {
	inputs := extract.Walk(s.Paths, s.Stdin)
	progress := s.newProgress(len(inputs))
	var failed error
	passedOver := extract.ReadAll(ctx, inputs, s.Reading, s.Jobs, s.judge, func(i int, doc fuhe.Document) {
		progress.clear()
		s.settle(doc)
		if failed == nil {
			failed = emit(inputs[i], doc)
		}
		progress.step(i + 1)
	})
	progress.clear()
	if passedOver > 0 && !s.Quiet {
		fmt.Fprintf(s.Stderr, s.Say("fuhe: 跳过 %d 个不含自评表的文件\n", "fuhe: %d files of kinds without forms passed over\n"), passedOver)
	}
	return failed
}

// judge scores the reports of a document.
func (s *Session) judge(doc *fuhe.Document) {
	for _, r := range doc.Reports {
		score.Check(r, s.Scoring)
	}
}

// progress is one line on stderr, only when that is a terminal and there is more than one input.
type progress struct {
	w     io.Writer
	total int
}

func (s *Session) newProgress(total int) progress {
	if s.Watched && total > 1 && !s.Quiet {
		return progress{s.Stderr, total}
	}
	return progress{}
}

func (p progress) step(done int) {
	if p.w != nil && done < p.total {
		fmt.Fprintf(p.w, "\r%d/%d", done, p.total)
	}
}

func (p progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
