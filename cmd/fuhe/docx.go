package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/output"
	"fuhe/cmd/fuhe/page"
	"fuhe/render"
	"fuhe/render/paper"
	"fuhe/render/word"
	"fuhe/render/workbook"
)

// docxFlag is --docx.
func (s *commands) docxFlag() cli.Flag {
	return &cli.StringFlag{Name: flagDocx, TakesFile: true, Usage: s.Say("在此文件夹写出 Word 底稿：每个单位一份审计取证单，和一份问题清单", "write Word papers into this folder: an evidence sheet (审计取证单) for each unit, and the list of problems (问题清单)")}
}

// writeDocx writes the Word papers of a run, where they are asked for.
func (s *commands) writeDocx(c *cli.Context, docs []fuhe.Document) error {
	folder := c.String(flagDocx)
	if folder == "" {
		return nil
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	o := s.wordOptions()
	to := &output.Target{Path: folder, Force: c.Bool(flagForce), Ours: workbook.Unchanged}
	one := func(name string, write func(io.Writer) error) error {
		path, err := to.For(name+".docx", ".docx")
		if err != nil {
			return err
		}
		err = render.WriteFile(path, func(w io.Writer) error {
			var out bytes.Buffer
			if err := write(&out); err != nil {
				return err
			}
			return workbook.Seal(w, out.Bytes(), console.Version())
		})
		if err == nil && !s.Quiet {
			fmt.Fprintf(s.Stderr, s.Say("fuhe: 已写出 %s\n", "fuhe: wrote %s\n"), render.Plain(path))
		}
		return err
	}
	for _, unit := range word.Units(docs, o) {
		name := s.Say("审计取证单", "evidence")
		if unit != "" {
			name += "-" + filepath.Base(output.SafePath(unit))
		}
		if err := one(name, func(w io.Writer) error { return word.Evidence(w, docs, unit, o) }); err != nil {
			return err
		}
	}
	return one(s.Say("问题清单", "problems"), func(w io.Writer) error { return word.Problems(w, docs, o) })
}

// wordOptions are what stands on the Word papers besides the findings.
func (s *commands) wordOptions() word.Options {
	o := word.Options{Lang: s.Lang, Rules: s.ruleTexts(), Across: s.From.Across}
	if s.papers != nil {
		o.Particulars = s.papers.Particulars
	}
	if s.review != nil {
		o.Review = s.review.Latest()
	}
	return o
}

// exportWord are the Word papers of what the page shows, in one zip.
func (s *commands) exportWord(found page.Found, p paper.Particulars) ([]byte, error) {
	o := s.wordOptions()
	o.Particulars = p
	o.Across = found.Across
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	one := func(name string, write func(io.Writer) error) error {
		w, err := z.Create(name + ".docx")
		if err != nil {
			return err
		}
		return write(w)
	}
	err := one(s.Say("问题清单", "problems"), func(w io.Writer) error { return word.Problems(w, found.Docs, o) })
	for i, unit := range word.Units(found.Docs, o) {
		name := fmt.Sprintf("%s-%d-%s", s.Say("审计取证单", "evidence"), i+1, filepath.Base(output.SafePath(unit)))
		err = errors.Join(err, one(name, func(w io.Writer) error { return word.Evidence(w, found.Docs, unit, o) }))
	}
	err = errors.Join(err, z.Close())
	return out.Bytes(), err
}
