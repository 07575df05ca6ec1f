package page

import (
	"testing"

	"fuhe"
	"fuhe/cmd/fuhe/run"
)

// What is left of a session is known from its first moment: nothing is called done that was not counted, read and judged.
func TestLeft(t *testing.T) {
	s := newSession()
	if left := s.left(); left.Any() {
		t.Errorf("nothing was asked for: %+v", left)
	}
	s.begin()
	if left := s.left(); left != (Left{Judging: true}) || !left.Any() {
		t.Errorf("nothing is counted: %+v", left)
	}
	s.expect(2)
	s.add(fuhe.Document{})
	if left := s.left(); left != (Left{Inputs: 1, Counted: true, Judging: true}) {
		t.Errorf("one of two is read: %+v", left)
	}
	s.add(fuhe.Document{})
	if left := s.left(); left != (Left{Counted: true, Judging: true}) || !left.Any() {
		t.Errorf("both are read and not judged: %+v", left)
	}
	s.together(&run.Options{})
	if left := s.left(); left.Any() {
		t.Errorf("all is done: %+v", left)
	}
}
