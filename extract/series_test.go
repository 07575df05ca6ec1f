package extract

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe"
)

// table is a text with a table, for files in archives.
const packedTable = "甲|1\n乙|2\n"

// sevenZipped are archives made by another program: one of two files, one whose list of files is encrypted by "secret".
var sevenZipped = map[string]string{
	"plain":  "N3q8ryccAAQbjsyDeAAAAAAAAAAUAAAAAAAAAMP9C8UBAAznlLJ8MQrkuZl8Mgp4AOAAbgBfXQAAgTMHrg/PBHGMB8hDf0GIm4ryxnjf7pSjdtqfjh3blrFGc45kC45WR8JgrpesxXzi/DUjGF3XnhAejYw9C8qbN+SMjL8jBv0Jd/YX8z9nhDycXUPYO6M9vJMXXQAAAAAXBhEBCWcABwsBAAEhIQEYDG8AAA==",
	"locked": "N3q8ryccAAQkAl4/gAAAAAAAAAAoAAAAAAAAAOnCe3quNiefqaE/eaIdvDFS4ltxGCwamnXpE4g5wHnddzVoD4Xs6j5Kr138EFfOu41cC1po5CWShMbzi2nSWnnyxESVV6TMGXWbWjWP0qsvqnVSa4QuTIup0ltkoALIgtQggfGoEUym2qaonOnQIdzJigpQswhdOZiLyAL/DFz6ieB5xhcGEAEJcAAHCwEAASQG8QcBElMPzccHVXNYBX4a1uwvi6hvAAxlAAA=",
}

func sevenZip(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := base64.StdEncoding.DecodeString(sevenZipped[name])
	ok(t, err)
	return raw
}

// taped is a tar archive, compressed when asked.
func taped(t *testing.T, compressed bool, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, e := range entries {
		ok(t, w.WriteHeader(&tar.Header{Name: e.name, Size: int64(len(e.content)), Mode: 0o644, Format: tar.FormatGNU}))
		_, err := w.Write([]byte(e.content))
		ok(t, err)
	}
	ok(t, w.Close())
	if !compressed {
		return b.Bytes()
	}
	return squeezedBytes(t, b.Bytes())
}

func squeezedBytes(t *testing.T, raw []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write(raw)
	ok(t, err)
	ok(t, z.Close())
	return b.Bytes()
}

// rarVolume is a RAR 5 archive, or a volume of one, that stores a piece of a file.
func rarVolume(number int, last bool, name string, whole []byte, from, to int) []byte {
	vint := func(v int) []byte { return binary.AppendUvarint(nil, uint64(v)) }
	block := func(body, content []byte) []byte {
		sized := append(vint(len(body)), body...)
		return append(append(binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(sized)), sized...), content...)
	}
	const withData, before, behind = 2, 8, 16
	archive, piece, end := []byte{1, 0, 0}, withData, 0
	if number > 0 || !last {
		archive = []byte{1, 0, 1}
	}
	if number > 0 {
		archive = append([]byte{1, 0, 3}, vint(number)...)
		piece |= before
	}
	if !last {
		piece, end = piece|behind, 1
	}
	file := slices.Concat([]byte{2}, vint(piece), vint(to-from), vint(4), vint(len(whole)), vint(0o644))
	sum := crc32.ChecksumIEEE(whole)
	if !last {
		sum = crc32.ChecksumIEEE(whole[from:to])
	}
	file = slices.Concat(binary.LittleEndian.AppendUint32(file, sum), vint(0), vint(1), vint(len(name)), []byte(name))
	return slices.Concat([]byte("Rar!\x1a\x07\x01\x00"), block(archive, nil), block(file, whole[from:to]), block([]byte{5, 0, byte(end)}, nil))
}

// read lists what became of each file of a folder of archives.
func readArchives(t *testing.T, password string, paths ...string) string {
	t.Helper()
	reasons, _, passed := answers(t, Sources{Paths: paths, Password: password}.Walk(), Options{Tables: true, Password: password})
	var out []string
	for _, path := range slices.Sorted(maps.Keys(reasons)) {
		out = append(out, strings.TrimSuffix(path+" "+strings.TrimSuffix(reasons[path], "without a form"), " "))
	}
	if passed > 0 {
		out = append(out, fmt.Sprintf("%d passed over", passed))
	}
	return strings.Join(out, "\n")
}

// TestSeries: each file of an archive is a document with its path.
func TestSeries(t *testing.T) {
	t.Chdir(t.TempDir())
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("附件/自评表.txt")
	ok(t, err)
	long := strings.Repeat(packedTable, 100)
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"a.tar", taped(t, false, entry{name: "b.txt", content: packedTable}, entry{name: "a.txt", content: packedTable}, entry{name: "~$a.txt", content: "x"}), "a.tar/a.txt\na.tar/b.txt"},
		{"a.tgz", taped(t, true, entry{name: gbk, content: packedTable}, entry{name: gbk, content: packedTable}), "a.tgz/附件/自评表 (2).txt\na.tgz/附件/自评表.txt"},
		{"in.tar", taped(t, false, entry{name: "z.zip", content: string(zipped(t, entry{name: "x.txt", content: packedTable}))}), "in.tar/z.zip/x.txt"},
		{"in.zip", zipped(t, entry{name: "t.tgz", content: string(taped(t, true, entry{name: "x.txt", content: packedTable}))}), "in.zip/t.tgz/x.txt"},
		{"deep.zip", zipped(t, entry{name: "t.tgz", content: string(taped(t, true, entry{name: "z.7z", content: string(sevenZip(t, "plain"))}))}),
			"deep.zip/t.tgz/z.7z an archive inside an archive inside an archive is not opened — unpack it"},
		{"one.txt.gz", squeezedBytes(t, []byte(packedTable)), "one.txt.gz/one.txt"},
		{"p.7z", sevenZip(t, "plain"), "p.7z/b.txt\np.7z/自评/表.txt"},
		{"l.7z", sevenZip(t, "locked"), "l.7z encrypted — give its password with --password"},
		{"r.rar", rarVolume(0, true, "自评/表.txt", []byte(packedTable), 0, len(packedTable)), "r.rar/自评/表.txt"},
		{"v.part1.rar", rarVolume(0, false, "表.txt", []byte(long), 0, 500), "v.part1.rar damaged RAR archive"},
		{"w.part2.rar", rarVolume(1, true, "表.txt", []byte(long), 500, len(long)), "w.part2.rar a later volume of an archive whose first one is missing — put all of them into one folder"},
		{"cut.tgz", taped(t, true, entry{name: "a.txt", content: packedTable})[:60], "cut.tgz damaged"},
	} {
		write(t, c.raw, c.name)
		if got := readArchives(t, "", c.name); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := readArchives(t, "secret", "l.7z"); got != "l.7z/表.txt" {
		t.Errorf("with its password: %q", got)
	}
	if got := readArchives(t, "wrong", "l.7z"); !strings.Contains(got, "l.7z") || strings.Contains(got, "l.7z/") {
		t.Errorf("with a wrong password: %q", got)
	}
	write(t, rarVolume(1, true, "表.txt", []byte(long), 500, len(long)), "v.part2.rar")
	if got := readArchives(t, "", "v.part1.rar", "v.part2.rar"); got != "v.part1.rar/表.txt\n1 passed over" {
		t.Errorf("volumes: %q", got)
	}
}

// TestLinksInTar: a link to a file of the archive, symbolic or hard, is passed over by name, and one to anything else is unread.
func TestLinksInTar(t *testing.T) {
	t.Chdir(t.TempDir())
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	ok(t, w.WriteHeader(&tar.Header{Name: "d/a.txt", Size: int64(len(packedTable)), Mode: 0o644}))
	_, err := w.Write([]byte(packedTable))
	ok(t, err)
	ok(t, w.WriteHeader(&tar.Header{Name: "d/soft.txt", Typeflag: tar.TypeSymlink, Linkname: "a.txt"}))
	ok(t, w.WriteHeader(&tar.Header{Name: "hard.txt", Typeflag: tar.TypeLink, Linkname: "d/a.txt"}))
	ok(t, w.WriteHeader(&tar.Header{Name: "out.txt", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}))
	ok(t, w.Close())
	write(t, b.Bytes(), "l.tar")
	if got, want := readArchives(t, "", "l.tar"), "l.tar/d/a.txt\nl.tar/out.txt a link inside the archive to something that is not in it — pack the file itself\n2 passed over"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestMail: attachments are documents, and so are the page and the text of a mail.
func TestMail(t *testing.T) {
	t.Chdir(t.TempDir())
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>")
	ok(t, err)
	coded := base64.StdEncoding.EncodeToString([]byte(gbk))
	attached := "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"=?GBK?B?19TGwLHtLnR4dA==?=\"\n\n" +
		base64.StdEncoding.EncodeToString([]byte(packedTable)) + "\n"
	alternative := "Content-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain\n\nplain\n--B\nContent-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: base64\n\n" + coded + "\n--B--\n"
	write(t, []byte("From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=A\n\n--A\n"+alternative+"\n--A\n"+attached+"--A--\n"), "m.eml")
	if got := readArchives(t, "", "m.eml"); got != "m.eml/2.html\nm.eml/自评表.txt" {
		t.Errorf("mail: %q", got)
	}
	page := "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=R; type=\"text/html\"\n\n--R\nContent-Type: text/html; charset=\"gb2312\"\nContent-Transfer-Encoding: base64\nContent-Location: file:///C:/%E8%A1%A8.htm\n\n" +
		coded + "\n--R\nContent-Type: image/png\nContent-Location: a.png\n\nxx\n--R--\n"
	write(t, []byte(page), "p.mht")
	reasons, docs, _ := answers(t, Walk([]string{"p.mht"}, nil), Options{Tables: true})
	if d := docs["p.mht/表.htm"]; len(docs) != 1 || d.Format != fuhe.HTML || len(d.Tables) != 1 || d.Tables[0].Cells[0].Text != "甲" {
		t.Errorf("web archive: %v", reasons)
	}
	write(t, []byte("From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=A\n\nnothing\n"), "bad.eml")
	if got := readArchives(t, "", "bad.eml"); !strings.HasPrefix(got, "bad.eml ") {
		t.Errorf("a mail without its parts: %q", got)
	}
}
