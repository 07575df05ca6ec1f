package main

import (
	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/run"
)

const (
	flagSample = "sample"
	flagSeed   = "seed"
	flagBy     = "by"
)

// sampleFlags choose forms for review.
func (s *commands) sampleFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: flagSample, Usage: s.Say("全部复核后，只列出抽中的 N 张表（按 --seed 可重现）", "check all forms and list N of them, chosen by --seed so that they can be drawn again"), Action: func(_ *cli.Context, n int) error {
			if n < 1 {
				return s.UsageErrorf("--sample 至少为 1，不能是 %d", "--sample takes a number from 1 up, not %d", n)
			}
			return nil
		}},
		&cli.Uint64Flag{Name: flagSeed, Usage: s.Say("抽样的种子", "seed of the sample")},
		s.choice(flagBy, "all", []string{"all", "unit"}, "从全部表中抽，或每个单位各抽 N 张", "N of all forms, or N of each unit"),
	}
}

// takeSample reads what is to be chosen.
func (s *commands) takeSample(c *cli.Context) error {
	n := c.Int(flagSample)
	switch {
	case n == 0 && (c.IsSet(flagSeed) || c.IsSet(flagBy)):
		return s.UsageErrorf("--seed、--by 与 --sample 同用", "--seed and --by go with --sample")
	case n == 0:
		return nil
	case s.Format == "jsonl":
		return s.UsageErrorf("--sample 要等全部文件读完，不能与 --format jsonl 同用", "--sample waits for all files; it does not go with --format jsonl")
	}
	s.Sample = &run.Sample{Forms: n, Seed: c.Uint64(flagSeed)}
	if c.String(flagBy) == "unit" {
		s.Sample.By = "unit"
	}
	return nil
}
