package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/score/own"
)

var update = flag.Bool("update", false, "write what the examples print into the READMEs")

// The console blocks of the READMEs are run: a line "$ fuhe …" (or "$ go run ./cmd/fuhe …") must print the lines that
// follow it, up to a line "…" where the block is cut short.
func TestREADMEExamplesPrintWhatTheySay(t *testing.T) {
	t.Chdir("../..") // the READMEs speak from the top of the repository
	for _, file := range []string{"README.md", "README.zh-CN.md"} {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		examples := consoleExamples(string(raw))
		if len(examples) == 0 {
			t.Errorf("%s shows no example", file)
		}
		text := string(raw)
		for _, e := range examples {
			var stdout, stderr bytes.Buffer
			t.Setenv("LC_ALL", e.locale)
			invoke(context.Background(), append([]string{"fuhe"}, e.args...), strings.NewReader(""), &stdout, &stderr)
			got := stdout.String() + stderr.String()
			switch {
			case e.cut && strings.HasPrefix(got, e.want), got == e.want:
			case *update && !e.cut:
				text = strings.Replace(text, e.line+e.want, e.line+got, 1)
			default:
				t.Errorf("%s: fuhe %s prints\n%s\nthe README says\n%s", file, strings.Join(e.args, " "), got, e.want)
			}
		}
		if text != string(raw) {
			if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// example is a command of a README and what it is said to print.
type example struct {
	line   string // as it stands in the README
	args   []string
	locale string
	want   string
	cut    bool
}

// consoleExamples are the commands in the ```console blocks that print something; a block of bare commands shows usage.
func consoleExamples(markdown string) []example {
	var all []example
	for i, block := range strings.Split(markdown, "```") {
		body, console := strings.CutPrefix(block, "console\n")
		if i%2 == 0 || !console {
			continue
		}
		var current *example
		for _, line := range strings.SplitAfter(body, "\n") {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				all = append(all, parseCommand(strings.TrimSpace(command)))
				current = &all[len(all)-1]
				current.line = line
				continue
			}
			switch {
			case current == nil || current.cut:
			case strings.TrimSpace(line) == "…":
				current.cut = true
			default:
				current.want += line
			}
		}
	}
	return all
}

// parseCommand takes a leading LC_ALL=… and the name of the program off a command line; arguments hold no spaces.
func parseCommand(command string) example {
	e := example{locale: "en_US.UTF-8"}
	for _, word := range strings.Fields(command) {
		if locale, ok := strings.CutPrefix(word, "LC_ALL="); ok {
			e.locale = locale
			continue
		}
		e.args = append(e.args, word)
	}
	for _, program := range [][]string{{"go", "run", "./cmd/fuhe"}, {"fuhe"}} {
		if len(e.args) >= len(program) && strings.Join(e.args[:len(program)], " ") == strings.Join(program, " ") {
			e.args = e.args[len(program):]
			break
		}
	}
	return e
}

// Both READMEs name every command and every option that the help has.
func TestREADMEsNameAllOptions(t *testing.T) {
	s := &commands{Console: console.Console{Lang: fuhe.EN}}
	app := s.app()
	for _, file := range []string{"README.md", "README.zh-CN.md"} {
		raw, err := os.ReadFile("../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range app.Commands {
			if !strings.Contains(string(raw), "`fuhe "+c.Name) {
				t.Errorf("%s does not name fuhe %s", file, c.Name)
			}
			for _, f := range c.VisibleFlags() {
				if !slices.ContainsFunc(f.Names(), func(name string) bool { return namesOption(string(raw), name) }) {
					t.Errorf("%s does not name --%s of fuhe %s", file, f.Names()[0], c.Name)
				}
			}
		}
	}
}

// namesOption reports whether a text has an option in code, by its name or its letter.
func namesOption(markdown, name string) bool {
	dashes := "--"
	if len(name) == 1 {
		dashes = "-"
	}
	return regexp.MustCompile("[` ]" + dashes + name + "[` ]").MatchString(markdown)
}

// The rules of one's own that score/own/README.md shows are a file that fuhe takes.
func TestREADMERulesAreTaken(t *testing.T) {
	raw, err := os.ReadFile("../../score/own/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, yaml, found := strings.Cut(string(raw), "```yaml\n")
	if !found {
		t.Fatal("score/own/README.md shows no rules of one's own")
	}
	yaml, _, _ = strings.Cut(yaml, "```")
	if _, err := own.Load(strings.NewReader(yaml), "README.md", fuhe.EN); err != nil {
		t.Error(err)
	}
}
