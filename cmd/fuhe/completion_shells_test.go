//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shells has each say what may stand at the end of a line; the script of completion is at $1, and the line follows.
var shells = map[string][]string{
	"bash": {"bash", "--norc", "-c", `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _fuhe; printf '%s\n' "${COMPREPLY[@]}"`, "-"},
	"zsh":  {"zsh", "-f", "-c", `compdef() { : }; compadd() { shift; print -rl -- "$@" }; _files() { print -rl -- * }; source "$1"; shift; words=("$@"); CURRENT=$#; _fuhe`, "-"},
	"fish": {"fish", "--no-config", "-c", `source $argv[1]; complete -C (string join ' ' -- $argv[2..])`},
}

// The scripts work in the shells themselves, where these are installed.
func TestCompletionInShells(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"form.pdf", "jan.pdf", "notes 1.txt"} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for shell, ask := range shells {
		if _, err := exec.LookPath(ask[0]); err != nil {
			t.Logf("no %s here", shell)
			continue
		}
		script, err := exec.Command("fuhe", "completion", shell).Output()
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "script")
		if err := os.WriteFile(path, script, 0o666); err != nil {
			t.Fatal(err)
		}
		for typed, want := range map[string]string{
			"fuhe ch": "check", "fuhe check --for": "--force --format", "fuhe check --format ": "concise json jsonl text", "fuhe check --format j": "json jsonl",
			"fuhe rules f101": "F101", "fuhe --lang e": "en",
			"fuhe tables --layout ": "one-sheet sheet-per-table sheet-per-title", "fuhe check --password ": "", "fuhe check -o ": "1.txt form.pdf jan.pdf notes",
			"fuhe check ": "1.txt form.pdf jan.pdf notes", "fuhe rules f102": "F102", "fuhe check --select f102": "F102",
		} {
			c := exec.Command(ask[0], slices.Concat(ask[1:], []string{path}, strings.Split(typed, " "))...)
			c.Env = append(os.Environ(), "HOME="+t.TempDir(), "LANG=C.UTF-8")
			out, err := c.Output()
			if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
				t.Fatal(err)
			}
			got := strings.Fields(string(out))
			slices.Sort(got)
			if strings.Join(got, " ") != want {
				t.Errorf("%s, %q: %q, want %q", shell, typed, got, want)
			}
		}
	}
}
