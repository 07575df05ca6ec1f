package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/render"
	"fuhe/score"
)

// checkCommand reads every form in the inputs, recomputes it and prints the findings.
func (s *commands) checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     s.Say("复核自评表并列出不一致之处", "recompute forms and print what does not add up"),
		UsageText: "fuhe check form.pdf\nfuhe check --format json published/ > findings.json\nfuhe check --fail-on warning archive.zip",
		ArgsUsage: "FILE|FOLDER|ZIP|- …",
		Flags: append(slices.Concat(s.sharedFlags(console.DefaultFailOn), s.paperFlags(), s.sampleFlags()), s.formatFlag(console.Formats()...), s.rulesFlag(), s.aliasesFlag(), s.baselineFlag(), s.verifyFlag(), s.forceFlag(), s.reviewFlag(), s.docxFlag(), s.annotateFlag(), s.causesFlag(),
			&cli.StringFlag{Name: flagOut, Aliases: []string{"o"}, TakesFile: true, Usage: s.Say("写入文件，按后缀：", "write to a file, by its suffix: ") + strings.Join(checkSuffixes(), " ")},
			&cli.StringSliceFlag{Name: flagSelect, Usage: s.Say("只要这些规则的发现：F、F102、all", "only findings of these rules: F, F102, all")},
			&cli.StringSliceFlag{Name: flagIgnore, Usage: s.Say("不要这些规则的发现；更长的一个为准", "no findings of these rules; the longer of two that fit decides")},
			&cli.BoolFlag{Name: flagStatistics, Usage: s.Say("只打印按规则、单位、年度的计数", "print counts by rule, unit and year only")}),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) (err error) {
			if err := s.take(c); err != nil {
				return err
			}
			spill := spilling{}
			defer func() { err = errors.Join(err, spill.drop()) }()
			s.Scoring.Spill, s.Scoring.Keep = spill.begin, mostChecked
			if err := errors.Join(s.takeReview(c), s.takeSample(c)); err != nil {
				return err
			}
			if err := s.takePapers(c); err != nil {
				return err
			}
			if err := s.further(c); err != nil {
				return err
			}
			switch {
			case c.Bool(flagStatistics) && (c.String(flagOut) != "" || s.Format == "json" || s.Format == "jsonl"):
				return s.UsageErrorf("--statistics 只打印计数，不能与 -o 或 --format %s 同用", "--statistics prints counts, and does not go with -o or --format %s", "json|jsonl")
			case c.String(flagOut) != "":
				return s.checkInto(c)
			case c.Bool(flagStatistics) && s.Format == "text":
				s.Format = "concise" // printed when all are done
				return s.Print(c.Context, func(docs []fuhe.Document) error {
					return render.Statistics(s.Stdout, docs, s.titles(), render.TextOptions{Lang: s.Lang, Across: s.From.Across, Rolls: score.Rolls(docs, s.From.Across)})
				})
			}
			return s.Check(c.Context)
		},
	}
}
