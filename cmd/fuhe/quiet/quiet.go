// Package quiet keeps the garbage collection from running before there is something worth collecting. Importing it is all
// there is to it: it takes nothing and gives nothing, and it is for a program to import, never for a library.
//
// It is a package of its own because the tables that libraries make when a program starts are enough to set the first
// collection off, before main runs. Packages are initialised in the order of their paths as far as their imports allow:
// this one imports next to nothing and comes before all of those libraries.
package quiet

import (
	"math"
	"runtime"
)

// quietBytes is the heap up to which nothing is collected: a run over a few forms ends before there is anything worth
// collecting, and a third of its time would go into looking for it. A run over a folder keeps some 5 MB alive, which Go
// would look through again after every further 5 MB.
const quietBytes = 48 << 20

// init puts the first collection off until the heap has grown to quietBytes, and each one after it until it has again.
func init() {
	setGCPercent(-1)
	setMemoryLimit(quietBytes)
	runtime.SetFinalizer(&sentinel{}, collected)
}

// sentinel is garbage from the start: its finalizer tells that a collection has been.
type sentinel struct{ _ [16]byte }

// collected runs after each collection and sets when the next one begins: at quietBytes, or, where more than half of that
// is in use, when the heap has doubled, as Go does by itself.
func collected(s *sentinel) {
	setMemoryLimit(math.MaxInt64)
	setGCPercent(100)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	setGCPercent(growth(m.NextGC / 2))
	runtime.SetFinalizer(s, collected)
}

// growth is by how many per cent a heap of so many live bytes may grow before it is collected.
func growth(live uint64) int32 {
	if live == 0 || live >= quietBytes/2 {
		return 100
	}
	return int32(quietBytes/live-1) * 100
}
