package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe"
	"fuhe/extract/work"
)

// table is a text with a table and no form.
const table = "a\tb\nc\td\n"

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, raw []byte, elem ...string) string {
	t.Helper()
	p := filepath.Join(elem...)
	ok(t, os.MkdirAll(filepath.Dir(p), 0o755))
	ok(t, os.WriteFile(p, raw, 0o644))
	return p
}

// entry is a file of a zip to be made.
type entry struct {
	name    string
	content string
	header  func(*zip.FileHeader)
}

func zipped(t *testing.T, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		if e.header != nil {
			e.header(h)
		}
		f, err := w.CreateHeader(h)
		ok(t, err)
		_, err = f.Write([]byte(e.content))
		ok(t, err)
	}
	ok(t, w.Close())
	return b.Bytes()
}

func workbook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	ok(t, f.SetSheetRow("Sheet1", "A1", &[]any{"a", "b"}))
	b, err := f.WriteToBuffer()
	ok(t, err)
	return b.Bytes()
}

func pathsOf(in []Input) string {
	var out []string
	for _, i := range in {
		out = append(out, filepath.ToSlash(i.Path))
	}
	return strings.Join(out, "\n")
}

// answers reads inputs and returns, per path, the reasons why something was not read; what was passed over is counted.
func answers(t *testing.T, inputs []Input, o Options) (reasons map[string]string, docs map[string]fuhe.Document, passedOver int) {
	t.Helper()
	reasons, docs = map[string]string{}, map[string]fuhe.Document{}
	notReached := ReadAll(context.Background(), inputs, o, work.NewJobs(3), nil, func(_ int, d fuhe.Document) {
		if d.Status() == fuhe.StatusPassedOver {
			passedOver++
			return
		}
		var all []string
		for _, u := range d.Unread {
			all = append(all, u.Reason)
		}
		if d.WithoutForm {
			all = append(all, "without a form")
		}
		p := filepath.ToSlash(d.Path)
		reasons[p], docs[p] = strings.Join(all, "; "), d
	})
	if notReached > 0 {
		t.Errorf("%d inputs were not reached", notReached)
	}
	return reasons, docs, passedOver
}

func TestWalkFolder(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, p := range []string{"in/b.txt", "in/a/2.txt", "in/a/1.txt", "in/.hidden.txt", "in/.git/x.txt", "in/~$b.xlsx", "in/c.txt", "out.txt"} {
		write(t, []byte(table), p)
	}
	ok(t, os.Symlink(filepath.Join(dir, "in"), "in/a/loop"))
	ok(t, os.Symlink(filepath.Join(dir, "nowhere"), "in/gone"))
	ok(t, os.Symlink(filepath.Join(dir, "out.txt"), "in/link.txt"))
	want := "in/a/1.txt\nin/a/2.txt\nin/a/loop\nin/b.txt\nin/c.txt\nin/gone\nin/link.txt\nout.txt" // the loop and the link to nowhere are said
	if got := pathsOf(Walk([]string{"in", "out.txt"}, nil)); got != want {
		t.Errorf("walked\n%s\nwant\n%s", got, want)
	}
}

// A link to nowhere is missed where it is named like a document, and passed over where it is not.
func TestWalkDangling(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	ok(t, os.Mkdir("in", 0o777))
	for _, name := range []string{"in/form.pdf", "in/gone"} {
		ok(t, os.Symlink(filepath.Join(dir, "nowhere"), name))
	}
	for _, in := range Walk([]string{"in"}, nil) {
		doc, err := Read(t.Context(), in, Options{})
		ok(t, err)
		switch missed := in.Path == "in/form.pdf"; {
		case missed && (len(doc.Unread) != 1 || doc.Unread[0].Code != fuhe.NotFound || doc.PassedOver != ""):
			t.Errorf("%s: %+v", in.Path, doc)
		case !missed && doc.PassedOver == "":
			t.Errorf("%s: %+v", in.Path, doc)
		}
	}
}

func TestWalkZip(t *testing.T) {
	t.Chdir(t.TempDir())
	gbk := func(s string) string {
		b, err := simplifiedchinese.GBK.NewEncoder().String(s)
		ok(t, err)
		return b
	}
	raw := gbk("单位表.txt")
	field := append([]byte{1}, binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte("x.txt")))...)
	field = append(field, "区/表.txt"...)
	extra := append(binary.LittleEndian.AppendUint16([]byte{0x75, 0x70}, uint16(len(field))), field...)
	inner := zipped(t, entry{name: "丙.txt", content: table}, entry{name: "deep.zip", content: string(zipped(t, entry{name: "d.txt", content: table}))})
	write(t, zipped(t,
		entry{name: "../z.txt", content: table},
		entry{name: raw, content: table, header: func(h *zip.FileHeader) { h.NonUTF8 = true }},
		entry{name: "x.txt", content: table, header: func(h *zip.FileHeader) { h.NonUTF8 = true; h.Extra = extra }},
		entry{name: "乙.txt", content: table},
		entry{name: "__MACOSX/乙.txt", content: table},
		entry{name: "夹/", content: ""},
		entry{name: "夹/.DS_Store", content: table},
		entry{name: "里.zip", content: string(inner)},
		entry{name: "bell\a.txt", content: table},
		entry{name: "w.xlsx", content: string(workbook(t))},
	), "甲.bin") // the name says nothing
	inputs := Walk([]string{"甲.bin"}, nil)
	want := []string{"bell\uFFFD.txt", "w.xlsx", "z.txt", "乙.txt", "区/表.txt", "单位表.txt", "里.zip/deep.zip", "里.zip/丙.txt"}
	var got []string
	for _, i := range inputs {
		got = append(got, strings.TrimPrefix(i.Path, "甲.bin/"))
	}
	if len(got) != len(want) {
		t.Fatalf("walked %q", got)
	}
	for _, w := range want {
		found := false
		for _, g := range got {
			found = found || g == w
		}
		if !found {
			t.Errorf("%q is not among %q", w, got)
		}
	}
	reasons, docs, _ := answers(t, inputs, Options{Tables: true})
	for path, d := range docs {
		if strings.HasSuffix(path, "deep.zip") {
			if !strings.Contains(reasons[path], "an archive inside an archive inside an archive") {
				t.Errorf("%s: %s", path, reasons[path])
			}
		} else if len(d.Tables) != 1 || len(d.SHA256) != 64 || len(d.Unread) != 0 {
			t.Errorf("%s: %+v", path, d)
		}
	}
}

// TestPassedOver: in a folder, what can hold no form is passed over, what was read whole and holds none is said to, and what
// is named like a document and is none was not read.
func TestPassedOver(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, []byte("package main\n\nfunc main() {\n\tx := 1\t// one\n\ty := 2\t// two\n}\n"), "in/main.go")
	write(t, []byte("\x89PNG\r\n\x1a\n"), "in/a.png")
	write(t, []byte("\x89PNG\r\n\x1a\n"), "in/scan.PDF")
	write(t, []byte("Rar!\x1a\x07\x00"), "in/b")
	write(t, nil, "in/none.pdf")
	write(t, []byte(`{"a":1}`), "in/truth.json")
	write(t, nil, "in/empty")
	write(t, workbook(t), "in/w.xlsx")
	write(t, []byte("<html><table>"), "in/p.html")
	reasons, docs, passed := answers(t, Walk([]string{"in"}, nil), Options{})
	if passed != 3 || len(docs) != 6 {
		t.Errorf("passed over %d, answered %v", passed, reasons)
	}
	for name, want := range map[string]fuhe.Status{"w.xlsx": fuhe.StatusWithoutForm, "p.html": fuhe.StatusWithoutForm, "main.go": fuhe.StatusWithoutForm,
		"scan.PDF": fuhe.StatusUnread, "b": fuhe.StatusUnread, "none.pdf": fuhe.StatusUnread} {
		if d := docs["in/"+name]; d.Status() != want || want == fuhe.StatusUnread && d.Unread[0].Code != map[string]fuhe.Code{"none.pdf": fuhe.Empty, "b": fuhe.Damaged}[name] && d.Unread[0].Code != fuhe.Unsupported {
			t.Errorf("%s is %s: %+v", name, d.Status(), d.Unread)
		}
	}
}

func TestStandardInput(t *testing.T) {
	_, docs, _ := answers(t, Walk([]string{"-"}, strings.NewReader(table)), Options{Tables: true})
	if len(docs["-"].Tables) != 1 {
		t.Errorf("%+v", docs)
	}
	z := zipped(t, entry{name: "a.txt", content: table})
	if got := pathsOf(Walk([]string{"-"}, bytes.NewReader(z))); got != "-/a.txt" {
		t.Errorf("walked %s", got)
	}
}

// TestSparseFile: two gigabytes are decided on their first bytes.
func TestSparseFile(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, head := range map[string]string{"zeros.pdf": "", "big.pdf": "%PDF-1.7\n"} {
		f, err := os.Create(name)
		ok(t, err)
		_, err = f.WriteString(head)
		ok(t, err)
		ok(t, f.Truncate(2<<30))
		ok(t, f.Close())
		began := work.Start()
		reasons, _, _ := answers(t, Walk([]string{name}, nil), Options{})
		if d := began.Spent(); d > 60*time.Second {
			t.Errorf("%s took %s", name, d)
		}
		if r := reasons[name]; !strings.Contains(r, "2048 MB") && !strings.Contains(r, "zero bytes") {
			t.Errorf("%s: %q", name, r)
		}
	}
}

func TestNoRights(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	t.Chdir(t.TempDir())
	write(t, []byte(table), "in/a.txt")
	write(t, []byte(table), "in/shut/b.txt")
	ok(t, os.Chmod("in/shut", 0))
	t.Cleanup(func() { ok(t, os.Chmod("in/shut", 0o755)) })
	reasons, docs, _ := answers(t, Walk([]string{"in"}, nil), Options{Tables: true})
	if len(docs["in/a.txt"].Tables) != 1 || !strings.Contains(reasons["in/shut"], "no right to read it") {
		t.Errorf("%v", reasons)
	}
}
