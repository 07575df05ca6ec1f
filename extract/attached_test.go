package extract

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fuhe"
)

// attachedPDF is a PDF of one empty page with files attached, each with its name, and what the streams say of themselves.
func attachedPDF(names []string, contents []string, filter string) []byte {
	var b bytes.Buffer
	var places []int
	object := func(format string, args ...any) {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(places)}, args...)...)
	}
	b.WriteString("%PDF-1.7\n")
	var tree strings.Builder
	for i, name := range names {
		fmt.Fprintf(&tree, "(%d) << /Type /Filespec /F (%s) /EF << /F %d 0 R >> >> ", i, name, 4+i)
	}
	object("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [ %s ] >> >> >>", tree.String())
	object("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>")
	object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] >>")
	for _, content := range contents {
		object("<< /Type /EmbeddedFile %s /Length %d >>\nstream\n%s\nendstream", filter, len(content), content)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, start)
	return b.Bytes()
}

// Documents attached to a PDF are inputs behind it, an archive among them with its files; two of one name are two, and what
// it is its content tells, not its name. Nothing of them is said to be unread.
func TestAttachedFilesAreInputs(t *testing.T) {
	t.Chdir(t.TempDir())
	packed := string(zipped(t, entry{name: "b.csv", content: table}))
	write(t, attachedPDF([]string{"a.csv", "a.csv", "z.zip", "noext", "logo.csv.png"}, []string{table, table + table, packed, table, "\x89PNG\r\n\x1a\n"}, ""), "with.pdf")
	inputs := Walk([]string{"with.pdf"}, nil)
	var paths []string
	for _, in := range inputs {
		paths = append(paths, in.Path)
	}
	if want := []string{"with.pdf", "with.pdf!a.csv", "with.pdf!a (2).csv", "with.pdf!z.zip/b.csv", "with.pdf!noext", "with.pdf!logo.csv.png"}; !slices.Equal(paths, want) {
		t.Fatalf("%q, want %q", paths, want)
	}
	reasons, docs, passed := answers(t, inputs, Options{Tables: true})
	if r := reasons["with.pdf"]; strings.Contains(r, "attached") {
		t.Errorf("%s", r)
	}
	if passed != 1 {
		t.Errorf("passed over %d, want the picture", passed)
	}
	for _, path := range paths[1:5] {
		if len(docs[path].Tables) == 0 {
			t.Errorf("%s: %s", path, reasons[path])
		}
	}
	if left := WithoutAttached(inputs); len(left) != 1 || left[0].Path != "with.pdf" {
		t.Errorf("%v", left)
	}
}

// Attached files without a name go by their numbers, in any language, and each is read as itself.
func TestAttachedFilesWithoutNames(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, attachedPDF([]string{"", "2", ""}, []string{table, table + table, "only\nwords\n"}, ""), "with.pdf")
	_, docs, _ := answers(t, Walk([]string{"with.pdf"}, nil), Options{Tables: true})
	for path, rows := range map[string]int{"with.pdf!1": strings.Count(table, "\n"), "with.pdf!2": 2 * strings.Count(table, "\n"), "with.pdf!3": 0} {
		doc, ok := docs[path]
		n := 0
		for _, table := range doc.Tables {
			n += table.Rows
		}
		if !ok || n != rows {
			t.Errorf("%s: %d rows, want %d", path, n, rows)
		}
	}
}

// In archives, in memory and in PDFs that are attached themselves they are inputs, too; where archives and PDFs stand in one
// another too deep they are named. One that is damaged is unread by itself.
func TestAttachedFilesOfPackedPDFs(t *testing.T) {
	t.Chdir(t.TempDir())
	file := attachedPDF([]string{"a.csv"}, []string{table}, "")
	write(t, zipped(t, entry{name: "with.pdf", content: string(file)}), "all.zip")
	write(t, attachedPDF([]string{"with.pdf"}, []string{string(file)}, ""), "outer.pdf")
	for want, inputs := range map[string][]Input{
		"all.zip/with.pdf!a.csv":   Walk([]string{"all.zip"}, nil),
		"all.tar/with.pdf!a.csv":   Sources{}.WalkHeld("all.tar", taped(t, false, entry{name: "with.pdf", content: string(file)}), true),
		"with.pdf!a.csv":           Sources{}.WalkHeld("with.pdf", file, true),
		"outer.pdf!with.pdf!a.csv": Walk([]string{"outer.pdf"}, nil),
	} {
		reasons, docs, _ := answers(t, inputs, Options{Tables: true})
		if len(docs[want].Tables) == 0 {
			t.Errorf("%s: %v", want, reasons)
		}
		for path, reason := range reasons {
			if strings.Contains(reason, "attached") {
				t.Errorf("%s: %s", path, reason)
			}
		}
	}
	write(t, zipped(t, entry{name: "inner.zip", content: string(zipped(t, entry{name: "with.pdf", content: string(file)}))}), "deep.zip")
	reasons, docs, _ := answers(t, Walk([]string{"deep.zip"}, nil), Options{Tables: true})
	if !strings.Contains(reasons["deep.zip/inner.zip/with.pdf"], `attached file "a.csv" was not read`) || len(docs) != 1 {
		t.Errorf("%v", reasons)
	}
	write(t, attachedPDF([]string{"a.csv"}, []string{table}, "/Filter /FlateDecode"), "damaged.pdf")
	reasons, _, _ = answers(t, Walk([]string{"damaged.pdf"}, nil), Options{})
	if reasons["damaged.pdf!a.csv"] == "" {
		t.Errorf("%v", reasons)
	}
}

// The files attached to an encrypted PDF are read with its password; without it the PDF is unread, and nothing is said of them.
func TestAttachedFilesOfEncryptedPDF(t *testing.T) {
	raw, err := os.ReadFile("testdata/attached/password-123.pdf") // a.csv of two rows, AES-256
	ok(t, err)
	reasons, docs, _ := answers(t, Sources{Password: "123"}.WalkHeld("e.pdf", raw, true), Options{Tables: true, Password: "123"})
	if tables := docs["e.pdf!a.csv"].Tables; len(tables) != 1 || tables[0].Rows != 2 || strings.Contains(reasons["e.pdf"], "attached") {
		t.Errorf("%v", reasons)
	}
	_, docs, _ = answers(t, Sources{}.WalkHeld("e.pdf", raw, true), Options{})
	if u := docs["e.pdf"].Unread; len(docs) != 1 || len(u) != 1 || u[0].Code != fuhe.Encrypted {
		t.Errorf("%+v", docs)
	}
}

// The PDF is opened once for all that is attached to it, whatever is asked for first.
func TestAttachedFilesAreTakenAtOnce(t *testing.T) {
	file := attachedPDF([]string{"a.csv", "b.csv", "c.csv"}, []string{table, table + table, table}, "")
	inputs := Sources{}.WalkHeld("with.pdf", file, true)
	opened := 0
	a := &attachments{wanted: map[string]bool{"a.csv": true, "b.csv": true, "c.csv": true}, held: map[string][]byte{}}
	a.in.open = func() (content, error) {
		opened++
		return inputs[0].open()
	}
	for name, want := range map[string]string{"b.csv": table + table, "c.csv": table, "a.csv": table} {
		c, err := a.content(name)
		ok(t, err)
		if raw, err := c.whole(); err != nil || string(raw) != want {
			t.Errorf("%s: %q, %v", name, raw, err)
		}
	}
	if opened != 1 || a.bytes != 0 || len(a.wanted) != 0 {
		t.Errorf("opened %d times, %d bytes left", opened, a.bytes)
	}
	if _, err := a.content("d.csv"); err == nil {
		t.Error("what is not attached was given")
	}
}

// What is excluded in an archive or attached to a PDF is passed over, with why.
func TestExcludedInside(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, zipped(t, entry{name: "x/with.pdf", content: string(attachedPDF([]string{"a.csv", "b.csv"}, []string{table, table}, ""))}, entry{name: "x/draft.csv", content: table}), "all.zip")
	inputs := Sources{Paths: []string{"all.zip"}, Excluded: func(outer, name string) bool {
		return outer == "all.zip/x/with.pdf" && name == "a.csv" || outer == "all.zip" && name == "x/draft.csv"
	}}.Walk()
	for _, in := range inputs {
		if out := in.Path == "all.zip/x/with.pdf!a.csv" || in.Path == "all.zip/x/draft.csv"; out != (in.passed == "excluded") {
			t.Errorf("%s: %q", in.Path, in.passed)
		}
	}
	reasons, docs, passed := answers(t, inputs, Options{Tables: true})
	if passed != 2 || len(docs["all.zip/x/with.pdf!b.csv"].Tables) == 0 {
		t.Errorf("%v", reasons)
	}
}

// What the catalog alone names as associated is attached, too; an empty file is empty however it is said to be packed.
func TestAttachedByCatalog(t *testing.T) {
	t.Chdir(t.TempDir())
	file := attachedPDF([]string{"a.csv"}, []string{table}, "")
	file = bytes.Replace(file, []byte("/Names << /EmbeddedFiles << /Names [ (0) "), []byte("/AF                                    [ "), 1)
	file = bytes.Replace(file, []byte(">>  ] >> >> >>"), []byte(">>  ]       >>"), 1)
	write(t, file, "with.pdf")
	_, docs, _ := answers(t, Walk([]string{"with.pdf"}, nil), Options{Tables: true})
	if len(docs["with.pdf!a.csv"].Tables) == 0 {
		t.Errorf("%v", docs)
	}
	write(t, attachedPDF([]string{"a.csv"}, []string{""}, "/Filter /FlateDecode"), "empty.pdf")
	_, docs, _ = answers(t, Walk([]string{"empty.pdf"}, nil), Options{})
	if u := docs["empty.pdf!a.csv"].Unread; len(u) != 1 || u[0].Code != fuhe.Empty {
		t.Errorf("%v", u)
	}
}

// More than a thousand are said once, with how many; a picture in a PDF that is packed is not missed.
func TestAttachedBeyondTheLimit(t *testing.T) {
	var names, contents []string
	for i := range 1007 {
		names, contents = append(names, fmt.Sprintf("%d.png", i)), append(contents, "\x89PNG\r\n\x1a\n")
	}
	t.Chdir(t.TempDir())
	write(t, attachedPDF(names, contents, ""), "many.pdf")
	inputs := Walk([]string{"many.pdf"}, nil)
	_, docs, _ := answers(t, inputs[:1], Options{})
	if u := docs["many.pdf"].Unread; len(inputs) != 1001 || len(u) != 1 || u[0].Code != fuhe.Budget || !strings.HasPrefix(u[0].Reason, "7 more attached files") {
		t.Errorf("%d inputs, %v", len(inputs), u)
	}
	file := attachedPDF([]string{"a.png", "noext"}, []string{"\x89PNG\r\n\x1a\n", table}, "")
	reasons, _, _ := answers(t, []Input{Held("with.pdf", file, true)}, Options{})
	if r := reasons["with.pdf"]; strings.Contains(r, "a.png") || !strings.Contains(r, "noext") {
		t.Error(r)
	}
}
