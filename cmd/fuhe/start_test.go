package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// What the packages below the command may take together before main: the runtime's own count of allocations, which does not
// depend on the machine. A compiled regular expression takes some 10 KB, so two dozen of them do not fit.
const (
	startBytes       = 160 << 10
	startAllocations = 1800
)

// A start of the program makes no tables and compiles no expressions that a run may not need.
func TestPackagesAreCheapToStart(t *testing.T) {
	trace := exec.Command(os.Args[0], "-test.run=^$")
	trace.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := trace.CombinedOutput()
	if err != nil {
		t.Fatal(err, string(out))
	}
	bytes, allocations := 0, 0
	for _, m := range regexp.MustCompile(`(?m)^init fuhe(?:/extract\S*|/score\S*|/render\S*)? @.*, (\d+) bytes, (\d+) allocs$`).FindAllSubmatch(out, -1) {
		b, _ := strconv.Atoi(string(m[1]))
		n, _ := strconv.Atoi(string(m[2]))
		bytes, allocations = bytes+b, allocations+n
	}
	if bytes == 0 {
		t.Fatalf("no package of this module in %s", out)
	}
	if bytes > startBytes || allocations > startAllocations {
		t.Errorf("before main the packages take %d bytes in %d allocations, more than %d in %d", bytes, allocations, startBytes, startAllocations)
	}
	t.Logf("%d bytes, %d allocations", bytes, allocations)
}
