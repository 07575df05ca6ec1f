package compiled

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Who finds the lock held waits until it is let go; who has waited long enough goes on without it.
func TestOneCompilesAndTheOthersWait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "x.lock")
	release := alone(path, time.Hour)
	alone(path, time.Millisecond)() // goes on, and lets nothing go that it does not hold
	next := make(chan func())
	go func() { next <- alone(path, time.Hour) }()
	select {
	case <-next:
		t.Fatal("the lock is held twice")
	case <-time.After(50 * time.Millisecond):
	}
	release()
	(<-next)()
	alone(filepath.Join(path, "a file is no folder"), time.Hour)() // holds up nobody
}

// What was half written by a program that ended is no compiled code.
func TestFilled(t *testing.T) {
	folder := t.TempDir()
	if filled(folder) || filled(filepath.Join(folder, "none")) {
		t.Error("an empty folder is filled")
	}
	for _, name := range []string{"a.1.tmp", "a"} {
		if filled(folder) {
			t.Errorf("filled before %s", name)
		}
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if !filled(folder) {
		t.Error("compiled code is not seen")
	}
}
