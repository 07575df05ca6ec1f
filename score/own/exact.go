package own

import (
	"math/big"
	"reflect"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// operator begins the names of the functions that operators become. It cannot begin a name in an expression, so that none
// can call them, and neither can any be the name of the meter.
const (
	operator  = "operator "
	meterName = "the meter"
)

// exactly rewrites a parsed expression: its operators become exact operations, its decimals the fractions that are written
// there, each turn of a loop a step of work, and one entry of a list of rows the list of those entries.
type exactly struct {
	source []rune
	vetted []misuse // what is refused in it
}

// misuse is something in an expression that has no place there.
type misuse struct {
	at     int // runes from the beginning
	zh, en string
}

func (e *exactly) refuse(n ast.Node, zh, en string) {
	e.vetted = append(e.vetted, misuse{n.Location().From, zh, en})
}

// Visit is called for every node after those below it.
func (e *exactly) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.FloatNode:
		e.literal(node, n)
	case *ast.UnaryNode:
		switch n.Operator {
		case "-":
			e.call(node, operator+"negative", n.Node)
		case "+":
			put(node, n.Node)
		}
	case *ast.BinaryNode:
		e.binary(node, n)
	case *ast.MemberNode:
		e.column(node, n)
	case *ast.PredicateNode:
		step := &ast.CallNode{Callee: &ast.IdentifierNode{Value: operator + "step"}, Arguments: []ast.Node{meterNode()}}
		n.Node = &ast.SequenceNode{Nodes: []ast.Node{step, n.Node}}
	case *ast.CallNode:
		if f, ok := n.Callee.(*ast.IdentifierNode); ok && metered[f.Value] {
			n.Arguments = append([]ast.Node{meterNode()}, n.Arguments...)
		}
	case *ast.IdentifierNode:
		if n.Value == "$env" {
			e.refuse(n, "没有名称 $env", "unknown name $env")
		}
	}
}

func meterNode() ast.Node { return &ast.IdentifierNode{Value: meterName} }

// literal puts the number in the place of its nearest binary fraction: it is read again from the text.
func (e *exactly) literal(node *ast.Node, n *ast.FloatNode) {
	at := n.Location()
	text := strings.ReplaceAll(string(e.source[at.From:min(at.To, len(e.source))]), "_", "")
	value, ok := new(big.Rat).SetString(text)
	if !ok || strings.Trim(text, "0123456789.") != "" {
		e.refuse(n, "数字应写成 99.53 的形式", "a number is written in digits, as 99.53")
		return
	}
	put(node, &ast.ConstantNode{Value: value})
}

func (e *exactly) binary(node *ast.Node, n *ast.BinaryNode) {
	switch n.Operator {
	case "**", "^":
		e.refuse(n, "不支持乘方", "powers are not supported")
	case "+", "-", "*", "/", "%", "<", "<=", ">", ">=":
		if left, right := kindOf(n.Left), kindOf(n.Right); left != "" && right != "" && (left != right || left == "text" && strings.Contains("-*/%", n.Operator)) {
			e.refuse(n, n.Operator+" 的两边应都是数字", "numbers are wanted on both sides of "+n.Operator)
		}
		e.call(node, operator+n.Operator, n.Left, n.Right)
	case "==", "!=", "in":
		e.call(node, operator+n.Operator, n.Left, n.Right)
	case "not in":
		e.call(&n.Left, operator+"in", n.Left, n.Right)
		put(node, &ast.UnaryNode{Operator: "not", Node: n.Left})
	}
}

// call puts a call of one of the exact operations in the place of a node.
func (e *exactly) call(node *ast.Node, name string, args ...ast.Node) {
	put(node, &ast.CallNode{Callee: &ast.IdentifierNode{Value: name}, Arguments: append([]ast.Node{meterNode()}, args...)})
}

// put exchanges a node. The new one takes its place in the text only: what keeps the type of the old one is not checked again.
func put(node *ast.Node, now ast.Node) {
	now.SetLocation((*node).Location())
	*node = now
}

// column makes indicators.score the list of all scores.
func (e *exactly) column(node *ast.Node, n *ast.MemberNode) {
	key, ok := n.Property.(*ast.StringNode)
	if !ok || !isRows(n.Node) {
		return
	}
	entry := &ast.MemberNode{Node: &ast.PointerNode{}, Property: key}
	entry.SetLocation(n.Location())
	entry.Node.SetLocation(n.Location())
	var predicate ast.Node = &ast.PredicateNode{Node: entry}
	e.Visit(&predicate)
	predicate.SetLocation(n.Location())
	put(node, &ast.BuiltinNode{Name: "map", Arguments: []ast.Node{n.Node, predicate}})
}

// isRows tells the lists of a report, and what is filtered out of them.
func isRows(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return n.Value == "funds" || n.Value == "indicators" || n.Value == "reports"
	case *ast.BuiltinNode:
		return (n.Name == "filter" || n.Name == "take" || n.Name == "concat" || n.Name == "map") && len(n.Arguments) > 0 && isRows(n.Arguments[0])
	case *ast.SliceNode:
		return isRows(n.Node)
	}
	return false
}

// kindOf is what an expression surely gives: "number", "text", or "" where that shows only when it is evaluated.
func kindOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.ConstantNode:
		return "number"
	case *ast.StringNode:
		return "text"
	case *ast.CallNode:
		if f, ok := n.Callee.(*ast.IdentifierNode); ok {
			sign, isOperator := strings.CutPrefix(f.Value, operator)
			switch {
			case f.Value == "sum", f.Value == "round", f.Value == "abs":
				return "number"
			case isOperator && sign != "+" && strings.Contains(arithmetic+" negative", sign):
				return "number"
			case sign == "+" && len(n.Arguments) == 3:
				return kindOf(n.Arguments[1]) // the two sides are of one kind, or it was refused
			}
		}
		return ""
	}
	if t := n.Type(); t != nil && t.Kind() == reflect.String {
		return "text"
	}
	return ""
}
