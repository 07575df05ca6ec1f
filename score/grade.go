package score

import (
	"math/big"
	"strings"

	"fuhe"
)

// The grade is the band of the total.

var gradeBand = &Rule{
	ID: "T403", Name: "grade", Severity: fuhe.Error, Heeds: []*Rule{totalScore},
	Title: fuhe.Phrase{ZH: "等级与总分所在档次一致", EN: "the grade is the band of the total"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "90分及以上为优，80分及以上为良，60分及以上为中，其余为差；档次不明的地方（如上海的优、良、合格、不合格）不查。",
		EN: "90 and above 优, 80 良, 60 中, else 差; where the bands are not known (Shanghai names 优, 良, 合格, 不合格) nothing is checked.",
	},
	Check: checkGrade,
}

func checkGrade(p *Pass) {
	const field = fuhe.Field("/total/grade")
	n, printed := p.cell(totalField).Number, p.Profile.gradeIn(p.cell(field).Text)
	if n == nil || printed == "" || !p.outOfHundred() {
		return
	}
	right := p.Profile.grade(value(n))
	if right == printed {
		p.agree(field)
		return
	}
	if p.wrong(totalField, totalScore) != nil {
		if sum := p.scores(); len(sum.missing) > 0 || p.Profile.grade(sum.known) == printed {
			return // the right total is not known, or the grade fits it: T401 has said what is wrong
		}
	}
	p.report(fuhe.Finding{
		Field: field, Inputs: []fuhe.Field{totalField}, Recomputed: right, Effect: fuhe.GradeEffect,
		Message: p.say(saysGrade, p.cell(field).Text, n.String(), right),
	})
}

// outOfHundred reports whether the form is scored out of a hundred, as far as it prints that.
func (p *Pass) outOfHundred() bool {
	w := p.cell("/total/weight").Number
	return w == nil || value(w).Cmp(scoreFullPoints) == 0
}

// grade is the band of a total; "" when the profile has none.
func (p *Profile) grade(total *big.Rat) string {
	for _, b := range p.Bands {
		if total.Cmp(big.NewRat(int64(b.From), 1)) >= 0 {
			return b.Grade
		}
	}
	return ""
}

// gradeIn is the grade of the profile that a printed text names: 优 or 优秀; "" when it names none or more than one.
func (p *Profile) gradeIn(text string) string {
	found := ""
	for _, b := range p.Bands {
		if strings.HasPrefix(squeeze(text), b.Grade) {
			if found != "" {
				return ""
			}
			found = b.Grade
		}
	}
	return found
}

// effectOnTotal is what a change of some points does to the form: the total changes, and perhaps its grade.
func (p *Pass) effectOnTotal(delta *big.Rat) fuhe.Effect {
	if delta.Sign() == 0 {
		return fuhe.NoEffect
	}
	n := p.cell(totalField).Number
	if n == nil || !p.outOfHundred() {
		return fuhe.ScoreEffect
	}
	if p.Profile.grade(value(n)) != p.Profile.grade(new(big.Rat).Add(value(n), delta)) {
		return fuhe.GradeEffect
	}
	return fuhe.ScoreEffect
}
