package console

import (
	"testing"
	"time"
)

// The rate and the rest are told once there is something to go by.
func TestProgressLine(t *testing.T) {
	english := func(_, en string) string { return en }
	for _, c := range []struct {
		done  int
		spent time.Duration
		want  string
	}{
		{3, 100 * time.Millisecond, "3/100"},
		{0, 10 * time.Second, "0/100"},
		{20, 10 * time.Second, "20/100  2.0 a second, about 40s left"},
		{50, 100 * time.Second, "50/100  0.5 a second, about 1m40s left"},
	} {
		if got := progressLine(c.done, 100, c.spent, english); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
