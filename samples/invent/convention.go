package invent

import (
	"cmp"
	"maps"
	"math/big"
	"math/rand/v2"

	"fuhe"
)

// Convention is one way of filling in the national form, told as data: how each thing is printed. The zero value of a
// part is the plainest way.
type Convention struct {
	Name string
	Asks []string // the rules that may speak of it, no higher than a warning; all others stay silent but for notes
	Odd  string   // why no slips are made on it; "" when they are

	money  moneyHabit
	rate   rateHabit
	budget budgetHabit
	points pointHabit
	target func(*sheet, *line) // makes up the first line of the output group
	total  totalHabit
	notes  []string // under the table
	says   bool     // the goals name the counts and rates of indicators
}

// moneyHabit is how amounts and their sources are printed.
type moneyHabit struct {
	unit     string // "" for either
	places   int    // 0: two
	whole    bool   // no places at all
	rounded  bool   // from 元
	commas   bool
	trim     bool   // no zeros at the end
	zero     string // what stands for nothing among the sources; "" is 0
	withUnit bool
	sources  []source
	partial  bool   // the sources named are not all there are
	ownRates bool   // each source prints its rate
	repeats  bool   // the one source repeats weight and score
	basis    string // "initial": there is no adjusted column
	initial  string // "blank": the initial column is
	share    string // "over", "none", "full", "zero": executed against the budget
}

// source is a row under the annual total.
type source struct {
	name string
	kind sourceKind
}

type sourceKind uint8

const (
	ownMoney sourceKind = iota // a part of the total
	partOf                     // a part of the source above, printed again
	unspent                    // what was not executed
	subtotal                   // the sum of the sources that follow, up to the next of its kind
)

// rateHabit is how an execution rate is printed.
type rateHabit struct {
	style  rateStyle
	places int // 0: two
	whole  bool
	mark   string // instead of "%"
	head   string // over the column
}

// budgetHabit is how budget execution is scored.
type budgetHabit struct {
	weight   int64 // 0: ten
	none     bool  // it is not scored
	text     string
	head     string // over the weights
	places   int    // 0: two
	whole    bool
	how      rounding
	fromRate bool // from the rate as printed
	trim     bool
	full     string // what stands for all points; "" is the weight without places
	scale    func(*big.Rat, int64) figure
	column   string // a column of rules for scoring, and what it says in this row
}

// pointHabit is how indicators are weighed and scored.
type pointHabit struct {
	groups   []group
	weight   func(figure) string
	shares   bool // six of 8.33 under a heading of 50
	headings bool // the first levels print their points
	places   int  // of the scores of missed targets; 0: two
	whole    bool
	how      rounding
	comment  bool
	padded   bool // all scores with two places
	extra    extraRow
	unsigned bool                // points taken off are printed without a minus
	every    func(*sheet, *line) // how all lines are made up
	column   string              // of rules for scoring
	review   bool                // a column of a second score
	unused   bool                // a row of the empty form
}

type extraRow uint8

const (
	noExtra extraRow = iota
	deduction
	deductionLabelled // in the first column
	deductionMerged   // from the first column through that of the weights
	bonus
	groupSubtotals
	lastSubtotal
)

// totalHabit is how the total is printed.
type totalHabit struct {
	places    int // −1: rounded to none; 0: exact
	trim      bool
	blank     bool // no weight in the row
	header    bool // in the header as well
	unit      string
	unrounded bool   // the budget score enters as it was computed
	loose     bool   // all scores enter as they were computed
	bands     []band // a grade is printed by these
	weight    func(figure) string
}

type band struct {
	from int64
	name string
}

// Conventions are the names of all conventions.
func Conventions() []string {
	out := make([]string, len(conventions))
	for i := range conventions {
		out[i] = conventions[i].Name
	}
	return out
}

// FindConvention is the convention of a name.
func FindConvention(name string) *Convention {
	for i := range conventions {
		if conventions[i].Name == name {
			return &conventions[i]
		}
	}
	panic("invent: no convention " + name)
}

// Fill fills in a consistent form by a convention.
func Fill(convention string, seed uint64) *Form {
	for try := range uint64(maxTries) {
		s := newSheet(convention, seed, try)
		if s.fill() {
			return s.form()
		}
	}
	panic("invent: no form by the convention " + convention)
}

// Slipped fills in a form by a convention and makes one slip on it; false when the convention prints nothing it could be
// made in, or no figures were met in which it shows.
func Slipped(convention, slip string, seed uint64) (*Form, bool) {
	k := findSlip(slip)
	if !k.goesOn(FindConvention(convention)) {
		return nil, false
	}
	for try := range uint64(slipTries) {
		s := newSheet(convention, seed, try)
		s.seeded = k
		if s.fill() && k.make(s) && len(s.was) > 0 {
			f := s.form()
			f.Slip = s.told(k)
			return f, true
		}
	}
	return nil, false
}

// TwiceSlipped fills in a form by a convention and makes two slips on it, in entries of their own; false as for one slip.
func TwiceSlipped(convention, first, second string, seed uint64) (*Form, bool) {
	a, b, c := findSlip(first), findSlip(second), FindConvention(convention)
	if !a.goesOn(c) || !b.goesOn(c) {
		return nil, false
	}
	for try := range uint64(slipTries) {
		s := newSheet(convention, seed, try)
		s.seeded = a
		if !s.fill() || !a.make(s) || len(s.was) == 0 {
			continue
		}
		before, printed := len(s.was), maps.Clone(s.text)
		if !b.make(s) || len(s.was) == before || s.undoes(printed) {
			continue
		}
		f := s.form()
		f.Slip = s.told(a)
		f.Slip.Kind += "+" + Kind(b.name)
		f.Slip.Secret, f.Slip.Open = cmp.Or(a.secret, b.secret), cmp.Or(a.open, b.open)
		return f, true
	}
	return nil, false
}

// undoes reports whether what was printed wrong before has been changed again, or put right.
func (s *sheet) undoes(printed map[fuhe.Field]string) bool {
	for f, was := range s.was {
		if s.text[f] == was || printed[f] != was && printed[f] != s.text[f] {
			return true
		}
	}
	return false
}

// slipTries: a slip that did not show in so many forms does not show under the convention.
const slipTries = 12

func newSheet(convention string, seed, try uint64) *sheet {
	return sheetOf(FindConvention(convention), seed, try)
}

func sheetOf(c *Convention, seed, try uint64) *sheet {
	return &sheet{rng: rand.New(rand.NewPCG(seed, 1000+try)), Convention: c, text: map[fuhe.Field]string{}, was: map[fuhe.Field]string{}}
}

func (s *sheet) form() *Form {
	f := &Form{Layout: s.Name, ID: "mof-2020", Year: s.year, Unit: s.unit, Text: s.text, Ahead: s.ahead()}
	f.Grid = s.print()
	return f
}
