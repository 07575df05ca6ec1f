package main

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/run"
)

// checkSelection refuses rules that there are none of: what selects nothing looks as if nothing had been found.
func (s *commands) checkSelection(wanted run.Selection) error {
	ids := ruleIDs()
	if own := s.Scoring.Own; own != nil {
		for _, check := range own.Checks {
			ids = append(ids, check.ID)
		}
		for _, check := range own.Groups {
			ids = append(ids, check.ID)
		}
	}
	for _, option := range []struct {
		name  string
		given []string
	}{{flagSelect, wanted.Select}, {flagIgnore, wanted.Ignore}} {
		for _, pattern := range option.given {
			fits := strings.EqualFold(pattern, "all") || pattern != "" && slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(strings.ToUpper(id), strings.ToUpper(pattern)) })
			if !fits {
				return s.UsageErrorf("--%s %q：没有这样的规则；fuhe rules 列出全部规则", "--%s %q: there is no such rule; fuhe rules lists them", option.name, pattern)
			}
		}
	}
	return nil
}

// checkExclude refuses patterns that are none.
func (s *commands) checkExclude(_ *cli.Context, patterns []string) error {
	for _, pattern := range patterns {
		for part := range strings.SplitSeq(filepath.ToSlash(pattern), "/") {
			if _, err := path.Match(part, ""); err != nil || pattern == "" {
				return s.UsageErrorf("--exclude 不能是 %q：方括号没有成对，或为空", "--exclude cannot be %q: a bracket does not end, or it is empty", pattern)
			}
		}
	}
	return nil
}

// noStream refuses - for an option that names what is written: workbooks and papers do not go to standard output, and a folder
// of that name is not what anybody means.
func (s *commands) noStream(option, value string) error {
	if value != "-" {
		return nil
	}
	return s.UsageErrorf("%[1]s -：不写到标准输出；请给出文件或文件夹（名为 - 的文件夹写作 ./-）", "%[1]s -: nothing is written to standard output here; name a file or folder (./- for a folder of that name)", option)
}

// folderWanted refuses a file where an option takes a folder.
func (s *commands) folderWanted(option, value string) error {
	if st, err := os.Stat(value); err == nil && !st.IsDir() {
		return s.UsageErrorf("%s %s 不是文件夹", "%s %s is no folder", option, value)
	}
	return s.noStream(option, value)
}
