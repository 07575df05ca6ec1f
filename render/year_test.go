package render

import (
	"testing"

	"fuhe"
)

func TestTheYearIsSaidOnce(t *testing.T) {
	for _, c := range [][4]string{
		{"道路养护", "2023", "道路养护（2023）", "道路养护 (2023)"},
		{"新能源产业推进（2021）年", "2021", "新能源产业推进（2021）年", "新能源产业推进（2021）年"},
		{"2022年道路养护", "2023", "2022年道路养护（2023）", "2022年道路养护 (2023)"},
		{"道路养护", "", "道路养护", "道路养护"},
	} {
		for i, l := range []fuhe.Lang{fuhe.ZH, fuhe.EN} {
			if got := WithYear(c[0], c[1], l); got != c[2+i] {
				t.Errorf("%s of %s: %q, want %q", c[0], c[1], got, c[2+i])
			}
		}
	}
}
