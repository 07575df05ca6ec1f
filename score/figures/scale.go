package figures

import (
	"math/big"
	"regexp"
	"strings"
	"sync"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// A form may print by what scale budget execution is scored: all points from 95 % on, tiers, so many points off for every
// five per cent. What it prints about itself goes before w × B ÷ A; a scale that is not understood leaves the score unchecked.

// Scale is a printed rule by which budget execution is scored.
type Scale struct {
	Text  string
	full  *big.Rat // from this share on all points are earned, and below it points in proportion; nil without
	tiers []tier
	step  *step
}

// tier is the points of a range of shares. Which of two tiers an end belongs to is not always said: either is permitted.
type tier struct {
	from, to *big.Rat // nil: open
	points   *big.Rat // nil: all of them
}

// step takes points off for every so much below a share.
type step struct{ from, width, off *big.Rat }

// Understood reports whether the scale gives points for a share.
func (s *Scale) Understood() bool { return s.full != nil || len(s.tiers) > 0 || s.step != nil }

// Scores are what a share may earn of a weight.
func (s *Scale) Scores(share interval.Interval, weight *big.Rat) []interval.Interval {
	switch {
	case s.step != nil:
		return s.step.scores(share, weight)
	case len(s.tiers) > 0:
		var out []interval.Interval
		for _, t := range s.tiers {
			if t.holds(share) {
				points := weight
				if t.points != nil {
					points = t.points
				}
				out = append(out, interval.Exactly(points))
			}
		}
		return out
	case interval.Before(share, interval.Exactly(s.full)):
		return []interval.Interval{share.Times(weight)}
	}
	return []interval.Interval{interval.Exactly(weight)}
}

// holds reports whether some reading of a share lies in the tier, its ends included.
func (t tier) holds(share interval.Interval) bool {
	return (t.from == nil || interval.Compare(share.Hi, t.from) >= 0) && (t.to == nil || interval.Compare(share.Lo, t.to) <= 0)
}

// scores takes off points for each step begun, or for each whole one, or in proportion: rules leave open which.
func (s *step) scores(share interval.Interval, weight *big.Rat) []interval.Interval {
	var out []interval.Interval
	for _, at := range []*big.Rat{share.Lo, share.Hi} {
		missing := interval.Sub(s.from, at)
		if missing.Sign() <= 0 {
			out = append(out, interval.Exactly(weight))
			continue
		}
		n := missing.Quo(missing, s.width)
		for _, k := range []*big.Rat{interval.FloorAt(n, 0), interval.CeilAt(n, 0), n} {
			left := interval.Sub(weight, interval.Mul(k, s.off))
			if left.Sign() < 0 {
				left = new(big.Rat)
			}
			out = append(out, interval.Exactly(left))
		}
	}
	return out
}

// ScaleTells reports whether the scale that the form prints gives points for its rate: it is understood, and no gap between its tiers.
func (f *Figures) ScaleTells() bool {
	s, rate := f.Scale(), f.Rate(0)
	if s == nil || !s.Understood() || !rate.Computed() {
		return s == nil
	}
	w, ok := f.BudgetWeight()
	return ok && len(s.Scores(rate.Span, w)) > 0
}

// Scale is the scale that the form prints for budget execution; nil when it prints none.
func (f *Figures) Scale() *Scale { return f.derived.scale.of(f.findScale) }

func (f *Figures) findScale() *Scale {
	for _, said := range f.printedRules() {
		if s := readScale(said); s != nil {
			return s
		}
	}
	return nil
}

// scaleMayBe is a quick test for the words without which no text is a scale.
func scaleMayBe(s string) bool {
	return strings.Contains(s, "%") || strings.Contains(s, "％")
}

// printedRules are the texts a form may print its scale in: the lines below the table, notes in it, and the cells in the row
// of the annual total that are no entry.
func (f *Figures) printedRules() []string {
	var out []string
	add := func(s string) {
		if scaleMayBe(s) && (strings.Contains(s, "满分") || strings.Contains(s, "得") || strings.Contains(s, "扣")) {
			out = append(out, s)
		}
	}
	for _, l := range f.Report.Printed.Below {
		add(l.Text)
	}
	var total *fuhe.TableCell
	if len(f.Report.Funds) > 0 {
		total = f.tableCell(f.Report.Funds[0].Executed.At)
	}
	for i := range f.Report.Printed.Table.Cells {
		c := &f.Report.Printed.Table.Cells[i]
		if !strings.Contains(c.Text, "执行率") {
			continue
		}
		s := text.Squeeze(c.Text)
		note := strings.HasPrefix(s, "注") || strings.HasPrefix(s, "备注") || strings.HasPrefix(s, "说明") || strings.HasPrefix(s, "填表说明")
		if note || total != nil && c.Row <= total.Row && total.Row < c.Row+max(c.RowSpan, 1) {
			add(c.Text)
		}
	}
	return out
}

// readScale reads a text as a scale of budget execution; nil when it speaks of something else, or says no more than that
// points are in proportion.
func readScale(said string) *Scale {
	sentences := strings.FieldsFunc(text.Squeeze(said), func(r rune) bool { return strings.ContainsRune("。；;\n", r) })
	for k, sentence := range sentences {
		if !strings.Contains(sentence, "执行率") || !speaksOfPoints().MatchString(sentence) {
			continue
		}
		sentence = withTiers(sentence, sentences[k+1:])
		s := &Scale{Text: strings.TrimPrefix(strings.TrimPrefix(sentence, "注:"), "备注:")}
		if s.step = readStep(sentence); s.step != nil {
			return s
		}
		s.tiers = readTiers(sentence)
		if len(s.tiers) == 1 && s.tiers[0].points == nil && s.tiers[0].from != nil {
			s.full, s.tiers = s.tiers[0].from, nil
		}
		return s
	}
	return nil
}

// withTiers is a sentence with those behind it that go on with its tiers: 执行率100%得10分；90%～100%得9分；90%以下不得分.
func withTiers(sentence string, behind []string) string {
	for _, next := range behind {
		if from, to := readRange(next); from == nil && to == nil || !speaksOfPoints().MatchString(next) || text.ContainsAny(next, "率", "指标", "总分", "等级", "满意") {
			break
		}
		sentence += "，" + next
	}
	return sentence
}

var (
	speaksOfPoints = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`满分|不得分|扣[0-9.]+分|[得计][0-9.]+分`) })
	steps          = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`每(?:低于?|降低|减少|少|下降|下浮)([0-9.]+)(?:%|个百分点|个点)[^0-9]*扣([0-9.]+)分`)
	})
	wanted = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([0-9.]+)%`) })
	ranged = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`([0-9.]+)%?(?:\([^)]*\))?(?:-|—|–|~|～|至|到)([0-9.]+)%`)
	})
	pointsOf = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[得计]([0-9.]+)分`) })
)

// readStep reads 100%计满分，每低于5%扣2分.
func readStep(s string) *step {
	m := steps().FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	width, off, from := percentage(m[1]), figure(m[2]), interval.One
	if w := wanted().FindStringSubmatch(s); w != nil && strings.Index(s, w[0]) < strings.Index(s, m[0]) {
		from = percentage(w[1])
	}
	if width == nil || off == nil || from == nil || width.Sign() <= 0 {
		return nil
	}
	return &step{from, width, off}
}

// readTiers reads the clauses of a sentence as tiers; a clause that names points without a range, in it or before it, ends it.
func readTiers(s string) []tier {
	var out []tier
	before := "" // a clause of a range alone: ≥95%的，得10分
	for _, clause := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，、", r) }) {
		t := tier{}
		switch m := pointsOf().FindStringSubmatch(clause); {
		case m != nil:
			t.points = figure(m[1])
		case strings.Contains(clause, "不得分"), strings.Contains(clause, "不计分"):
			t.points = new(big.Rat)
		case strings.Contains(clause, "满分"):
		default:
			before = clause
			continue
		}
		if t.from, t.to = readRange(clause); t.from == nil && t.to == nil {
			t.from, t.to = readRange(before)
		}
		if before = ""; t.from == nil && t.to == nil {
			return nil
		}
		out = append(out, t)
	}
	return out
}

// readRange reads ≥95%, 95%以上, 90%(含)-95%, 60%以下 as shares.
func readRange(clause string) (from, to *big.Rat) {
	if m := ranged().FindStringSubmatch(clause); m != nil {
		return percentage(m[1]), percentage(m[2])
	}
	m := wanted().FindStringSubmatch(clause)
	if m == nil {
		return nil, nil
	}
	if v := percentage(m[1]); text.ContainsAny(clause, "以下", "低于", "小于", "不足", "<", "≤") && !strings.Contains(clause, "不低于") {
		return nil, v
	} else if text.ContainsAny(clause, "以上", "≥", ">", "达到", "不低于", "大于", "超过", "=", "为", "100") {
		return v, nil
	}
	return nil, nil
}

func figure(s string) *big.Rat {
	v, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return v
}

func percentage(s string) *big.Rat {
	v := figure(s)
	if v == nil {
		return nil
	}
	return v.Quo(v, FullPoints)
}
