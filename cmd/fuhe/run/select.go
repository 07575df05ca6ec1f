package run

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/extract"
)

// Selection says which findings are wanted, by the ids of their rules or the letters and digits these begin with.
type Selection struct{ Select, Ignore []string }

// Wants tells whether findings of a rule are wanted: of the patterns that fit, the longest decides, as with ruff, and of two
// equally long ones the one that ignores.
func (s Selection) Wants(rule string) bool {
	selected := fit(rule, s.Select)
	if len(s.Select) == 0 {
		selected = 0
	}
	return selected >= 0 && (fit(rule, s.Ignore) < selected || fit(rule, s.Ignore) < 0)
}

// fit is the length of the longest pattern that a rule begins with; -1 when none fits.
func fit(rule string, patterns []string) int {
	n := -1
	for _, p := range patterns {
		p = strings.ToUpper(p)
		switch {
		case p == "ALL":
			n = max(n, 0)
		case p != "" && strings.HasPrefix(rule, p):
			n = max(n, len(p))
		}
	}
	return n
}

// Trim takes the findings that are not wanted out of a document.
func (s Selection) Trim(doc *fuhe.Document) {
	if len(s.Select)+len(s.Ignore) == 0 {
		return
	}
	for _, r := range doc.Reports {
		r.Findings = slices.DeleteFunc(r.Findings, func(f fuhe.Finding) bool { return !s.Wants(f.Rule) })
	}
}

// Shard is one of several equal parts of the inputs, for machines that share them: the parts are told by the paths, so
// that each machine finds its own without asking the others.
type Shard struct{ Part, Of int }

// ParseShard reads "2/5".
func ParseShard(text string) (Shard, error) {
	part, of, ok := strings.Cut(text, "/")
	i, errPart := strconv.Atoi(part)
	n, errOf := strconv.Atoi(of)
	if !ok || errPart != nil || errOf != nil || n < 1 || i < 1 || i > n {
		return Shard{}, fmt.Errorf("%q", text)
	}
	return Shard{i, n}, nil
}

// of are the inputs of a part.
func (s Shard) of(inputs []extract.Input) []extract.Input {
	if s.Of <= 1 {
		return inputs
	}
	return slices.DeleteFunc(inputs, func(in extract.Input) bool {
		h := fnv.New32a()
		h.Write([]byte(filepath.ToSlash(in.Path)))
		return int(h.Sum32()%uint32(s.Of)) != s.Part-1
	})
}

// Expand is what a pattern of paths names, in order, where the shell left it: * and ? within a name, ** over folders. A path
// that exists is itself; what names nothing stays as it is, and reading it says so.
func Expand(pattern string) []string {
	if _, err := os.Lstat(pattern); err == nil || !strings.ContainsAny(pattern, "*?") {
		return []string{pattern}
	}
	root := "."
	parts := strings.Split(filepath.ToSlash(pattern), "/")
	for i, part := range parts {
		if strings.ContainsAny(part, "*?[") {
			if i > 0 {
				root = filepath.FromSlash(strings.Join(parts[:i], "/"))
			}
			if root == "" {
				root = string(filepath.Separator)
			}
			break
		}
	}
	var found []string
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error { // what cannot be looked into names nothing
		switch {
		case err != nil:
			return nil
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		whole := pattern
		if !strings.Contains(filepath.ToSlash(pattern), "/") {
			whole = "./" + pattern // one name, here only
		}
		if path != root && Matches(whole, path) {
			found = append(found, path)
			if d.IsDir() {
				return filepath.SkipDir // the whole folder is an input
			}
		}
		return nil
	})
	if len(found) == 0 {
		return []string{pattern}
	}
	return found
}

// Upwards finds a file of a name in the folder of a path or in one above it; "" when there is none.
func Upwards(path, name string) string {
	dir, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	if st, err := os.Stat(dir); err != nil || !st.IsDir() {
		dir = filepath.Dir(dir)
	}
	for {
		found := filepath.Join(dir, name)
		if st, err := os.Stat(found); err == nil && st.Mode().IsRegular() {
			return found
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}
