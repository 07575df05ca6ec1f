//go:build unix

package main

import (
	"bytes"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A signal ends a run with what was finished, whole: the rest is counted on one line, and nothing half-written stays.
func TestSignalsLeaveNothingHalfDone(t *testing.T) {
	for signal, status := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129} {
		form, err := filepath.Abs("../../samples/shanghai-2021/chromium.pdf")
		if err != nil {
			t.Fatal(err)
		}
		files := []string{"check", "--lang", "en", "--format", "jsonl", "--jobs", "1"}
		for range 400 {
			files = append(files, form)
		}
		c := exec.Command("fuhe", files...)
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
