package main

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/output"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/workbook"
	"fuhe/score"
)

// checkSuffixes are those of the files that check writes.
func checkSuffixes() []string {
	return []string{".txt", ".json", ".jsonl", ".csv", ".xlsx", ".sarif"}
}

// checkInto writes the findings into a file, in the format of its suffix.
func (s *commands) checkInto(c *cli.Context) error {
	to := &output.Target{Path: c.String(flagOut), Single: true, Force: c.Bool(flagForce), Ours: s.ours}
	if to.Path == "-" {
		return s.UsageErrorf("check 不给 -o 就打印到标准输出（形式用 --format）", "check prints to standard output where there is no -o (--format says how)")
	}
	suffix := strings.ToLower(filepath.Ext(to.Path))
	if !slices.Contains(checkSuffixes(), suffix) {
		return s.UsageErrorf("check 的 -o 应为 %s 文件", "check takes a file of %s for -o", strings.Join(checkSuffixes(), " "))
	}
	for _, in := range s.Paths {
		if sameFile(in, to.Path) {
			return s.UsageErrorf("-o %s 就是输入文件，不会覆盖输入", "-o %s is an input; inputs are never overwritten", to.Path)
		}
	}
	s.Output, s.Wrote = to.Path, to.Ours
	s.Inputs = func(inputs []extract.Input) {
		for _, in := range inputs {
			to.Protect(in.File)
		}
	}
	var all []fuhe.Document
	var kept keeping
	err := s.Read(c.Context, func(in extract.Input, doc fuhe.Document) error {
		s.known(in)
		all = append(all, doc)
		kept.add(&doc)
		return nil
	})
	if err != nil {
		return err
	}
	all = s.Compare(all)
	for _, doc := range all {
		s.Weigh(doc)
	}
	path, err := to.Whole()
	if err != nil {
		return err
	}
	if err := writeInto(path, func(w io.Writer) error { return s.writeFindings(w, to.Path, all) }); err != nil {
		return err
	}
	output.Sign(path)
	(&writing{commands: s, to: to}).sayWritten(path, kept.forms, 0, 0)
	s.SayKnown()
	return s.HandOn(all)
}

func (s *commands) writeFindings(w io.Writer, wanted string, docs []fuhe.Document) error {
	switch strings.ToLower(filepath.Ext(wanted)) {
	case ".json":
		s.From.Seconds, s.From.NotReached = time.Since(s.From.Started).Round(time.Millisecond).Seconds(), s.NotReached
		return render.JSON(w, docs, s.From)
	case ".jsonl":
		for _, doc := range docs {
			if err := render.JSONL(w, doc); err != nil {
				return err
			}
		}
		return render.AcrossLine(w, s.From.Across)
	case ".csv":
		return render.CSV(w, docs, s.From.Across, s.Lang)
	case ".sarif":
		return render.SARIF(w, docs, s.From.Across, console.Version(), s.titles())
	case ".xlsx":
		var out bytes.Buffer
		nothing := func(*fuhe.Report) []fuhe.Correction { return nil } // the findings are listed, the forms stay as printed
		if err := workbook.Write(&out, docs, workbook.Options{Lang: s.Lang, Causes: s.Causes, Corrections: nothing, Across: s.From.Across, Rolls: score.Rolls(docs, s.From.Across), Papers: s.papersFor(wanted), Same: score.Same}); err != nil {
			return err
		}
		return workbook.Seal(w, out.Bytes(), console.Version())
	}
	return render.Text(w, docs, render.TextOptions{Lang: s.Lang, Quiet: s.Quiet, Verbose: s.Verbose, Causes: s.Causes, Across: s.From.Across})
}

// titles are those of the rules, by their ids.
func (s *commands) titles() map[string]string {
	titles := map[string]string{}
	for _, r := range score.Rules() {
		titles[r.ID] = r.Title.In(s.Lang)
	}
	return titles
}
