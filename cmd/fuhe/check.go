package main

import (
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"fuhe"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/workbook"
	"fuhe/score"
)

// checkCommand reads every form in the inputs, recomputes it and prints the findings.
func (s *session) checkCommand() *cli.Command {
	return &cli.Command{
		Name:         "check",
		Usage:        s.say("复核自评表并列出不一致之处", "recompute forms and print what does not add up"),
		UsageText:    "fuhe check form.pdf\nfuhe check --format json published/ > findings.json\nfuhe check --fail-on warning archive.zip",
		ArgsUsage:    "FILE|FOLDER|ZIP|- …",
		Flags:        append(s.sharedFlags(), s.formatFlag(), s.rulesFlag(), s.baselineFlag(), s.verifyFlag(), s.choice(flagColor, "auto", []string{"auto", "always", "never"}, "颜色；auto 只在终端上使用", "colour; auto uses it on a terminal only")),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			return s.print(c, s.reading(c))
		},
	}
}

// tablesCommand shows every ruled table, form or not.
func (s *session) tablesCommand() *cli.Command {
	return &cli.Command{
		Name:         "tables",
		Usage:        s.say("列出输入中的全部表格（含合并单元格）", "print every table of the inputs, with merged cells"),
		UsageText:    "fuhe tables --format json report.pdf\nfuhe tables report.pdf -o tables.xlsx",
		ArgsUsage:    "FILE|FOLDER|ZIP|- …",
		Flags:        append(s.sharedFlags(), s.formatFlag(), s.outFlag(), s.debugFlag()),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			o := s.reading(c)
			o.Tables = true
			if path := c.String(flagDebug); path != "" {
				return s.draw(c, o, path)
			}
			if c.String(flagOut) != "" {
				return s.writeTables(c, o)
			}
			return s.print(c, o)
		},
	}
}

// print reads the inputs and prints each document in the format asked for: text and jsonl as each is done, json at the end.
func (s *session) print(c *cli.Context, o extract.Options) error {
	var all []fuhe.Document
	format := c.String(flagFormat)
	show := s.textPrinter(c, o.Tables)
	err := s.readInputs(c, o, func(_ extract.Input, doc fuhe.Document) error {
		if format == "jsonl" {
			s.dropKnown(doc)
			s.weigh(c, doc)
			return render.JSONL(s.stdout, doc)
		}
		all = append(all, doc)
		return nil
	})
	if err != nil || format == "jsonl" {
		return err
	}
	score.Across(all, s.lang) // jsonl cannot wait for it
	for _, doc := range all {
		s.dropKnown(doc)
		s.weigh(c, doc)
	}
	if format == "json" {
		return render.JSON(s.stdout, all, version)
	}
	return show(all)
}

// textPrinter prints documents for people.
func (s *session) textPrinter(c *cli.Context, tables bool) func([]fuhe.Document) error {
	if tables {
		return func(docs []fuhe.Document) error { return workbook.TablesText(s.stdout, docs, s.lang) }
	}
	o := render.TextOptions{Lang: s.lang, Color: s.colored(c), Quiet: c.Bool(flagQuiet)}
	return func(docs []fuhe.Document) error { return render.Text(s.stdout, docs, o) }
}

// colored follows --color, and NO_COLOR as other tools do.
func (s *session) colored(c *cli.Context) bool {
	switch c.String(flagColor) {
	case "always":
		return true
	case "never":
		return false
	}
	f, ok := s.stdout.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == ""
}
