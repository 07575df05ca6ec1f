//go:build go1.28

package quiet

import "runtime/debug"

func setGCPercent(percent int32) (before int32) { return int32(debug.SetGCPercent(int(percent))) }
func setMemoryLimit(bytes int64) (before int64) { return debug.SetMemoryLimit(bytes) }
