package extract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reasonCalls are the functions whose texts become reasons, by the name they are called with.
var reasonCalls = []string{"Errorf", "New", "refuse", "note", "lost", "unread", "reason", "doubtful", "Sprintf", "doubt", "lose", "unsure", "misparsed", "give", "fail", "garbled", "strange"}

// reasonFields are the fields and variables that hold reasons.
var reasonFields = []string{"Reason", "Unsure", "unsure", "Failed", "Doubt", "Because"}

var (
	placeholder = regexp.MustCompile(`%[-+#0-9.]*[a-zA-Z]`)
	englishRun  = regexp.MustCompile(`[a-z]{2,}[ ,]+[a-z]{2,}`)
)

// TestEveryReasonHasItsChinese: no text from which a reason is made is left in English, whatever stands in it.
func TestEveryReasonHasItsChinese(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		for _, text := range reasonsIn(file) {
			english := placeholder.ReplaceAllString(text, "7")
			if got := inChinese(english); englishRun.MatchString(got) {
				t.Errorf("%s: %q: %s", path, text, got)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// reasonsIn are the texts of a file that become reasons: arguments of such calls, and what is given to Reason and Unsure.
func reasonsIn(file *ast.File) []string {
	var out []string
	take := func(e ast.Expr) {
		if text, ok := literal(e); ok && text != "" && text[0] != ' ' && englishRun.MatchString(text) {
			out = append(out, text)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if slices.Contains(reasonCalls, nameOf(n.Fun)) {
				for _, a := range n.Args {
					take(a)
				}
			}
		case *ast.KeyValueExpr:
			if slices.Contains(reasonFields, nameOf(n.Key)) {
				take(n.Value)
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if i < len(n.Rhs) && slices.Contains(reasonFields, nameOf(l)) {
					take(n.Rhs[i])
				}
			}
		}
		return true
	})
	return out
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// literal is a text written in the source, in one piece or several.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, okA := literal(e.X)
		b, okB := literal(e.Y)
		if !okA {
			a = "7"
		}
		if !okB {
			b = "7"
		}
		return a + b, okA || okB
	}
	return "", false
}
