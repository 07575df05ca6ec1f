package own

import (
	"github.com/expr-lang/expr/types"

	"fuhe"
	"fuhe/score"
)

// scopes are what a check over several forms is about: the forms of each unit, of each year, or all of the run.
var scopes = []score.Scope{score.ByUnit, score.ByYear, score.AllForms}

// groupVocabulary is what expressions over several forms may name.
func groupVocabulary() types.Map {
	return types.Map{"reports": types.Array(typed(variables(blank()))), "unit": types.String, "year": types.String, meterName: types.Any}
}

// runGroup evaluates the check on the forms of a group.
func (c *check) runGroup(g score.Group, lang fuhe.Lang) []fuhe.Finding {
	reports := make([]any, len(g.Reports))
	for i, r := range g.Reports {
		reports[i] = variables(r)
	}
	vars := map[string]any{"reports": reports, "unit": g.Unit, "year": g.Year}
	return c.evaluateWithin(vars, c.field, lang, len(reports))
}
