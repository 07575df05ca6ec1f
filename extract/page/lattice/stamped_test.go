package lattice

import "testing"

// TestFramesOfStamps: a closed frame that lines cross is a stamp's; where they end at it, and where nothing crosses it, it is the table's.
func TestFramesOfStamps(t *testing.T) {
	frame := func(x0, y0, x1, y1 float64) (across, down []line) {
		return []line{{y0, x0, x1}, {y1, x0, x1}}, []line{{x0, y0, y1}, {x1, y0, y1}}
	}
	for name, c := range map[string]struct {
		across, down []line
		stamps       int
	}{
		"over a border":          {[]line{{110, 0, 300}}, nil, 1},
		"over two ways":          {[]line{{110, 0, 300}}, []line{{150, 0, 300}}, 1},
		"one side crossed":       {[]line{{110, 0, 150}}, nil, 1},
		"lines end at it":        {[]line{{110, 100, 200}}, nil, 0},
		"one ends, one crosses":  {[]line{{110, 100, 200}, {115, 0, 300}}, nil, 0},
		"one ends from outside":  {[]line{{110, 0, 300}}, []line{{150, 0, 100}}, 0},
		"nothing":                {nil, nil, 0},
		"its own sides go along": {[]line{{90, 0, 300}, {130, 0, 300}}, nil, 0},
	} {
		across, down := frame(100, 100, 200, 120)
		across, down = append(across, c.across...), append(down, c.down...)
		keptAcross, keptDown, stamps := withoutStamps(closedFrames(across, down), across, down, 1)
		want := 4
		if c.stamps > 0 {
			want = 0
		}
		if len(stamps) != c.stamps || len(keptAcross)+len(keptDown) != want+len(c.across)+len(c.down) {
			t.Errorf("%s: %d stamps, kept %v and %v", name, len(stamps), keptAcross, keptDown)
		}
	}
}
