package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
)

// target is where the workbooks go: one workbook for everything, or a folder with one for each input.
type target struct {
	path   string
	single bool
}

// newTarget reads -o. It is a usage error when it is missing, names an input, or names what is no workbook of ours.
func (s *commands) newTarget(c *cli.Context) (target, error) {
	t := target{path: c.String(flagOut)}
	if t.path == "" {
		return t, s.UsageErrorf("%s 需要 -o 指明输出：一个 .xlsx 文件或一个文件夹", "%s needs -o: an .xlsx file or a folder", c.Command.Name)
	}
	suffix := strings.ToLower(filepath.Ext(t.path))
	t.single = suffix == ".xlsx" || suffix == ".xlsm"
	stat, err := os.Stat(t.path)
	switch {
	case err == nil && t.single && stat.IsDir():
		return t, s.UsageErrorf("-o %s 是一个文件夹", "-o %s is a folder", t.path)
	case err == nil && !t.single && !stat.IsDir():
		return t, s.UsageErrorf("-o %s 不是 .xlsx 文件，也不是文件夹", "-o %s is neither an .xlsx file nor a folder", t.path)
	}
	for _, in := range c.Args().Slice() {
		if sameFile(in, t.path) {
			return t, s.UsageErrorf("-o %s 就是输入文件，不会覆盖输入", "-o %s is an input; inputs are never overwritten", t.path)
		}
	}
	return t, nil
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

// perInput is the workbook of one input in the target folder, its place below the named folder kept; taken are the
// names given before, so that a/x.pdf and b/x.pdf, or x.pdf and x.xlsx, do not fall together. suffix is .xlsx, or .xlsm for
// what must have it.
func (t target) perInput(doc *fuhe.Document, roots []string, taken map[string]bool, suffix string) string {
	name := filepath.ToSlash(doc.Path)
	for _, root := range roots {
		if rest, ok := strings.CutPrefix(name, strings.TrimSuffix(filepath.ToSlash(root), "/")+"/"); ok {
			name = rest
			break
		}
	}
	if filepath.IsAbs(doc.Path) && name == filepath.ToSlash(doc.Path) || strings.Contains(name, "..") {
		name = filepath.Base(doc.Path)
	}
	if doc.Path == "-" {
		name = "stdin"
	}
	base := strings.TrimSuffix(name, filepath.Ext(name))
	out := base + suffix
	if taken[strings.ToLower(out)] {
		out = name + suffix // x.pdf.xlsx beside x.xlsx
	}
	taken[strings.ToLower(out)] = true
	return filepath.Join(t.path, filepath.FromSlash(out))
}
