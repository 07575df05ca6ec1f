//go:build unix

package work

import (
	"math"
	"syscall"
	"time"
)

// processor is the processor time that the program has used.
func processor() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return math.MaxInt64 / 2 // the clock alone counts then
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
