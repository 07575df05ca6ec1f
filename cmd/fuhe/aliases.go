package main

import (
	"github.com/urfave/cli/v2"

	"fuhe/score"
)

const flagAliases = "aliases"

// aliasesFlag is --aliases.
func (s *commands) aliasesFlag() cli.Flag {
	return &cli.StringFlag{Name: flagAliases, TakesFile: true, Usage: s.Say("更名表：每行“旧名称 = 新名称”，单位或项目均可，跨表核对时视为同一个", "names of units and projects that are one, a line each: old name = new name"), Action: s.loadAliases}
}

// loadAliases reads the names that are one before any input is.
func (s *commands) loadAliases(_ *cli.Context, path string) error {
	f, err := s.openOption(flagAliases, path)
	if err != nil {
		return err
	}
	defer f.Close()
	s.Scoring.Aliases, err = score.ReadAliases(f, s.Lang)
	if err != nil {
		return s.unusable(flagAliases, path, err)
	}
	return nil
}
