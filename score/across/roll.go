package across

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"fuhe"
)

// rolling is a Roll while it is being added up.
type rolling struct {
	fuhe.Roll
	budget, spent amount
	scores        []*big.Rat
	scored, full  int
	totals        map[string]int
	copies        map[string]bool // what copies of the forms added so far share
}

// Rolls is A105: what the forms of each unit come to in each year, by unit and year. What the forms say of each other counts
// where it stands.
func Rolls(documents []fuhe.Document, found []fuhe.Across) []fuhe.Roll {
	all := map[[2]string]*rolling{}
	at := map[string]*rolling{} // by document and report
	for i := range documents {
		d := &documents[i]
		for k, r := range d.Reports {
			f := readForm(&document{}, k, r, nil)
			unit := unitOf(f)
			key := [2]string{unit.whole, r.Year}
			if all[key] == nil {
				all[key] = &rolling{Roll: fuhe.Roll{Unit: unit.printed, Year: r.Year, Tally: map[fuhe.Severity]int{}, Rules: map[string]int{}},
					budget: amount{known: true}, spent: amount{known: true}, totals: map[string]int{}, copies: map[string]bool{}}
			}
			all[key].add(f, r)
			at[d.Path+"\x00"+strconv.Itoa(k)] = all[key]
		}
	}
	for i := range found {
		if x := at[found[i].Path+"\x00"+strconv.Itoa(found[i].Report)]; x != nil {
			x.count(&found[i].Finding)
		}
	}
	out := make([]fuhe.Roll, 0, len(all))
	for _, x := range all {
		out = append(out, x.done())
	}
	slices.SortFunc(out, func(a, b fuhe.Roll) int { return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Year, b.Year)) })
	return out
}

// unitOf is whose a form is where forms are summed up: the department, and where it names none the implementer.
func unitOf(f *form) name {
	if f.department.blank() {
		return f.implementer
	}
	return f.department
}

// Unit is whose a form is, as names compare and as it is printed; "" for a form that names none.
func Unit(r *fuhe.Report, aliases Aliases) (key, printed string) {
	var f form
	f.department, _ = aliases.of(r.Department.Text)
	f.implementer, _ = aliases.of(r.Implementer.Text)
	unit := unitOf(&f)
	return unit.whole, unit.printed
}

// count counts a finding; what another finding explains is one contradiction with it and is not counted again.
func (x *rolling) count(f *fuhe.Finding) {
	if f.Root != "" {
		return
	}
	x.Tally[f.Severity]++
	x.Rules[f.Rule]++
}

// add adds a form. A copy of one that is there, as X605 finds it, is counted, and what is found in it; its figures are there.
func (x *rolling) add(f *form, r *fuhe.Report) {
	x.Forms++
	for i := range r.Findings {
		x.count(&r.Findings[i])
	}
	if f.copyOf != "" && !r.Scanned { // scanned forms are compared with none
		if x.copies[f.copyOf] {
			x.Copies++
			return
		}
		x.copies[f.copyOf] = true
	}
	x.figures(f, r)
}

// figures adds the amounts and scores of a form.
func (x *rolling) figures(f *form, r *fuhe.Report) {
	budget, spent := f.total.budget(), f.total.executed
	if budget.known && spent.known {
		x.budget, x.spent = x.budget.plus(budget), x.spent.plus(spent)
	} else {
		x.Unknown++
	}
	x.scored, x.full = x.scored+f.habits.scored, x.full+f.habits.full
	x.Boilerplate += f.habits.boilerplate
	if f.habits.whole {
		x.Whole++
	}
	if f.habits.total != "" {
		x.totals[f.habits.total]++
	}
	if s := r.Total.Score.Number; s != nil {
		score := s.Value.Rat()
		if w := r.Total.Weight.Number; w != nil && w.Value.Sign() > 0 {
			score.Mul(score, big.NewRat(100, 1)).Quo(score, w.Value.Rat())
		}
		x.scores = append(x.scores, score)
	}
}

// done writes the sums as they are shown.
func (x *rolling) done() fuhe.Roll {
	if x.Unknown < x.Forms-x.Copies {
		x.Budget, x.Executed = x.budget.in("万元", 2), x.spent.in("万元", 2)
		if x.budget.exact > 0 {
			x.Rate = new(big.Rat).Mul(big.NewRat(x.spent.exact, x.budget.exact), big.NewRat(100, 1)).FloatString(2) + "%"
		}
	}
	if len(x.scores) > 0 {
		sum := new(big.Rat)
		for _, s := range x.scores {
			sum.Add(sum, s)
		}
		x.Score = sum.Quo(sum, big.NewRat(int64(len(x.scores)), 1)).FloatString(2)
	}
	if x.scored > 0 {
		x.FullMarks = fmt.Sprintf("%s%%", new(big.Rat).Mul(big.NewRat(int64(x.full), int64(x.scored)), big.NewRat(100, 1)).FloatString(1))
	}
	for _, n := range x.totals {
		if n > 1 {
			x.SameTotal += n
		}
	}
	return x.Roll
}
