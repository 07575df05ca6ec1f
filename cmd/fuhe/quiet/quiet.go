// Package quiet puts the first garbage collection off until there is something to collect. Importing it is all there is
// to it: it takes nothing and gives nothing, and it is for a program to import, never for a library.
//
// It is a package of its own because the tables that libraries make when a program starts are enough to set the first
// collection off, before main runs. Packages are initialised in the order of their paths as far as their imports allow:
// this one imports next to nothing and comes before all of those libraries.
package quiet

import (
	"math"
	"runtime"
	"runtime/debug"
)

// quietBytes is the heap up to which nothing is collected: a run over a few forms ends before there is anything worth
// collecting, and a third of its time would go into looking for it.
const quietBytes = 64 << 20

// init puts the first collection off until the heap has grown to quietBytes; from then on Go collects as usual.
func init() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(quietBytes)
	runtime.SetFinalizer(&struct{ _ [16]byte }{}, func(*struct{ _ [16]byte }) {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(100)
	})
}
