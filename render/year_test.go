package render

import "testing"

func TestTheYearIsSaidOnce(t *testing.T) {
	for _, c := range [][3]string{
		{"道路养护", "2023", "道路养护（2023）"}, {"新能源产业推进（2021）年", "2021", "新能源产业推进（2021）年"}, {"2022年道路养护", "2023", "2022年道路养护（2023）"}, {"道路养护", "", "道路养护"},
	} {
		if got := WithYear(c[0], c[1]); got != c[2] {
			t.Errorf("%s of %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
