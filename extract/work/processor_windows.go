package work

import (
	"math"
	"syscall"
	"time"
)

// processor is the processor time that the program has used.
func processor() time.Duration {
	var created, ended, system, user syscall.Filetime
	process, err := syscall.GetCurrentProcess()
	if err == nil {
		err = syscall.GetProcessTimes(process, &created, &ended, &system, &user)
	}
	if err != nil {
		return math.MaxInt64 / 2 // the clock alone counts then
	}
	return ticks(system) + ticks(user)
}

// ticks is a span of time in units of 100 ns.
func ticks(t syscall.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime)) * 100
}
