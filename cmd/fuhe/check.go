package main

import (
	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/console"
)

// checkCommand reads every form in the inputs, recomputes it and prints the findings.
func (s *commands) checkCommand() *cli.Command {
	return &cli.Command{
		Name:         "check",
		Usage:        s.Say("复核自评表并列出不一致之处", "recompute forms and print what does not add up"),
		UsageText:    "fuhe check form.pdf\nfuhe check --format json published/ > findings.json\nfuhe check --fail-on warning archive.zip",
		ArgsUsage:    "FILE|FOLDER|ZIP|- …",
		Flags:        append(s.sharedFlags(), s.formatFlag(console.Formats()...), s.rulesFlag(), s.baselineFlag(), s.verifyFlag(), s.choice(flagColor, console.DefaultColor, console.Colors(), "颜色；auto 只在终端上使用", "colour; auto uses it on a terminal only")),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			if err := s.take(c); err != nil {
				return err
			}
			return s.Check(c.Context)
		},
	}
}
