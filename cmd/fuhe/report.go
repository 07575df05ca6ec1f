package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/output"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/evidence"
	"fuhe/render/report"
	"fuhe/score"
)

// mostDrawn is how many forms of a run have their pages drawn where nothing is said: a page takes a tenth of a second.
const mostDrawn = 200

// reportCommand writes what was read and found as web pages.
func (s *commands) reportCommand() *cli.Command {
	return &cli.Command{
		Name:      "report",
		Usage:     s.Say("写出复核报告网页：每条发现附原页截图、算式、依据", "write a report as a web page: every finding with the picture of its evidence"),
		UsageText: "fuhe report published/ -o report.html",
		ArgsUsage: "FILE|FOLDER|ZIP|- …",
		Flags: append(s.sharedFlags(console.NeverFail), s.rulesFlag(), s.aliasesFlag(), s.reviewFlag(), s.forceFlag(),
			&cli.StringFlag{Name: flagOut, Aliases: []string{"o"}, TakesFile: true, Usage: s.Say("输出：.html 文件；超过一千张表或 10 MB 时为同名文件夹", "output: an .html file; over a thousand forms or 10 MB a folder of that name")},
			s.choice(flagPictures, "auto", []string{"auto", "always", "never"}, fmt.Sprintf("原页截图；auto 在 %d 张表以内附图，其余以表格行代替", mostDrawn), fmt.Sprintf("pictures of pages; auto has them up to %d forms, and rows of the form as a table beyond", mostDrawn))),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			if err := s.take(c); err != nil {
				return err
			}
			if err := s.takeReview(c); err != nil {
				return err
			}
			return s.writeReport(c)
		},
	}
}

// writeReport reads everything and writes the report.
func (s *commands) writeReport(c *cli.Context) error {
	to := &output.Target{Path: c.String(flagOut), Single: true, Force: c.Bool(flagForce), Ours: report.Unchanged}
	if ext := strings.ToLower(filepath.Ext(to.Path)); ext != ".html" && ext != ".htm" {
		return s.UsageErrorf("report 需要 -o 指明一个 .html 文件", "report needs -o with an .html file")
	}
	for _, in := range s.Paths {
		if sameFile(in, to.Path) {
			return s.UsageErrorf("-o %s 就是输入文件，不会覆盖输入", "-o %s is an input; inputs are never overwritten", to.Path)
		}
	}
	if err := s.someInput(); err != nil {
		return err
	}
	s.Output, s.Wrote = to.Path, to.Ours
	s.Inputs = func(inputs []extract.Input) {
		for _, in := range inputs {
			to.Protect(in.File)
		}
	}
	pictures := run.NewPictures(s.Reading)
	defer pictures.Close()
	var all []fuhe.Document
	var kept keeping
	err := s.Read(c.Context, func(in extract.Input, doc fuhe.Document) error {
		pictures.Add(in)
		all = append(all, doc)
		kept.add(&doc)
		return nil
	})
	if err != nil {
		return err
	}
	s.From.Across, s.From.NotReached = s.Together(all), s.NotReached
	for _, doc := range all {
		s.Weigh(doc)
	}
	o := s.reportOptions(pictures, c.String(flagPictures), kept.forms)
	o.Rolls = score.Rolls(all, s.From.Across)
	path, err := s.oneReport(to, all, o)
	if errors.Is(err, report.ErrLarge) {
		path, err = s.folderReport(to, all, o)
	}
	if err != nil {
		return err
	}
	(&writing{commands: s, to: to}).sayWritten(path, kept.forms, 0, 0)
	return nil
}

// reportOptions are what a report of so many forms holds.
func (s *commands) reportOptions(pictures *run.Pictures, wanted string, forms int) report.Options {
	o := report.Options{Lang: s.Lang, From: s.From, Rules: s.ruleTexts(), Review: s.review.Latest()}
	if wanted == "never" || wanted == "auto" && forms > mostDrawn {
		o.NoPictures = s.Say("本报告不附原页截图，以自评表的相关行代替（--pictures always 可附图）", "this report has no pictures of pages but the rows of the forms (--pictures always draws them)")
		return o
	}
	album := evidence.NewAlbum(pictures.Draw)
	o.Picture = func(doc *fuhe.Document, r *fuhe.Report, f *fuhe.Finding) ([]byte, error) {
		return album.Crop(doc, r, f.ID, evidence.Of(r, f))
	}
	return o
}

// oneReport writes one file, where the report fits into one.
func (s *commands) oneReport(to *output.Target, all []fuhe.Document, o report.Options) (string, error) {
	path, err := to.Whole()
	if err != nil {
		return "", err
	}
	return path, writeInto(path, func(w io.Writer) error { return report.Write(w, all, o) })
}

// folderReport writes a folder of the same name without its suffix; another one that stands there and is none of ours stays.
func (s *commands) folderReport(to *output.Target, all []fuhe.Document, o report.Options) (string, error) {
	base := strings.TrimSuffix(to.Path, filepath.Ext(to.Path))
	folder := base
	for n := 2; ; n++ {
		index := filepath.Join(folder, report.IndexName)
		if _, err := os.Stat(folder); errors.Is(err, os.ErrNotExist) || to.Force || report.Unchanged(index) {
			break
		}
		folder = fmt.Sprintf("%s (%d)", base, n)
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return "", err
	}
	err := report.Folder(all, o, func(name string, content func(io.Writer) error) error {
		return render.WriteFile(filepath.Join(folder, name), content)
	})
	return filepath.Join(folder, report.IndexName), err
}
