package session

import (
	"context"

	"fuhe"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/score"
)

// Check reads the inputs and prints their findings.
func (s *Session) Check(ctx context.Context) error {
	o := render.TextOptions{Lang: s.Lang, Color: s.Color, Quiet: s.Quiet}
	return s.Print(ctx, func(docs []fuhe.Document) error { return render.Text(s.Stdout, docs, o) })
}

// Print reads the inputs and prints each document in the format asked for: jsonl as each is done, json and what text
// prints at the end.
func (s *Session) Print(ctx context.Context, text func([]fuhe.Document) error) error {
	var all []fuhe.Document
	err := s.Read(ctx, func(_ extract.Input, doc fuhe.Document) error {
		if s.Format == "jsonl" {
			s.dropKnown(doc)
			s.Weigh(doc)
			return render.JSONL(s.Stdout, doc)
		}
		all = append(all, doc)
		return nil
	})
	if err != nil || s.Format == "jsonl" {
		return err
	}
	score.Across(all, s.Lang) // jsonl cannot wait for it
	for _, doc := range all {
		s.dropKnown(doc)
		s.Weigh(doc)
	}
	if s.Format == "json" {
		return render.JSON(s.Stdout, all, Version)
	}
	return text(all)
}

// dropKnown takes out what the earlier run had; documents come in the order of the run.
func (s *Session) dropKnown(doc fuhe.Document) {
	if s.Before == nil {
		return
	}
	for _, r := range doc.Reports {
		s.Before.Drop(r)
	}
}
