package review

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// lock keeps other programs from changing a review file meanwhile. The lock lies in the user's cache folder: nothing is left
// beside the inputs. Where there is no such folder the file is changed without one.
func lock(path string) (unlock func(), err error) {
	none := func() {}
	folder, err := os.UserCacheDir()
	if err != nil {
		return none, nil
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	folder = filepath.Join(folder, "fuhe", "locks")
	if os.MkdirAll(folder, 0o700) != nil {
		return none, nil
	}
	name := sha256.Sum256([]byte(full))
	return lockedfile.MutexAt(filepath.Join(folder, hex.EncodeToString(name[:8]))).Lock()
}
