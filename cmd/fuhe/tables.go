package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/tables"
	"fuhe/render/workbook"
)

// Flags of the command tables.
const (
	flagLayout = "layout"
	flagAsText = "as-text"
	flagPages  = "pages"
	flagTable  = "table"
	flagMatch  = "match"
	flagJoin   = "join"
	flagBreaks = "page-column"
	flagAround = "around"
)

// tablesCommand shows every ruled table, form or not, or writes them as sheets that compute.
func (s *commands) tablesCommand() *cli.Command {
	return &cli.Command{
		Name:  "tables",
		Usage: s.Say("列出输入中的全部表格，或写成可计算的工作表（数字为数值，跨页合一）", "print every table of the inputs, or write them as sheets that compute (figures as numbers, tables over pages whole)"),
		UsageText: "fuhe tables --format json report.pdf\nfuhe tables report.pdf -o tables.xlsx\nfuhe tables --match 收入决算表 --layout sheet-per-title published/ -o pivot.xlsx\n" +
			"fuhe tables --pages 3-7,9 report.pdf -o tables.csv",
		ArgsUsage: "FILE|FOLDER|ZIP|- …",
		Flags: append(s.sharedFlags(), s.formatFlag("text", "json", "jsonl"),
			&cli.StringFlag{Name: flagOut, Aliases: []string{"o"}, Usage: s.Say("输出文件，按后缀："+strings.Join(tables.Suffixes, " "), "output file, by its suffix: "+strings.Join(tables.Suffixes, " "))},
			s.choice(flagLayout, string(tables.SheetPerTable), tables.Layouts, "每表一张工作表，全部在一张，或同名表上下相接（带文件、页两列，可做透视表）", "a sheet per table, all on one, or tables of one title under one heading (with columns of file and page, for a pivot table)"),
			&cli.BoolFlag{Name: flagAsText, Usage: s.Say("数字按文本写出", "write figures as text")},
			&cli.StringFlag{Name: flagPages, Usage: s.Say("只取这些页上的表：3-7,9", "only tables on these pages: 3-7,9"), Action: s.checkPages},
			&cli.IntFlag{Name: flagTable, Usage: s.Say("只取每个文件的第 N 张表", "only the N-th table of each file"), Action: s.checkTable},
			&cli.StringFlag{Name: flagMatch, Usage: s.Say("只取表名含此文字的表", "only tables whose title holds this text")},
			&cli.BoolFlag{Name: flagJoin, Usage: s.Say("跨页的表合为一张（-o 总是如此）", "tables that go on over pages as one (-o always does)")},
			&cli.BoolFlag{Name: flagBreaks, Usage: s.Say("加一列写明每行所在的页", "a column that tells the page of each row")},
			s.choice(flagAround, "rows", []string{"rows", "comment"}, "表名、单位、附注写成行或批注", "title, unit and notes as rows or as a comment"),
			s.debugFlag()),
		OnUsageError: s.onUsageError,
		Action:       s.tables,
	}
}

// tables reads the tables and prints or writes them.
func (s *commands) tables(c *cli.Context) error {
	if err := s.take(c); err != nil {
		return err
	}
	s.Reading.Tables, s.Reading.Whole = true, c.Bool(flagJoin) || c.String(flagOut) != ""
	pages, err := tables.ParsePages(c.String(flagPages))
	if err != nil {
		return s.UsageErrorf("--pages 不能是 %q，应如 3-7,9", "--pages cannot be %q; it takes 3-7,9", c.String(flagPages))
	}
	chosen := tables.Choice{Pages: pages, Table: c.Int(flagTable), Match: c.String(flagMatch)}
	s.Choose = chosen.Of
	if path := c.String(flagDebug); path != "" {
		return s.draw(c, path)
	}
	if c.String(flagOut) != "" {
		return s.writeTables(c)
	}
	return s.Print(c.Context, func(docs []fuhe.Document) error { return workbook.TablesText(s.Stdout, docs, s.Lang) })
}

func (s *commands) checkPages(_ *cli.Context, text string) error {
	if _, err := tables.ParsePages(text); err != nil {
		return s.UsageErrorf("--pages 不能是 %q，应如 3-7,9", "--pages cannot be %q; it takes 3-7,9", text)
	}
	return nil
}

func (s *commands) checkTable(_ *cli.Context, n int) error {
	if n < 1 {
		return s.UsageErrorf("--table 从 1 数起，不能是 %d", "--table counts from 1, not %d", n)
	}
	return nil
}

// writeTables writes every table into one file, each document as soon as it is read.
func (s *commands) writeTables(c *cli.Context) error {
	path := c.String(flagOut)
	suffix := strings.ToLower(filepath.Ext(path))
	if !slices.Contains(tables.Suffixes, suffix) {
		return s.UsageErrorf("tables 的 -o 应为 %s 文件", "tables takes a file of %s for -o", strings.Join(tables.Suffixes, " "))
	}
	if _, err := s.newTarget(c); suffix == ".xlsx" && err != nil {
		return err
	}
	for _, in := range c.Args().Slice() {
		if sameFile(in, path) {
			return s.UsageErrorf("-o %s 就是输入文件，不会覆盖输入", "-o %s is an input; inputs are never overwritten", path)
		}
	}
	o := tables.Options{
		Lang: s.Lang, Layout: tables.Layout(c.String(flagLayout)), AsText: c.Bool(flagAsText),
		Pages: c.Bool(flagBreaks), Notes: c.String(flagAround) == "comment",
	}
	return render.WriteFile(path, func(out io.Writer) error {
		w, err := tables.New(out, suffix, o)
		if err != nil {
			return err
		}
		if err := s.Read(c.Context, func(_ extract.Input, doc fuhe.Document) error { return w.Add(doc) }); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return nil
	})
}
