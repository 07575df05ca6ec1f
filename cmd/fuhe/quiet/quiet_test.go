package quiet

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// Nothing is collected before the heap has grown to quietBytes, neither at first nor after a collection that found next to
// nothing in use.
func TestCollectionsArePutOff(t *testing.T) {
	if n := debug.SetGCPercent(-1); n >= 0 {
		t.Errorf("collected from %d%% of growth on", n)
	}
	if limit := debug.SetMemoryLimit(-1); limit != quietBytes {
		t.Errorf("the limit is %d bytes", limit)
	}
	for range 1000 {
		runtime.GC()
		if percent := debug.SetGCPercent(-1); percent > 100 {
			debug.SetGCPercent(percent)
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Error("collections stay put off for ever")
}

// The heap at which the next collection begins is quietBytes, or twice what is in use where that is more.
func TestGrowth(t *testing.T) {
	const mib = 1 << 20
	for _, c := range []struct{ live, from, to uint64 }{
		{1 * mib, 48 * mib, 48 * mib},
		{5 * mib, 44 * mib, 48 * mib},
		{23 * mib, 46 * mib, 48 * mib},
		{24 * mib, 48 * mib, 48 * mib},
		{100 * mib, 200 * mib, 200 * mib},
	} {
		if next := c.live + c.live*uint64(growth(c.live))/100; next < c.from || next > c.to {
			t.Errorf("with %d MiB in use the next collection is at %d MiB", c.live/mib, next/mib)
		}
	}
	if percent := growth(0); percent != 100 {
		t.Errorf("nothing known to be in use: %d%%", percent)
	}
}
