package extract

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf16"

	"fuhe"
	"fuhe/extract/pack"
)

// kind is what a file is, told from its content.
type kind struct {
	format  fuhe.Format // "" for a file that fuhe knows no form in
	name    string      // for messages: "PNG image"
	advice  string      // what to do with a kind that is not read, "" when nothing helps
	broken  string      // why a file of this kind cannot be opened at all
	zip     *zip.Reader // a zip of files
	pack    pack.Kind   // any other archive, or mail
	picture bool        // an image
	locked  bool        // an Office file of a format that shows only when it is decrypted
}

// document reports whether people keep forms in files of a kind, read or not.
func (k kind) document() bool { return k.format != "" || k.advice != "" && !k.picture }

// kindOf looks at the first bytes of a file, and at the directory of a zip or OLE container. It reads no more.
func kindOf(r io.ReaderAt, size int64) (kind, error) {
	head := make([]byte, min(size, sniffBytes))
	if n, err := r.ReadAt(head, 0); err != nil && (err != io.EOF || n < len(head)) {
		return kind{}, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return zipKind(r, size), nil
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return oleKind(r, head), nil
	}
	for _, s := range signatures {
		if len(head) >= s.at+len(s.bytes) && string(head[s.at:s.at+len(s.bytes)]) == s.bytes {
			return s.kind, nil
		}
	}
	if isPDF(head) {
		return kind{format: fuhe.PDF, name: "PDF"}, nil
	}
	return textKind(head), nil
}

// isPDF finds the header of a PDF, with junk before it when objects follow. A program that only names the header has it in
// quotation marks.
func isPDF(head []byte) bool {
	i := bytes.Index(head[:min(len(head), pdfHeaderWithin)], []byte("%PDF-"))
	if i < 0 {
		return false
	}
	before := bytes.TrimLeft(head[:i], "\xEF\xBB\xBF\x00 \t\r\n")
	return len(before) == 0 || !bytes.ContainsRune([]byte("\"'`"), rune(head[i-1])) && bytes.Contains(head[i:], []byte(" obj"))
}

// signatures are kinds told by fixed bytes.
var signatures = []struct {
	at    int
	bytes string
	kind  kind
}{
	{0, "\x89PNG\r\n", picture("PNG")}, {0, "\xFF\xD8\xFF", picture("JPEG")}, {0, "GIF8", picture("GIF")}, {0, "II*\x00", picture("TIFF")},
	{0, "MM\x00*", picture("TIFF")}, {8, "WEBP", picture("WebP")}, {4, "ftypheic", picture("HEIC")}, {0, "\x00\x00\x01\x00", picture("icon")},
	{0, "Rar!\x1A\x07", packed(pack.RAR)}, {0, "7z\xBC\xAF\x27\x1C", packed(pack.SevenZip)},
	{0, "\x1F\x8B", packed(pack.Gzip)}, {257, "ustar", packed(pack.Tar)}, {0, "BZh", packed(pack.Bzip2)}, {0, "\xFD7zXZ\x00", kind{name: "xz archive", advice: "unpack it"}},
	{0, "{\\rtf", kind{format: fuhe.RTF, name: "RTF document"}}, {0, "%!PS", kind{name: "PostScript", advice: "convert it to .pdf"}},
	{0, "\x7FELF", kind{name: "program"}}, {0, "MZ", kind{name: "program"}}, {0, "SQLite format 3\x00", kind{name: "SQLite database"}},
	{0, "OggS", kind{name: "audio or video"}}, {0, "ID3", kind{name: "audio or video"}}, {4, "ftyp", kind{name: "audio or video"}},
	{0, "RIFF", kind{name: "audio or video"}},
}

// packed is an archive whose files are inputs of their own.
func packed(k pack.Kind) kind { return kind{name: string(k), pack: k, advice: "unpack it"} }

func picture(name string) kind {
	return kind{picture: true, name: name + " image", advice: "fuhe reads no pictures of forms; take the .pdf or .xlsx it was made from"}
}

// zipKind tells the formats that are zips inside by the names in them.
func zipKind(r io.ReaderAt, size int64) kind {
	if err := checkDirectory(r, size); err != nil {
		return kind{name: "zip", broken: err.Error()}
	}
	zr, err := zip.NewReader(r, size)
	if err != nil {
		return kind{name: "zip", broken: "damaged zip or Office file: " + err.Error()}
	}
	found := map[string]bool{}
	for _, f := range zr.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		found[name] = true
		if dir, _, ok := strings.Cut(name, "/"); ok {
			found[dir+"/"] = true
		}
	}
	office := found["[content_types].xml"] || found["_rels/.rels"]
	switch {
	case found["xl/workbook.bin"]:
		return kind{name: "binary Excel workbook (.xlsb)", advice: "save it as .xlsx"}
	case office && found["xl/"]:
		return kind{format: fuhe.XLSX, name: "Excel workbook"}
	case office && found["word/"]:
		return kind{format: fuhe.DOCX, name: "Word document"}
	case office && found["ppt/"]:
		return kind{name: "PowerPoint presentation", advice: "save it as .pdf"}
	case found["ofd.xml"]:
		return kind{format: fuhe.OFD, name: "OFD document"}
	case office && isOffice(zr):
		return kind{name: "Office file", broken: "an Office file without a document inside — it is damaged: take the original again"}
	case found["mimetype"] && (found["content.xml"] || found["encrypted-package"]):
		return openDocument(beginning(zr, "mimetype"))
	}
	return kind{name: "zip", zip: zr}
}

// isOffice tells Office files from other packages of the same build by what they say their parts are.
func isOffice(zr *zip.Reader) bool {
	types := beginning(zr, "[Content_Types].xml")
	return strings.Contains(types, "openxmlformats-officedocument") || strings.Contains(types, "vnd.ms-")
}

// beginning is how a part of a zip begins; "" when it cannot be read, which is said when the file is.
func beginning(zr *zip.Reader, part string) string {
	const most = 64 << 10
	for _, f := range zr.File {
		if !strings.EqualFold(f.Name, part) {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			return ""
		}
		defer rc.Close()
		text, err := io.ReadAll(io.LimitReader(rc, most))
		if err != nil && len(text) == 0 {
			return ""
		}
		return string(text)
	}
	return ""
}

// openDocument tells texts and spreadsheets from drawings and presentations by their media type.
func openDocument(media string) kind {
	switch {
	case strings.Contains(media, "opendocument.text"):
		return kind{format: fuhe.ODT, name: "OpenDocument text"}
	case strings.Contains(media, "opendocument.spreadsheet"):
		return kind{format: fuhe.ODS, name: "OpenDocument spreadsheet"}
	}
	return kind{name: "OpenDocument file", advice: "save it as .xlsx or .pdf"}
}

// checkDirectory refuses a zip whose directory alone would fill the memory.
func checkDirectory(r io.ReaderAt, size int64) error {
	const record, longestComment = 22, 1 << 16
	tail := make([]byte, min(size, record+longestComment))
	if n, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && n < len(tail) {
		return err
	}
	i := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if i < 0 || i+record > len(tail) {
		return fmt.Errorf("the zip or Office file is cut short: its directory is missing")
	}
	length, offset := binary.LittleEndian.Uint32(tail[i+12:]), binary.LittleEndian.Uint32(tail[i+16:])
	if isWide(tail[:i]) {
		return checkWideDirectory(r, tail[:i])
	}
	end := size - int64(len(tail)) + int64(i)
	if length > maxDirectoryBytes || end-int64(offset) > maxDirectoryBytes+int64(longestComment) && length != 0 && int64(offset)+int64(length) == end {
		return errDirectory
	}
	return nil
}

const locatorBytes = 20

// isWide reports whether the numbers of a zip stand in a larger record (zip64), whose place is told before the last one.
func isWide(before []byte) bool {
	i := len(before) - locatorBytes
	return i >= 0 && bytes.HasPrefix(before[i:], []byte("PK\x06\x07"))
}

// checkWideDirectory refuses a zip by the numbers in that record.
func checkWideDirectory(r io.ReaderAt, before []byte) error {
	const record = 56
	i := len(before) - locatorBytes
	wide := make([]byte, record)
	if n, err := r.ReadAt(wide, int64(binary.LittleEndian.Uint64(before[i+8:])&math.MaxInt64)); n < record {
		return fmt.Errorf("the zip or Office file is damaged: its directory is missing (%w)", err)
	}
	if binary.LittleEndian.Uint64(wide[40:]) > maxDirectoryBytes {
		return errDirectory
	}
	return nil
}

var errDirectory = errors.New("the zip lists more files than fuhe reads")

// oleKind tells an encrypted Office file from old Word and Excel files by the names in the container's directory.
func oleKind(r io.ReaderAt, head []byte) kind {
	const directoryAt, shiftAt, read = 0x30, 0x1E, 8192
	if len(head) < 512 {
		return kind{name: "Office 97-2003 file", broken: "the file is cut short"}
	}
	shift := binary.LittleEndian.Uint16(head[shiftAt:])
	if shift != 9 && shift != 12 {
		return kind{name: "Office 97-2003 file", broken: "damaged OLE container"}
	}
	directory := make([]byte, read)
	n, err := r.ReadAt(directory, (int64(binary.LittleEndian.Uint32(head[directoryAt:]))+1)<<shift)
	if err != nil && err != io.EOF {
		return kind{name: "Office 97-2003 file", broken: err.Error()}
	}
	directory = directory[:n]
	has := func(name string) bool {
		var wide []byte
		for _, u := range utf16.Encode([]rune(name)) {
			wide = binary.LittleEndian.AppendUint16(wide, u)
		}
		return bytes.Contains(directory, append(wide, 0, 0))
	}
	switch {
	case has("EncryptedPackage"):
		return kind{format: fuhe.XLSX, name: "encrypted Office file", locked: true}
	case has("Workbook"), has("Book"):
		return kind{format: fuhe.XLS, name: "Excel 97-2003 workbook"}
	case has("WordDocument"):
		return kind{format: fuhe.DOC, name: "Word 97-2003 document"}
	}
	return kind{name: "Office 97-2003 file", advice: "save it as .xlsx or .pdf"}
}
