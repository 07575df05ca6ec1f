package ocr

import (
	"errors"
	"image"
	"testing"
)

// A scan of too few dots is refused before any model is asked for, and by a number that is under the least.
func TestPoorScans(t *testing.T) {
	for dots, want := range map[float64]string{
		72:    "scanned with 72 dots an inch, under 150: not to be relied on",
		149.9: "scanned with 149 dots an inch, under 150: not to be relied on",
	} {
		_, err := (&Reader{}).Read(t.Context(), Sheet{Picture: image.NewRGBA(image.Rect(0, 0, 2000, 2000)), Dots: dots})
		if !errors.Is(err, ErrPoor) || err.Error() != want {
			t.Errorf("%v dots: %v, want %s", dots, err, want)
		}
	}
}
