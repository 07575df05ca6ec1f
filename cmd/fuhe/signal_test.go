//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A signal ends a run with what was finished, whole: the rest is counted on one line, and nothing half-written stays.
func TestSignalsLeaveNothingHalfDone(t *testing.T) {
	folder := copies(t, "../../samples/shanghai-2021/chromium.pdf", 400)
	for signal, status := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129} {
		c := exec.Command("fuhe", "check", "--lang", "en", "--format", "jsonl", "--jobs", "1", folder)
		var said bytes.Buffer
		c.Stderr = &said
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		first := make([]byte, 1) // the first document is there, and hundreds are not
		if _, err := io.ReadFull(out, first); err != nil {
			t.Fatal(err)
		}
		if err := c.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		rest, err := io.ReadAll(out)
		if err != nil {
			t.Fatal(err)
		}
		err = c.Wait()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != status {
			t.Errorf("%v: ended with %v", signal, err)
		}
		if lines := strings.Count(said.String(), "\n"); lines != 1 || !strings.Contains(said.String(), "files were not reached") {
			t.Errorf("%v: %q", signal, said.String())
		}
		for i, line := range bytes.Split(bytes.TrimSpace(append(first, rest...)), []byte("\n")) {
			if !bytes.HasPrefix(line, []byte(`{"path"`)) || !bytes.HasSuffix(line, []byte("}")) {
				t.Errorf("%v: line %d is half written", signal, i+1)
			}
		}
	}
}

// copies is a folder with n files of the same form: a file named twice is read once.
func copies(t *testing.T, form string, n int) string {
	t.Helper()
	raw, err := os.ReadFile(form)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for i := range n {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.pdf", i)), raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}
