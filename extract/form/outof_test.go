package form

import (
	"testing"

	"fuhe"
)

// TestScoreOutOfItsWeight: 9.5/10 is 9.5 where the row weighs 10, and in doubt where it does not.
func TestScoreOutOfItsWeight(t *testing.T) {
	at := fuhe.Source{Ref: "A1"}
	for _, c := range []struct{ score, weight, want string }{
		{"9.5/10", "10", "9.5"}, {"9.5／10分", "10", "9.5"}, {"18分/20分", "20", "18"}, {"9.5/10", "20", ""}, {"9.5/10", "", ""}, {"1/2", "10", ""}, {"9.5", "10", "9.5"},
	} {
		score, weight := fuhe.NewCell(c.score, at), fuhe.NewCell(c.weight, at)
		outOf(&score, &weight)
		got := ""
		if score.Number != nil {
			got = score.Number.String()
		}
		if got != c.want || (got == "") != (score.Doubt != nil) {
			t.Errorf("%s of %s: %q, doubt %v, want %q", c.score, c.weight, got, score.Doubt, c.want)
		}
	}
}
