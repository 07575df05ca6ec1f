package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/unicode"
)

// textsOfFile are the texts that a person sees in a file of that format; of one for programs those that are for persons.
func textsOfFile(t *testing.T, suffix string, raw []byte) []saying {
	t.Helper()
	switch suffix {
	case ".xlsx":
		return textsOfWorkbook(t, raw)
	case ".html":
		return textsOfPage(t, raw)
	case ".docx":
		return textsOfWord(t, raw)
	case ".svg":
		return textsOfXML(t, "svg", bytes.NewReader(raw))
	case ".pdf":
		return textsOfNotes(t, raw)
	case ".json", ".sarif", ".jsonl":
		return textsForPersons(t, raw)
	case ".txt", ".csv":
		return textsOfLines(t, suffix, raw)
	}
	return nil
}

func textsOfLines(t *testing.T, suffix string, raw []byte) (all []saying) {
	if suffix == ".csv" { // names of columns, severities and slips are for programs
		r := csv.NewReader(bytes.NewReader(raw))
		r.FieldsPerRecord = -1 // tables of several widths under one another
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for c, text := range row {
				if i > 0 && !forProgram.MatchString(text) {
					all = append(all, saying{fmt.Sprintf("row %d column %d", i+1, c+1), text})
				}
			}
		}
		return all
	}
	for _, line := range strings.Split(string(raw), "\n") {
		all = append(all, saying{"line", line})
	}
	return all
}

// textsOfWorkbook are the names of sheets, their cells and comments.
func textsOfWorkbook(t *testing.T, raw []byte) (all []saying) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		all = append(all, saying{"sheet", sheet})
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				name, _ := excelize.CoordinatesToCellName(c+1, r+1)
				all = append(all, saying{sheet + "!" + name, text})
			}
		}
		comments, err := f.GetComments(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range comments {
			text := c.Text
			for _, p := range c.Paragraph {
				text += p.Text
			}
			all = append(all, saying{sheet + "!" + c.Cell + " comment", text})
		}
	}
	return all
}

// textsOfPage are the texts of a web page, and those that show when the mouse rests.
func textsOfPage(t *testing.T, raw []byte) (all []saying) {
	t.Helper()
	z, skip := html.NewTokenizer(bytes.NewReader(raw)), false
	for {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				t.Fatal(z.Err())
			}
			return all
		case html.StartTagToken, html.SelfClosingTagToken:
			k := z.Token()
			skip = k.Data == "script" || k.Data == "style"
			for _, a := range k.Attr {
				if a.Key == "title" || a.Key == "alt" || a.Key == "placeholder" || a.Key == "aria-label" {
					all = append(all, saying{k.Data + " " + a.Key, a.Val})
				}
			}
		case html.EndTagToken:
			skip = false
		case html.TextToken:
			if text := strings.TrimSpace(z.Token().Data); text != "" && !skip {
				all = append(all, saying{"text", text})
			}
		}
	}
}

func textsOfWord(t *testing.T, raw []byte) (all []saying) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(part.Name, "word/") && strings.HasSuffix(part.Name, ".xml") {
			all = append(all, textsOfXML(t, part.Name, r)...)
		}
		r.Close()
	}
	return all
}

func textsOfXML(t *testing.T, at string, r io.Reader) (all []saying) {
	t.Helper()
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			if x.Name.Local == "style" {
				if err := d.Skip(); err != nil {
					t.Fatal(err)
				}
			}
		case xml.CharData:
			if strings.TrimSpace(string(x)) != "" {
				all = append(all, saying{at, string(x)})
			}
		}
	}
}

// textsForPersons are the values of the keys of a JSON, or of each line of it, that hold words for persons.
func textsForPersons(t *testing.T, raw []byte) (all []saying) {
	t.Helper()
	for d := json.NewDecoder(bytes.NewReader(raw)); ; {
		var v any
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		everyText(v, func(key, text string) {
			if forPersons.MatchString(key) {
				all = append(all, saying{key, text})
			}
		})
	}
}

// forProgram is a word that is the same in every language.
var forProgram = regexp.MustCompile(`^[a-z-]+$`)

var forPersons = regexp.MustCompile(`^(message|title|basis|because|reason|text|working|label|doubt|fullDescription|shortDescription)$`)

// textsOfNotes are the notes of an annotated PDF, which are written as UTF-16.
func textsOfNotes(t *testing.T, raw []byte) (all []saying) {
	t.Helper()
	for _, m := range regexp.MustCompile(`(?i)<feff([0-9a-f]+)>`).FindAllSubmatch(raw, -1) {
		units, err := hex.DecodeString(string(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		text, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder().Bytes(units)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, saying{"note", string(text)})
	}
	if len(all) == 0 {
		t.Error("no notes are found")
	}
	return all
}
