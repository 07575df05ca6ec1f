package extract

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"testing"
)

// TestLinks: a link inside an archive leads to what is listed itself, or it is missed.
func TestLinks(t *testing.T) {
	l := newLinks()
	for _, name := range []string{"甲/表.xlsx", "甲/乙/表.xlsx", "表.pdf"} {
		l.file(name)
	}
	for name, c := range map[string]struct {
		to     string
		inside bool
	}{
		"甲/同.xlsx": {"表.xlsx", true}, "上.pdf": {"甲/../表.pdf", true}, "甲/硬.pdf": {"表.pdf", true}, "夹": {"甲/乙", true}, "链": {"上.pdf", true}, "夹链": {"夹", true},
		"外": {"../表.pdf/..", false}, "绝": {"/表.pdf", false}, "无": {"没有.pdf", false}, "自": {"自", false}, "环一": {"环二", false}, "环二": {"环一", false}, "空": {"", false},
	} {
		l.to[name] = c.to
		defer func() {
			if got := l.inside(name); got != c.inside {
				t.Errorf("%s → %s: inside %v", name, c.to, got)
			}
		}()
	}
}

// TestLinksOfZips: links in a circle are missed, those to a folder are not.
func TestLinksOfZips(t *testing.T) {
	t.Chdir(t.TempDir())
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	put := func(name, content string, mode fs.FileMode) {
		h := &zip.FileHeader{Name: name}
		h.SetMode(mode)
		f, err := w.CreateHeader(h)
		ok(t, err)
		_, err = f.Write([]byte(content))
		ok(t, err)
	}
	put("甲/表.csv", table, 0o644)
	put("夹", "甲", fs.ModeSymlink|0o777)
	put("环.csv", "环.csv", fs.ModeSymlink|0o777)
	ok(t, w.Close())
	write(t, b.Bytes(), "a.zip")
	got := map[string]string{}
	for _, in := range Walk([]string{"a.zip"}, nil) {
		got[in.Path] = in.passed + in.refused
	}
	if len(got) != 3 || got["a.zip/甲/表.csv"] != "" || got["a.zip/夹"] != passedLink || got["a.zip/环.csv"] != "a link inside the archive to something that is not in it — pack the file itself" {
		t.Errorf("%q", got)
	}
}
