// Command fuhe (复核, "check again") reads published performance self-evaluation forms (绩效自评表), recomputes them, says
// what does not add up and where, and writes them as spreadsheets. It wires extract, score and render together and
// decides the exit status; it reads no form and judges none itself.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/score"
)

// gcPercent has the heap grow to 16 MB before anything is collected, and to five times what is in use after that: with Go's
// own 100 a form takes a fifth more processor time, with 800 no less, and a folder keeps 25 MB more.
const gcPercent = 400

// memoryLimit bounds that: from here on garbage is collected as soon as there is some, so that files made to fill the
// memory, two at a time and with PDFium beside them, leave a run below 1 GiB.
const memoryLimit = 600 << 20

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	lang, args := console.Language(os.Args, console.Environment), os.Args
	localize(lang)
	colourWindow()
	alone := ownWindow()
	if alone {
		args = dropped(args, lang)
	}
	status := program(interruptible(), args, os.Stdin, os.Stdout, os.Stderr)
	if alone {
		keepWindow(fuhe.Phrase{ZH: "\n按任意键关闭窗口…", EN: "\npress a key to close the window…"}.In(lang))
	}
	os.Exit(status)
}

// interruptible is a context that the first signal ends, so that what is done is written whole and nothing half-written
// stays. A second one ends the program at once.
func interruptible() context.Context {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		by := <-signals
		signal.Stop(signals)
		if s, ok := by.(syscall.Signal); ok {
			cancel(console.Interruption{Signal: s})
		}
	}()
	return ctx
}

// program is a whole invocation; it returns the exit status. Odd files are read by this program as a child of itself.
func program(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := newCommands(args, stdin, stdout, stderr)
	s.isolates = true
	return s.run(ctx, args)
}

func newCommands(args []string, stdin io.Reader, stdout, stderr io.Writer) *commands {
	s := &commands{Console: console.Console{Stdout: stdout, Stderr: stderr, Lang: console.Language(args, console.Environment),
		Explains: func(rule string) bool { return score.Find(rule) != nil }}}
	s.Stdin = stdin
	return s
}

// run does what the arguments say.
func (s *commands) run(ctx context.Context, args []string) int {
	app := s.app()
	if words, ok := completing(args); ok {
		s.complete(app, words)
		return console.Clean
	}
	defer func() {
		if s.drawn != nil {
			s.drawn.Close()
		}
		if s.apart != nil {
			s.apart.close()
		}
	}()
	err := app.RunContext(ctx, interspersed(app, args))
	if shown, ok := app.Writer.(*remembering); ok && err == nil {
		err = shown.err
	}
	return s.End(err)
}

// remembering keeps the first error of what is written there: the library writes help texts and looks at none.
type remembering struct {
	to  io.Writer
	err error
}

func (r *remembering) Write(p []byte) (int, error) {
	n, err := r.to.Write(p)
	if r.err == nil {
		r.err = err
	}
	return n, err
}
