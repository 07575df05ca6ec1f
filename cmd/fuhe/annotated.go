package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/output"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/annotate"
)

// annotateFlag is --annotate.
func (s *commands) annotateFlag() cli.Flag {
	return &cli.StringFlag{Name: flagAnnotate, TakesFile: true, Usage: s.Say("把发现以方框和批注加到 PDF 的副本上（原有字节不变；限一个 PDF）", "add the findings to a copy of the PDF as boxes with notes, behind its own bytes (one PDF only)")}
}

// further has the papers that a check is asked for besides its answer written when all are judged.
func (s *commands) further(c *cli.Context) error {
	path := c.String(flagAnnotate)
	if path == "" && c.String(flagDocx) == "" {
		return nil
	}
	if err := s.folderWanted("--"+flagDocx, c.String(flagDocx)); err != nil {
		return err
	}
	if s.Format == "jsonl" {
		return s.UsageErrorf("--annotate 和 --docx 不能与 --format jsonl 同时使用", "--annotate and --docx do not go with --format jsonl")
	}
	var inputs []extract.Input
	if path != "" {
		if inputs = extract.WithoutAttached(extract.Walk(s.Paths, s.Stdin)); len(inputs) != 1 {
			return s.UsageErrorf("--annotate 只接受一个 PDF，这里有 %d 个文件", "--annotate takes one PDF, and there are %d files", len(inputs))
		}
		if !strings.EqualFold(filepath.Ext(path), ".pdf") {
			return s.UsageErrorf("--annotate 应为 .pdf 文件，不能是 %s", "--annotate takes a .pdf file, not %s", path)
		}
		if sameFile(inputs[0].Path, path) {
			return s.UsageErrorf("输出 %s 就是输入文件，不会覆盖输入", "output %s is an input; inputs are never overwritten", path)
		}
	}
	s.Done = func(docs []fuhe.Document) error {
		for i := range docs {
			if path == "" || docs[i].Path != inputs[0].Path { // files attached to the PDF come with it
				continue
			}
			if err := s.annotate(c, inputs[0], &docs[i], path); err != nil {
				return err
			}
		}
		return s.writeDocx(c, docs)
	}
	return nil
}

// annotate writes the annotated copy of a PDF.
func (s *commands) annotate(c *cli.Context, in extract.Input, doc *fuhe.Document, wanted string) error {
	if doc.Format != fuhe.PDF {
		return s.UsageErrorf("--annotate 只接受 PDF，%s 不是", "--annotate takes a PDF, and %s is none", doc.Path)
	}
	to := &output.Target{Path: wanted, Single: true, Force: c.Bool(flagForce), Ours: s.ours}
	to.Protect(in.File)
	path, err := to.Whole()
	if err != nil {
		return err
	}
	notes := s.notes(doc)
	if len(doc.Reports) == 0 {
		fmt.Fprintf(s.Stderr, s.Say("fuhe: %s 中没有读到自评表，未写出\n", "fuhe: no form was read in %s, nothing written\n"), render.Plain(doc.Path))
		return nil
	}
	if len(notes) == 0 {
		fmt.Fprintf(s.Stderr, s.Say("fuhe: %s 的页面上没有发现，未写出\n", "fuhe: nothing was found on the pages of %s, nothing written\n"), render.Plain(doc.Path))
		return nil
	}
	annotated, err := extract.Annotate(c.Context, in, doc, s.Reading, notes)
	if err != nil {
		return fmt.Errorf("%s: %w", doc.Path, err)
	}
	err = writeInto(path, func(w io.Writer) error {
		_, err := w.Write(annotated)
		return err
	})
	if err != nil {
		return err
	}
	output.Sign(path)
	if !s.Quiet {
		fmt.Fprintf(s.Stderr, s.Say("fuhe: 已写出 %s%s\n", "fuhe: wrote %s%s\n"), render.Plain(path), s.beside(to, path))
	}
	return nil
}

// notes are the findings of a document as notes on its pages.
func (s *commands) notes(doc *fuhe.Document) []extract.Note {
	sizes := map[int]fuhe.PageSize{}
	for _, size := range doc.PageSizes {
		sizes[size.Page] = size
	}
	var notes []extract.Note
	for _, n := range annotate.Notes(doc, s.Lang) {
		note := extract.Note{Size: sizes[n.At.Page], Box: n.At.Box, Text: n.Text, Color: [3]uint8{0xD9, 0x8C, 0}}
		if n.Error {
			note.Color = [3]uint8{0xD0, 0x02, 0x1B}
		}
		notes = append(notes, note)
	}
	return notes
}
