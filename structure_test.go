package fuhe_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A file or function over these wants a second step with a name.
const (
	mostFileLines     = 300
	mostFunctionLines = 50
	mostTestLines     = 85 // of a function in a test: one that draws what it tests step by step
)

// measured is a file or a function with its length in lines.
type measured struct {
	name  string
	lines int
}

// TestFilesAndFunctionsAreSmall holds the size of every file and function, and prints median and worst.
func TestFilesAndFunctionsAreSmall(t *testing.T) {
	var files, functions, tests []measured
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, measured{path, set.File(file.Pos()).LineCount()})
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok {
				lines := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1
				m := measured{path + " " + f.Name.Name, lines}
				if strings.HasSuffix(path, "_test.go") {
					tests = append(tests, m)
				} else {
					functions = append(functions, m)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	holdSizes(t, "files", files, mostFileLines)
	holdSizes(t, "functions", functions, mostFunctionLines)
	holdSizes(t, "functions of tests", tests, mostTestLines)
}

// holdSizes reports each of the measured that is over the bound, and logs the median and the largest.
func holdSizes(t *testing.T, what string, all []measured, most int) {
	t.Helper()
	slices.SortFunc(all, func(a, b measured) int { return a.lines - b.lines })
	for _, m := range all {
		if m.lines > most {
			t.Errorf("%s has %d lines; %d are the most", m.name, m.lines, most)
		}
	}
	worst := all[len(all)-1]
	t.Logf("%d %s: median %d lines, longest %d (%s)", len(all), what, all[len(all)/2].lines, worst.lines, worst.name)
}
