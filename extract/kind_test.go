package extract

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// TestKindsFromContent: every input gives one clear line, whatever its name, and the rest goes on.
func TestKindsFromContent(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	book := workbook(t)
	var encrypted bytes.Buffer
	f := excelize.NewFile()
	ok(t, f.Write(&encrypted, excelize.Options{Password: "secret"}))
	for name, c := range map[string]struct{ content, reason string }{
		"empty.pdf":     {"", "empty file"},
		"photo.pdf":     {"\x89PNG\r\n\x1a\n0000", "not a document fuhe reads: PNG image"},
		"photo.xlsx":    {"\xFF\xD8\xFF\xE0000", "not a document fuhe reads: JPEG image"},
		"page.xls":      {"<html><body><table><tr><td>1</td></tr></table></body></html>", "without a form"},
		"page.pdf":      {"\n<!DOCTYPE html>\n<title>x</title>", "without a form"},
		"answer.xlsx":   {"502 Bad Gateway", "named .xlsx, but its content is text without a table"},
		"export.xls":    {`<html xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><table><tr><td>1<td>2</table>`, "without a form"},
		"word.docx":     {string(zipped(t, entry{name: "[Content_Types].xml"}, entry{name: "word/document.xml", content: "<document/>"})), "Word document not read: word/document.xml: the root element is document, no Word document"},
		"book.ofd":      {string(zipped(t, entry{name: "OFD.xml"})), "OFD document not read: ofd.xml: it is empty"},
		"cut.xlsx":      {string(book[:len(book)/2]), "cut short"},
		"old.xls":       {ole("Workbook"), "Excel 97-2003 workbook not read: damaged OLE container"},
		"letter.xlsx":   {ole("WordDocument"), "Word 97-2003 document"},
		"secret.xlsx":   {encrypted.String(), "encrypted — give its password with --password"},
		"prose.txt":     {"没有表格", "without a form"},
		"table.dat":     {table, "without a form"},
		"book.bin":      {string(book), "without a form"},
		"zeros":         {strings.Repeat("\x00", 5000), "nothing but zero bytes"},
		"noise":         {"\x01\x02\x03\x04", "file of unknown kind"},
		"bundle.rar":    {"Rar!\x1a\x07\x00", "damaged RAR archive"},
		"empty.zip":     {string(zipped(t)), "the zip holds no files"},
		"2003.xml":      {`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "Excel 2003 XML workbook — save it as .xlsx"},
		"2003.doc":      {`<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">`, "Word 2003 XML document — save it as .docx"},
		"not-there.pdf": {"-", "no such file or folder"},
	} {
		if c.content != "-" {
			write(t, []byte(c.content), name)
		}
		reasons, docs, passed := answers(t, Walk([]string{name}, nil), Options{})
		if len(docs) != 1 || passed != 0 || !strings.Contains(reasons[name], c.reason) || len(docs[name].Unread) != 1 && !docs[name].WithoutForm {
			t.Errorf("%s: %q, want %q", name, reasons[name], c.reason)
		}
	}
	reasons, docs, _ := answers(t, Walk([]string{"secret.xlsx"}, nil), Options{Password: "wrong"})
	if len(docs) != 1 || !strings.Contains(reasons["secret.xlsx"], "does not open it") {
		t.Errorf("wrong password: %q", reasons["secret.xlsx"])
	}
}

// TestEncryptedDocument: what an encrypted Office file is shows when it is opened.
func TestEncryptedDocument(t *testing.T) {
	t.Chdir(t.TempDir())
	const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`
	picture := make([]byte, 10000) // excelize loses files that are shorter than a few sectors
	if _, err := rand.NewChaCha8([32]byte{}).Read(picture); err != nil {
		t.Fatal(err)
	}
	raw, err := excelize.Encrypt(zipped(t, entry{name: "[Content_Types].xml"}, entry{name: "word/document.xml", content: document}, entry{name: "word/media/a.png", content: string(picture)}), &excelize.Options{Password: "secret"})
	ok(t, err)
	write(t, raw, "a.docx")
	_, docs, _ := answers(t, Walk([]string{"a.docx"}, nil), Options{Password: "secret", Tables: true})
	if d := docs["a.docx"]; d.Format != fuhe.DOCX || len(d.Tables) != 1 || len(d.Unread) != 0 {
		t.Errorf("%+v", d)
	}
}

// ole is the beginning of an OLE container with one name in its directory.
func ole(name string) string {
	raw := make([]byte, 4096)
	copy(raw, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	raw[0x1E] = 9
	raw[0x30] = 1 // the directory is in the second sector
	for i, r := range name {
		binary.LittleEndian.PutUint16(raw[1024+2*i:], uint16(r))
	}
	return string(raw)
}

// TestPDFHeader: junk before the header makes no other file of a PDF, and naming the header makes none of a program.
func TestPDFHeader(t *testing.T) {
	for content, want := range map[string]fuhe.Format{
		"%PDF-1.7\n": fuhe.PDF, "\xEF\xBB\xBF\n%PDF-2.0\n": fuhe.PDF, "HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\n<<>>": fuhe.PDF, "junk%PDF-1.4\n1 0 obj": fuhe.PDF,
		"package main\n\nvar header = \"%PDF-\" // 1 0 obj\n": fuhe.Text, "A PDF begins with %PDF- and a version.": fuhe.Text,
		strings.Repeat(" ", 2000) + "%PDF-1.4": fuhe.Text,
	} {
		k, err := kindOf(byteReader(content), int64(len(content)))
		if err != nil || k.format != want {
			t.Errorf("%.40q is of kind %q", content, k.format)
		}
	}
}

// TestJSON: JSON is no text with tables; what only begins like it is.
func TestJSON(t *testing.T) {
	for content, want := range map[string]fuhe.Format{
		`{"a": "| 1 | 2 |\n| 3 | 4 |"}`: "", "{\"a\":1}\n{\"a\":2}\n": "", `[` + strings.Repeat(`{"分值": 10},`, 2000) + `{}]`: "", "\xEF\xBB\xBF[1, 2]": "",
		"[首页](/) | [公开](/b)\n": fuhe.Text, "[1], 甲, 乙\n": fuhe.Text, "{甲}\n| a | b |\n": fuhe.Text, "[": fuhe.Text,
	} {
		k, err := kindOf(byteReader(content), int64(len(content)))
		if err != nil || k.format != want || want == "" && k.name != "JSON file" {
			t.Errorf("%.40q is of kind %q (%s)", content, k.format, k.name)
		}
	}
}

func FuzzKind(f *testing.F) {
	for _, s := range signatures {
		f.Add([]byte(strings.Repeat("\x00", s.at) + s.bytes))
	}
	f.Add([]byte("%PDF-1.7"))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Add([]byte(ole("Workbook")))
	f.Add([]byte("\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		k, err := kindOf(byteReader(raw), int64(len(raw)))
		if err != nil {
			t.Fatal(err) // memory does not fail
		}
		if k.name == "" {
			t.Errorf("%q is of no kind", raw[:min(len(raw), 40)])
		}
		for _, in := range Walk([]string{"-"}, strings.NewReader(string(raw))) {
			if in.Path == "" {
				t.Error("an input without a path")
			}
		}
	})
}
