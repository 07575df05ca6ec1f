package report_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"fuhe"
	"fuhe/render"
	"fuhe/render/example"
	"fuhe/render/report"
	"fuhe/render/review"
)

var picture = []byte("\x89PNG pretended")

func options() report.Options {
	return report.Options{
		Lang: fuhe.EN, From: render.Run{Version: "9.9", Command: "report", Options: map[string]string{"lang": "en"}, Flags: []string{"--lang", "en"}, RulesSHA256: "abcd", Started: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)},
		Rules:   map[string]render.Rule{"F102": {Title: "rate of execution", Basis: "a basis"}},
		Picture: func(*fuhe.Document, *fuhe.Report, *fuhe.Finding) ([]byte, error) { return picture, nil },
	}
}

func written(t *testing.T, docs []fuhe.Document, o report.Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, docs, o); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A finding in a table beside the forms stands on the front, also where the document has no form; one of a form leads there.
func TestAcross(t *testing.T) {
	docs, o := append(example.Documents(example.Shanghai(t)), fuhe.Document{Path: "account.pdf", SHA256: "cd"}), options()
	at := fuhe.Source{Page: 3}
	o.Rules["B105"] = render.Rule{Title: "text and tables"}
	o.From.Across = []fuhe.Across{
		{Finding: fuhe.Finding{ID: "1", Rule: "B105", Severity: fuhe.Warning, At: at, Published: "303<万元>", Recomputed: "300.00万元", Message: "the text says"}, SHA256: "cd", Path: "account.pdf", Report: -1, Inputs: []fuhe.Place{{Path: "account.pdf", Report: -1, At: fuhe.Source{Page: 1, Table: 1, Ref: "F8"}}}},
		{Finding: fuhe.Finding{ID: "2", Rule: "A101", Severity: fuhe.Note, Message: "carried over"}, SHA256: docs[0].SHA256, Path: docs[0].Path, Report: 0},
	}
	text := written(t, docs, o)
	for _, want := range []string{
		`<td class="name warning">warning B105 text and tables</td><td class="path">account.pdf:p3</td><td>303&lt;万元&gt;</td><td>300.00万元</td><td>the text says</td><td class="path">account.pdf:p1.t1!F8</td>`,
		`<td class="path"><a href="#f0-0">`, "B105 text and tables 1;",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if o.From.Across = nil; strings.Contains(written(t, docs, o), "Across forms") {
		t.Error("there is a section of nothing")
	}
}

// What forms come to by unit and year is drawn, told to those who see no bars, and stands in a table; one unit in one year is
// no comparison.
func TestRolls(t *testing.T) {
	docs, o := example.Documents(example.Shanghai(t)), options()
	o.Rolls = []fuhe.Roll{{Unit: "甲局", Year: "2023", Forms: 3, Budget: "120.00", Executed: "99.00", Rate: "82.50%", FullMarks: "93.3%", Score: "95.20", Tally: map[fuhe.Severity]int{fuhe.Error: 2}}}
	if text := written(t, docs, o); strings.Contains(text, "甲局") {
		t.Error("one unit in one year is drawn")
	}
	o.Rolls = append(o.Rolls, fuhe.Roll{Unit: "<乙局>", Year: "2024", Forms: 1, Unknown: 1, Rate: "", FullMarks: "400.0%"})
	text := written(t, docs, o)
	for _, want := range []string{
		`<rect class="rate" x="390" y="2" width="165" height="9"/>`, `<text class="small" x="560" y="10">82.50%</text>`, `<rect class="full" x="390" y="13" width="300"`, // bars end at 150 %
		"甲局 2023: recomputed rate 82.50%, share", "&lt;乙局&gt; 2024: recomputed rate none, ", `<td class="n">120.00</td><td class="n">99.00</td>`,
	} {
		if !strings.Contains(text, strings.Replace(want, ", share", ", full marks 93.3%", 1)) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if strings.Contains(text, "<乙局>") {
		t.Error("a name is markup")
	}
}

// Everything that an auditor hands over stands in the one file: what was run on what, each finding with its picture, working,
// cause, basis and verdict, every input, and what was not read.
func TestReportHoldsAllThereIs(t *testing.T) {
	docs := example.Documents(example.Shanghai(t))
	docs = append(docs, fuhe.Document{Path: "scan.pdf", SHA256: "77", Unread: []fuhe.Unread{{Reason: "a picture of a page", Code: fuhe.Scanned}}}, fuhe.Document{Path: "logo.png", PassedOver: "PNG image"})
	o := options()
	o.Review.Say(review.Verdict{SHA256: "00", Finding: "8f2c01", Verdict: review.Confirmed, Note: "seen in the ledger", By: "Wang", Feedback: "agreed", Rectification: "已整改"})
	o.Review.Say(review.Verdict{SHA256: "00", Finding: "not there", Verdict: review.Open, Note: "of an earlier run"})
	text := written(t, docs, o)
	for _, want := range []string{
		"9.9", "fuhe report --lang en", "abcd", "2026-01-02 03:04:05", "form.pdf", "scan.pdf", "a picture of a page", "logo.png", "PNG image", "新能源产业推进",
		"F102", "rate of execution", "a basis", "35.77%", "35.76%", "147663.64 ÷ 412907 = 35.7619…%", "向上进位", "147,663.64", "data:image/png;base64,", "seen in the ledger", "Wang", "agreed", "已整改", "of an earlier run", "<svg", "X603",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if strings.Contains(text, "http://") || strings.Contains(text, "https://") || strings.Contains(text, " src=\"/") {
		t.Error("the report loads something")
	}
}

// The name of a format is never broken at the edge of a page.
func TestFormatsStayOnOneLine(t *testing.T) {
	docs := example.Documents(example.Shanghai(t))
	docs[0].Format = fuhe.HTML
	text := written(t, docs, options())
	if !strings.Contains(text, `<td class="format">html</td>`) || !strings.Contains(text, ".format { white-space: nowrap; }") {
		t.Error("a format may be broken")
	}
}

// A report in Chinese names plain text in Chinese, and says why it goes by its rules as the terminal does.
func TestWordsOfFormatsAndRules(t *testing.T) {
	docs, o := example.Documents(example.Shanghai(t)), options()
	docs[0].Format = fuhe.Text
	for lang, want := range map[fuhe.Lang][2]string{
		fuhe.ZH: {`<td class="format">纯文本</td>`, "规则 shanghai（目标栏印作“预算目标”） · "},
		fuhe.EN: {`<td class="format">text</td>`, "rules shanghai (目标栏印作“预算目标”) · "},
	} {
		o.Lang = lang
		text := written(t, docs, o)
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("%s: no %s", lang, part)
			}
		}
	}
}

// Where there is no picture the rows of the form stand for it, the entry marked.
func TestRowsStandForPictures(t *testing.T) {
	o := options()
	o.Picture = nil
	text := written(t, example.Documents(example.Shanghai(t)), o)
	if strings.Contains(text, "data:image") || !strings.Contains(text, `<td class="m-entry">35.77%`) || !strings.Contains(text, `<td class="m-term">147,663.64`) {
		t.Error("no rows with marks")
	}
	o.Picture = func(*fuhe.Document, *fuhe.Report, *fuhe.Finding) ([]byte, error) {
		return nil, errors.New("the file was changed")
	}
	if text := written(t, example.Documents(example.Shanghai(t)), o); !strings.Contains(text, "the file was changed") || !strings.Contains(text, `class="m-entry"`) {
		t.Error("a picture that fails is not said, or nothing stands for it")
	}
}

// Whatever a document holds is text: no element or attribute comes of it.
func TestHostileTextsStayText(t *testing.T) {
	evil := `"><script>alert(1)</script><img src=x onerror=alert(1)>'</style>{{.}}javascript:alert(1)`
	text := written(t, example.Of(evil, "1"), options())
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	scripts := 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "script" {
			scripts++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "href" && strings.Contains(a.Val, "javascript:") || a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/png") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
}

func TestSealTellsChanges(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.html")
	text := written(t, example.Documents(example.Shanghai(t)), options())
	for content, want := range map[string]bool{text: true, strings.Replace(text, "35.77%", "35.78%", 1): false, text + " ": false, "<html>": false} {
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		if got := report.Unchanged(path); got != want {
			t.Errorf("unchanged %v, want %v", got, want)
		}
	}
}

// Over a thousand forms the report is a folder; each link of its index leads to a form.
func TestManyFormsMakeAFolder(t *testing.T) {
	var docs []fuhe.Document
	shanghai := example.Shanghai(t)
	for i := range 1001 {
		docs = append(docs, fuhe.Document{Path: fmt.Sprintf("%d.pdf", i), SHA256: fmt.Sprint(i), Reports: []*fuhe.Report{shanghai}})
	}
	o := options()
	o.Picture = nil
	if err := report.Write(io.Discard, docs, o); !errors.Is(err, report.ErrLarge) {
		t.Fatalf("%v", err)
	}
	files := map[string]string{}
	err := report.Folder(docs, o, func(name string, content func(io.Writer) error) error {
		var out bytes.Buffer
		err := content(&out)
		files[name] = out.String()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 12 {
		t.Errorf("%d files", len(files))
	}
	root, err := html.Parse(strings.NewReader(files[report.IndexName]))
	if err != nil {
		t.Fatal(err)
	}
	links := 0
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if n.Data == "a" && a.Key == "href" {
				file, id, _ := strings.Cut(a.Val, "#")
				if links++; !strings.Contains(files[file], `id="`+id+`"`) {
					t.Fatalf("%s leads nowhere", a.Val)
				}
			}
		}
	}
	if links < 1001 {
		t.Errorf("%d links", links)
	}
}
