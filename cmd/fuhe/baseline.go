package main

import (
	"encoding/json"
	"fmt"

	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/console"
	"fuhe/score/baseline"
)

// baselineFlag is --baseline.
func (s *commands) baselineFlag() cli.Flag {
	return &cli.StringFlag{Name: flagBaseline, TakesFile: true, Usage: s.Say("只报告此前的结果（check --format json 的输出）中没有的发现", "report only what an earlier run (the output of check --format json) has not"), Action: s.loadBaseline}
}

// loadBaseline reads the earlier run before any input is.
func (s *commands) loadBaseline(_ *cli.Context, path string) error {
	before, err := s.readBaseline(path)
	if err != nil {
		return console.UsageError{Message: "--baseline " + console.Reason(err, s.Lang)}
	}
	s.Before = before
	return nil
}

func (s *commands) readBaseline(path string) (*baseline.Baseline, error) {
	f, err := s.open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.IsDir() {
		return nil, fmt.Errorf(s.Say("%s 是一个文件夹，应为文件", "%s is a folder, where a file is wanted"), path)
	}
	b, err := baseline.Load(f, s.Lang)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// diffCommand compares the findings of two runs.
func (s *commands) diffCommand() *cli.Command {
	return &cli.Command{
		Name:         "diff",
		Usage:        s.Say("比较两次复核的结果：已消除、新出现、未变", "compare the findings of two runs: resolved, new, unchanged"),
		UsageText:    "fuhe diff before.json after.json",
		ArgsUsage:    "OLD NEW",
		Flags:        []cli.Flag{s.langFlag(), s.choice(flagFormat, "text", []string{"text", "json"}, "输出形式", "output"), s.failOnFlag(console.DefaultFailOn)},
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			if c.NArg() != 2 {
				return s.UsageErrorf("diff 需要两个 JSON 文件：旧的、新的", "diff needs two JSON files: the old one and the new one")
			}
			var runs [2]*baseline.Baseline
			for i := range runs {
				var err error
				if runs[i], err = s.readBaseline(c.Args().Get(i)); err != nil {
					return err
				}
			}
			s.FailOn = c.String(flagFailOn)
			changes := baseline.Diff(runs[0], runs[1], asks)
			for _, e := range changes.New {
				s.Fail(e.Severity)
			}
			if c.String(flagFormat) == "json" {
				e := json.NewEncoder(s.Stdout)
				e.SetEscapeHTML(false)
				e.SetIndent("", "  ")
				return e.Encode(changes)
			}
			return s.printChanges(changes)
		},
	}
}
