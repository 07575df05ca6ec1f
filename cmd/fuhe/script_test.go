package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"fuhe/cmd/fuhe/console"
)

// The scripts in testdata are what users type, and what must come of it.
func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../samples")
	if err != nil {
		t.Fatal(err)
	}
	testdata, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLES", samples)
			e.Setenv("TESTDATA", testdata)
			e.Setenv("LANG", "en_US.UTF-8")
			if cache, err := os.UserCacheDir(); err == nil { // PDFium is compiled once for all
				e.Setenv("XDG_CACHE_HOME", cache)
				e.Setenv("LocalAppData", cache)
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"head":   head,
			"nuls":   nuls,
			"png":    picture,
			"sparse": sparse,
			"status": status,
			"unpack": unpack,
			"zip":    zipGBK,
		},
	})
}

// invoke is a whole invocation with everything read in this process.
func invoke(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return newCommands(args, stdin, stdout, stderr).run(ctx, args)
}

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"fuhe": func() {
			localize(console.Language(os.Args, console.Environment))
			os.Exit(program(interruptible(), os.Args, os.Stdin, os.Stdout, os.Stderr))
		},
		"fuhe-apart": func() { // has every file read by a child
			s := newCommands(os.Args, os.Stdin, os.Stdout, os.Stderr)
			s.isolates, s.every = true, true
			os.Exit(s.run(interruptible(), os.Args))
		},
	})
}
