package profile

import (
	"math/big"
	"strings"

	"fuhe/score/text"
)

// Grade is the band of a total; "" when the profile has none.
func (p *Profile) Grade(total *big.Rat) string {
	for _, b := range p.Bands {
		if total.Cmp(big.NewRat(int64(b.From), 1)) >= 0 {
			return b.Grade
		}
	}
	return ""
}

// GradeIn is the grade of the profile that a printed text names: 优 or 优秀; "" when it names none or more than one.
func (p *Profile) GradeIn(words string) string {
	found := ""
	for _, b := range p.Bands {
		if strings.HasPrefix(text.Squeeze(words), b.Grade) {
			if found != "" {
				return ""
			}
			found = b.Grade
		}
	}
	return found
}

// OtherwiseGraded reports whether bands that are in use elsewhere give a total the grade that a text names: 80/70/60 stand in
// software of a ministry, 90/75/60 is said of Shanghai.
func OtherwiseGraded(total *big.Rat, words string) bool {
	s := text.Squeeze(words)
	for _, bands := range [][]Band{{{80, "优"}, {70, "良"}, {60, "中"}, {0, "差"}}, {{90, "优"}, {75, "良"}, {60, "中"}, {0, "差"}}} {
		for _, b := range bands {
			if total.Cmp(big.NewRat(int64(b.From), 1)) >= 0 {
				if strings.HasPrefix(s, b.Grade) {
					return true
				}
				break
			}
		}
	}
	return false
}

// PointsOf is what a first-level heading holds in principle; nil when the profile does not say.
func (p *Profile) PointsOf(heading string) *big.Rat {
	for _, s := range p.Split {
		if text.Squeeze(heading) == s.Heading {
			return big.NewRat(int64(s.Points), 1)
		}
	}
	return nil
}
