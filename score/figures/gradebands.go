package figures

import (
	"cmp"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"

	"fuhe/score/interval"
	"fuhe/score/text"
)

// gradeNames are the names that grades have, those that hold others first, with the grade they stand for.
var gradeNames = []struct{ name, grade string }{
	{"基本合格", "基本合格"}, {"不合格", "不合格"}, {"不及格", "不合格"}, {"合格", "合格"}, {"及格", "合格"}, {"优秀", "优"}, {"优良", "优良"}, {"良好", "良"},
	{"中等", "中"}, {"一般", "一般"}, {"较差", "差"}, {"优", "优"}, {"良", "良"}, {"中", "中"}, {"差", "差"},
}

// gradeRanks order the grades, the best highest.
var gradeRanks = map[string]int{"优": 8, "优良": 7, "良": 6, "中": 5, "合格": 4, "一般": 3, "基本合格": 2, "差": 1, "不合格": 1}

// gradeNamed is the grade that a text names and nothing else; "" for any other text.
func gradeNamed(said string) string {
	s := text.Squeeze(said)
	for _, n := range gradeNames {
		if s == n.name {
			return n.grade
		}
	}
	return ""
}

var (
	gradePoints = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`) })
	// a figure of points beside the name of a grade, either first
	gradeClause = sync.OnceValue(func() *regexp.Regexp {
		const name = `(?:优|良|差|较差|合格|及格|不合格|不及格|基本合格|一般)`
		return regexp.MustCompile(`[0-9]分?(?:\(?不?含\)?)?(?:及?以[上下])?(?:\(?不?含[0-9分]*\)?)?[为是:=\-—]*["“(]?` + name + `|` + name + `[秀好]?["”]?[为是:(=]*[≥>≤<]?[0-9]`)
	})
	// what says that a lower end belongs to its band: 90分及以上, 90（含）以上, 90分以上（含90分）, 不低于90, ≥90
	gradeClosed = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[^0-9]*(?:≥|不低于|大于等于|大于或等于)[0-9.]+|^[^0-9]*[0-9.]+分?(?:及以上|≤|\(?含\)?|以上\(?含)`)
	})
	gradeRest = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:其余|其他|其它|余)(?:均|皆|都)?[为是](.+)$`)
	})
)

// readGradeScale reads a text as bands of grades; nil when it speaks of something else.
func readGradeScale(said string) *GradeScale {
	if !strings.Contains(said, "优") || !text.ContainsAny(said, "良", "合格", "及格", "一般", "差") {
		return nil
	}
	s := strings.NewReplacer("偏差", "", "其中", "").Replace(text.Squeeze(said))
	if len(gradeClause().FindAllString(s, 2)) < 2 {
		return nil
	}
	out := &GradeScale{Text: said}
	for _, clause := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，、。；;\n", r) }) {
		if m := gradeRest().FindStringSubmatch(clause); m != nil && gradeNamed(m[1]) != "" {
			out.bands = append(out.bands, gradeBand{grade: gradeNamed(m[1]), from: new(big.Rat), rest: true})
			continue
		}
		if !gradePoints().MatchString(clause) {
			if text.ContainsAny(clause, "优", "良", "差", "合格", "及格") {
				return &GradeScale{Text: said}
			}
			continue
		}
		b, ok := readGradeBand(clause)
		if !ok {
			return &GradeScale{Text: said}
		}
		out.bands = append(out.bands, b)
	}
	if !out.join() {
		return &GradeScale{Text: said}
	}
	return out
}

// readGradeBand reads 85-95分为良, 95分及以上为优, 60分以下为差.
func readGradeBand(clause string) (gradeBand, bool) {
	b, rest := gradeBand{closed: gradeClosed().MatchString(clause)}, clause
	for _, n := range gradeNames {
		at := strings.Index(rest, n.name)
		if at < 0 {
			continue
		}
		if b.grade != "" || strings.Count(rest, n.name) > 1 {
			return b, false
		}
		b.grade, rest = n.grade, rest[:at]+rest[at+len(n.name):]
	}
	var ends []*big.Rat
	for _, m := range gradePoints().FindAllString(clause, -1) {
		v := figure(m)
		if !slices.ContainsFunc(ends, func(e *big.Rat) bool { return interval.Compare(e, v) == 0 }) { // 85分以上（含85分） names one end
			ends = append(ends, v)
		}
	}
	below := text.ContainsAny(clause, "以下", "低于", "小于", "不足", "不满", "<", "≤") && !strings.Contains(clause, "不低于")
	above := text.ContainsAny(clause, "以上", "高于", "大于", "不低于", "超过", ">", "≥")
	switch {
	case b.grade == "":
		return b, false
	case len(ends) == 2:
		b.from, b.to = ends[0], ends[1]
		if interval.Compare(b.from, b.to) > 0 {
			b.from, b.to, b.closed = b.to, b.from, false
		}
		b.closed = b.closed || strings.Contains(clause, "(含"+interval.Expanded(b.from, scorePlaces))
	case len(ends) == 1 && below && !above:
		b.from, b.to = new(big.Rat), ends[0]
	case len(ends) == 1 && above && !below:
		b.from = ends[0]
	default:
		return b, false
	}
	return b, true
}

// join puts bands into their order, the best first, and reports whether they are whole: two or more of different grades that fall
// with their points, from all points down to nothing, each beginning where the one above ends or a unit below it (80-89 under 90-100).
func (s *GradeScale) join() bool {
	slices.SortStableFunc(s.bands, func(a, b gradeBand) int { return cmp.Or(interval.Compare(b.from, a.from), btoi(a.rest)-btoi(b.rest)) })
	to, rank := FullPoints, gradeRanks["优"]+1
	for i := range s.bands {
		b := &s.bands[i]
		if b.to == nil && i > 0 {
			b.to = to
		}
		if gradeRanks[b.grade] >= rank || interval.Compare(b.from, to) >= 0 || b.to != nil && !meets(b.to, to) {
			return false
		}
		to, rank = b.from, gradeRanks[b.grade]
	}
	return len(s.bands) > 1 && to.Sign() == 0
}

func btoi(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// meets reports whether a band that ends at a number of points ends where the one above it begins: there, or a unit of one of
// its places below.
func meets(end, begin *big.Rat) bool {
	apart := interval.Sub(begin, end)
	for places := range int32(scorePlaces + 1) {
		if interval.Compare(apart, interval.Pow10(-places)) == 0 {
			return true
		}
	}
	return apart.Sign() == 0
}
