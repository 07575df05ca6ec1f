package word

import (
	"archive/zip"
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
	"fuhe/render"
	"fuhe/render/example"
	"fuhe/render/paper"
	"fuhe/render/review"
)

func options() Options {
	return Options{Lang: fuhe.ZH, Particulars: paper.Particulars{Project: "自评复核", Matter: "自评真实性", Auditors: "张、李", PreparedOn: "2026-01-02", Prefix: "JX"},
		Rules: map[string]render.Rule{"F102": {Title: "执行率的计算", Basis: "某办法"}, "I305": {Title: "无实际值得分", Basis: "某办法"}}}
}

// text is what a document says, a line a paragraph; its XML must be whole.
func text(t *testing.T, raw []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch x := token.(type) {
			case xml.CharData:
				if f.Name == "word/document.xml" {
					out.Write(x)
				}
			case xml.EndElement:
				if f.Name == "word/document.xml" && x.Name.Local == "p" {
					out.WriteString("\n")
				}
			}
		}
	}
	return out.String()
}

func TestEvidenceSheet(t *testing.T) {
	docs, o := example.Documents(example.Shanghai(t)), options()
	units := Units(docs, o)
	if len(units) != 1 || units[0] != "上海市科学技术委员会" {
		t.Fatalf("%q", units)
	}
	o.Review.Say(review.Verdict{SHA256: "00", Finding: "8f2d04", Verdict: review.Rejected})
	var out bytes.Buffer
	if err := Evidence(&out, docs, units[0], o); err != nil {
		t.Fatal(err)
	}
	got := text(t, out.Bytes())
	for _, want := range []string{"审计取证单", "自评复核", "自评真实性", "上海市科学技术委员会", "1. 执行率的计算（错误 F102，1处）", "147663.64 ÷ 412907 = 35.7619…%", "无实际值得分（警告 I305，2处）", "依据：某办法\n", "张、李", "2026-01-02",
		"证据提供单位意见（盖章）", "负责人签名", "附件", "页", "JX-001"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	if strings.Contains(got, "X603") || strings.Count(got, "某办法") != 1 {
		t.Errorf("a note is put to the unit, or a basis stands twice:\n%s", got)
	}
}

// The papers of a run over two units: each names its own unit, has a number of its own, and nobody twice.
func TestSheetsOfTwoUnits(t *testing.T) {
	other := example.Shanghai(t)
	other.Department.Text = "甲市财政局"
	docs, o := example.Documents(example.Shanghai(t), other), options()
	o.Particulars.Unit, o.Particulars.Prefix = "某审计对象", "JX-01"
	o.Particulars.Auditors, o.Particulars.PreparedBy = "张三、李四", "张三"
	for unit, number := range map[string]string{"上海市科学技术委员会": "JX-01-001", "甲市财政局": "JX-01-002"} {
		var out bytes.Buffer
		if err := Evidence(&out, docs, unit, o); err != nil {
			t.Fatal(err)
		}
		got := text(t, out.Bytes())
		if !strings.Contains(got, "索引号："+number) || !strings.Contains(got, unit) || strings.Contains(got, "某审计对象") || strings.Count(got, "张三") != 1 {
			t.Errorf("%s wants %s:\n%s", unit, number, got)
		}
	}
	if got := auditors(paper.Particulars{Auditors: "张三 李四", PreparedBy: "李四、王五"}, fuhe.ZH); got != "张三 李四　王五" {
		t.Errorf("auditors %q", got)
	}
}

// The unit of the particulars stands where the form names none.
func TestUnitOfTheParticulars(t *testing.T) {
	form := example.Shanghai(t)
	form.Department.Text, form.Implementer.Text = "", ""
	o := options()
	o.Particulars.Unit = "某审计对象"
	var out bytes.Buffer
	if err := Evidence(&out, example.Documents(form), "", o); err != nil {
		t.Fatal(err)
	}
	if got := text(t, out.Bytes()); !strings.Contains(got, "某审计对象") {
		t.Error(got)
	}
}

func TestProblemsAreGrouped(t *testing.T) {
	docs := example.Documents(example.Shanghai(t), example.Shanghai(t))
	o := options()
	o.Review.Say(review.Verdict{SHA256: "00", Finding: "8f2c01", Verdict: review.Confirmed, Note: "见账册", Rectification: "持续整改"})
	var out bytes.Buffer
	if err := Problems(&out, docs, o); err != nil {
		t.Fatal(err)
	}
	got := text(t, out.Bytes())
	for _, want := range []string{"执行率的计算（2处）", "无实际值得分（6处）", "见账册", "持续整改"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
}

// Papers in English are set with the punctuation of English.
func TestPunctuationOfEnglish(t *testing.T) {
	form := example.Shanghai(t)
	form.Project.Text, form.Title = "道路养护", "自评表"
	for i := range form.Findings {
		form.Findings[i].Message = "it differs"
	}
	later := example.Shanghai(t)
	later.Findings, later.Year, later.Project.Text = form.Findings[:1], "2022", "道路养护"
	docs, o := example.Documents(form, later), options()
	o.Lang = fuhe.EN
	o.Particulars = paper.Particulars{Project: "Review", Unit: "Bureau", Auditors: "Zhang", PreparedBy: "Li", ReviewedBy: "Wang", ReviewedOn: "2026-01-03"}
	o.Rules = map[string]render.Rule{"F102": {Title: "rate", Basis: "Measures"}, "I305": {Title: "blank", Basis: "Circular"}}
	o.Review.Say(review.Verdict{SHA256: "00", Finding: "8f2c01", Verdict: review.Confirmed, Rectification: "done"})
	o.Review.Say(review.Verdict{SHA256: "00", Finding: "8f2d04", Verdict: review.Confirmed, Rectification: "open"})
	var sheet, list bytes.Buffer
	if err := errors.Join(Evidence(&sheet, docs, "上海市科学技术委员会", o), Problems(&list, docs, o)); err != nil {
		t.Fatal(err)
	}
	got := text(t, sheet.Bytes()) + text(t, list.Bytes())
	for _, want := range []string{
		"· 道路养护 (2021): it differs (147663.64 ÷ 412907 = 35.7619…%) [form.pdf p1.t1!H4]\n", "basis: Measures; Circular\n", "2021, 2022", "Zhang  Li", "Review  Bureau", "reviewed by: Wang  2026-01-03",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	if i := strings.IndexAny(got, "：（）〔〕；、，。　"); i >= 0 {
		t.Errorf("Chinese punctuation at %q", got[max(0, i-60):i+3])
	}
}

// Whatever a document holds is text.
func TestHostileTexts(t *testing.T) {
	docs := example.Of("</w:t><w:x/>&\x00\x0b\uFFFE=cmd|' /C'!A1", "1")
	for _, write := range []func(io.Writer) error{
		func(w io.Writer) error { return Problems(w, docs, options()) },
		func(w io.Writer) error { return Evidence(w, docs, "", options()) },
	} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		if got := text(t, out.Bytes()); !strings.Contains(got, "</w:t><w:x/>&") {
			t.Errorf("%s", got)
		}
	}
}

func TestLibreOfficeOpensThem(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("skipped: LibreOffice is not installed")
	}
	folder := t.TempDir()
	var out bytes.Buffer
	if err := Problems(&out, example.Documents(example.Shanghai(t)), options()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "a.docx"), out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(folder, "profile")), "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, filepath.Join(folder, "a.docx"))
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	got, err := os.ReadFile(filepath.Join(folder, "a.txt"))
	if err != nil || !strings.Contains(string(got), "执行率的计算") {
		t.Errorf("%s %v", got, err)
	}
}
