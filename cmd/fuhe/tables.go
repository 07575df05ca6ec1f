package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/output"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/tables"
	"fuhe/render/workbook"
	"fuhe/score"
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
	flagFoot   = "foot"
	flagInfer  = "inferred"
	flagLive   = "formulas"
	flagStyle  = "style"
)

// tablesCommand shows every ruled table, form or not, or writes them as sheets that compute.
func (s *commands) tablesCommand() *cli.Command {
	return &cli.Command{
		Name:  "tables",
		Usage: s.Say("列出输入中的全部表格，或写成可计算的工作表（数字为数值，跨页合一）", "print every table of the inputs, or write them as sheets that compute (figures as numbers, tables over pages whole)"),
		UsageText: "fuhe tables --format json report.pdf\nfuhe tables report.pdf -o tables.xlsx\nfuhe tables --match 收入决算表 --layout sheet-per-title published/ -o pivot.xlsx\n" +
			"fuhe tables --pages 3-7,9 report.pdf -o tables.csv",
		ArgsUsage: "FILE|FOLDER|ZIP|- …",
		Flags: append(s.sharedFlags(console.NeverFail), s.formatFlag("text", "json", "jsonl"),
			&cli.StringFlag{Name: flagOut, Aliases: []string{"o"}, TakesFile: true, Usage: s.Say("输出文件，按后缀："+strings.Join(tables.Suffixes, " "), "output file, by its suffix: "+strings.Join(tables.Suffixes, " "))},
			s.choice(flagLayout, string(tables.SheetPerTable), tables.Layouts, "每表一张工作表，全部在一张，或同名表上下相接（带文件、页两列，可做透视表）", "a sheet per table, all on one, or tables of one title under one heading (with columns of file and page, for a pivot table)"),
			&cli.BoolFlag{Name: flagAsText, Usage: s.Say("数字按文本写出", "write figures as text")},
			&cli.StringFlag{Name: flagPages, Usage: s.Say("只取这些页上的表：3-7,9", "only tables on these pages: 3-7,9"), Action: s.checkPages},
			&cli.IntFlag{Name: flagTable, Usage: s.Say("只取每个文件的第 N 张表", "only the N-th table of each file"), Action: s.checkTable},
			&cli.StringFlag{Name: flagMatch, Usage: s.Say("只取表名含此文字的表", "only tables whose title holds this text")},
			&cli.BoolFlag{Name: flagJoin, Usage: s.Say("跨页的表合为一张（-o 总是如此）", "tables that go on over pages as one (-o always does)")},
			&cli.BoolFlag{Name: flagBreaks, Usage: s.Say("加一列写明每行所在的页", "a column that tells the page of each row")},
			&cli.BoolFlag{Name: flagFoot, Usage: s.Say("加总复核：列出行列之和不符之处（结构由表内其他行列证实，证实不了的不提）", "add tables up: where rows or columns do not close, by structures that the rest of the table proves")},
			&cli.BoolFlag{Name: flagInfer, Usage: s.Say("也取无框线的表：按文字对齐推断行列，标为推断（inferred）", "also tables that draw no rules: rows and columns inferred from how texts stand, marked as inferred")},
			&cli.BoolFlag{Name: flagLive, Usage: s.Say("写入 .xlsx 时保留 XLSX、ODS 原件中只引用本表、且与所示数相符的公式", "into .xlsx: keep formulas of XLSX and ODS inputs that refer to their table alone and give what is shown")},
			&cli.BoolFlag{Name: flagStyle, Usage: s.Say("写入 .xlsx 时保留原件的字号、粗体、颜色（PDF、XLSX）和底色（XLSX）", "into .xlsx: sizes, bold and colours of the original (PDF, XLSX) and its shading (XLSX)")},
			s.choice(flagAround, "rows", []string{"rows", "comment"}, "表名、单位、附注写成行或批注", "title, unit and notes as rows or as a comment"),
			s.forceFlag(), s.debugFlag()),
		OnUsageError: s.onUsageError,
		Action:       s.tables,
	}
}

// tables reads the tables and prints or writes them.
func (s *commands) tables(c *cli.Context) error {
	if err := s.take(c); err != nil {
		return err
	}
	if !c.IsSet(flagMemory) {
		debug.SetMemoryLimit(tablesMemory)
	}
	s.Reading.Tables, s.Reading.Inferred, s.Reading.Formulas = true, c.Bool(flagInfer), c.Bool(flagLive)
	s.Reading.Styled = c.Bool(flagStyle)
	for _, name := range []string{flagLive, flagStyle} {
		if c.Bool(name) && !strings.EqualFold(filepath.Ext(c.String(flagOut)), ".xlsx") {
			return s.UsageErrorf("--%s 只用于 -o *.xlsx", "--%s goes with -o *.xlsx", name)
		}
	}
	s.Reading.Whole = c.Bool(flagJoin) || c.String(flagOut) != ""
	wanted, err := s.newChosen(c)
	if err != nil {
		return err
	}
	s.Choose = wanted.of
	if c.Bool(flagFoot) {
		s.Reading.Whole = true // a sum may stand on the next page
		s.Choose = func(doc *fuhe.Document) { wanted.of(doc); s.foot(doc) }
	}
	if path := c.String(flagDebug); path != "" {
		return s.draw(c, path)
	}
	if c.String(flagOut) == "-" {
		return s.UsageErrorf("tables 不给 -o 就打印到标准输出（形式用 --format）", "tables prints to standard output where there is no -o (--format says how)")
	}
	defer wanted.say()
	if c.String(flagOut) != "" {
		return s.writeTables(c)
	}
	return s.Print(c.Context, func(docs []fuhe.Document) error {
		if err := workbook.TablesText(s.Stdout, docs, s.Lang); err != nil || s.Quiet {
			return err
		}
		if c.Bool(flagFoot) {
			if err := s.sayClosed(docs); err != nil {
				return err
			}
		}
		return errors.Join(wanted.sayOutside(docs), s.sayNone(docs))
	})
}

// foot adds up the tables of a document; it runs in the workers.
func (s *commands) foot(doc *fuhe.Document) {
	for i := range doc.Tables {
		doc.Tables[i].Findings = score.Foot(&doc.Tables[i])
	}
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

// writeTables writes every table into one file, each document as soon as it is read. Where it goes is known when all inputs
// are: no output replaces one of them.
func (s *commands) writeTables(c *cli.Context) error {
	path := c.String(flagOut)
	suffix := strings.ToLower(filepath.Ext(path))
	if !slices.Contains(tables.Suffixes, suffix) {
		return s.UsageErrorf("tables 的 -o 应为 %s 文件", "tables takes a file of %s for -o", strings.Join(tables.Suffixes, " "))
	}
	if stat, err := os.Stat(path); err == nil && stat.IsDir() {
		return s.UsageErrorf("-o %s 是一个文件夹", "-o %s is a folder", path)
	}
	for _, in := range c.Args().Slice() {
		if sameFile(in, path) {
			return s.UsageErrorf("-o %s 就是输入文件，不会覆盖输入", "-o %s is an input; inputs are never overwritten", path)
		}
	}
	to := &output.Target{Path: path, Single: true, Roots: s.Paths, Force: c.Bool(flagForce), Ours: s.ours}
	s.Output, s.Wrote = path, s.ours
	s.Inputs = func(inputs []extract.Input) {
		for _, in := range inputs {
			to.Protect(in.File)
		}
	}
	return s.spoolTables(c, to, suffix)
}

// spoolTables writes into a file of the system's first, and puts it in its place whole.
func (s *commands) spoolTables(c *cli.Context, to *output.Target, suffix string) (err error) {
	spool, err := os.CreateTemp("", "fuhe-*"+suffix)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, spool.Close(), os.Remove(spool.Name())) }()
	w, err := tables.New(spool, suffix, tables.Options{
		Lang: s.Lang, Layout: tables.Layout(c.String(flagLayout)), AsText: c.Bool(flagAsText), Foot: c.Bool(flagFoot), Formulas: c.Bool(flagLive), Styled: c.Bool(flagStyle),
		Pages: c.Bool(flagBreaks), Notes: c.String(flagAround) == "comment",
		Seal: func(hash string) []byte { return workbook.Properties(hash, console.Version()) },
	})
	if err != nil {
		return err
	}
	found := counted{}
	err = s.Read(c.Context, func(_ extract.Input, doc fuhe.Document) error {
		found.add(&doc)
		return w.Add(doc)
	})
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	path, err := to.Whole()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	err = writeInto(path, func(out io.Writer) error {
		if _, err := spool.Seek(0, io.SeekStart); err != nil {
			return err
		}
		_, err := io.Copy(out, spool)
		return err
	})
	if err == nil {
		output.Sign(path)
	}
	if err == nil && !s.Quiet {
		s.sayTables(to, path, found, c.Bool(flagFoot))
	}
	return err
}

// counted is what was written into a file of tables.
type counted struct{ tables, inferred, unclosed, missing int }

func (n *counted) add(doc *fuhe.Document) {
	n.tables += len(doc.Tables)
	for i := range doc.Tables {
		n.unclosed += len(doc.Tables[i].Findings)
		for k := range doc.Tables[i].Cells {
			if doc.Tables[i].Cells[k].Missing() != nil {
				n.missing++
			}
		}
		if doc.Tables[i].Inferred {
			n.inferred++
		}
	}
}

// sayTables names the output on a line of its own, and what must be known of the tables in it.
func (s *commands) sayTables(to *output.Target, path string, found counted, added bool) {
	line := fmt.Sprintf(s.Say("已写出 %s：表格 %d 张", "wrote %s: tables %d"), render.Path(path), found.tables)
	if found.inferred > 0 {
		line += fmt.Sprintf(s.Say("，其中行列为推断 %d 张", ", %d of them inferred"), found.inferred)
	}
	if added {
		line += fmt.Sprintf(s.Say("；加总不符 %d 处", "; sums that do not close: %d"), found.unclosed)
	}
	if found.missing > 0 {
		line += fmt.Sprintf(s.Say("；%d 格存疑或有内容未取入（文件中写明各格及原因）", "; %d cells in doubt or not taken whole (the file names each and says why)"), found.missing)
	}
	fmt.Fprintln(s.Stdout, line+s.beside(to, path))
}
