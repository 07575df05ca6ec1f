// Package console is what the commands share towards the person in front of them: streams, the language of messages, what
// is printed of a run, progress, and the exit status it comes to. It parses no command line; reading and judging is done
// by package run.
package console

import (
	"fmt"
	"io"

	"fuhe"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
	"fuhe/render"
)

// Console is what one invocation works with: its streams, its language, its options, the status it will end with.
type Console struct {
	Stdout io.Writer
	Stderr io.Writer
	Lang   fuhe.Lang
	Status int
	run.Options

	From        render.Run               // the command and its options, for the JSON
	Sample      *run.Sample              // forms that are chosen for review; nil for all
	NotReached  int                      // inputs left by an interruption
	AskPassword func(path string) string // asks a person for the password of a file, "" for none; nil when nobody can be asked
	asked       bool                     // Reading.Password was typed

	Explains func(rule string) bool // the rule is one that fuhe rules explains

	Done   func([]fuhe.Document) error // is handed all documents of a check, judged, when they were printed; nil for nobody
	Inputs func([]extract.Input)       // is told what will be read, before anything is; nil for nobody

	FailOn  string // the severity from which findings give exit status 1, or "never"
	Format  string // text, concise, json, jsonl
	Quiet   bool   // findings only
	Verbose bool   // files without a form and those passed over, too
	Causes  bool   // further causes of findings, too
	Color   bool
	Width   int  // of the terminal in cells; 0 when it is none
	Watched bool // stderr is a terminal: progress is shown there
}

// Defaults of the options that take one of a few words.
const (
	DefaultFormat  = "text"
	DefaultFailOn  = "error" // of the commands that print findings
	NeverFail      = "never" // and of those that write files
	DefaultColor   = "auto"
	DefaultProfile = "auto"
)

// Words that options take. They are functions for nothing may change them.
func Formats() []string { return []string{"text", "concise", "json", "jsonl"} }
func FailOns() []string { return []string{"error", "warning", "note", NeverFail} }
func Colors() []string  { return []string{"auto", "always", "never"} }
func Langs() []string   { return []string{"zh", "en"} }

// Say picks a wording by the language of the console.
func (c *Console) Say(zh, en string) string { return fuhe.Phrase{ZH: zh, EN: en}.In(c.Lang) }

// UsageErrorf is a UsageError in the language of the console.
func (c *Console) UsageErrorf(zh, en string, args ...any) error {
	return UsageError{fmt.Sprintf(c.Say(zh, en), args...)}
}
