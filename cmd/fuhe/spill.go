package main

import (
	"errors"
	"os"

	"fuhe/render"
	"fuhe/score"
)

// How much of what is compared across forms stays in memory, one to three KB a form: of a batch, whose parent is to stay small, and of
// a check, which most machines can do without a file.
const (
	mostCompared = 8 << 20
	mostChecked  = 64 << 20
)

// spilling is a file for what is compared across forms and does not fit into memory; there is none before it is needed.
type spilling struct {
	dir  string // "" for that of the system
	file *os.File
}

// begin makes the file. What a crash leaves of it is named as drafts are.
func (s *spilling) begin() (score.Spill, error) {
	var err error
	s.file, err = os.CreateTemp(s.dir, render.DraftPattern)
	return s.file, err
}

// drop takes the file away.
func (s *spilling) drop() error {
	if s.file == nil {
		return nil
	}
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}
