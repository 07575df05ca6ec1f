package figures

import (
	"fuhe/score/interval"
	"math/big"
	"slices"
	"strings"

	"fuhe"
)

// A form may print its own bands of grades: 95分及以上为优，85-95分为良，60-85分为中，60分以下为差. They go before those of the profile;
// bands that are not understood in full leave the grade unchecked.

// GradeScale is the bands of grades that a form prints.
type GradeScale struct {
	Text  string      // as printed
	bands []gradeBand // highest first; nil where they are not understood
}

type gradeBand struct {
	grade    string
	from, to *big.Rat // to is nil where the text names no upper end
	closed   bool     // the lower end is said to belong to the band, 85分（含）以上
	rest     bool     // 其余为差: all below the others
}

// Understood reports whether the bands were read in full.
func (s *GradeScale) Understood() bool { return len(s.bands) > 0 }

// permitted are the grades that a total may have: two where the scale leaves open which of them an end, or what lies between two
// bands, belongs to; none where it does not reach.
func (s *GradeScale) permitted(total *big.Rat) []string {
	if interval.Compare(total, FullPoints) > 0 {
		return nil
	}
	for i, b := range s.bands {
		last := i == len(s.bands)-1
		switch at := interval.Compare(total, b.from); {
		case at == 0 && !last && !b.closed:
			return []string{b.grade, s.bands[i+1].grade}
		case at >= 0 && i > 0 && b.to != nil && interval.Compare(total, b.to) > 0: // 89.5 between 80-89 and 90-100
			return []string{s.bands[i-1].grade, b.grade}
		case at >= 0:
			return []string{b.grade}
		}
	}
	return nil
}

// Grade is the grade of a total; "" where the scale is not understood, does not reach it, or leaves open which of two it is.
func (s *GradeScale) Grade(total *big.Rat) string {
	if may := s.permitted(total); len(may) == 1 {
		return may[0]
	}
	return ""
}

// GradeIn is the grade of the scale that a printed text names; "" when it names none.
func (s *GradeScale) GradeIn(said string) string {
	grade := gradeNamed(said)
	if grade == "" || !slices.ContainsFunc(s.bands, func(b gradeBand) bool { return b.grade == grade }) {
		return ""
	}
	return grade
}

// judge is the grade that a text names and the one that a total is given, that of the text where it is permitted.
func (s *GradeScale) judge(said string, total *big.Rat) (printed, right string, ok bool) {
	printed = s.GradeIn(said)
	may := s.permitted(total)
	switch {
	case printed == "" || len(may) == 0:
		return printed, "", false
	case slices.Contains(may, printed):
		return printed, printed, true
	}
	return printed, may[0], true
}

// GradeScale is the bands of grades that the form prints; nil when it prints none.
func (f *Figures) GradeScale() *GradeScale { return f.derived.gradeScale.of(f.findGradeScale) }

func (f *Figures) findGradeScale() *GradeScale {
	for _, l := range slices.Concat(f.Report.Printed.Above, f.Report.Printed.Below) {
		if s := readGradeScale(l.Text); s != nil {
			return s
		}
	}
	for i := range f.Report.Printed.Table.Cells {
		said := f.Report.Printed.Table.Cells[i].Text
		if s := readGradeScale(said); s != nil && !f.saidOfIndicator(said) {
			return s
		}
	}
	return nil
}

// saidOfIndicator reports whether a text is an entry of an indicator or a goal: bands there are those of something else.
func (f *Figures) saidOfIndicator(said string) bool {
	return slices.ContainsFunc(f.Report.Entries(), func(e fuhe.Entry) bool {
		return e.Cell.Text == said && (strings.HasPrefix(string(e.Field), "/indicators/") || strings.HasPrefix(string(e.Field), "/goals/"))
	})
}

// GradeOf is the grade of a total: by the bands that the form prints, else by those of the profile; "" when it is not known.
func (f *Figures) GradeOf(total *big.Rat) string {
	if s := f.GradeScale(); s != nil {
		return s.Grade(total)
	}
	return f.Profile.Grade(total)
}

// GradeBehind is the grade in brackets behind the total where another one has an entry of its own, 96.00（良） beside 优; "" where
// there is none, or they agree.
func (f *Figures) GradeBehind() string {
	own := gradeNamed(f.Cell(TotalGrade).Text)
	if own == "" || f.GradedBehind() {
		return ""
	}
	for _, m := range f.Cell(TotalScore).Marks {
		if behind := gradeNamed(strings.Trim(m, "（）()")); behind != "" && behind != own {
			return m
		}
	}
	return ""
}
