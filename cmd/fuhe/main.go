// Command fuhe (复核, "check again") reads published performance self-evaluation forms (绩效自评表), recomputes them, says
// what does not add up and where, and writes them as spreadsheets. It wires extract, score and render together and
// decides the exit status; it reads no form and judges none itself.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/urfave/cli/v2"

	_ "fuhe/cmd/fuhe/quiet" // no collection before there is something to collect
)

// version is the released version; it stands in the JSON and in the workbooks.
const version = "0.1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// run is a whole invocation; it returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := &session{stdin: stdin, stdout: stdout, stderr: stderr, lang: language(args, environment)}
	app := s.app()
	err := app.RunContext(ctx, interspersed(app, args))
	var usage usageError
	switch {
	case err == nil:
		return s.status
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "fuhe: %s\n", usage.message)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "fuhe: %v\n", err)
		return max(s.status, exitUnread)
	}
}

// usageErrorf is a usageError in the session's language.
func (s *session) usageErrorf(zh, en string, args ...any) error {
	return usageError{fmt.Sprintf(s.say(zh, en), args...)}
}

// onUsageError turns what cli found wrong with the options into a usageError.
func (s *session) onUsageError(_ *cli.Context, err error, _ bool) error {
	return usageError{err.Error()}
}
