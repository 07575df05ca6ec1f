package worker

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// parentOfOne starts a child, says which, and has it do something that never ends.
func parentOfOne() {
	w := New(testCommand("child"), Limits{})
	a, err := w.Do(context.Background(), Job{Path: "pid"})
	fmt.Printf("%s %v\n", a.Line, err)
	_, err = w.Do(context.Background(), Job{Path: "turn"})
	fmt.Println(err)
}

// A child ends with its parent, however that one ends and whatever the child is doing.
func TestChildrenDieWithTheirParent(t *testing.T) {
	parent := exec.Command(os.Args[0])
	parent.Env = append(os.Environ(), asChild+"=parent")
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	var pid int
	if _, err := fmt.Sscan(line, &pid); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait() // it was killed
	for alive(pid) {  // as long as it takes: the test's own deadline ends it
		time.Sleep(5 * time.Millisecond)
	}
}

// alive reports whether a process runs; one that has ended and was not waited for does not.
func alive(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return false
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	return fields[0] != "Z" && fields[0] != "X"
}

// A child that is stopped from outside takes no time of a processor: it is not waited for without end.
func TestStoppedChildIsReplaced(t *testing.T) {
	w := New(testCommand("child"), Limits{Timeout: 100 * time.Millisecond})
	defer w.Close()
	if _, err := w.Do(t.Context(), Job{Path: "pid"}); err != nil {
		t.Fatal(err)
	}
	if err := w.child.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	a, err := w.Do(t.Context(), Job{ID: "after"})
	if err != nil || string(a.Line) != "after\n" || w.Started != 2 {
		t.Errorf("%q %v, %d children", a.Line, err, w.Started)
	}
}
