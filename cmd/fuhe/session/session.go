// Package session is what the commands of fuhe share below the command line: the streams, language and options of an
// invocation, the reading and judging of its inputs, the printing of findings, and the exit status it comes to. It parses
// no command line and imports no library that only some commands need.
package session

import (
	"fmt"
	"io"

	"fuhe"
	"fuhe/extract"
	"fuhe/score"
	"fuhe/score/baseline"
)

// Version is the released version; it stands in the JSON and in the workbooks.
const Version = "0.1.0"

// Session is what one invocation works with: its streams, its language, its options, the status it will end with.
type Session struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Lang   fuhe.Lang
	Status int
	Options
}

// Options are those of the command line.
type Options struct {
	Paths   []string
	Reading extract.Options
	Jobs    int // files read at the same time
	Scoring score.Options
	Before  *baseline.Baseline // an earlier run whose findings are known; nil for none
	FailOn  string             // the severity from which findings give exit status 1, or "never"
	Format  string             // text, json, jsonl
	Quiet   bool               // findings only
	Color   bool
	Watched bool // stderr is a terminal: progress is shown there
}

// Defaults of the options that take one of a few words.
const (
	DefaultFormat  = "text"
	DefaultFailOn  = "error"
	DefaultColor   = "auto"
	DefaultProfile = "auto"
)

// Words that options take.
var (
	Formats = []string{"text", "json", "jsonl"}
	FailOns = []string{"error", "warning", "note", "never"}
	Colors  = []string{"auto", "always", "never"}
	Langs   = []string{"zh", "en"}
)

// Say picks a wording by the session's language.
func (s *Session) Say(zh, en string) string { return fuhe.Phrase{ZH: zh, EN: en}.In(s.Lang) }

// UsageErrorf is a UsageError in the session's language.
func (s *Session) UsageErrorf(zh, en string, args ...any) error {
	return UsageError{fmt.Sprintf(s.Say(zh, en), args...)}
}
