package main

import (
	"fmt"
	"strings"

	"fuhe/cmd/fuhe/run"
	"fuhe/render"
	"fuhe/score/baseline"
)

// asks tells whether a run with these options reports findings of a rule.
func asks(options map[string]string, rule string) bool {
	list := func(name string) []string {
		return strings.FieldsFunc(options[name], func(r rune) bool { return r == ',' })
	}
	return run.Selection{Select: list(flagSelect), Ignore: list(flagIgnore)}.Wants(rule)
}

// printChanges prints a finding a line, new ones first, what two runs cannot be compared in, and how many there are of each.
func (s *commands) printChanges(c baseline.Changes) error {
	for _, list := range []struct {
		sign    string
		entries []baseline.Entry
	}{{"+", c.New}, {"-", c.Resolved}} {
		for _, e := range list.entries {
			what := e.Published
			if e.Recomputed != "" {
				what += " → " + e.Recomputed
			}
			if _, err := fmt.Fprintf(s.Stdout, "%s %s: %s %s  %s  %s\n", list.sign, render.Path(e.Path), render.SeverityName(e.Severity, s.Lang), e.Rule, render.Plain(what), render.Plain(e.Message)); err != nil {
				return err
			}
		}
	}
	for _, line := range s.notCompared(c) {
		if _, err := fmt.Fprintln(s.Stdout, line); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(s.Stdout, s.Say("新出现 %d，已消除 %d，未变 %d\n", "new %d, resolved %d, unchanged %d\n"), len(c.New), len(c.Resolved), len(c.Unchanged))
	return err
}

// notCompared says what is in one run only, and what is therefore not counted as resolved.
func (s *commands) notCompared(c baseline.Changes) (lines []string) {
	say := func(n int, zh, en string, args ...any) {
		if n > 0 {
			lines = append(lines, fmt.Sprintf(s.Say(zh, en), args...))
		}
	}
	say(len(c.OnlyBefore), "只在旧结果中的文件 %d 个：%s", "only in the old run, %d files: %s", len(c.OnlyBefore), named(c.OnlyBefore))
	say(len(c.OnlyAfter), "只在新结果中的文件 %d 个：%s", "only in the new run, %d files: %s", len(c.OnlyAfter), named(c.OnlyAfter))
	say(len(c.NotRead), "新结果没有读到其表的发现 %d 条，不算已消除：%s", "findings of forms that the new run has not read, not counted as resolved, %d: %s", len(c.NotRead), ofFiles(c.NotRead))
	say(len(c.NotAsked), "新结果不核对其规则的发现 %d 条，不算已消除：%s", "findings of rules that the new run leaves out, not counted as resolved, %d: %s", len(c.NotAsked), ofRules(c.NotAsked))
	say(len(c.AskedSince), "新出现的发现中 %d 条所属规则旧结果没有核对", "of the new findings %d are of rules that the old run left out", len(c.AskedSince))
	if len(c.Profiles) == 2 {
		say(1, "两次所用评分规则不同：%s、%s", "the runs go by different profiles: %s, %s", c.Profiles[0], c.Profiles[1])
	}
	if c.OtherRules {
		say(1, "两次所用自定规则文件不同", "the runs go by different files of own rules")
	}
	return lines
}

// mostNamed is how many of a list are named in a line.
const mostNamed = 10

// named are paths in a line.
func named(paths []string) string {
	shown := make([]string, 0, mostNamed)
	for _, p := range paths[:min(len(paths), mostNamed)] {
		shown = append(shown, render.Path(p))
	}
	line := strings.Join(shown, ", ")
	if len(paths) > mostNamed {
		line += ", …"
	}
	return line
}

// ofFiles and ofRules are what findings are of, each once.
func ofFiles(entries []baseline.Entry) string {
	return each(entries, func(e baseline.Entry) string { return e.Path })
}

func ofRules(entries []baseline.Entry) string {
	return each(entries, func(e baseline.Entry) string { return e.Rule })
}

func each(entries []baseline.Entry, of func(baseline.Entry) string) string {
	var all []string
	met := map[string]bool{}
	for _, e := range entries {
		if name := of(e); !met[name] {
			met[name] = true
			all = append(all, name)
		}
	}
	return named(all)
}
