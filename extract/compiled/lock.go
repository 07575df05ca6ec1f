package compiled

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// lockWait is how long one program waits for another to compile: it takes 4 s, on a busy machine many times that. A program
// that was stopped in the middle keeps the others no longer.
const lockWait = 90 * time.Second

// alone waits until no other program holds the lock file, and holds it until the function it returns is called; the system
// lets it go when the program ends. Where there can be no such file, or the other takes too long, nothing is held: the lock
// saves work, and nothing rests on it.
func alone(path string, wait time.Duration) (release func()) {
	held := make(chan func(), 1)
	go func() {
		release := func() {}
		if os.MkdirAll(filepath.Dir(path), 0o777) == nil {
			if unlock, err := lockedfile.MutexAt(path).Lock(); err == nil {
				release = unlock
			}
		}
		held <- release
	}()
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case release := <-held:
		return release
	case <-timer.C:
		go func() { (<-held)() }()
		return func() {}
	}
}

// filled reports whether compiled code lies in a folder. If it is that of another version nothing is lost but time.
func filled(folder string) bool {
	found := false
	_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error { // what cannot be read is not there
		if err == nil && d.Type().IsRegular() && filepath.Ext(path) != ".tmp" {
			found = true
			return filepath.SkipAll
		}
		return nil
	})
	return found
}
