package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/page"
	"fuhe/render"
	"fuhe/render/paper"
	"fuhe/render/report"
	"fuhe/render/workbook"
	"fuhe/score"
)

// serveCommand shows the same work in a browser.
func (s *commands) serveCommand() *cli.Command {
	return &cli.Command{
		Name:      "serve",
		Usage:     s.Say("在浏览器中复核：原页与发现并列，逐条判断并导出", "review in a browser: pages beside findings, verdicts, exports"),
		UsageText: "fuhe serve published/\nfuhe serve --no-browser --port 8123 form.pdf",
		ArgsUsage: "[FILE|FOLDER|ZIP …]",
		Flags: append(append(s.sharedFlags(console.NeverFail), s.paperFlags()...), s.rulesFlag(), s.aliasesFlag(), s.reviewFlag(),
			&cli.BoolFlag{Name: flagNoBrowser, Usage: s.Say("不打开浏览器；第一行打印的网址含口令", "open no browser; the first line printed is the URL with its token")},
			&cli.IntFlag{Name: flagPort, Usage: s.Say("端口；默认任取一个空闲的", "port; default a free one"), Action: s.checkPort}),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			if err := s.take(c); err != nil {
				return err
			}
			if err := s.someInput(); err != nil {
				return err
			}
			if err := s.takeReview(c); err != nil {
				return err
			}
			if err := s.takePapers(c); err != nil {
				return err
			}
			return s.serve(c)
		},
	}
}

// serve shows the page until the person has enough, or the program is interrupted.
func (s *commands) serve(c *cli.Context) error {
	folder, err := os.MkdirTemp("", "fuhe-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	kept := filepath.Join(filepath.Dir(s.review.Path()), paper.FileName)
	papers, err := page.OpenPapers(kept, s.papers.Particulars, s.Lang)
	if err != nil {
		return console.UsageError{Message: console.Reason(err, s.Lang)}
	}
	server, err := page.Listen(page.Options{
		Papers: papers,
		Lang:   s.Lang, Run: s.Options, From: s.From, Review: s.review, Rules: s.ruleTexts(), Exports: s.exports(papers), Folder: folder, Port: c.Int(flagPort), Token: rand.Text(),
		Took: s.SayUnread, Reason: func(err error) string { return console.Reason(err, s.Lang) },
	})
	if err != nil {
		return s.portError(c.Int(flagPort), err)
	}
	fmt.Fprintln(s.Stdout, server.URL())
	if !s.Quiet {
		fmt.Fprintln(s.Stderr, s.Say("fuhe: 仅本机可访问；按 Ctrl-C 结束。判断记入 ", "fuhe: for this machine only; Ctrl-C ends it. Verdicts go to ")+s.review.Path())
	}
	if !c.Bool(flagNoBrowser) {
		if err := openBrowser(server.URL()); err != nil {
			fmt.Fprintf(s.Stderr, s.Say("fuhe: 浏览器未能打开（%v），请自行打开上面的网址\n", "fuhe: no browser was opened (%v); open the URL above\n"), err)
		}
	}
	s.drawn = server.Pictures()
	err = server.Serve(c.Context)
	s.ended(c.Context, server.Left())
	return err
}

// ended tells the end of the page, which Ctrl-C is for, from an interruption: one that comes from elsewhere, or before all was read.
func (s *commands) ended(ctx context.Context, left page.Left) {
	var by console.Interruption
	switch interrupted := errors.As(context.Cause(ctx), &by); {
	case interrupted && (left.Any() || by.Signal != syscall.SIGINT):
		s.Interrupted(ctx, left.Inputs)
	case left.Inputs > 0:
		fmt.Fprintf(s.Stderr, s.Say("fuhe: 页面已结束，%d 个文件未处理\n", "fuhe: the page was ended, %d files were not reached\n"), left.Inputs)
	}
	if !left.Counted {
		fmt.Fprint(s.Stderr, s.Say("fuhe: 输入的文件当时尚未数完，未处理的可能更多\n", "fuhe: the input files had not all been counted: more may not have been reached\n"))
	}
}

func (s *commands) checkPort(_ *cli.Context, port int) error {
	const last = 65535
	if port < 0 || port > last {
		return s.UsageErrorf("--port 应在 0 到 %[2]d 之间，不能是 %[1]d", "--port takes a number from 0 to %[2]d, not %[1]d", port, last)
	}
	return nil
}

// portError says of a port that cannot be listened on why, and what to do.
func (s *commands) portError(port int, err error) error {
	var call *os.SyscallError
	if port == 0 || !errors.As(err, &call) {
		return err
	}
	return fmt.Errorf(s.Say("端口 %d 不能用：%w；请换一个 --port，或不给出", "port %d cannot be used: %w; choose another --port, or none"), port, call.Err)
}

// openBrowser has the system open a URL.
func openBrowser(url string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", url).Start()
	case "darwin":
		return exec.Command("open", url).Start()
	}
	return exec.Command("xdg-open", url).Start()
}

// exports are the files that the page offers, of all documents as they stand.
func (s *commands) exports(papers *page.Papers) []page.Export {
	const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	return []page.Export{
		{Name: "fuhe-corrected.xlsx", Type: sheet, Label: fuhe.Phrase{ZH: "工作底稿（更正后的表、复核意见、底稿）", EN: "working papers: corrected forms, findings, working paper"}, Write: func(found page.Found) ([]byte, error) {
			var out, sealed bytes.Buffer
			p := *s.papers
			p.Run, p.Review, p.Particulars = s.From, s.review.Latest(), papers.Particulars()
			o := workbook.Options{Lang: s.Lang, Across: found.Across, Papers: &p, Corrections: func(r *fuhe.Report) []fuhe.Correction {
				made, _ := p.Review.Hold(found.Docs, r, score.Recompute(r, s.Scoring))
				return made
			}}
			if err := workbook.Write(&out, found.Docs, o); err != nil {
				return nil, err
			}
			err := workbook.Seal(&sealed, out.Bytes(), console.Version())
			return sealed.Bytes(), err
		}},
		{Name: "fuhe-report.html", Type: "text/html; charset=utf-8", Label: fuhe.Phrase{ZH: "复核报告（网页）", EN: "report as a web page"}, Write: s.exportReport},
		{Name: "fuhe-word.zip", Type: "application/zip", Label: fuhe.Phrase{ZH: "Word 底稿（审计取证单、问题清单）", EN: "Word papers (evidence sheets, list of problems)"}, Write: func(found page.Found) ([]byte, error) {
			return s.exportWord(found, papers.Particulars())
		}},
		{Name: "fuhe-findings.json", Type: "application/json", Label: fuhe.Phrase{ZH: "JSON", EN: "JSON"}, Write: func(found page.Found) ([]byte, error) {
			var out bytes.Buffer
			from := s.From
			from.Across = found.Across
			err := render.JSON(&out, found.Docs, from)
			return out.Bytes(), err
		}},
		{Name: "fuhe-findings.csv", Type: "text/csv; charset=utf-8", Label: fuhe.Phrase{ZH: "发现清单 CSV", EN: "findings as CSV"}, Write: func(found page.Found) ([]byte, error) {
			var out bytes.Buffer
			err := render.CSV(&out, found.Docs, found.Across, s.Lang)
			return out.Bytes(), err
		}},
	}
}

// exportReport is the report of what the page shows; one that is too large has no pictures.
func (s *commands) exportReport(found page.Found) ([]byte, error) {
	forms := 0
	for i := range found.Docs {
		forms += len(found.Docs[i].Reports)
	}
	o := s.reportOptions(s.drawn, "auto", forms)
	o.From.Across, o.Rolls = found.Across, score.Rolls(found.Docs, found.Across)
	var out bytes.Buffer
	err := report.Write(&out, found.Docs, o)
	if errors.Is(err, report.ErrLarge) && o.Picture != nil {
		out.Reset()
		o = s.reportOptions(s.drawn, "never", forms)
		o.From.Across, o.Rolls = found.Across, score.Rolls(found.Docs, found.Across)
		err = report.Write(&out, found.Docs, o)
	}
	if errors.Is(err, report.ErrLarge) {
		err = errors.New(s.Say("报告超过一个文件的限度，请用 fuhe report -o 写成文件夹", "the report is too large for one file; fuhe report -o writes it as a folder"))
	}
	return out.Bytes(), err
}
