package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// changed is a workbook file with every part changed; a part renamed to "" is left out.
func changed(t *testing.T, file []byte, change func(name, content string) (string, string)) []byte {
	t.Helper()
	p, err := openPack(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.parts {
		name, content := change(p.parts[i].name, string(p.parts[i].content))
		p.parts[i] = part{name, []byte(content)}
	}
	out, err := p.file()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// prefixed writes the elements of a part under a prefix, as programs do that know no default namespace.
func prefixed(content, prefix string) string {
	var out strings.Builder
	for i, piece := range strings.Split(content, "<") {
		if i > 0 {
			out.WriteByte('<')
			if rest, ok := strings.CutPrefix(piece, "/"); ok {
				out.WriteString("/")
				piece = rest
			}
			if piece != "" && piece[0] != '?' && piece[0] != '!' && !strings.Contains(strings.FieldsFunc(piece, func(r rune) bool { return r == ' ' || r == '>' || r == '/' })[0], ":") {
				out.WriteString(prefix + ":")
			}
		}
		out.WriteString(piece)
	}
	return strings.ReplaceAll(out.String(), ` xmlns="`+mainSpace, ` xmlns:`+prefix+`="`+mainSpace)
}

// The kinds of workbook files that other programs write of one and the same workbook.
var kindsOfFiles = map[string]func(name, content string) (string, string){
	"strict": func(name, content string) (string, string) {
		content = strings.ReplaceAll(content, mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
		content = strings.ReplaceAll(content, linksSpace, "http://purl.oclc.org/ooxml/officeDocument/relationships")
		content = strings.Replace(content, ` xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"`, "", 1)
		content = strings.ReplaceAll(content, ` r:id="`, ` xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" r:id="`)
		return name, strings.Replace(content, "<workbook ", `<workbook conformance="strict" `, 1)
	},
	"prefixes": func(name, content string) (string, string) {
		if strings.HasPrefix(name, "xl/w") && strings.HasSuffix(name, ".xml") || name == "xl/styles.xml" || name == "xl/sharedStrings.xml" {
			content = prefixed(content, "x")
			content = strings.NewReplacer("xmlns:r=", "xmlns:ns1=", " r:id=", " ns1:id=").Replace(content)
		}
		return name, content
	},
	"other case": func(name, content string) (string, string) {
		if name == contentTypes || strings.HasSuffix(name, ".rels") && !strings.Contains(name, "workbook") {
			return name, content
		}
		return strings.ToUpper(name[:len(name)-3]) + name[len(name)-3:], content
	},
	"backslashes": func(name, content string) (string, string) { return strings.ReplaceAll(name, "/", `\`), content },
	"template": func(name, content string) (string, string) {
		return name, strings.ReplaceAll(content, plainBook, plainTemplate)
	},
	"macros": func(name, content string) (string, string) {
		return name, strings.ReplaceAll(content, plainBook, macroBook)
	},
	"macro template": func(name, content string) (string, string) {
		return name, strings.ReplaceAll(content, plainBook, macroTemplate)
	},
}

// TestCorrectEveryKindOfFile: the corrected copy is a file of the usual kind, with the workbook's own contents in it.
func TestCorrectEveryKindOfFile(t *testing.T) {
	soffice, _ := exec.LookPath("soffice")
	for kind, change := range kindsOfFiles {
		input := changed(t, clerk(t, nil), change)
		var out bytes.Buffer
		if err := Correct(&out, input, []*fuhe.Report{clerkReport()}, Options{Corrections: example.Corrections}); err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		p, err := openPack(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range p.parts {
			if strings.HasSuffix(part.name, ".xml") || strings.HasSuffix(part.name, ".rels") {
				if err := wellFormed(part.content); err != nil {
					t.Errorf("%s: %s: %v", kind, part.name, err)
				}
			}
			if bytes.Contains(part.content, []byte("purl.oclc.org")) || bytes.Contains(part.content, []byte("template.")) && part.name == contentTypes {
				t.Errorf("%s: %s is still of that kind", kind, part.name)
			}
		}
		f, _, err := openToCorrect(out.Bytes(), "")
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		for ref, want := range map[string]string{"A1": "财政项目支出绩效自评表", "D3": "35.76%", "B3": "412,907.00"} {
			if got, err := f.GetCellValue("自评表", ref); err != nil || got != want {
				t.Errorf("%s: %s is %q (%v), want %q", kind, ref, got, err, want)
			}
		}
		if got, _ := f.GetCellValue("附件", "A1"); got != "附件的内容" {
			t.Errorf("%s: the other sheet says %q", kind, got)
		}
		f.Close()
		want := ".xlsx"
		if strings.Contains(kind, "macro") {
			want = ".xlsm"
		}
		if got := Suffix(input, ""); got != want || Suffix(out.Bytes(), "") != want {
			t.Errorf("%s: suffix %s, want %s", kind, got, want)
		}
		if soffice != "" && (kind == "strict" || kind == "prefixes") {
			opensInLibreOffice(t, soffice, kind, out.Bytes())
		}
	}
}

func opensInLibreOffice(t *testing.T, soffice, kind string, file []byte) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.xlsx"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--convert-to", "csv", "--outdir", dir, filepath.Join(dir, "a.xlsx"))
	if msg, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, msg)
	}
	csv, err := os.ReadFile(filepath.Join(dir, "a.csv"))
	if err != nil || !strings.Contains(string(csv), "35.76%") {
		t.Errorf("%s: LibreOffice reads %q (%v)", kind, csv, err)
	}
}

// wellFormed reports what is wrong with a part; a prefix that is not declared, too, which Go's decoder does not mind.
func wellFormed(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		for _, name := range append(attributeNames(e), e.Name) {
			if name.Space != "" && !strings.ContainsAny(name.Space, ":/") && name.Space != "xmlns" && name.Space != "xml" {
				return &xml.SyntaxError{Msg: "the prefix " + name.Space + " is not declared"}
			}
		}
	}
}

func attributeNames(e xml.StartElement) (names []xml.Name) {
	for _, a := range e.Attr {
		names = append(names, a.Name)
	}
	return names
}

// TestRunsInOrder: the properties of runs are put in the schema's order.
func TestRunsInOrder(t *testing.T) {
	for from, want := range map[string]string{
		`<rPr><rFont val="宋体"></rFont><family val="2"/><color rgb="FF000000"></color><sz val="11"></sz><b/></rPr>`: `<rPr><b/><sz val="11"></sz><color rgb="FF000000"></color><rFont val="宋体"></rFont><family val="2"/></rPr>`,
		`<rPr><rFont val="宋体"/><extLst><x/></extLst><b/></rPr>`:                                                    `<rPr><rFont val="宋体"/><extLst><x/></extLst><b/></rPr>`,
		`<rPr></rPr>`: `<rPr></rPr>`,
	} {
		if got := string(ordered([]byte(from))); got != want {
			t.Errorf("%s\nbecomes %s\nwant    %s", from, got, want)
		}
	}
}
