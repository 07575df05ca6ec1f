package own

import (
	"strings"

	"github.com/expr-lang/expr/types"

	"fuhe"
)

// texts are the entries of a report that are one text.
func texts(r *fuhe.Report) map[string]any {
	return map[string]any{
		"title": r.Title, "year": r.Year, "money_unit": r.MoneyUnit, "form": r.Form,
		"project": r.Project.Text, "department": r.Department.Text, "implementer": r.Implementer.Text,
		"goals": map[string]any{"expected": r.Goals.Expected.Text, "actual": r.Goals.Actual.Text},
	}
}

// variables are the entries of a report as expressions see them: a figure as an exact number, nil where there is none; the
// text of every entry under its name and _text.
func variables(r *fuhe.Report) map[string]any {
	vars := texts(r)
	funds, indicators, total := rows(len(r.Funds)), rows(len(r.Indicators)), make(map[string]any)
	for _, e := range r.Entries() {
		list, _, _ := strings.Cut(strings.TrimPrefix(string(e.Field), "/"), "/")
		into := total
		switch list {
		case "funds":
			into = funds[e.Field.Row()].(map[string]any)
		case "indicators":
			into = indicators[e.Field.Row()].(map[string]any)
		case "total":
		default:
			continue
		}
		key := e.Field.Key()
		into[key+"_text"] = e.Cell.Text
		switch {
		case textual(key):
			into[key] = e.Cell.Text
		case e.Cell.Number != nil:
			into[key] = e.Cell.Number.Value.Rat()
		default:
			into[key] = nil
		}
	}
	vars["funds"], vars["indicators"], vars["total"] = funds, indicators, total
	return vars
}

func rows(n int) []any {
	list := make([]any, n)
	for i := range list {
		list[i] = make(map[string]any)
	}
	return list
}

// textual are the entries that are texts even when a figure stands in them.
func textual(key string) bool {
	switch key {
	case "name", "level1", "level2", "deviation", "grade":
		return true
	}
	return false
}

// blank is a report with one row of everything, for asking which entries there are.
func blank() *fuhe.Report {
	return &fuhe.Report{Funds: make([]fuhe.Fund, 1), Indicators: make([]fuhe.Indicator, 1)}
}

// vocabulary is what expressions may name, with its types; row is the list of which each row is checked, or "".
func vocabulary(row string) types.Map {
	names := typed(variables(blank())).(types.Map)
	names[meterName] = types.Any
	if row != "" {
		names["row"] = typed(variables(blank())[row].([]any)[0])
	}
	return names
}

// typed is the type of a variable of a blank report: an entry without a figure may be a number.
func typed(v any) types.Type {
	switch v := v.(type) {
	case string:
		return types.String
	case []any:
		return types.Array(typed(v[0]))
	case map[string]any:
		m := make(types.Map, len(v))
		for key, e := range v {
			m[key] = typed(e)
		}
		return m
	}
	return types.Any
}
