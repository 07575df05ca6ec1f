package extract

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/pack"
)

// textKind tells HTML, other markup and plain text from binary content.
func textKind(head []byte) kind {
	plain := head
	wide := false
	if len(head) >= 2 {
		wide = head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF
	}
	if wide {
		plain = bytes.ReplaceAll(head[2:], []byte{0}, nil) // markup is ASCII
	}
	lower := strings.ToLower(string(bytes.TrimPrefix(plain, []byte("\xEF\xBB\xBF"))))
	start := strings.TrimSpace(lower)
	switch {
	case isMail(start):
		return packed(pack.Mail)
	case strings.Contains(lower, "urn:oasis:names:tc:opendocument:xmlns:office") && strings.Contains(lower, "<office:document"):
		return openDocument(lower)
	case strings.HasPrefix(start, "<") && hasAny(lower, "<html", "<!doctype html"): // names languages of Office, too
		return kind{format: fuhe.HTML, name: "HTML page"}
	case strings.Contains(lower, "schemas.microsoft.com/office/word/2003/wordml"):
		return kind{name: "Word 2003 XML document", advice: "save it as .docx"}
	case strings.Contains(lower, "urn:schemas-microsoft-com:office:spreadsheet"):
		return kind{name: "Excel 2003 XML workbook", advice: "save it as .xlsx"}
	case strings.HasPrefix(start, "<") && hasAny(lower, "<table", "<head", "<body", "<meta ", "<style", "<script"):
		return kind{format: fuhe.HTML, name: "HTML page"}
	case strings.HasPrefix(start, "<?xml"):
		return kind{name: "XML file"}
	case isJSON(start):
		return kind{name: "JSON file"}
	case isText(head, wide):
		return kind{format: fuhe.Text, name: "text"}
	case len(bytes.Trim(head, "\x00")) == 0:
		return kind{name: "file that begins with nothing but zero bytes"}
	}
	return kind{name: "file of unknown kind"}
}

// isMail reports whether a text begins with the head of a mail or web archive: lines of names and values, among them what
// its content is.
func isMail(start string) bool {
	head, _, _ := strings.Cut(strings.ReplaceAll(start, "\r\n", "\n"), "\n\n")
	content, sent := false, false
	for l := range strings.SplitSeq(head, "\n") {
		name, _, ok := strings.Cut(l, ":")
		if goesOn := strings.HasPrefix(l, " ") || strings.HasPrefix(l, "\t"); !goesOn && (!ok || name == "" || strings.ContainsAny(name, " \t<>")) {
			return false
		}
		content = content || name == "content-type" || name == "mime-version"
		sent = sent || name == "from" || name == "subject" || name == "mime-version" || name == "received"
	}
	return content && sent
}

func hasAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// isJSON reports whether a text is JSON, or lines of it, as far as it was looked at: one that merely begins with a bracket
// soon breaks its rules. The bars and commas in its strings make no tables.
func isJSON(start string) bool {
	if !strings.HasPrefix(start, "{") && !strings.HasPrefix(start, "[") {
		return false
	}
	for d, n := json.NewDecoder(strings.NewReader(start)), 0; ; n++ {
		if _, err := d.Token(); err != nil {
			return n > 1 && (err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF))
		}
	}
}

// isText reports whether no bytes stand there that no text has. UTF-16 without a mark is told by its zero bytes.
func isText(head []byte, wide bool) bool {
	zeros := [2]int{}
	for i, b := range head {
		switch {
		case b == 0:
			zeros[i%2]++
		case b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B && b != 0x1A && !wide, b == 0x7F && !wide:
			return false
		}
	}
	oneSided := (zeros[0] == 0) != (zeros[1] == 0)
	return zeros == [2]int{} || wide || oneSided && zeros[0]+zeros[1] > len(head)/8 || utf8.Valid(head) && zeros == [2]int{}
}
