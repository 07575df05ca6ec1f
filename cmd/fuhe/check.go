package main

import (
	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/render/workbook"
)

// checkCommand reads every form in the inputs, recomputes it and prints the findings.
func (s *commands) checkCommand() *cli.Command {
	return &cli.Command{
		Name:         "check",
		Usage:        s.Say("复核自评表并列出不一致之处", "recompute forms and print what does not add up"),
		UsageText:    "fuhe check form.pdf\nfuhe check --format json published/ > findings.json\nfuhe check --fail-on warning archive.zip",
		ArgsUsage:    "FILE|FOLDER|ZIP|- …",
		Flags:        append(s.sharedFlags(), s.formatFlag(), s.rulesFlag(), s.baselineFlag(), s.verifyFlag(), s.choice(flagColor, console.DefaultColor, console.Colors(), "颜色；auto 只在终端上使用", "colour; auto uses it on a terminal only")),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			if err := s.take(c); err != nil {
				return err
			}
			return s.Check(c.Context)
		},
	}
}

// tablesCommand shows every ruled table, form or not.
func (s *commands) tablesCommand() *cli.Command {
	return &cli.Command{
		Name:         "tables",
		Usage:        s.Say("列出输入中的全部表格（含合并单元格）", "print every table of the inputs, with merged cells"),
		UsageText:    "fuhe tables --format json report.pdf\nfuhe tables report.pdf -o tables.xlsx",
		ArgsUsage:    "FILE|FOLDER|ZIP|- …",
		Flags:        append(s.sharedFlags(), s.formatFlag(), s.outFlag(), s.debugFlag()),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			if err := s.take(c); err != nil {
				return err
			}
			s.Reading.Tables = true
			if path := c.String(flagDebug); path != "" {
				return s.draw(c, path)
			}
			if c.String(flagOut) != "" {
				return s.writeTables(c)
			}
			return s.Print(c.Context, func(docs []fuhe.Document) error { return workbook.TablesText(s.Stdout, docs, s.Lang) })
		},
	}
}
