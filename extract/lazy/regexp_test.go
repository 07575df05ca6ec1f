package lazy

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

func TestCompiledAtFirstUse(t *testing.T) {
	r := New(`([0-9]+)(万?元)`)
	if r.re != nil {
		t.Error("compiled before it was used")
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if m := r.FindStringSubmatch("预算12万元"); len(m) != 3 || m[1] != "12" || m[2] != "万元" {
				t.Errorf("found %q", m)
			}
		})
	}
	all.Wait()
	if got := r.ReplaceAllString("预算12万元", "$2"); got != "预算万元" {
		t.Errorf("replaced: %q", got)
	}
}

func TestWrongExpressionPanicsWhenUsed(t *testing.T) {
	r := New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	r.MatchString("")
}

// What regexp.MustCompile would have said at the start of the program is said here: every expression written in this
// module parses.
func TestEveryExpressionParses(t *testing.T) {
	for _, expr := range expressions(t) {
		if _, err := regexp.Compile(expr); err != nil {
			t.Error(err)
		}
	}
}

// expressions are all that are written in this module.
func expressions(t *testing.T) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			expr, ok := expression(n)
			if ok {
				all = append(all, expr)
			}
			return !ok
		})
		return nil
	})
	if err != nil || len(all) < 50 {
		t.Fatalf("%d expressions seen: %v", len(all), err)
	}
	return all
}

// helpers are the functions that hand their last argument on to New.
var helpers = map[string]bool{"match": true, "headed": true, "says": true}

// expression is the expression written in a call of New or of a helper.
func expression(n ast.Node) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return "", false
	}
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); !ok || x.Name != "lazy" || f.Sel.Name != "New" {
			return "", false
		}
	case *ast.Ident:
		if !helpers[f.Name] {
			return "", false
		}
	default:
		return "", false
	}
	return literal(call.Args[len(call.Args)-1])
}

// literal is a string written out, in one piece or several.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		a, ok := literal(e.X)
		b, also := literal(e.Y)
		return a + b, ok && also
	}
	return "", false
}
