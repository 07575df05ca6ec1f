// Package ahead does the check that is asked for most, of a few PDFs, before the libraries that it has no use for are
// started. Importing it is all there is to it: it is for a program to import, never for a library. Whatever it cannot do
// to the end as the whole program would — other commands and formats, wrong usage, pages for the second reader — it
// leaves to the program, having printed nothing.
//
// What excelize, CEL, protobuf and wazero make when a program starts takes longer than the reading of a form. Go
// initialises packages in the order of their paths as far as their imports allow (The Go Programming Language
// Specification, Package initialization): this one imports nothing of those, and most of them come after it.
package ahead

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"fuhe"
	_ "fuhe/cmd/fuhe/quiet" // no collection before there is something to collect
	"fuhe/cmd/fuhe/session"
	"fuhe/extract/grid"
	"fuhe/extract/pdf"
)

// init ends the program when all is done. The work is in a goroutine of its own: until main begins, the first one is tied
// to its thread, and every step to another would be one of the operating system.
func init() {
	if len(os.Args) < 2 {
		return
	}
	type end struct {
		status int
		done   bool
	}
	ended := make(chan end)
	go func() {
		status, done := Run(os.Args, os.Stdout, os.Stderr)
		ended <- end{status, done}
	}()
	if e := <-ended; e.done {
		os.Exit(e.status)
	}
}

// Run does what a command line asks for, and gives the exit status. It has not done it, and has printed nothing, when that
// takes the whole program.
func Run(args []string, stdout, stderr io.Writer) (status int, done bool) {
	if len(args) == 2 && args[1] == "--version" {
		fmt.Fprintf(stdout, "fuhe version %s\n", session.Version)
		return session.Clean, true
	}
	options, ok := parse(args)
	if !ok || !allPDF(options.Paths) {
		return 0, false
	}
	options.Color = session.Colored(options.colorWhen, stdout)
	return check(options.Options, session.Language(args, session.Environment), stdout, stderr)
}

// check checks PDFs with the first reader alone.
func check(o session.Options, lang fuhe.Lang, stdout, stderr io.Writer) (status int, done bool) {
	var out, said bytes.Buffer
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	s := &session.Session{Stdout: &out, Stderr: &said, Lang: lang, Options: o}
	s.Scoring.Lang = lang
	s.Reading.Readers = firstReader(func() { cancel(errSecond) })
	err := s.Check(ctx)
	if context.Cause(ctx) == errSecond {
		return 0, false
	}
	status = s.End(err)
	if _, err := stderr.Write(said.Bytes()); err != nil {
		return session.Unread, true // nobody is there to be told
	}
	if _, err := stdout.Write(out.Bytes()); err != nil {
		s.Stderr = stderr
		return s.End(err), true
	}
	return status, true
}

// errSecond ends a check that needs the second reader.
var errSecond = errors.New("the second reader is needed")

// firstReader reads PDFs with the first reader, and calls needed when the second one is wanted.
func firstReader(needed func()) grid.Readers {
	second := func(context.Context, io.ReaderAt, int64, string) (pdf.Document, error) {
		needed()
		return nil, errSecond
	}
	return grid.Readers{Formats: map[fuhe.Format]grid.Reader{
		fuhe.PDF: func(r io.ReaderAt, size int64, o grid.ReadOptions) (grid.Book, error) {
			return pdf.Read(r, size, pdf.Options{Password: o.Password, Reader: pdf.Reader(o.PDFReader), Second: second})
		},
	}}
}

// allPDF reports whether all paths are files that begin as a PDF does, and few enough that starting the libraries counts.
func allPDF(paths []string) bool {
	if len(paths) == 0 || len(paths) > maxFiles {
		return false
	}
	for _, p := range paths {
		if !isPDF(p) {
			return false
		}
	}
	return true
}

// maxFiles is how many files are checked ahead: over more of them the start of the program does not count, and a page for
// the second reader would have the ones before it read again.
const maxFiles = 8

func isPDF(path string) bool {
	st, err := os.Stat(path)
	if err != nil || !st.Mode().IsRegular() { // a pipe can be read once only
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len("%PDF-"))
	n, _ := io.ReadFull(f, head) // whatever is wrong with the file, the whole program says so
	return string(head[:n]) == "%PDF-"
}
