package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"fuhe"
	"fuhe/extract"
	"fuhe/extract/readers"
	"fuhe/score"
	"fuhe/score/own"
)

// readInputs reads everything the command line names, judges it, and hands over each document in the order of the
// inputs. It sets the exit status; what could not be read is said on stderr.
func (s *session) readInputs(c *cli.Context, o extract.Options, emit func(in extract.Input, doc fuhe.Document) error) error {
	if c.NArg() == 0 {
		return s.usageErrorf("%s 需要至少一个文件、文件夹、.zip 或 -", "%s needs a file, a folder, a .zip, or -", c.Command.Name)
	}
	inputs := extract.Walk(c.Args().Slice(), s.stdin)
	progress := s.newProgress(c, len(inputs))
	var failed error
	passedOver := extract.ReadAll(c.Context, inputs, o, c.Int(flagJobs), s.judge(c), func(i int, doc fuhe.Document) {
		progress.clear()
		s.settle(doc)
		if failed == nil {
			failed = emit(inputs[i], doc)
		}
		progress.step(i + 1)
	})
	progress.clear()
	if passedOver > 0 && !c.Bool(flagQuiet) {
		fmt.Fprintf(s.stderr, s.say("fuhe: 跳过 %d 个不含自评表的文件\n", "fuhe: %d files of kinds without forms passed over\n"), passedOver)
	}
	return failed
}

// reading is how the inputs are to be read.
func (s *session) reading(c *cli.Context) extract.Options {
	return extract.Options{Readers: readers.All, Password: c.String(flagPassword), PDFReader: c.String(flagReader), Verify: c.Bool(flagVerify)}
}

// judge scores the reports of a document.
func (s *session) judge(c *cli.Context) func(*fuhe.Document) {
	o := s.scoring(c)
	return func(doc *fuhe.Document) {
		for _, r := range doc.Reports {
			score.Check(r, o)
		}
	}
}

func (s *session) scoring(c *cli.Context) score.Options {
	return score.Options{Profile: c.String(flagProfile), Lang: s.lang, Own: s.own}
}

// loadRules reads a user's own rules before any input is.
func (s *session) loadRules(_ *cli.Context, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return usageError{fmt.Sprintf("--rules %v", err)}
	}
	defer f.Close()
	rules, err := own.Load(f, path)
	if err != nil {
		return usageError{err.Error()}
	}
	s.own = rules.Overlay()
	return nil
}

// settle says on stderr what of a document could not be read, and takes it into the exit status.
func (s *session) settle(doc fuhe.Document) {
	for _, u := range doc.Unread {
		place := doc.Path
		if at := u.At.String(); at != "" {
			place += ":" + at
		}
		fmt.Fprintf(s.stderr, "fuhe: %s: %s\n", place, u.Reason)
		s.status = exitUnread
	}
}

// weigh takes the findings of a document into the exit status.
func (s *session) weigh(c *cli.Context, doc fuhe.Document) {
	for _, r := range doc.Reports {
		for _, f := range r.Findings {
			s.fail(c, f.Severity)
		}
	}
}

// fail takes one finding into the exit status, by --fail-on.
func (s *session) fail(c *cli.Context, found fuhe.Severity) {
	limit := fuhe.Severity(c.String(flagFailOn)).Rank() // 0 for never
	if limit > 0 && found.Rank() >= limit && s.status == exitClean {
		s.status = exitFindings
	}
}

func profileList() string { return strings.Join(score.Profiles(), ", ") }

// checkProfile refuses profiles that do not exist before anything is read.
func (s *session) checkProfile(_ *cli.Context, id string) error {
	if score.HasProfile(id) {
		return nil
	}
	return s.usageErrorf("没有评分规则 %q；可选 auto, %s", "no profile %q; there are auto, %s", id, profileList())
}

// progress is one line on stderr, only when that is a terminal and there is more than one input.
type progress struct {
	w     io.Writer
	total int
}

func (s *session) newProgress(c *cli.Context, total int) progress {
	if f, ok := s.stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) && total > 1 && !c.Bool(flagQuiet) {
		return progress{s.stderr, total}
	}
	return progress{}
}

func (p progress) step(done int) {
	if p.w != nil && done < p.total {
		fmt.Fprintf(p.w, "\r%d/%d", done, p.total)
	}
}

func (p progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
