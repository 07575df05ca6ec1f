package main

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
)

// What may stand next, for what is typed so far; the last word is the one being typed. More than is named may come only where
// there are too many to name.
func TestCompletion(t *testing.T) {
	for _, c := range []struct {
		typed, want string
		more        bool
	}{
		{"fuhe ", "check convert correct", true}, {"fuhe ch", "check", false}, {"fuhe check --for", "--format --force", false},
		{"fuhe check --format ", "text concise json jsonl", false}, {"fuhe check a.pdf --format j", "json jsonl", false},
		{"fuhe check --fail-on w", "warning", false}, {"fuhe --lang ", "zh en", false}, {"fuhe --lang en ru", "rules", false},
		{"fuhe rules f10", "F101 F102", true}, {"fuhe check --ignore q1", "Q102", true}, {"fuhe check --profile hu", "hubei", false}, {"fuhe help tab", "tables", false},
		{"fuhe completion p", "powershell", false}, {"fuhe tables --layout sheet-per-t", "sheet-per-table sheet-per-title", false}, {"fuhe rules --col", "--color", false},
		{"fuhe check -o ", ":path", false}, {"fuhe check --rules r", ":path", false}, {"fuhe check ", ":path", false}, {"fuhe diff a.json ", ":path", false},
		{"fuhe check --password ", "", false}, {"fuhe check --jobs ", "", false}, {"fuhe version ", "", false}, {"fuhe worker ", "", false},
	} {
		words := strings.Split(c.typed, " ")
		ask := completeWord
		if words[len(words)-1] == "" {
			words, ask = words[:len(words)-1], completeNext
		}
		var stdout, stderr bytes.Buffer
		if status := invoke(context.Background(), append(words, ask), strings.NewReader(""), &stdout, &stderr); status != 0 || stderr.Len() > 0 {
			t.Errorf("%q: status %d, %s", c.typed, status, stderr.String())
		}
		got, want := strings.Fields(stdout.String()), strings.Fields(c.want)
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("%q: no %s in %v", c.typed, w, got)
			}
		}
		if len(got) > len(want) && !c.more {
			t.Errorf("%q: %v, want %v", c.typed, got, want)
		}
	}
}

// The options that every command takes stand before its name, too, and a wrong value is refused there.
func TestOptionsBeforeTheCommand(t *testing.T) {
	for _, c := range []struct {
		args   string
		status int
		says   string
	}{
		{"fuhe --lang en rules F102", 0, "execution"}, {"fuhe --color never version", 0, "fuhe version"}, {"fuhe rules --color always F102", 0, "F102"},
		{"fuhe --color pink version", 2, "--color"}, {"fuhe --lang zh help check", 0, "--format"},
	} {
		var out bytes.Buffer
		if status := invoke(context.Background(), strings.Fields(c.args), strings.NewReader(""), &out, &out); status != c.status || !strings.Contains(out.String(), c.says) {
			t.Errorf("%s: status %d: %s", c.args, status, out.String())
		}
	}
}
