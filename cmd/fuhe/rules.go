package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"fuhe/score"
)

// rulesCommand prints the rule catalogue, or one rule with its basis and its example.
func (s *commands) rulesCommand() *cli.Command {
	return &cli.Command{
		Name:         "rules",
		Usage:        s.Say("列出复核规则；给出编号时说明该条的依据与示例", "list the rules, or explain one"),
		UsageText:    "fuhe rules\nfuhe rules F102",
		ArgsUsage:    "[ID]",
		Flags:        []cli.Flag{s.langFlag(), &cli.BoolFlag{Name: flagProfiles, Usage: s.Say("列出评分规则（--profile）", "list the profiles that --profile takes")}},
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			switch c.NArg() {
			case 0:
				if c.Bool(flagProfiles) {
					_, err := io.WriteString(s.Stdout, score.DescribeProfiles(s.Lang))
					return err
				}
				return s.listRules()
			case 1:
				rule := score.Find(strings.ToUpper(c.Args().First()))
				if rule == nil {
					return s.UsageErrorf("没有规则 %q；全部规则见 fuhe rules", "no rule %q; fuhe rules lists them", c.Args().First())
				}
				_, err := io.WriteString(s.Stdout, score.Describe(rule, s.Lang))
				return err
			}
			return s.UsageErrorf("rules 只接受一个编号", "rules takes one ID")
		},
	}
}

func (s *commands) listRules() error {
	w := tabwriter.NewWriter(s.Stdout, 0, 0, 2, ' ', 0)
	for _, r := range score.Rules() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.ID, r.Severity.Name(s.Lang), s.Say(r.Title.ZH, r.Name+"\t"+r.Title.EN))
	}
	return w.Flush()
}
