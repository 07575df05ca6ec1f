package extract

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

// TestZipBomb: what a zip says about a size is not believed.
func TestZipBomb(t *testing.T) {
	t.Chdir(t.TempDir())
	bomb := zipped(t, entry{name: "bomb.txt", content: strings.Repeat("0", maxEntryBytes+2)}, entry{name: "form.txt", content: table},
		entry{name: "secret.txt", content: table})
	at := bytes.LastIndex(bomb, []byte("PK\x01\x02")) // the directory entry of the last file
	bomb[at+8] |= 1                                   // encrypted
	write(t, bomb, "a.zip")
	reasons, docs, _ := answers(t, Walk([]string{"a.zip"}, nil), Options{Tables: true})
	if !strings.Contains(reasons["a.zip/bomb.txt"], "MB unpacked") || !strings.Contains(reasons["a.zip/secret.txt"], "encrypted inside the zip") ||
		len(docs["a.zip/form.txt"].Tables) != 1 {
		t.Errorf("%v", reasons)
	}
	lying := bytes.Clone(bomb)
	first := bytes.Index(lying, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(lying[first+24:], 10) // "ten bytes unpacked"
	write(t, lying, "b.zip")
	reasons, _, _ = answers(t, Walk([]string{"b.zip"}, nil), Options{Tables: true})
	if r := reasons["b.zip/bomb.txt"]; !strings.Contains(r, "damaged zip") && !strings.Contains(r, "MB") {
		t.Errorf("a lying size: %q", r)
	}
}

// TestOddZips: links, several files of one name, numbers of zip64 and what is in no zip at all.
func TestOddZips(t *testing.T) {
	t.Chdir(t.TempDir())
	link := func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }
	pipe := func(h *zip.FileHeader) { h.SetMode(fs.ModeNamedPipe | 0o644) }
	write(t, zipped(t,
		entry{name: "表.txt", content: table},
		entry{name: "表.txt", content: table},
		entry{name: "表 (2).txt", content: table},
		entry{name: "夹/同.txt", content: "../表.txt", header: link},
		entry{name: "外.txt", content: "/etc/passwd", header: link},
		entry{name: "管.txt", content: "", header: pipe},
	), "a.zip")
	inputs := Walk([]string{"a.zip"}, nil)
	reasons, docs, _ := answers(t, inputs, Options{Tables: true})
	for _, path := range []string{"a.zip/表.txt", "a.zip/表 (2).txt", "a.zip/表 (3).txt"} {
		if len(docs[path].Tables) != 1 {
			t.Errorf("%s: %v", path, reasons)
		}
	}
	if !slices.ContainsFunc(inputs, func(in Input) bool {
		return in.Path == "a.zip/夹/同.txt" && in.passed == passedLink
	}) {
		t.Errorf("a link to a file of the zip is not passed over by name: %v", inputs)
	}
	if len(inputs) != 6 || !strings.Contains(reasons["a.zip/外.txt"], "a link") || !strings.Contains(reasons["a.zip/管.txt"], "device or pipe") {
		t.Errorf("%d inputs: %v", len(inputs), reasons)
	}
}

// TestZip64: a zip whose numbers stand in the large record is read like any other.
func TestZip64(t *testing.T) {
	t.Chdir(t.TempDir())
	b := zipped(t, entry{name: "表.txt", content: table})
	end := bytes.LastIndex(b, []byte("PK\x05\x06"))
	length, offset := uint64(binary.LittleEndian.Uint32(b[end+12:])), uint64(binary.LittleEndian.Uint32(b[end+16:]))
	record := binary.LittleEndian.AppendUint64([]byte("PK\x06\x06"), 44)
	record = append(record, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	for _, n := range []uint64{1, 1, length, offset} {
		record = binary.LittleEndian.AppendUint64(record, n)
	}
	locator := binary.LittleEndian.AppendUint64([]byte("PK\x06\x07\x00\x00\x00\x00"), uint64(end))
	locator = binary.LittleEndian.AppendUint32(locator, 1)
	last := bytes.Clone(b[end:])
	copy(last[8:], bytes.Repeat([]byte{0xFF}, 12))
	wide := slices.Concat(b[:end], record, locator, last)
	write(t, wide, "a.zip")
	binary.LittleEndian.PutUint64(wide[end+40:], 1<<40) // "a directory of a terabyte"
	write(t, wide, "b.zip")
	reasons, docs, _ := answers(t, Walk([]string{"a.zip", "b.zip"}, nil), Options{Tables: true})
	if len(docs["a.zip/表.txt"].Tables) != 1 || !strings.Contains(reasons["b.zip"], "more files than") {
		t.Errorf("%v", reasons)
	}
}

// TestZipInZipBudget: zips in a zip share its budget, and once it is spent nothing more is unpacked.
func TestZipInZipBudget(t *testing.T) {
	spent := new(atomic.Int64)
	spent.Store(maxZipUnpacked)
	b := zipped(t, entry{name: "表.txt", content: table})
	zr, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	ok(t, err)
	a := newArchive(Input{}, spent)
	if _, err := a.unpack(zr.File[0]); err == nil || spent.Load() != maxZipUnpacked {
		t.Errorf("error %v, %d bytes unpacked", err, spent.Load())
	}
}

// TestOfficeFileWithoutDocument is named, found in a folder or not; a package of another kind is no failure.
func TestOfficeFileWithoutDocument(t *testing.T) {
	t.Chdir(t.TempDir())
	ok(t, os.Mkdir("d", 0o755))
	types := func(kind string) entry {
		return entry{name: "[Content_Types].xml", content: `<Types><Override PartName="/theme/theme1.xml" ContentType="application/` + kind + `"/></Types>`}
	}
	write(t, zipped(t, types("vnd.openxmlformats-officedocument.theme+xml"), entry{name: "theme/theme1.xml", content: "<a/>"}), "d/a.docx")
	write(t, zipped(t, types("octet"), entry{name: "lib/a.dll", content: "MZ"}), "d/b.nupkg")
	reasons, _, _ := answers(t, Walk([]string{"d"}, nil), Options{})
	if !strings.Contains(reasons[filepath.Join("d", "a.docx")], "without a document") {
		t.Errorf("%v", reasons)
	}
	for path, reason := range reasons { // what is in the other one was looked at, and nothing in it could not be read
		if strings.Contains(path, "b.nupkg") && reason != "without a form" {
			t.Errorf("%s: %s", path, reason)
		}
	}
}
