//go:build !go1.28

package quiet

import _ "unsafe" // for linkname

// Package runtime/debug, which has these for everybody, is initialised after most libraries, and whatever imports it is,
// too. The runtime gives them to it under these names; of a Go that may not do so any more later.go asks the package.

//go:linkname setGCPercent runtime/debug.setGCPercent
func setGCPercent(percent int32) (before int32)

//go:linkname setMemoryLimit runtime/debug.setMemoryLimit
func setMemoryLimit(bytes int64) (before int64)
