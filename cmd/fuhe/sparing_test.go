package main

import (
	"runtime/debug"
	"testing"

	"fuhe"
)

// A thousand forms are kept within 300 MiB, what somebody asked for stays, and a run of few forms is left alone.
func TestManyFormsAreKeptSparingly(t *testing.T) {
	before := debug.SetMemoryLimit(memoryLimit)
	defer debug.SetMemoryLimit(before)
	ten := fuhe.Document{Reports: make([]*fuhe.Report, 10)}
	var kept keeping
	kept.add(&ten)
	if got := debug.SetMemoryLimit(-1); got != memoryLimit {
		t.Errorf("ten forms: %d", got)
	}
	for range 99 {
		kept.add(&ten)
	}
	if got := debug.SetMemoryLimit(-1); kept.forms != 1000 || got < leastBytes || got > 300<<20 {
		t.Errorf("%d forms: %d MiB", kept.forms, got>>20)
	}
	for range 900 {
		kept.add(&ten)
	}
	if got := debug.SetMemoryLimit(-1); got > memoryLimit || got < memoryLimit/2 {
		t.Errorf("%d forms: %d MiB", kept.forms, got>>20)
	}
	const asked = 123 << 20
	debug.SetMemoryLimit(asked)
	var other keeping
	for range 100 {
		other.add(&ten)
	}
	if got := debug.SetMemoryLimit(-1); got != asked {
		t.Errorf("asked for %d: %d", asked, got)
	}
}
