package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/output"
	"fuhe/render"
	"fuhe/render/bulk"
	"fuhe/render/report"
	"fuhe/render/workbook"
)

// newTarget reads -o: one workbook for everything, or a folder with one for each input. It is a usage error when it is
// missing, names an input, or names what is no workbook of ours.
func (s *commands) newTarget(c *cli.Context) (*output.Target, error) {
	t := &output.Target{Path: c.String(flagOut), Roots: s.Paths, Force: c.Bool(flagForce), Ours: workbook.Unchanged}
	if t.Path == "" {
		return t, s.UsageErrorf("%s 需要 -o 指明输出：一个 .xlsx 文件或一个文件夹", "%s needs -o: an .xlsx file or a folder", c.Command.Name)
	}
	if err := s.noStream("-o", t.Path); err != nil {
		return t, err
	}
	ext := filepath.Ext(t.Path)
	t.Single = strings.EqualFold(ext, ".xlsx") || strings.EqualFold(ext, ".xlsm")
	stat, err := os.Stat(t.Path)
	folder := err == nil && stat.IsDir()
	switch {
	case folder && t.Single:
		return t, s.UsageErrorf("-o %s 是一个文件夹", "-o %s is a folder", t.Path)
	case err == nil && !folder && !t.Single:
		return t, s.UsageErrorf("-o %s 不是 .xlsx 文件，也不是文件夹", "-o %s is neither an .xlsx file nor a folder", t.Path)
	case !folder && !t.Single && fileSuffix(ext):
		return t, s.UsageErrorf("-o %s：%s 不能写 %s 文件；可以是 .xlsx 文件或文件夹", "-o %s: %s writes no %s; it takes an .xlsx file or a folder", t.Path, c.Command.Name, ext)
	}
	for _, in := range c.Args().Slice() {
		if !folder && sameFile(in, t.Path) {
			return t, s.UsageErrorf("-o %s 就是输入文件，不会覆盖输入", "-o %s is an input; inputs are never overwritten", t.Path)
		}
	}
	return t, nil
}

// ours tells that fuhe wrote a file and nobody changed it since: a workbook says so itself, of other files the system keeps it.
func (s *commands) ours(path string) bool { return workbook.Unchanged(path) || output.Signed(path) }

// madeByFuhe tells that fuhe wrote a file which is no workbook, in whatever run: the file says so itself, whoever changed it since, or
// the system keeps it and nobody changed it.
func madeByFuhe(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx", ".xlsm":
		return false
	case ".csv":
		return output.Signed(path) || beginsAsTable(path)
	case ".html":
		return report.Sealed(path)
	case ".docx":
		return workbook.Sealed(path)
	}
	return output.Signed(path)
}

// beginsAsTable tells that a file has the heading of a table of ours.
func beginsAsTable(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false // reading it says so
	}
	defer f.Close()
	begins := make([]byte, 256)
	n, err := io.ReadFull(f, begins)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	return render.IsCSV(begins[:n]) || bulk.IsCSV(begins[:n])
}

// fileSuffix tells the suffix of a file from a point in the name of a folder (2024.06).
func fileSuffix(ext string) bool {
	return regexp.MustCompile(`^\.[A-Za-z][A-Za-z0-9]{1,5}$`).MatchString(ext)
}

// forceFlag is --force.
func (s *commands) forceFlag() cli.Flag {
	return &cli.BoolFlag{Name: flagForce, Usage: s.Say("输出处已有的文件一律覆盖（输入文件除外）", "overwrite what stands where an output goes, whoever wrote it (never an input)")}
}

// sameFile tells whether two paths are one file, through links and other spellings.
func sameFile(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	sa, errA := os.Stat(a)
	sb, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(sa, sb)
}
