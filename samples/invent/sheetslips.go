package invent

import (
	"math/big"
	"slices"

	"fuhe"
)

// slipKind is a kind of slip on a sheet, told as data beside the function that makes it.
type slipKind struct {
	name   string
	make   func(*sheet) bool
	causes []fuhe.CauseKind // the first cause named should be one of these; none: no cause can be told
	level  fuhe.Severity    // "" is error
	entry  entryKind
	secret string              // why nobody can know of it; "" when it shows
	open   string              // why a derived entry stays as it is though it is wrong
	only   []string            // the conventions it can be made on, odd ones too; none: all that are not odd
	miss   bool                // it needs missed targets
	right  func(*sheet) string // what the first entry should say, where it is not what stood there
}

// entryKind is what a slip was made in.
type entryKind uint8

const (
	derivedEntry entryKind = iota // a rate, a budget score, a total, a grade: corrected
	inputEntry                    // an amount, a weight, a target, a score of an indicator: never
)

// Slips are the names of all kinds of slips on sheets.
func Slips() []string {
	out := make([]string, len(allSlips()))
	for i, k := range allSlips() {
		out[i] = k.name
	}
	return out
}

func allSlips() []slipKind {
	return slices.Concat(rateSlips, budgetSlips, amountSlips, weightSlips, lineSlips, totalSlips, twinSlips)
}

func findSlip(name string) *slipKind {
	for _, k := range allSlips() {
		if k.name == name {
			return &k
		}
	}
	panic("invent: no slip " + name)
}

// SlipConventions are the conventions that a kind of slip can be made on.
func SlipConventions(slip string) []string {
	k := findSlip(slip)
	var out []string
	for i := range conventions {
		if k.goesOn(&conventions[i]) {
			out = append(out, conventions[i].Name)
		}
	}
	return out
}

// goesOn reports whether a slip can be made on a convention at all.
func (k *slipKind) goesOn(c *Convention) bool {
	if len(k.only) > 0 {
		return slices.Contains(k.only, c.Name)
	}
	return c.Odd == ""
}

// told is what was made wrong, as the form tells it.
func (s *sheet) told(k *slipKind) *Slip {
	out := &Slip{Kind: Kind(k.name), Level: k.level, Was: s.was, Causes: k.causes, Secret: k.secret, Derived: k.entry == derivedEntry, Open: k.open, Right: s.was[s.first]}
	if out.Level == "" {
		out.Level = fuhe.Error
	}
	out.Fields = append(out.Fields, s.first)
	for f := range s.was {
		if f != s.first {
			out.Fields = append(out.Fields, f)
		}
	}
	slices.Sort(out.Fields[1:])
	if k.right != nil {
		out.Right = k.right(s)
	}
	out.permits = s.permits
	return out
}

// permits reports whether a figure is one that the printed amounts allow in a rate or a budget score, rounded or at more
// places than the form used: where amounts were rounded, what stood there before the slip is not known to a reader.
func (s *sheet) permits(f fuhe.Field, text string) bool {
	if s.share == nil {
		return false
	}
	v := figureOf(text)
	switch f {
	case fundRate:
		return !s.rateSpan(0).misses(v)
	case fundScore:
		return !s.scoreSpan().misses(v) || !s.scoreByRate().misses(v)
	}
	return false
}

// Permits reports whether a figure is a permitted reading of a derived entry, given the printed amounts.
func (s *Slip) Permits(f fuhe.Field, text string) bool { return s.permits != nil && s.permits(f, text) }

// slip changes the entry that the slip is in.
func (s *sheet) slip(f fuhe.Field, text string) bool {
	if s.text[f] == text {
		return false
	}
	s.first = f
	s.set(f, text)
	return true
}

// amountSpan is what a printed amount may stand for: as a reader must take it who does not know how it was made.
func (s *sheet) amountSpan(f figure) span {
	if s.unit == "元" && f.places == 2 {
		return span{f.rat(), f.rat()}
	}
	if s.money.trim {
		f = figureOf(f.short())
	}
	return around(f, false)
}

// rateSpan is every rate that the amounts of a row allow, in the units in which rates are printed.
func (s *sheet) rateSpan(i int) span {
	a := &s.amounts[i]
	out := s.amountSpan(a.executed).over(s.amountSpan(*a.of(s.base())))
	if s.rate.style == fraction {
		return out
	}
	return out.times(100)
}

// scoreSpan is every budget score that the amounts allow.
func (s *sheet) scoreSpan() span {
	a := &s.amounts[0]
	return s.amountSpan(a.executed).over(s.amountSpan(*a.of(s.base()))).times(s.weight())
}

// scoreByRate is the budget score that the right rate gives as it is printed.
func (s *sheet) scoreByRate() span {
	rate := s.rateOf(s.share).rat()
	if s.rate.style != fraction {
		rate = new(big.Rat).Quo(rate, hundred)
	}
	return span{rate, rate}.times(s.weight())
}

// fundRate, fundScore, totalAt are the derived entries of a form.
const (
	fundRate  = fuhe.Field("/funds/0/execution_rate")
	fundScore = fuhe.Field("/funds/0/score")
)

// slipRateTo prints a wrong rate in a row, when no reading of the amounts gives it.
func (s *sheet) slipRateTo(i int, wrong figure) bool {
	if s.share == nil || wrong.units < 0 || !s.rateSpan(i).misses(wrong) {
		return false
	}
	right := s.rateOf(s.rowShare(i))
	if s.rate.style != percent && (wrong.units*3 < right.units || wrong.units > right.units*3 || s.rate.style == bare && wrong.units < 3*power(wrong.places)) {
		return false // without % it may be meant as something else
	}
	return s.slip(fuhe.FundField(i, "execution_rate"), s.marked(wrong))
}

func (s *sheet) rightRate() figure { return s.rateOf(s.share) }

// slipScoreTo prints a wrong budget score; one time in three the total follows it.
func (s *sheet) slipScoreTo(wrong figure) bool {
	if s.budget.none || s.share == nil || wrong.units < 0 || !s.scoreSpan().misses(wrong) {
		return false
	}
	cut, printed := round(times(s.share, s.weight()), wrong.places, down), figureOf(s.scoreText(wrong))
	if !s.scoreSpan().misses(printed) || !s.scoreByRate().misses(wrong) || wrong.places > 1 && wrong == cut {
		return false // from the rate as printed, or cut off as a platform does
	}
	if !s.slip(fundScore, s.scoreText(wrong)) {
		return false
	}
	if wrong.rat().Cmp(whole(s.weight()).rat()) <= 0 && s.oneIn(3) {
		return s.follow()
	}
	return true
}

// parts that were computed: half a unit of each may be missing in a total.
func (s *sheet) slack() *big.Rat {
	half := func(places int) *big.Rat { return new(big.Rat).SetFrac64(1, 2*power(places)) }
	out := half(figureOf(s.text[fundScore]).places)
	for i := range s.lines {
		if x := &s.lines[i]; x.missed || x.score.rat().Cmp(x.weight.rat()) < 0 {
			out.Add(out, half(x.score.places))
		}
	}
	return out
}

// slipTotalTo prints a wrong total that no rounding explains; the grade follows it.
func (s *sheet) slipTotalTo(wrong figure) bool {
	apart := new(big.Rat).Sub(wrong.rat(), s.sum().rat())
	if wrong.units <= 0 || wrong.rat().Cmp(hundred) > 0 || apart.Abs(apart).Cmp(s.slack()) <= 0 || s.total.places != 0 {
		return false
	}
	if s.byOtherFormula(new(big.Rat).Sub(wrong.rat(), s.sum().rat())) {
		return false // a row may have been scored otherwise: then the total is the one that is right
	}
	text := wrong.text()
	if s.total.trim {
		text = wrong.short()
	}
	if printed := figureOf(text); printed.places < s.sum().places && round(s.sum().rat(), printed.places, halfUp) == printed {
		return false // the sum rounded to fewer places
	}
	if !s.slip("/total/score", text+s.total.unit) {
		return false
	}
	if s.total.bands != nil {
		s.set("/total/grade", s.gradeOf(wrong))
	}
	return true
}

// another digit, two digits exchanged: as the other maker makes them.
func (s *sheet) hand() *maker { return &maker{rng: s.rng} }

func (s *sheet) digit(f figure) figure  { return s.hand().oneDigit(f) }
func (s *sheet) turned(f figure) figure { return s.hand().swapped(f) }

// shifted moves the point: by 1 a figure ten times too large, by −1 ten times too small, at the same places.
func shifted(f figure, by int) figure {
	if by > 0 {
		return figure{f.units * power(by), f.places}
	}
	return round(new(big.Rat).Quo(f.rat(), new(big.Rat).SetInt64(power(-by))), f.places, halfUp)
}
