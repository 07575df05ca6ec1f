package console

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fuhe"
)

// No error that a package of commands, judging or writing makes is left in English where Chinese is asked for. (Those of readers
// are held to that where they are made.)
func TestEveryErrorHasItsChinese(t *testing.T) {
	placeholder := regexp.MustCompile(`%[-+#0-9.]*[a-zA-Z]`)
	fill := func(verb string) string {
		if verb == "%q" {
			return `"x"`
		}
		return "7"
	}
	met := 0
	for _, root := range []string{"../../../cmd", "../../../render", "../../../score"} {
		for path, text := range errorTexts(t, root) {
			met++
			text = placeholder.ReplaceAllStringFunc(text, fill)
			if got := Reason(errors.New(text), fuhe.ZH); englishWords().MatchString(got) {
				t.Errorf("%s: %q: %q", path, text, got)
			}
		}
	}
	if met < 40 {
		t.Errorf("only %d texts were found", met)
	}
}

// errorTexts are the texts in the calls of errors.New and fmt.Errorf below a folder, by where they stand.
func errorTexts(t *testing.T, root string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(filepath.ToSlash(path), "/rules/add/") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			name, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || name.Sel.Name != "Errorf" && name.Sel.Name != "New" {
				return true
			}
			if literal, ok := call.Args[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil && regexp.MustCompile(`[a-z]{2,} `).MatchString(text) {
					texts[files.Position(literal.Pos()).String()] = text
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
