//go:build linux && !race

// Not under the race detector: what runs here is the program as it is released, and would only run again.

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"fuhe/cmd/fuhe/console"
)

// Bounds of one file that was made to break readers.
const (
	hostileCPU  = 10 * time.Second // of processor time
	hostileWall = 10 * time.Minute // of waiting: a hang takes no processor time, and a machine may be busy with other tests
	hostileMiB  = 1024
	reasonRunes = 300 // one line that a person reads to its end
)

// Files that broke other readers, damaged by hand, by fuzzers and by programs, end each by themselves in a process of
// the program as it is shipped: within its bounds, with a status of the contract, and with one clear line for whatever
// was not read.
func TestHostileFilesEndWithinTheirBoundsAndAClearLine(t *testing.T) {
	files, err := filepath.Glob("../../../shared/corpus/hostile/*")
	if err != nil || len(files) == 0 {
		t.Skip("../shared/corpus/hostile is not here")
	}
	program, every := "fuhe", 8 // the test binary under another name, on some of the files; the whole CI takes the program as it is shipped and all files
	if os.Getenv("FUHE_SLOW") != "" {
		program, every = build(t), 1
	}
	for i, command := range []string{"check", "tables"} {
		for k, file := range files {
			if (k+i)%every != 0 {
				continue
			}
			t.Run(command+"/"+filepath.Base(file), func(t *testing.T) {
				t.Parallel()
				hostile(t, program, command, file)
			})
		}
	}
}

// build makes the program as it is released; the test binary is another program, and a slow one under the race detector.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "fuhe")
	c := exec.Command("go", "build", "-trimpath", "-o", program, ".")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}

// crashed is what a panic looks like, be it recovered or not.
var crashed = regexp.MustCompile(`panic|goroutine \d|runtime error|fatal error|please report`)

func hostile(t *testing.T, program, command, file string) {
	ctx, cancel := context.WithTimeout(context.Background(), hostileWall)
	defer cancel()
	var stdout, stderr bytes.Buffer
	c := exec.CommandContext(ctx, program, command, "--lang", "en", "--format", "json", file)
	c.Stdout, c.Stderr = &stdout, &stderr
	err := c.Run()
	if ctx.Err() != nil {
		t.Fatalf("still running after %s", hostileWall)
	}
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	used := c.ProcessState.SysUsage().(*syscall.Rusage)
	if cpu := c.ProcessState.UserTime() + c.ProcessState.SystemTime(); cpu > hostileCPU {
		t.Errorf("took %s of processor time", cpu)
	}
	if mib := used.Maxrss >> 10; mib > hostileMiB {
		t.Errorf("took %d MiB", mib)
	}
	if crashed.MatchString(stderr.String()) {
		t.Errorf("it crashed: %.2000s", stderr.String())
	}
	compareHostile(t, c.ProcessState.ExitCode(), stdout.Bytes(), stderr.String(), file)
}

// compareHostile holds the answer against the contract: JSON whatever happens, status 3 just when something was not read,
// and each reason on a line of its own.
func compareHostile(t *testing.T, status int, stdout []byte, stderr, file string) {
	type said struct{ Reason, Because string }
	var answer struct {
		Documents []struct{ Unread, Readers []said } // those attached to the file, too
	}
	if err := json.Unmarshal(stdout, &answer); err != nil || len(answer.Documents) == 0 {
		t.Fatalf("exit status %d, %v: %.300s%.300s", status, err, stdout, stderr)
	}
	var unread, readers []said
	for _, d := range answer.Documents {
		unread, readers = append(unread, d.Unread...), append(readers, d.Readers...)
	}
	switch {
	case status != console.Clean && status != console.Findings && status != console.Unread:
		t.Errorf("exit status %d", status)
	case (status == console.Unread) != (len(unread) > 0):
		t.Errorf("exit status %d with %d reasons why something was not read", status, len(unread))
	}
	for _, u := range unread {
		if u.Reason == "" || !printable(u.Reason) {
			t.Errorf("no clear reason: %q", u.Reason)
		}
	}
	for _, r := range readers {
		if !printable(r.Because) || crashed.MatchString(r.Because) {
			t.Errorf("no clear reason for the reader: %q", r.Because)
		}
	}
	lines := strings.FieldsFunc(stderr, func(r rune) bool { return r == '\n' })
	for _, line := range lines {
		if !strings.HasPrefix(line, "fuhe: "+file) {
			t.Errorf("on stderr: %q", line)
		}
	}
	if len(lines) != len(unread) {
		t.Errorf("%d lines on stderr for %d reasons", len(lines), len(unread))
	}
}

// printable is what can be printed on a line and read to its end.
func printable(reason string) bool {
	return utf8.RuneCountInString(reason) <= reasonRunes &&
		!strings.ContainsFunc(reason, func(r rune) bool { return unicode.IsControl(r) || r == utf8.RuneError })
}
