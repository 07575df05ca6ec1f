//go:build linux

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// A child that is killed between two files costs nothing: every request has its answer, and the answers are those of check.
func TestWorkerOutlivesItsChildren(t *testing.T) {
	form, err := filepath.Abs("../../samples/shanghai-2021/chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	once, err := exec.Command("fuhe", "check", "--lang", "en", "--format", "jsonl", form).Output()
	if len(once) == 0 {
		t.Fatal(err)
	}
	c := exec.Command("fuhe", "worker", "--lang", "en")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReaderSize(out, 1<<20)
	killed := map[int]bool{}
	for i := range 4 {
		if _, err := fmt.Fprintf(in, "{\"id\":\"%d\",\"path\":%q}\n", i, form); err != nil {
			t.Fatal(err)
		}
		line, err := answers.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		var a struct {
			ID       string          `json:"id"`
			Document json.RawMessage `json:"document"`
		}
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		if a.ID != strconv.Itoa(i) || !bytes.Equal(timeless(t, a.Document), timeless(t, once)) {
			t.Errorf("answer %d: %s", i, a.Document)
		}
		for _, pid := range childrenOf(t, c.Process.Pid) {
			killed[pid] = true
			if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(killed) != 4 {
		t.Errorf("%d children were killed", len(killed))
	}
	in.Close()
	if _, err := io.ReadAll(answers); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Error(err)
	}
}

// timeless is a document without what the clock says of it.
func timeless(t *testing.T, raw []byte) []byte {
	var doc map[string]any
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	if doc["sha256"] == "" || len(doc["reports"].([]any)) == 0 {
		t.Fatalf("no form in %s", raw)
	}
	delete(doc, "seconds")
	out, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// childrenOf are the processes that a process has started.
func childrenOf(t *testing.T, pid int) []int {
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	if err != nil {
		t.Fatal(err)
	}
	var pids []int
	for _, task := range tasks {
		raw, err := os.ReadFile(task)
		if err != nil {
			continue // a thread that has ended has none
		}
		for _, field := range strings.Fields(string(raw)) {
			n, err := strconv.Atoi(field)
			if err != nil {
				t.Fatal(err)
			}
			pids = append(pids, n)
		}
	}
	return pids
}
