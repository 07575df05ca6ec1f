package quiet

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// Nothing is collected at first; after the first collection Go collects as it does everywhere.
func TestFirstCollectionIsPutOff(t *testing.T) {
	if n := debug.SetGCPercent(-1); n >= 0 {
		t.Errorf("collected from %d%% of growth on", n)
	}
	if limit := debug.SetMemoryLimit(-1); limit != quietBytes {
		t.Errorf("the limit is %d bytes", limit)
	}
	for i := 0; i < 1000; i++ {
		runtime.GC()
		if percent := debug.SetGCPercent(-1); percent > 0 {
			debug.SetGCPercent(percent)
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Error("collections stay put off for ever")
}
