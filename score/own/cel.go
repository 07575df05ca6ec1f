package own

import (
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
)

// today is how an expression that was written for CEL, which earlier versions took, is written now; "" when nothing in it
// is of CEL alone.
func today(text string) string {
	tree, err := parser.Parse(text)
	if err != nil {
		return ""
	}
	old := &celWords{}
	ast.Walk(&tree.Node, old)
	if !old.found {
		return ""
	}
	return strings.ReplaceAll(tree.Node.String(), "#.", ".")
}

// celWords exchanges what CEL has for what says the same now.
type celWords struct{ found bool }

// macros are the macros of CEL and the functions that do their work.
var macros = map[string]string{"all": "all", "exists": "any", "exists_one": "one", "filter": "filter", "map": "map"}

func (c *celWords) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		if n.Value == "null" {
			c.put(node, &ast.NilNode{})
		}
	case *ast.CallNode:
		switch callee := n.Callee.(type) {
		case *ast.IdentifierNode:
			c.function(node, callee.Value, n.Arguments)
		case *ast.MemberNode:
			if name, ok := callee.Property.(*ast.StringNode); ok {
				c.method(node, name.Value, callee.Node, n.Arguments)
			}
		}
	case *ast.BuiltinNode:
		c.function(node, n.Name, n.Arguments)
	}
}

func (c *celWords) put(node *ast.Node, now ast.Node) {
	c.found = true
	ast.Patch(node, now)
}

// function is size(x), has(x.y) and the conversions, which nothing needs any more.
func (c *celWords) function(node *ast.Node, name string, args []ast.Node) {
	if len(args) != 1 {
		return
	}
	switch name {
	case "size":
		c.put(node, &ast.BuiltinNode{Name: "len", Arguments: args})
	case "has":
		c.put(node, &ast.BinaryNode{Operator: "!=", Left: args[0], Right: &ast.NilNode{}})
	case "double", "int", "uint", "float":
		c.put(node, args[0])
	}
}

// method is list.all(i, …), and the functions on texts.
func (c *celWords) method(node *ast.Node, name string, of ast.Node, args []ast.Node) {
	switch now, isMacro := macros[name]; {
	case isMacro && len(args) == 2:
		element, ok := args[0].(*ast.IdentifierNode)
		if !ok {
			return
		}
		ast.Walk(&args[1], &element2pointer{element.Value})
		c.put(node, &ast.BuiltinNode{Name: now, Arguments: []ast.Node{of, &ast.PredicateNode{Node: args[1]}}})
	case name == "size" && len(args) == 0:
		c.put(node, &ast.BuiltinNode{Name: "len", Arguments: []ast.Node{of}})
	case len(args) != 1:
	case name == "startsWith", name == "endsWith", name == "contains", name == "matches":
		c.put(node, &ast.BinaryNode{Operator: name, Left: of, Right: args[0]})
	}
}

// element2pointer exchanges the variable of a macro for the element that a function is at.
type element2pointer struct{ name string }

func (e *element2pointer) Visit(node *ast.Node) {
	if n, ok := (*node).(*ast.IdentifierNode); ok && n.Value == e.name {
		ast.Patch(node, &ast.PointerNode{})
	}
}
