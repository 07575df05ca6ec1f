package form

import (
	"slices"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

// layout is a published layout of the form, as the traits that tell it from the others. It names a form; the reading
// does not depend on it, so that a layout never seen is read like the rest.
type layout struct {
	id     string
	traits []trait // all of them must be there
}

// trait is something that can be seen on a form.
type trait func(*reader) bool

// otherLayout names a form that was read and is none of the known layouts.
const otherLayout = "other"

// layouts are the known layouts. Their order says nothing: the one with most traits wins.
var layouts = []layout{
	{"mof-2020", []trait{fullMoney, threeLevels, weightAfterActual}},
	{"mof-2020-weights", []trait{fullMoney, threeLevels, weightAfterActual, levelPoints}},
	{"mof-department", []trait{fullMoney, threeLevels, weightAfterActual, departmentForm}},
	{"sichuan-0013zp", []trait{fullMoney, threeLevels, weightAfterActual, splitTarget, indicatorSection}},
	{"yunnan-13-14", []trait{fullMoney, threeLevels, weightAfterActual, splitTarget, twoHeadingRows}},
	{"chongqing-flat", []trait{flat, splitTarget, without(totalRowAt)}},
	{"target-list", []trait{flat, weightless, without(scored)}},
	{"yinchuan-reference", []trait{without(initialBudget), threeLevels, weightBeforeTarget, scored, headed(view.Indicators, `参考值`)}},
	{"hubei-20-percent", []trait{without(initialBudget), threeLevels, weightless, scored, budgetSection}},
	{"hubei-reviewed", []trait{threeLevels, scored, headed(view.Indicators, `复核`)}},
	{"decision-management-results", []trait{without(fullMoney), threeLevels, scored, says(`^(项目)?决策$`), says(`^(项目)?管理$`), says(`^(项目)?绩效$`), without(headed(view.Indicators, `复核`))}},
	{"transfer-unscored", []trait{without(initialBudget), threeLevels, weightless, without(scored)}},
	{"transfer-total-in-header", []trait{without(initialBudget), threeLevels, weightBeforeTarget, without(totalRowAt)}},
	{"cumulative-rate", []trait{without(initialBudget), threeLevels, weightless, without(scored), headed(view.Money, `累计`)}},
	{"transfer-scored", []trait{without(initialBudget), threeLevels, weightBeforeTarget, budgetWeight}},
	{"transfer-2024-columns", []trait{without(initialBudget), threeLevels, weightless, without(scored), headed(view.Money, `统筹整合`)}},
	{"hunan-department", []trait{fullMoney, threeLevels, weightAfterActual, departmentForm, says(`按收入性质|按支出性质`)}},
	{"shaanxi-department", []trait{without(initialBudget), threeLevels, scored, budgetWeight, departmentForm, headed(view.Money, `^任务名称$`)}},
	{"fujian-department", []trait{fullMoney, threeLevels, weightAfterActual, headed(view.Money, `支出实现率`), headed(view.Money, `年中调整|结余`)}},
}

// layoutOf names the layout with most traits; two with equally many leave it open.
func layoutOf(f *reader) string {
	best, most, tied := otherLayout, 0, false
	for _, l := range layouts {
		if !l.matches(f) {
			continue
		}
		switch n := len(l.traits); {
		case n > most:
			best, most, tied = l.id, n, false
		case n == most:
			tied = true
		}
	}
	if tied {
		return otherLayout
	}
	return best
}

func (l layout) matches(f *reader) bool {
	for _, t := range l.traits {
		if !t(f) {
			return false
		}
	}
	return true
}

func has(f *reader, k view.BlockKind, fds ...words.Field) bool {
	b := f.body.of(k)
	if b == nil {
		return false
	}
	for _, fd := range fds {
		if !b.Columns.Has(fd) {
			return false
		}
	}
	return true
}

func without(t trait) trait { return func(f *reader) bool { return !t(f) } }

func fullMoney(f *reader) bool {
	return has(f, view.Money, words.Initial, words.Adjusted, words.Executed, words.Weight, words.Rate, words.Score)
}

func initialBudget(f *reader) bool { return has(f, view.Money, words.Initial) }

func budgetWeight(f *reader) bool { return has(f, view.Money, words.Weight) }

func threeLevels(f *reader) bool {
	return has(f, view.Indicators, words.Level1, words.Level2, words.Name)
}

func flat(f *reader) bool {
	return has(f, view.Indicators, words.Name) && !has(f, view.Indicators, words.Level1) && !has(f, view.Indicators, words.Level2)
}

func scored(f *reader) bool { return has(f, view.Indicators, words.Score) }

func weightless(f *reader) bool { return !has(f, view.Indicators, words.Weight) }

func splitTarget(f *reader) bool {
	return has(f, view.Indicators, words.Target, words.Sign, words.Unit)
}

func weightAfterActual(f *reader) bool {
	return has(f, view.Indicators, words.Weight, words.Actual) && f.body.of(view.Indicators).Columns.Find(words.Weight).From > f.body.of(view.Indicators).Columns.Find(words.Actual).From
}

func weightBeforeTarget(f *reader) bool {
	return has(f, view.Indicators, words.Weight, words.Target) && f.body.of(view.Indicators).Columns.Find(words.Weight).From < f.body.of(view.Indicators).Columns.Find(words.Target).From
}

func twoHeadingRows(f *reader) bool {
	b := f.body.of(view.Indicators)
	return b != nil && b.Zone.Bottom > b.Zone.Top
}

// totalRowAt: the total stands in a row of its own under the indicators.
func totalRowAt(f *reader) bool { return f.body.hasTotalRow() }

// levelPoints: the first-level headings print their points.
func levelPoints(f *reader) bool { return hasSection(f, fuhe.CoversLevel1) }

// departmentForm: the form is about a whole department, not about a project.
func departmentForm(f *reader) bool { return !f.report.Project.Present() }

func indicatorSection(f *reader) bool { return hasSection(f, fuhe.CoversIndicators) }

func budgetSection(f *reader) bool { return hasSection(f, fuhe.CoversBudget) }

func hasSection(f *reader, covers fuhe.SectionCover) bool {
	return slices.ContainsFunc(f.report.Sections, func(s fuhe.Section) bool { return s.Covers == covers })
}

// headed: some heading of a block says this.
func headed(k view.BlockKind, re string) trait {
	m := lazy.New(re)
	return func(f *reader) bool {
		b := f.body.of(k)
		if b == nil {
			return false
		}
		for r := b.Zone.Top; r <= b.Zone.Bottom; r++ {
			for _, c := range f.view.In(r) {
				if m.MatchString(words.Squeeze(c.Text)) {
					return true
				}
			}
		}
		return false
	}
}

// says: some short cell of the form says this.
func says(re string) trait {
	m := lazy.New(re)
	return func(f *reader) bool {
		for r := f.from; r < f.to; r++ {
			for _, c := range f.view.In(r) {
				if m.MatchString(c.Heading.Key) {
					return true
				}
			}
		}
		return false
	}
}
