package main

import (
	"bytes"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/run"
	"fuhe/render"
)

// paths are the inputs as named: on the command line, with patterns that the shell left, and in a list.
func (s *commands) paths(c *cli.Context) ([]string, error) {
	var paths []string
	for _, p := range c.Args().Slice() {
		if p == "" {
			return nil, s.UsageErrorf("有一个路径是空的", "one of the paths is empty")
		}
		paths = append(paths, run.Expand(p)...)
	}
	listed, err := s.listedPaths(c.String(flagFilesFrom), c.Bool(flagNull))
	if err != nil {
		return nil, err
	}
	if c.String(flagFilesFrom) == "-" && slices.Contains(slices.Concat(paths, listed), "-") {
		return nil, s.UsageErrorf("标准输入只能读一次：是路径的清单，或者就是一个文件（-）", "standard input is read once: it is the list of paths, or it is a file (-)")
	}
	paths = append(paths, listed...)
	if len(paths) == 0 && c.String(flagFilesFrom) == "" && c.Command.Name != "serve" { // that one takes files that are dropped onto it
		return nil, s.UsageErrorf("%s 需要至少一个文件、文件夹、.zip 或 -", "%s needs a file, a folder, a .zip, or -", c.Command.Name)
	}
	return paths, nil
}

// listedPaths reads a list of paths: one a line, or each ended by NUL.
func (s *commands) listedPaths(list string, null bool) ([]string, error) {
	var from io.Reader
	switch list {
	case "":
		if null {
			return nil, s.UsageErrorf("-0 须与 --files-from 同用", "-0 goes with --files-from")
		}
		return nil, nil
	case "-":
		from = s.Stdin
	default:
		f, err := s.openOption(flagFilesFrom, list)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	raw, err := io.ReadAll(from)
	if err != nil {
		return nil, s.unusable(flagFilesFrom, list, err)
	}
	end := "\n"
	if null {
		end = "\x00"
	} else if bytes.IndexByte(raw, 0) >= 0 {
		return nil, s.UsageErrorf("--files-from %s：其中有 NUL（如 find -print0 所写），请加 -0", "--files-from %s: it holds NULs, as find -print0 writes them; give -0, too", render.Path(list))
	}
	var paths []string
	for _, p := range strings.Split(strings.TrimPrefix(string(raw), "\uFEFF"), end) {
		if !null {
			p = strings.TrimSuffix(p, "\r")
		}
		if p != "" {
			paths = append(paths, p)
		}
	}
	return paths, nil
}

func (s *commands) checkShard(_ *cli.Context, text string) error {
	if _, err := run.ParseShard(text); err != nil {
		return s.UsageErrorf("--shard 应为 i/n，如 2/5，不能是 %q", "--shard takes i/n, as 2/5, not %q", text)
	}
	return nil
}

func (s *commands) checkTimeout(_ *cli.Context, d time.Duration) error {
	if d <= 0 {
		return s.UsageErrorf("--timeout 应大于 0，如 30s", "--timeout takes a time above 0, as 30s")
	}
	return nil
}

// limitMemory has the garbage collector keep within a size as far as what is in use allows.
func (s *commands) limitMemory(_ *cli.Context, text string) error {
	size, err := parseBytes(text)
	if err != nil {
		return s.UsageErrorf("--memory 应如 1GiB 或 500MB，不能是 %q", "--memory takes a size, as 1GiB or 500MB, not %q", text)
	}
	debug.SetMemoryLimit(size)
	return nil
}

// parseBytes reads a size with a unit.
func parseBytes(text string) (int64, error) {
	text = strings.ToUpper(strings.TrimSpace(text))
	digits := strings.TrimRight(text, "BIKMGT ")
	var unit int64
	switch strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(text[len(digits):]), "B"), "I") {
	case "":
		unit = 1
	case "K":
		unit = 1 << 10
	case "M":
		unit = 1 << 20
	case "G":
		unit = 1 << 30
	case "T":
		unit = 1 << 40
	}
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil || unit == 0 || n <= 0 || n*float64(unit) > 1<<50 {
		return 0, fmt.Errorf("%q is no size", text)
	}
	return int64(n * float64(unit)), nil
}
