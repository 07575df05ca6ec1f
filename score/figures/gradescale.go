package figures

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"

	"fuhe"
	"fuhe/score/text"
)

// A form may print its own bands of grades: 95分及以上为优，85-95分为良，60-85分为中，60分以下为差. They go before those of the profile;
// bands that are not understood in full leave the grade unchecked.

// GradeScale is the bands of grades that a form prints.
type GradeScale struct {
	bands []gradeBand // highest first; nil where they are not understood
}

type gradeBand struct {
	grade    string
	from, to *big.Rat
}

// Grade is the grade of a total; "" where the scale is not understood, does not reach it, or leaves open which of two bands an
// end belongs to.
func (s *GradeScale) Grade(total *big.Rat) string {
	for i, b := range s.bands {
		switch at := total.Cmp(b.from); {
		case at == 0 && i < len(s.bands)-1:
			return ""
		case at >= 0 && total.Cmp(FullPoints) <= 0:
			return b.grade
		}
	}
	return ""
}

// GradeScale is the bands of grades that the form prints; nil when it prints none.
func (f *Figures) GradeScale() *GradeScale { return f.derived.gradeScale() }

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

var (
	gradeWords  = []string{"优", "良", "中", "差"}
	gradePoints = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`) })
	// a figure of points beside the name of a grade, either first
	gradeClause = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[0-9]分?(?:\(?不?含\)?)?(?:及?以[上下])?(?:\(?不?含[0-9分]*\)?)?[为是:=\-—]*["“(]?[优良差]|[优良差][秀好]?["”]?[为是:(=]*[≥>≤<]?[0-9]`)
	})
)

// readGradeScale reads a text as bands of grades; nil when it speaks of something else.
func readGradeScale(said string) *GradeScale {
	if !strings.Contains(said, "优") || !strings.Contains(said, "良") {
		return nil
	}
	s := strings.ReplaceAll(text.Squeeze(said), "偏差", "")
	if len(gradeClause().FindAllString(s, 2)) < 2 {
		return nil
	}
	out := &GradeScale{}
	for _, clause := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，、。；;\n", r) }) {
		if !gradePoints().MatchString(clause) {
			if text.ContainsAny(clause, "优", "良", "差") {
				return &GradeScale{} // 其余为差: not read
			}
			continue
		}
		b, ok := readGradeBand(clause)
		if !ok {
			return &GradeScale{}
		}
		out.bands = append(out.bands, b)
	}
	if !joined(out.bands) {
		return &GradeScale{}
	}
	return out
}

// readGradeBand reads 85-95分为良, 95分及以上为优, 60分以下为差.
func readGradeBand(clause string) (gradeBand, bool) {
	b := gradeBand{}
	for _, w := range gradeWords {
		if n := strings.Count(clause, w); n > 1 || n == 1 && b.grade != "" {
			return b, false
		} else if n == 1 {
			b.grade = w
		}
	}
	var ends []*big.Rat
	for _, m := range gradePoints().FindAllString(clause, -1) {
		ends = append(ends, figure(m))
	}
	below := text.ContainsAny(clause, "以下", "低于", "小于", "不足", "不满", "<", "≤") && !strings.Contains(clause, "不低于")
	above := text.ContainsAny(clause, "以上", "高于", "大于", "不低于", "超过", ">", "≥")
	switch {
	case b.grade == "":
		return b, false
	case len(ends) == 2:
		b.from, b.to = ends[0], ends[1]
		if b.from.Cmp(b.to) > 0 {
			b.from, b.to = b.to, b.from
		}
	case len(ends) == 1 && below && !above:
		b.from, b.to = new(big.Rat), ends[0]
	case len(ends) == 1 && above && !below:
		b.from = ends[0]
	default:
		return b, false
	}
	return b, true
}

// joined reports whether bands are all four, from the best down to nothing, each beginning where the one above ends.
func joined(bands []gradeBand) bool {
	if len(bands) != len(gradeWords) {
		return false
	}
	to := FullPoints
	for i, b := range bands {
		if b.grade != gradeWords[i] || b.from.Cmp(to) >= 0 || b.to != nil && b.to.Cmp(to) != 0 {
			return false
		}
		to = b.from
	}
	return to.Sign() == 0
}
