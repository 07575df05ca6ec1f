package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/pdf/glyph"
	"fuhe/extract/pdf/native"
)

// Files that were published, read as their pages show them. They are not ours to hand on and lie beside the repository.

func published(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("../../shared/corpus/real", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("../shared/corpus/real is not here")
	}
	return path
}

func readPublished(t *testing.T, name string, o Options) fuhe.Document {
	t.Helper()
	doc, _ := Read(context.Background(), Walk([]string{published(t, name)}, nil)[0], o)
	return doc
}

// squeezed is a text without white space, in one form of each character.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(strings.Map(glyph.Ideograph, s)))
}

func TestChineseTablesAreTheCellsKnownForThem(t *testing.T) {
	raw, err := os.ReadFile(published(t, "chinese-tables.expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Cells    [][][4]float64 // of each table, column by column
		Extracts [][][]string   // of each table, row by row
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	doc := readPublished(t, "chinese-tables.pdf", Options{Tables: true})
	if len(doc.Tables) != len(want.Extracts) || len(doc.Tables) != 2 {
		t.Fatalf("%d tables, not 2: %v", len(doc.Tables), doc.Unread)
	}
	for i, table := range doc.Tables {
		rows := want.Extracts[i]
		if table.Rows != len(rows) || table.Cols != len(rows[0]) || len(table.Cells) != len(want.Cells[i]) {
			t.Fatalf("table %d: %d × %d with %d cells", i, table.Rows, table.Cols, len(table.Cells))
		}
		for _, c := range table.Cells {
			if text := rows[c.Row][c.Col]; squeezed(c.Text) != squeezed(text) {
				t.Errorf("table %d row %d column %d: %q, the page shows %q", i, c.Row, c.Col, c.Text, text)
			}
			box := want.Cells[i][c.Col*len(rows)+c.Row]
			for edge, at := range c.Box {
				const halfRulePt = 1.5 // the truth takes an edge of a rule, a reader its middle
				if math.Abs(at-box[edge]) > halfRulePt {
					t.Errorf("table %d row %d column %d: box %v, known %v", i, c.Row, c.Col, c.Box, box)
					break
				}
			}
		}
	}
}

// The page gives characters through predefined CMaps of fonts that are not in the file, through broken maps and through
// Type 3 fonts: what poppler reads there, we read.
func TestPublishedPagesGiveTheTextPopplerReads(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	for _, name := range []string{"chongqing-gbk-euc-h.pdf", "yantai-unigb-ucs2-h.pdf", "issue2128r.pdf", "issue3521.pdf", "issue8372.pdf"} {
		t.Run(name, func(t *testing.T) {
			path := published(t, name)
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := native.Open(bytes.NewReader(raw), int64(len(raw)), native.Options{})
			if err != nil {
				t.Fatal(err)
			}
			command := exec.Command("pdftotext", "-enc", "UTF-8", path, "-")
			var complaints bytes.Buffer
			command.Stderr = &complaints
			out, err := command.Output()
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(complaints.String(), "Missing language pack") {
				t.Skip("poppler reads no Chinese here: its package poppler-data is not installed")
			}
			theirs := strings.SplitAfter(string(out), "\f") // one after each page
			if len(theirs)-1 != d.Pages() {
				t.Fatalf("%d pages, poppler finds %d", d.Pages(), len(theirs)-1)
			}
			for n := 1; n <= d.Pages(); n++ {
				p, err := d.Page(context.Background(), n)
				if err != nil || p.Unsure != "" {
					t.Errorf("page %d: %v %s", n, err, p.Unsure)
				}
				compareCharacters(t, p, theirs[n-1])
			}
		})
	}
}

// compareCharacters counts them: readers do not agree on the order of a page, and tables do not depend on it.
func compareCharacters(t *testing.T, p page.Page, theirs string) {
	balance := map[rune]int{}
	for _, g := range p.Glyphs {
		for _, r := range squeezed(g.Text) {
			balance[r]++
		}
	}
	if balance[unicode.ReplacementChar] > 0 {
		t.Errorf("page %d: replacement characters", p.Number)
	}
	for _, r := range squeezed(theirs) {
		balance[r]--
	}
	for r, by := range balance {
		if by != 0 {
			t.Errorf("page %d: %q %+d against what poppler reads", p.Number, r, by)
		}
	}
}

// Each rule of these tables is drawn twice, beside itself.
func TestTablesWithDoubleRulesAreReadOnce(t *testing.T) {
	doc := readPublished(t, "shanghai-double-ruled.pdf", Options{Tables: true})
	for i, page := range []int{7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19} { // counted on the pages: one on each
		if i >= len(doc.Tables) || doc.Tables[i].Page != page {
			t.Fatalf("no table on page %d among %d tables", page, len(doc.Tables))
		}
	}
	if len(doc.Tables) != 13 {
		t.Errorf("%d tables, there are 13", len(doc.Tables))
	}
	if table := doc.Tables[4]; table.Rows != 12 || table.Cols != 7 { // page 11
		t.Errorf("page 11: %d × %d, it shows 12 × 7", table.Rows, table.Cols)
	}
}

func TestScansAreSaidPageByPage(t *testing.T) {
	doc := readPublished(t, "yulin-scan-2-pages.pdf", Options{})
	if len(doc.Reports) != 0 || len(doc.Unread) != 2 {
		t.Fatalf("%d forms, unread %v", len(doc.Reports), doc.Unread)
	}
	for i, u := range doc.Unread {
		if u.At.Page != i+1 || u.Reason != "scanned page, no text — --ocr recognises scanned pages" {
			t.Errorf("page %d: %s", u.At.Page, u.Reason)
		}
	}
}

func TestPageNamedPDFIsNotReadAsOne(t *testing.T) {
	doc := readPublished(t, "html-named.pdf", Options{})
	if doc.Format == fuhe.PDF {
		t.Error("a web page is taken for a PDF")
	}
}

// printed is a form as its pages show it, typed from them: the first indicator and the last, all scores, the totals.
type printed struct {
	project     string
	money       [5]string // annual total: initial and adjusted budget, executed, rate, score
	first, last string
	scores      string
	weight      string
	total       string
}

func TestFourFormsOfACentralDepartment(t *testing.T) {
	doc := readPublished(t, "central-2024-four-forms.pdf", Options{})
	comparePrinted(t, doc, []printed{
		{"信访干部培训专项", [5]string{"180.61", "180.03", "180.03", "100.00%", "10"}, "参加培训学员人均培训费", "受训学员满意率", "20 6 6 6 8 6 8 9 9 10", "100", "98"},
		{"信访研究宣传立法专项", [5]string{"493.76", "536.2", "413.57", "77.13%", "7.7"}, "每本刊物印刷成本", "《人民信访》读者满意度", "20 9 5 6 6 4 8 9 10 10", "100", "94.7"},
		{"资产运行维护", [5]string{"120.00", "120.00", "120.00", "100%", "10"}, "项目成本控制", "接待场所干部职工满意率", "20 8 8 8 8 8 9 9 10", "100", "98"},
		{"信息化运行维护", [5]string{"1638.67", "1639.34", "1032.99", "63.01%", "6.3"}, "项目成本控制", "使用部门满意率", "20 10 10 7.1 8.8 9 10 9.3", "100", "90.5"},
	})
}

func TestWholeDepartmentOfACity(t *testing.T) {
	doc := readPublished(t, "ningde-2024-whole-department.pdf", Options{})
	comparePrinted(t, doc, []printed{
		{"127部门整体", [5]string{"9209.55", "9999.77", "8874.74", "88.75", "7"}, "“三公”经费控制率", "项目整体完成时限", "2 2 2 0 4 30 10 1.33 2 3 3 3 3 5 5 5 5", "", "92.33"},
	})
}

func comparePrinted(t *testing.T, doc fuhe.Document, want []printed) {
	t.Helper()
	if len(doc.Reports) != len(want) || len(doc.Unread) != 0 {
		t.Fatalf("%d forms, there are %d; unread %v", len(doc.Reports), len(want), doc.Unread)
	}
	for i, w := range want {
		r := doc.Reports[i]
		var scores []string
		for _, one := range r.Indicators {
			scores = append(scores, one.Score.Text)
		}
		if len(r.Funds) == 0 || len(r.Indicators) == 0 {
			t.Errorf("%s: no funds or no indicators", w.project)
			continue
		}
		f := r.Funds[0]
		got := printed{
			r.Project.Text, [5]string{f.InitialBudget.Text, f.AdjustedBudget.Text, f.Executed.Text, f.ExecutionRate.Text, f.Score.Text},
			r.Indicators[0].Name.Text, r.Indicators[len(r.Indicators)-1].Name.Text, strings.Join(scores, " "),
			r.Total.Weight.Text, r.Total.Score.Text,
		}
		if got != w {
			t.Errorf("form %d reads\n%v, its page shows\n%v", i+1, got, w)
		}
	}
}
