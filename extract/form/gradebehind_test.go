package form

import (
	"testing"

	"fuhe"
)

// A grade in brackets behind the total is the form's grade, not a remark.
func TestGradeBehindTheTotal(t *testing.T) {
	at := fuhe.Source{Ref: "G17"}
	for mark, want := range map[string]string{"（良）": "良", "(优秀)": "优秀", "（含加分）": ""} {
		score := fuhe.NewCell("99.50", at).Kept([]string{mark}, false, nil)
		if got := gradeBehind(score); got.Text != want || want != "" && got.At != at {
			t.Errorf("%s: %+v", mark, got)
		}
	}
}
