package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/extract"
	"fuhe/render"
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
		Flags:        append(s.sharedFlags(), s.outFlag()),
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
		Flags:        append(s.sharedFlags(), s.outFlag(), s.rulesFlag(), s.disarmFlag()),
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			return s.write(c, workbook.Options{Lang: s.Lang, Password: c.String(flagPassword), Disarm: c.Bool(flagDisarm), Corrections: func(r *fuhe.Report) []fuhe.Correction {
				return score.Recompute(r, s.Scoring)
			}}, true)
		},
	}
}

// read is an input with what was read from it.
type read struct {
	in  extract.Input
	doc fuhe.Document
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
	to, err := s.newTarget(c)
	if err != nil {
		return err
	}
	var forms []read
	taken := map[string]bool{}
	err = s.Read(c.Context, func(in extract.Input, doc fuhe.Document) error {
		if correct { // convert shows no findings, so none may fail it
			s.Weigh(doc)
		}
		switch {
		case len(doc.Reports) == 0: // stderr has said why
			return nil
		case to.single:
			forms = append(forms, read{in, doc})
			return nil
		}
		r := read{in, doc}
		suffix, err := r.suffix(o, correct)
		if err != nil {
			return err
		}
		return s.writeWorkbook(to.perInput(&doc, s.Paths, taken, suffix), []read{r}, o, correct)
	})
	if err != nil || !to.single {
		return err
	}
	if len(forms) == 0 {
		return fmt.Errorf("%s: %s", to.path, s.Say("没有读到自评表，未写出", "no form was read, nothing written"))
	}
	suffix, err := forms[0].suffix(o, correct && len(forms) == 1)
	if err != nil {
		return err
	}
	if !strings.EqualFold(filepath.Ext(to.path), suffix) { // a spreadsheet program would refuse it
		return s.UsageErrorf("-o %s：这份工作簿的后缀应为 %s", "-o %s: this workbook must be named %s", to.path, suffix)
	}
	return s.writeWorkbook(to.path, forms, o, correct)
}

// writeWorkbook writes one workbook: a corrected copy of a single .xlsx input, else the forms laid out again.
func (s *commands) writeWorkbook(path string, forms []read, o workbook.Options, correct bool) error {
	for _, f := range forms {
		if sameFile(f.in.Path, path) {
			return s.UsageErrorf("输出 %s 就是输入文件，不会覆盖输入", "output %s is an input; inputs are never overwritten", path)
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	s.sayProtection(path, forms, correct)
	return render.WriteFile(path, func(w io.Writer) error {
		if len(forms) == 1 && forms[0].inPlace(correct) {
			input, err := forms[0].in.Bytes()
			if err != nil {
				return fmt.Errorf("%s: %w", forms[0].in.Path, err)
			}
			return workbook.Correct(w, input, forms[0].doc.Reports, o)
		}
		docs := make([]fuhe.Document, len(forms))
		for i, f := range forms {
			docs[i] = f.doc
		}
		return workbook.Write(w, docs, o)
	})
}

// sayProtection says what becomes of the protection of encrypted inputs.
func (s *commands) sayProtection(path string, forms []read, correct bool) {
	for _, f := range forms {
		switch input, err := f.in.Bytes(); {
		case err != nil || !workbook.Protected(input):
		case len(forms) == 1 && f.inPlace(correct):
			fmt.Fprintf(s.Stderr, s.Say("fuhe: %s 已加密，输出 %s 用同一口令加密\n", "fuhe: %s is encrypted; %s is encrypted with the same password\n"), f.in.Path, path)
		default:
			fmt.Fprintf(s.Stderr, s.Say("fuhe: %s 已加密，输出 %s 未加密\n", "fuhe: %s is encrypted; %s is not\n"), f.in.Path, path)
		}
	}
}
