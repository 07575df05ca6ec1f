//go:build !unix && !windows

package work

import "time"

// processor is the time since the program began: such a system does not say how much of it was the program's.
func processor() time.Duration { return time.Since(began) }

var began = time.Now()
