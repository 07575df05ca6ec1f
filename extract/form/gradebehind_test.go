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

// A grade that stands in one cell with the total is the form's grade, and no unit.
func TestGradeInTheCellOfTheTotal(t *testing.T) {
	r := readOne(t, parse(t, change("| 100 | 91.67 |", "| 100 | 91.67优 |")))
	if s := r.Total.Score; s.Number == nil || s.Number.Value.String() != "91.67" || s.Number.Unit != "" || r.Total.Grade.Text != "优" {
		t.Errorf("%+v, %+v", r.Total.Score, r.Total.Grade)
	}
	if s := readOne(t, parse(t, change("| 100 | 91.67 |", "| 100 | 91.67分 |"))).Total; s.Score.Number.Unit != "分" || s.Grade.Text != "" {
		t.Errorf("%+v", s)
	}
}
