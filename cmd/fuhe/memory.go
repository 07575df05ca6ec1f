package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// quietBytes is the heap up to which nothing is collected: a run over a few forms ends before there is anything worth
// collecting, and a third of its time would go into looking for it.
const quietBytes = 64 << 20

// startQuiet puts the first collection off until the heap has grown to quietBytes; from then on Go collects as usual.
func startQuiet() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(quietBytes)
	runtime.SetFinalizer(&struct{ _ [16]byte }{}, func(*struct{ _ [16]byte }) {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(100)
	})
}
