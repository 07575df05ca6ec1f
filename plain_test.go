package fuhe_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// A package does its work when it is called: none has an init function, reaches into another by linkname, or brings
// assembly. What package-level variables cost is held in cmd/fuhe, where a start of the program is looked at.
func TestNoWorkBeforeMain(t *testing.T) {
	sources := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == ".git"):
			return filepath.SkipDir
		case filepath.Ext(path) == ".s":
			t.Errorf("%s: assembly", path)
		case filepath.Ext(path) == ".go":
			sources++
			lookForTricks(t, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if sources == 0 {
		t.Error("no source was looked at")
	}
}

func lookForTricks(t *testing.T, path string) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			t.Errorf("%s: func init", path)
		}
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, "//go:linkname") {
				t.Errorf("%s: %s", path, c.Text)
			}
		}
	}
}
