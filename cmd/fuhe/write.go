package main

import (
	"bytes"
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
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/review"
	"fuhe/render/workbook"
	"fuhe/score"
)

// convertCommand writes the forms as spreadsheets, nothing corrected.
func (s *commands) convertCommand() *cli.Command {
	return &cli.Command{
		Name:         "convert",
		Usage:        s.Say("把自评表原样转成 Excel", "write the forms as spreadsheets, as printed"),
		UsageText:    "fuhe convert form.pdf -o form.xlsx\nfuhe convert published/ -o workbooks/",
		ArgsUsage:    "FILE|FOLDER|ZIP|- …",
		Flags:        append(s.sharedFlags(console.NeverFail), s.outFlag(), s.forceFlag()),
		OnUsageError: s.onUsageError,
		Action:       func(c *cli.Context) error { return s.write(c, workbook.Options{Lang: s.Lang}, false) },
	}
}

// correctCommand writes them with the derived entries corrected, marked and explained.
func (s *commands) correctCommand() *cli.Command {
	return &cli.Command{
		Name:  "correct",
		Usage: s.Say("转成 Excel，并以公式更正重算不符的数（标色、批注、清单）", "write the forms as spreadsheets with derived entries corrected by live formulas, marked and explained"),
		UsageText: "fuhe correct form.pdf -o corrected.xlsx\nfuhe correct form.xlsx -o corrected/\n" +
			s.Say("输入为 .xlsx 时在其副本上更正，其余内容不变", "an .xlsx input is corrected in a copy of itself, everything else in it stays"),
		ArgsUsage:    "FILE|FOLDER|ZIP|- …",
		Flags:        append(append(s.sharedFlags(console.NeverFail), s.paperFlags()...), s.outFlag(), s.forceFlag(), s.rulesFlag(), s.aliasesFlag(), s.disarmFlag(), s.reviewFlag(), s.docxFlag(), s.causesFlag()),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			return s.write(c, workbook.Options{Lang: s.Lang, Causes: s.Causes, Disarm: c.Bool(flagDisarm), Corrections: func(r *fuhe.Report) []fuhe.Correction {
				return score.Recompute(r, s.Scoring)
			}}, true)
		},
	}
}

// read is an input with what was read from it.
type read struct {
	in       extract.Input
	doc      fuhe.Document
	password string // it may have been typed for this input
}

// inPlace reports whether an input is a workbook that is corrected in a copy of itself.
func (r read) inPlace(correct bool) bool { return correct && r.doc.Format == fuhe.XLSX }

// suffix is the suffix of the workbook written for an input: .xlsm for a corrected one with macros.
func (r read) suffix(o workbook.Options, correct bool) (string, error) {
	if !r.inPlace(correct) {
		return ".xlsx", nil
	}
	input, err := r.in.Bytes()
	if err != nil {
		return "", fmt.Errorf("%s: %w", r.in.Path, err)
	}
	return workbook.Suffix(input, o.Password), nil
}

// write reads the inputs and writes the workbooks.
func (s *commands) write(c *cli.Context, o workbook.Options, correct bool) error {
	if err := s.take(c); err != nil {
		return err
	}
	if correct {
		if err := errors.Join(s.takeReview(c), s.takePapers(c)); err != nil {
			return err
		}
	}
	to, err := s.newTarget(c)
	if err != nil {
		return err
	}
	s.Output, s.Wrote = to.Path, workbook.Sealed
	s.Inputs = func(inputs []extract.Input) {
		for _, in := range inputs {
			to.Protect(in.File)
			if !in.Settled() { // nothing is written for what is passed over, such as what an earlier run wrote
				to.Expect(in.Path)
			}
		}
	}
	w := &writing{commands: s, to: to, options: o, correct: correct}
	var all []read
	var kept keeping
	err = s.Read(c.Context, func(in extract.Input, doc fuhe.Document) error {
		s.known(in)
		r := read{in, doc, s.Reading.Password}
		if correct || to.Single {
			all = append(all, r)
			kept.add(&doc)
		} else if len(doc.Reports) > 0 { // stderr has said why there are none
			w.one(r)
		}
		if !correct { // else what the forms say of each other is known when all are there
			s.Weigh(doc)
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case correct:
		return w.compareAndWrite(c, all)
	case to.Single:
		return w.whole(all)
	}
	w.sayNone()
	return nil
}

// writing is what one run writes.
type writing struct {
	*commands
	to      *output.Target
	options workbook.Options
	correct bool
	written int
	refused bool // something could not be written, which was said
}

// one writes the workbook of one input. One that cannot be written costs itself only.
func (w *writing) one(r read) {
	w.options.Password = r.password
	suffix, err := r.suffix(w.options, w.correct)
	if err == nil {
		var path string
		if path, err = w.to.For(r.doc.Path, suffix); err == nil {
			err = w.workbook(path, []read{r})
		}
	}
	if err != nil {
		w.refused = true
		w.failed(err)
	}
}

// whole writes one workbook for all inputs.
func (w *writing) whole(all []read) error {
	w.options.Password = w.Reading.Password
	var forms []read
	for _, r := range all {
		if len(r.doc.Reports) > 0 {
			forms = append(forms, r)
		}
	}
	if len(forms) == 0 {
		return fmt.Errorf("%s: %s", w.to.Path, w.Say("没有读到自评表，未写出", "no form was read, nothing written"))
	}
	suffix := ".xlsx"
	if len(all) == 1 {
		var err error
		if suffix, err = forms[0].suffix(w.options, w.correct); err != nil {
			return err
		}
	}
	if !strings.EqualFold(filepath.Ext(w.to.Path), suffix) { // a spreadsheet program would refuse it
		return w.UsageErrorf("-o %s：这份工作簿的后缀应为 %s", "-o %s: this workbook must be named %s", w.to.Path, suffix)
	}
	path, err := w.to.Whole()
	if err != nil {
		return err
	}
	return w.workbook(path, all)
}

// workbook writes one workbook and says so: a corrected copy of a single .xlsx input, else the forms laid out again.
func (w *writing) workbook(path string, all []read) error {
	w.sayProtection(path, all, w.correct)
	forms, corrected, held := 0, 0, 0
	o := w.options
	o.Across = w.acrossOf(all)
	if w.correct {
		wanted := path
		if w.to.Single {
			wanted = w.to.Path
		}
		o.Papers, o.Same = w.papersFor(wanted), score.Same
	}
	docs := make([]fuhe.Document, len(all))
	for i, r := range all {
		docs[i] = r.doc
		forms += len(r.doc.Reports)
	}
	if o.Corrections != nil {
		o.Corrections = w.held(docs, &corrected, &held)
	}
	if w.drawn == nil { // pictures are told by what is printed
		o.Laid = func(r *fuhe.Report) { r.Printed = fuhe.Printed{} }
	}
	err := writeInto(path, func(to io.Writer) error {
		var out bytes.Buffer
		if len(all) == 1 && all[0].inPlace(w.correct) {
			input, err := all[0].in.Bytes()
			if err != nil {
				return fmt.Errorf("%s: %w", all[0].in.Path, err)
			}
			if err := workbook.Correct(&out, input, w.withAcross(docs[0].Reports, o.Across), o); err != nil {
				return err
			}
		} else if err := workbook.Write(&out, docs, o); err != nil {
			return err
		}
		return workbook.Seal(to, out.Bytes(), console.Version())
	})
	if err != nil {
		return err
	}
	w.written++
	w.sayWritten(path, forms, corrected, held)
	return nil
}

// held gives the corrections of these documents that people's verdicts leave, and counts them and the others.
func (w *writing) held(docs []fuhe.Document, corrected, held *int) func(*fuhe.Report) []fuhe.Correction {
	var verdicts review.Review
	if w.review != nil {
		verdicts = w.review.Review()
	}
	return func(r *fuhe.Report) []fuhe.Correction {
		made, left := verdicts.Hold(docs, r, w.options.Corrections(r))
		*corrected += len(made)
		*held += left
		return made
	}
}

// writeInto writes a file whole or not at all, and the folder it goes into where there is none.
func writeInto(path string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return render.WriteFile(path, write)
}

// sayWritten names an output on a line of its own.
func (w *writing) sayWritten(path string, forms, corrected, held int) {
	if w.Quiet {
		return
	}
	line := fmt.Sprintf(w.Say("已写出 %s：自评表 %d 张", "wrote %s: forms %d"), render.Path(path), forms)
	if w.correct {
		line += fmt.Sprintf(w.Say("，更正 %d 处", ", corrections %d"), corrected)
	}
	if held > 0 {
		line += fmt.Sprintf(w.Say("，按复核记录判为不属实而保持原样 %d 处", ", left as printed by a verdict of the review file %d"), held)
	}
	fmt.Fprintln(w.Stdout, line+w.beside(w.to, path))
}

// beside is what is said of an output that could not have the name it was given, for another file has it; "" for one that has.
func (s *commands) beside(to *output.Target, path string) string {
	if !to.Single || path == to.Path {
		return ""
	}
	return fmt.Sprintf(s.Say("（%s 不是 fuhe 写的，或写出后被改过，保持原样；--force 可覆盖）", " (%s was not written by fuhe, or was changed since, and stays; --force overwrites it)"), render.Path(to.Path))
}

// failed says what could not be written; the others are.
func (s *commands) failed(err error) {
	fmt.Fprintf(s.Stderr, "fuhe: %s\n", render.Plain(s.Why(err)))
	s.Status = console.Unread
}

// sayProtection says what becomes of the protection of encrypted inputs.
func (s *commands) sayProtection(path string, forms []read, correct bool) {
	for _, f := range forms {
		switch input, err := f.in.Bytes(); {
		case err != nil || !workbook.Protected(input):
		case len(forms) == 1 && f.inPlace(correct):
			fmt.Fprintf(s.Stderr, s.Say("fuhe: %s 已加密，输出 %s 用同一口令加密\n", "fuhe: %s is encrypted; %s is encrypted with the same password\n"), render.Path(f.in.Path), render.Path(path))
		default:
			fmt.Fprintf(s.Stderr, s.Say("fuhe: %s 已加密，输出 %s 未加密\n", "fuhe: %s is encrypted; %s is not\n"), render.Path(f.in.Path), render.Path(path))
		}
	}
}
