package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/output"
	"fuhe/extract"
	"fuhe/render"
)

// draw writes what was read of each page of one PDF as a picture: page.svg, page-2.svg …
func (s *commands) draw(c *cli.Context, path string) error {
	if !strings.EqualFold(filepath.Ext(path), ".svg") {
		return s.UsageErrorf("--debug 应为 .svg 文件，不能是 %s", "--debug takes an .svg file, not %s", path)
	}
	if c.String(flagOut) != "" {
		return s.UsageErrorf("--debug 与 -o 不能同时使用", "--debug and -o do not go together")
	}
	if c.NArg() != 1 {
		return s.UsageErrorf("--debug 只接受一个 PDF", "--debug takes one PDF")
	}
	inputs := extract.WithoutAttached(extract.Walk(s.Paths, s.Stdin))
	if len(inputs) != 1 {
		return s.UsageErrorf("--debug 只接受一个 PDF，%s 里有 %d 个文件", "--debug takes one PDF, and %s holds %d files", c.Args().First(), len(inputs))
	}
	if sameFile(inputs[0].Path, path) {
		return s.UsageErrorf("输出 %s 就是输入文件，不会覆盖输入", "output %s is an input; inputs are never overwritten", path)
	}
	err := extract.Draw(inputs[0], s.Reading, func(page int, draw func(io.Writer) error) error {
		to := &output.Target{Path: pageName(path, page), Single: true, Force: c.Bool(flagForce), Ours: s.ours}
		to.Protect(inputs[0].File)
		name, err := to.Whole()
		if err != nil {
			return err
		}
		if err := writeInto(name, draw); err != nil {
			return err
		}
		output.Sign(name)
		if !s.Quiet {
			fmt.Fprintf(s.Stdout, s.Say("已写出 %s：第 %d 页%s\n", "wrote %s: page %d%s\n"), render.Path(name), page, s.beside(to, name))
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", render.Path(inputs[0].Path), err)
	}
	return nil
}

// pageName is the file of a page: the first has the name given, the others their number in it.
func pageName(path string, page int) string {
	if page == 1 {
		return path
	}
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), page, ext)
}
