package own

import (
	"fmt"
	"math"
	"reflect"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
	"github.com/shopspring/decimal"

	"fuhe"
)

// environments are what expressions may speak of: the report, and in checks of every row, the row.
type environments struct{ form, row *cel.Env }

func newEnvironments() (*environments, error) {
	// sum and round give dyn, so that they compare with 90 as with 90.0.
	form, err := cel.NewEnv(
		cel.ParserRecursionLimit(maxExpressionDepth), cel.ParserExpressionSizeLimit(maxExpressionRunes),
		cel.Variable("title", cel.StringType), cel.Variable("year", cel.StringType), cel.Variable("money_unit", cel.StringType),
		cel.Variable("form", cel.StringType), cel.Variable("project", cel.StringType), cel.Variable("department", cel.StringType),
		cel.Variable("implementer", cel.StringType),
		cel.Variable("goals", cel.MapType(cel.StringType, cel.StringType)),
		cel.Variable("funds", cel.DynType), cel.Variable("indicators", cel.DynType),
		cel.Variable("total", cel.MapType(cel.StringType, cel.DynType)),
		cel.Function("sum", cel.Overload("sum_list", []*cel.Type{cel.DynType}, cel.DynType, cel.UnaryBinding(sum))),
		cel.Function("same", cel.Overload("same_numbers", []*cel.Type{cel.DynType, cel.DynType}, cel.BoolType, cel.BinaryBinding(same))),
		cel.Function("round", cel.Overload("round_places", []*cel.Type{cel.DynType, cel.IntType}, cel.DynType, cel.BinaryBinding(round))),
	)
	if err != nil {
		return nil, err
	}
	row, err := form.Extend(cel.Variable("row", cel.MapType(cel.StringType, cel.DynType)))
	return &environments{form, row}, err
}

// variables are the entries of a report as expressions see them: a figure as a number, null where there is none; the text
// of every entry under its name and _text.
func variables(r *fuhe.Report) map[string]any {
	vars := map[string]any{
		"title": r.Title, "year": r.Year, "money_unit": r.MoneyUnit, "form": r.Form,
		"project": r.Project.Text, "department": r.Department.Text, "implementer": r.Implementer.Text,
		"goals": map[string]string{"expected": r.Goals.Expected.Text, "actual": r.Goals.Actual.Text},
	}
	funds, indicators, total := make(rows, len(r.Funds)), make(rows, len(r.Indicators)), make(map[string]any)
	for _, e := range r.Entries() {
		into := total
		switch i := e.Field.Row(); {
		case i >= 0 && len(e.Field) > 7 && e.Field[:7] == "/funds/":
			into = field(funds, i)
		case i >= 0 && len(e.Field) > 12 && e.Field[:12] == "/indicators/":
			into = field(indicators, i)
		case len(e.Field) <= 7 || e.Field[:7] != "/total/":
			continue
		}
		into[e.Field.Key()+"_text"] = e.Cell.Text
		if textual[e.Field.Key()] {
			into[e.Field.Key()] = e.Cell.Text
		} else if n := e.Cell.Number; n != nil {
			into[e.Field.Key()], _ = n.Value.Float64()
		} else {
			into[e.Field.Key()] = types.NullValue
		}
	}
	vars["funds"], vars["indicators"], vars["total"] = funds, indicators, total
	return vars
}

func field(list rows, i int) map[string]any {
	if list[i] == nil {
		list[i] = make(map[string]any)
	}
	return list[i]
}

// textual are the entries that are texts even when a figure stands in them.
var textual = map[string]bool{"name": true, "level1": true, "level2": true, "deviation": true, "grade": true}

// rows are the funds or indicators of a form. An expression may go through them, as any list, and may ask for one entry of
// all of them: indicators.score is the list of all scores.
type rows []map[string]any

var rowsType = cel.ObjectType("fuhe.rows", traits.IterableType, traits.IndexerType, traits.SizerType)

// Get is the i-th row, or one entry of every row.
func (r rows) Get(index ref.Val) ref.Val {
	if key, ok := index.(types.String); ok {
		list := make([]any, len(r))
		for i, row := range r {
			v, known := row[string(key)]
			if !known {
				return types.NewErr("no such entry: %s", string(key))
			}
			list[i] = v
		}
		return types.DefaultTypeAdapter.NativeToValue(list)
	}
	i, err := types.IndexOrError(index)
	if err != nil || i < 0 || i >= len(r) {
		return types.NewErr("no such row: %v", index.Value())
	}
	return types.DefaultTypeAdapter.NativeToValue(r[i])
}

func (r rows) Size() ref.Val { return types.Int(len(r)) }

func (r rows) Iterator() traits.Iterator {
	list := make([]any, len(r))
	for i := range r {
		list[i] = r[i]
	}
	return types.DefaultTypeAdapter.NativeToValue(list).(traits.Lister).Iterator()
}

func (r rows) ConvertToNative(to reflect.Type) (any, error) {
	return nil, fmt.Errorf("rows are no %v", to)
}

func (r rows) ConvertToType(to ref.Type) ref.Val {
	if to == types.TypeType {
		return rowsType
	}
	return types.NewErr("rows are no %s", to.TypeName())
}

func (r rows) Equal(ref.Val) ref.Val { return types.False }
func (r rows) Type() ref.Type        { return rowsType }
func (r rows) Value() any            { return []map[string]any(r) }

// sum adds up a list exactly, as printed decimals; entries without a figure are left out.
func sum(list ref.Val) ref.Val {
	l, ok := list.(traits.Lister)
	if !ok {
		return types.NewErr("sum wants a list of numbers, as sum(indicators.score)")
	}
	total := decimal.Zero
	for it := l.Iterator(); it.HasNext() == types.True; {
		v := it.Next()
		if v == types.NullValue {
			continue
		}
		d, ok := number(v)
		if !ok {
			return types.NewErr("sum: %v is no number", v.Value())
		}
		total = total.Add(d)
	}
	f, _ := total.Float64()
	return types.Double(f)
}

// same compares two numbers as decimals, past the ends of binary fractions.
func same(a, b ref.Val) ref.Val {
	x, okX := number(a)
	y, okY := number(b)
	if !okX || !okY {
		return types.NewErr("same wants two numbers")
	}
	return types.Bool(x.Round(digitsKept).Equal(y.Round(digitsKept)))
}

// round rounds half up at places.
func round(v, places ref.Val) ref.Val {
	d, ok := number(v)
	n, isInt := places.(types.Int)
	if !ok || !isInt || n < 0 || n > digitsKept {
		return types.NewErr("round wants a number, and places from 0 to %d", digitsKept)
	}
	f, _ := d.Round(digitsKept).Round(int32(n)).Float64()
	return types.Double(f)
}

func number(v ref.Val) (decimal.Decimal, bool) {
	switch n := v.(type) {
	case types.Double:
		if math.IsNaN(float64(n)) || math.IsInf(float64(n), 0) {
			return decimal.Zero, false
		}
		return decimal.NewFromFloat(float64(n)), true
	case types.Int:
		return decimal.NewFromInt(int64(n)), true
	case types.Uint:
		return decimal.NewFromUint64(uint64(n)), true
	}
	return decimal.Zero, false
}
