// Package rules is the catalogue: each rule a constant value, a file for each family. Figures go in; what the rules find
// comes out, with the figures they found right. A rule looks at other rules' findings only where it says so (Heeds).
package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"fuhe"
)

// Rule is one entry of the rule book. Rules are constant values; IDs are for ever.
type Rule struct {
	ID       string // "F102"
	Name     string // "execution-rate"
	Severity fuhe.Severity
	Title    fuhe.Phrase // what the rule says
	Basis    fuhe.Phrase // what it rests on
	Explain  fuhe.Phrase // when it speaks, when it is silent, and why
	Hint     bool        // worth knowing, and nothing against the figure it stands at
	Table    bool        // it gives a table to choose by, and no finding
	Heeds    []*Rule     // the rules whose findings and agreements this one looks at; they run before it
	Check    func(*Pass) // nil for a rule over several forms, see package across
}

// catalogue is every rule, in an order in which each comes after those it heeds. Any other such order finds the same: a
// test tries some.
var catalogue = slices.Concat(onOneForm, []*Rule{AheadOfSpending, Copies})

// onOneForm are the rules that say what is wrong on a form.
var onOneForm = []*Rule{
	fundSources, ExecutionRate, zeroBudget, BudgetScore, overspent, emptyTotalRow, SourceRate, sourceScore, splitOfTotal,
	WeightSum, totalWeightOnly, groupWeights, sectionWeights, split, outOfHundred, subtotal,
	scoreOverWeight, MetDeducted, MissedFull, NotInProportion, noActual, OutsideTier, notComparable, noValue, overdone, pointsWithoutWeight,
	TotalScore, GradeBand, TotalsAgree, ceiling, totalOverWeight,
	NoReason, lowRate,
	printedTwice, narrative, chargedTwice, twoYears,
	costAtLeast, rateAsQuantity, indicatorTwice, noNumber, noSatisfaction, targetsRepeat,
}

// Catalogue is every rule in the order in which they run.
func Catalogue() []*Rule { return slices.Clone(catalogue) }

// Rules is the catalogue in order of ID, with the rules over several forms and tables.
func Rules() []*Rule {
	return slices.SortedFunc(slices.Values(slices.Concat(catalogue, overForms)), func(a, b *Rule) int {
		if byFamily := familyOrder(a) - familyOrder(b); byFamily != 0 {
			return byFamily
		}
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
}

// families are in the order of the form: funds, weights, indicators, totals, reasons, cross-checks, quality of indicators; then
// forms against each other.
const families = "FWITDXQABC"

// familyOrder keeps the families in their order.
func familyOrder(r *Rule) int {
	return strings.IndexByte(families, r.ID[0])
}

// Find is the rule with an ID, nil when there is none.
func Find(id string) *Rule {
	for _, list := range [][]*Rule{catalogue, overForms} {
		for _, r := range list {
			if r.ID == id {
				return r
			}
		}
	}
	return nil
}

// basisNational is the frame all of the catalogue rests on. Its wording is cited by document, never by article.
var basisNational = fuhe.Phrase{
	ZH: "财预〔2020〕10号《项目支出绩效评价管理办法》",
	EN: "财预〔2020〕10号, Measures for the Performance Evaluation of Project Expenditure",
}

// basisArithmetic is the basis of what follows from the printed figures alone.
var basisArithmetic = fuhe.Phrase{
	ZH: "表内数据勾稽关系（印在同一张表上的数据应当互相一致）",
	EN: "the figures printed on one form must agree with each other",
}

// Identify names a finding by what it is about and not by where it stands, so that the same form in another file, or
// one page further on, gives the same name. The first input tells apart two findings of one rule at one entry.
func Identify(r *fuhe.Report, f fuhe.Finding) string {
	h := sha256.New()
	about := ""
	if len(f.Inputs) > 0 {
		about = string(f.Inputs[0])
	}
	for _, part := range []string{r.Title, r.Year, r.Project.Text, f.Rule, string(f.Field), about} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
