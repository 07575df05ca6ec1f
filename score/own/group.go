package own

import (
	"encoding/json"
	"math/big"
	"reflect"
	"strings"

	"github.com/expr-lang/expr/ast"
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
	reports := make([]any, len(g.Forms))
	for i, raw := range g.Forms {
		var err error
		if reports[i], err = unpack(raw); err != nil {
			return []fuhe.Finding{c.failed(c.field, err.Error(), lang)}
		}
	}
	vars := map[string]any{"reports": reports, "unit": g.Unit, "year": g.Year}
	return c.evaluateWithin(vars, c.field, lang, len(reports))
}

// naming is what checks over several forms name of each: no more of it is kept.
type naming struct {
	names map[string]bool
	all   bool // an expression computes the name of an entry, or counts them
}

// take notes what an expression names.
func (n *naming) take(root ast.Node) {
	if n.names == nil {
		n.names = map[string]bool{}
	}
	ast.Walk(&root, n)
}

// Visit is called for every node.
func (n *naming) Visit(node *ast.Node) {
	switch x := (*node).(type) {
	case *ast.MemberNode:
		switch p := x.Property.(type) {
		case *ast.StringNode:
			n.names[p.Value] = true
		case *ast.IntegerNode:
		default:
			n.all = true
		}
	case *ast.BuiltinNode:
		if x.Name == "len" && x.Arguments[0].Type().Kind() != reflect.Slice && x.Arguments[0].Type().Kind() != reflect.String {
			n.all = true
		}
	}
}

// see is what checks see of a form.
func (n *naming) see(r *fuhe.Report) []byte { return pack(n.named(variables(r))) }

// named leaves of a value what is named.
func (n *naming) named(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = n.named(v[i])
		}
	case map[string]any:
		for key := range v {
			if !n.all && !n.names[key] {
				delete(v, key)
				continue
			}
			v[key] = n.named(v[key])
		}
	}
	return v
}

// pack writes the entries of a form as JSON: a number as a fraction behind a sign, so that it stays exact.
func pack(v any) []byte {
	raw, err := json.Marshal(packed(v))
	if err != nil {
		panic(err) // maps, lists and texts alone
	}
	return raw
}

// Signs before a text in what is packed.
const (
	textSign   = "'"
	numberSign = "#"
)

func packed(v any) any {
	switch v := v.(type) {
	case string:
		return textSign + v
	case *big.Rat:
		return numberSign + v.String()
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = packed(v[i])
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for key := range v {
			out[key] = packed(v[key])
		}
		return out
	}
	return nil
}

// unpack is what was packed.
func unpack(raw []byte) (any, error) {
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	return unpacked(v), nil
}

func unpacked(v any) any {
	switch v := v.(type) {
	case string:
		if digits, ok := strings.CutPrefix(v, numberSign); ok {
			n, _ := new(big.Rat).SetString(digits)
			return n
		}
		return strings.TrimPrefix(v, textSign)
	case []any:
		for i := range v {
			v[i] = unpacked(v[i])
		}
	case map[string]any:
		for key := range v {
			v[key] = unpacked(v[key])
		}
	}
	return v
}
