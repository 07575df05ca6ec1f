package output

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

// signature is where the system keeps the hash of a file beside it: an extended attribute, on Windows a stream of the file. A
// workbook has room for the hash in itself, a .csv or .json has not.
const signature = "user.fuhe.sha256"

// Sign notes that fuhe wrote a file. Where the system cannot keep that nothing is noted, and the next run writes beside it.
func Sign(path string) {
	if hash, ok := hashOf(path); ok {
		_ = keep(path, hash) // the file is whole without
	}
}

// Signed reports whether fuhe wrote a file, by what Sign noted, and nobody changed it since.
func Signed(path string) bool {
	kept, ok := kept(path)
	if !ok {
		return false
	}
	hash, ok := hashOf(path)
	return ok && hash == kept
}

func hashOf(path string) (string, bool) {
	f, err := os.Open(path)
	if err != nil {
		return "", false
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", false
	}
	return hex.EncodeToString(h.Sum(nil)), true
}
