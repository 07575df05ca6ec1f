package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// bind writes the workbook whole: what excelize made of the open sheets with the results of their formulas in place, and the
// sheets on the shelf where they were among the others.
func (b *book) bind(w io.Writer, workbook []byte) error {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return err
	}
	results, err := b.cached.results(in)
	if err != nil {
		return err
	}
	zw := zip.NewWriter(w)
	for _, f := range in.File {
		change := b.binding(f.Name, results)
		if change == nil {
			if err := zw.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := rewrite(zw, in, f.Name, change); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for i := range b.shelf {
		if err := b.shelf[i].write(zw); err != nil {
			return err
		}
	}
	return zw.Close()
}

// binding is what changes in a part; nil for nothing.
func (b *book) binding(part string, results map[string]map[string]cachedValue) func([]byte) ([]byte, error) {
	switch {
	case results[part] != nil:
		return func(sheet []byte) ([]byte, error) { return withResults(sheet, results[part]) }
	case len(b.shelf) == 0:
		return nil
	case part == "xl/workbook.xml":
		return b.listShelved
	case part == "xl/_rels/workbook.xml.rels":
		return func(rels []byte) ([]byte, error) {
			return b.eachShelved(rels, "</Relationships>", `<Relationship Id="fuheForm%[1]d" Type="`+linksSpace+`/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, "")
		}
	case part == contentTypes:
		return func(types []byte) ([]byte, error) {
			return b.eachShelved(openComments().ReplaceAll(types, nil), "</Types>", `<Override PartName="/xl/worksheets/sheet%[1]d.xml" ContentType="`+sheetType+`"/>`, `<Override PartName="/xl/comments%[1]d.xml" ContentType="`+commentsType+`"/>`)
		}
	}
	return nil
}

const (
	sheetType    = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
)

// openComments are lists of comments that were named before their sheets went to the shelf: no open sheet has any.
var openComments = lazily(`<Override PartName="/xl/comments\d+\.xml"[^>]*></Override>`)

// rewrite writes a part with a change.
func rewrite(zw *zip.Writer, in *zip.Reader, name string, change func([]byte) ([]byte, error)) error {
	content, err := readPart(in, name)
	if err != nil {
		return err
	}
	if content, err = change(content); err != nil {
		return err
	}
	w, err := zw.Create(name)
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// eachShelved puts a line for each shelved sheet, and another for one with comments, before an end.
func (b *book) eachShelved(content []byte, end, line, ofNotes string) ([]byte, error) {
	var lines strings.Builder
	for i := range b.shelf {
		fmt.Fprintf(&lines, line, b.shelf[i].number)
		if b.shelf[i].notes && ofNotes != "" {
			fmt.Fprintf(&lines, ofNotes, b.shelf[i].number)
		}
	}
	at := bytes.LastIndex(content, []byte(end))
	if at < 0 {
		return nil, fmt.Errorf("there is no %s", end)
	}
	return slices.Concat(content[:at], []byte(lines.String()), content[at:]), nil
}

var (
	listedSheet = lazily(`<sheet [^>]*></sheet>`)
	sheetOfName = lazily(` localSheetId="(\d+)"`)
)

// listShelved lists the shelved sheets in their places, and moves the names that belong to a sheet behind them.
func (b *book) listShelved(workbook []byte) ([]byte, error) {
	open := listedSheet().FindAllIndex(workbook, -1)
	var out bytes.Buffer
	done := 0
	for i, place := range open {
		out.Write(workbook[done:place[1]])
		done = place[1]
		for k := range b.shelf {
			if s := &b.shelf[k]; s.before == i+1 {
				fmt.Fprintf(&out, `<sheet name="%s" sheetId="%d" r:id="fuheForm%d"></sheet>`, escaped(s.name), s.number, s.number)
			}
		}
	}
	if done == 0 {
		return nil, fmt.Errorf("no sheets are listed")
	}
	out.Write(workbook[done:])
	return sheetOfName().ReplaceAllFunc(out.Bytes(), func(attribute []byte) []byte {
		n, err := strconv.Atoi(string(sheetOfName().FindSubmatch(attribute)[1]))
		if err != nil {
			return attribute // the pattern lets digits through alone
		}
		moved := n
		for k := range b.shelf {
			if b.shelf[k].before <= n {
				moved++
			}
		}
		return fmt.Appendf(nil, ` localSheetId="%d"`, moved)
	}), nil
}
