package fuhe_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed are the import arrows of this module: a package on the left may import those on the right and no others.
// Readers of formats never meet form layouts but in package extract; judging and showing never meet at all.
var allowed = map[string][]string{
	"fuhe":                        {},
	"fuhe/extract/lazy":           {},
	"fuhe/extract/work":           {},
	"fuhe/extract/compiled":       {},
	"fuhe/extract/grid":           {"fuhe", "fuhe/extract/lazy"},
	"fuhe/extract/xlsx":           {"fuhe", "fuhe/extract/grid", "fuhe/extract/ole", "fuhe/extract/ooxml", "fuhe/extract/worksheet", "fuhe/extract/lazy"},
	"fuhe/extract/worksheet":      {"fuhe", "fuhe/extract/grid"},
	"fuhe/extract/text":           {"fuhe", "fuhe/extract/grid", "fuhe/extract/lazy"},
	"fuhe/extract/flow":           {"fuhe", "fuhe/extract/grid"},
	"fuhe/extract/ooxml":          {},
	"fuhe/extract/ole":            {},
	"fuhe/extract/xls":            {"fuhe", "fuhe/extract/grid", "fuhe/extract/ole", "fuhe/extract/worksheet"},
	"fuhe/extract/docx":           {"fuhe", "fuhe/extract/grid", "fuhe/extract/flow", "fuhe/extract/ooxml"},
	"fuhe/extract/html":           {"fuhe", "fuhe/extract/grid", "fuhe/extract/flow", "fuhe/extract/worksheet", "fuhe/extract/lazy"},
	"fuhe/extract/form/words":     {"fuhe/extract/lazy"},
	"fuhe/extract/form/view":      {"fuhe", "fuhe/extract/grid", "fuhe/extract/lazy", "fuhe/extract/form/words"},
	"fuhe/extract/form":           {"fuhe", "fuhe/extract/grid", "fuhe/extract/lazy", "fuhe/extract/work", "fuhe/extract/form/words", "fuhe/extract/form/view"},
	"fuhe/extract/around":         {"fuhe", "fuhe/extract/grid", "fuhe/extract/lazy", "fuhe/extract/work"},
	"fuhe/extract/page":           {"fuhe"},
	"fuhe/extract/pdf/native":     {"fuhe", "fuhe/extract/page", "fuhe/extract/pdf/glyph", "fuhe/extract/pdf/shape"},
	"fuhe/extract/pdf/shape":      {},
	"fuhe/extract/pdf/glyph":      {},
	"fuhe/extract/pdf/pdfium":     {"fuhe", "fuhe/extract/compiled", "fuhe/extract/work", "fuhe/extract/page", "fuhe/extract/pdf/glyph"},
	"fuhe/extract/page/typeset":   {"fuhe", "fuhe/extract/grid", "fuhe/extract/page", "fuhe/extract/lazy"},
	"fuhe/extract/page/lattice":   {"fuhe", "fuhe/extract/grid", "fuhe/extract/page", "fuhe/extract/page/typeset"},
	"fuhe/extract/page/binder":    {"fuhe", "fuhe/extract/grid", "fuhe/extract/page", "fuhe/extract/page/typeset", "fuhe/extract/page/inferred"},
	"fuhe/extract/page/picture":   {"fuhe", "fuhe/extract/grid", "fuhe/extract/page"},
	"fuhe/extract/page/looks":     {"fuhe", "fuhe/extract/grid", "fuhe/extract/page"},
	"fuhe/extract/pdf":            {"fuhe", "fuhe/extract/compiled", "fuhe/extract/ocr", "fuhe/extract/work", "fuhe/extract/grid", "fuhe/extract/page", "fuhe/extract/pdf/native", "fuhe/extract/pdf/pdfium", "fuhe/extract/page/lattice", "fuhe/extract/page/picture", "fuhe/extract/page/looks", "fuhe/extract/page/binder", "fuhe/extract/page/inferred"},
	"fuhe/extract/ofd":            {"fuhe", "fuhe/extract/grid", "fuhe/extract/ooxml", "fuhe/extract/page", "fuhe/extract/page/binder", "fuhe/extract/page/inferred", "fuhe/extract/page/lattice", "fuhe/extract/page/picture", "fuhe/extract/pdf/glyph"},
	"fuhe/extract/ocr/bitmap":     {},
	"fuhe/extract/ocr/digit":      {"fuhe/extract/ocr/bitmap"},
	"fuhe/extract/ocr/recogniser": {"fuhe/extract/compiled"},
	"fuhe/extract/ocr":            {"fuhe", "fuhe/extract/grid", "fuhe/extract/page", "fuhe/extract/page/lattice", "fuhe/extract/ocr/bitmap", "fuhe/extract/ocr/digit", "fuhe/extract/ocr/recogniser"},
	"fuhe/extract/pack":           {},
	"fuhe/extract/odf":            {"fuhe", "fuhe/extract/grid", "fuhe/extract/flow", "fuhe/extract/ooxml", "fuhe/extract/worksheet"},
	"fuhe/extract/rtf":            {"fuhe", "fuhe/extract/grid", "fuhe/extract/flow"},
	"fuhe/extract/doc":            {"fuhe", "fuhe/extract/grid", "fuhe/extract/flow", "fuhe/extract/ole"},
	"fuhe/extract/account":        {"fuhe", "fuhe/extract/lazy"},
	"fuhe/extract": {"fuhe", "fuhe/extract/ocr", "fuhe/extract/account", "fuhe/extract/odf", "fuhe/extract/lazy", "fuhe/extract/pack", "fuhe/extract/ofd", "fuhe/extract/work", "fuhe/extract/grid", "fuhe/extract/page/inferred", "fuhe/extract/form", "fuhe/extract/form/words", "fuhe/extract/around", "fuhe/extract/pdf", "fuhe/extract/text", "fuhe/extract/xlsx",
		"fuhe/extract/docx", "fuhe/extract/html", "fuhe/extract/xls", "fuhe/extract/rtf", "fuhe/extract/doc"},

	"fuhe/extract/page/inferred": {"fuhe", "fuhe/extract/grid", "fuhe/extract/page", "fuhe/extract/page/typeset"},

	"fuhe/score/text":      {"fuhe"},
	"fuhe/score/interval":  {"fuhe"},
	"fuhe/score/profile":   {"fuhe", "fuhe/score/text"},
	"fuhe/score/figures":   {"fuhe", "fuhe/score/text", "fuhe/score/interval", "fuhe/score/profile"},
	"fuhe/score/cause":     {"fuhe", "fuhe/score/interval", "fuhe/score/profile", "fuhe/score/figures"},
	"fuhe/score/rules":     {"fuhe", "fuhe/score/text", "fuhe/score/interval", "fuhe/score/figures", "fuhe/score/cause"},
	"fuhe/score/rules/add": {},
	"fuhe/score/correct":   {"fuhe", "fuhe/score/interval", "fuhe/score/figures", "fuhe/score/cause", "fuhe/score/rules"},
	"fuhe/score/rulebook":  {"fuhe", "fuhe/score/text", "fuhe/score/profile", "fuhe/score/rules"},
	"fuhe/score/across":    {"fuhe", "fuhe/score/foot", "fuhe/score/interval", "fuhe/score/text", "fuhe/score/figures", "fuhe/score/rules"},
	"fuhe/score/foot":      {"fuhe"},
	"fuhe/score": {"fuhe", "fuhe/score/foot", "fuhe/score/text", "fuhe/score/profile", "fuhe/score/figures", "fuhe/score/rules", "fuhe/score/correct",
		"fuhe/score/rulebook", "fuhe/score/across"},
	"fuhe/score/own":      {"fuhe", "fuhe/score", "fuhe/score/profile"},
	"fuhe/score/baseline": {"fuhe"},

	"fuhe/render":               {"fuhe"},
	"fuhe/render/workbook":      {"fuhe", "fuhe/render", "fuhe/render/figure", "fuhe/render/paper", "fuhe/render/review"},
	"fuhe/render/figure":        {"fuhe"},
	"fuhe/render/stream":        {"fuhe", "fuhe/render"},
	"fuhe/render/columnar":      {},
	"fuhe/render/tables":        {"fuhe", "fuhe/render", "fuhe/render/columnar", "fuhe/render/figure", "fuhe/render/stream"},
	"fuhe/render/bulk":          {"fuhe", "fuhe/render", "fuhe/render/columnar", "fuhe/render/stream"},
	"fuhe/render/example":       {"fuhe"},
	"fuhe/render/report":        {"fuhe", "fuhe/render", "fuhe/render/evidence", "fuhe/render/review"},
	"fuhe/render/paper":         {"fuhe"},
	"fuhe/render/word":          {"fuhe", "fuhe/render", "fuhe/render/paper", "fuhe/render/review"},
	"fuhe/render/annotate":      {"fuhe", "fuhe/render"},
	"fuhe/render/review":        {"fuhe", "fuhe/render"},
	"fuhe/render/evidence":      {"fuhe"},
	"fuhe/samples/invent/write": {"fuhe/extract/grid", "fuhe/samples/invent"},
	"fuhe/samples/invent":       {"fuhe", "fuhe/extract/grid"},
	"fuhe/cmd/fuhe":             {"fuhe", "fuhe/extract", "fuhe/score", "fuhe/score/own", "fuhe/score/baseline", "fuhe/render", "fuhe/render/workbook", "fuhe/render/tables", "fuhe/render/review", "fuhe/render/report", "fuhe/render/evidence", "fuhe/cmd/fuhe/console", "fuhe/cmd/fuhe/run", "fuhe/cmd/fuhe/output", "fuhe/cmd/fuhe/page", "fuhe/cmd/fuhe/worker", "fuhe/cmd/fuhe/journal", "fuhe/cmd/fuhe/batch", "fuhe/render/bulk", "fuhe/render/paper", "fuhe/render/word", "fuhe/render/annotate"},
	"fuhe/cmd/fuhe/page":        {"fuhe", "fuhe/extract", "fuhe/render", "fuhe/render/evidence", "fuhe/render/review", "fuhe/render/paper", "fuhe/cmd/fuhe/run", "fuhe/cmd/fuhe/output"},
	"fuhe/cmd/fuhe/output":      {},
	"fuhe/cmd/fuhe/worker":      {"fuhe"},
	"fuhe/cmd/fuhe/journal":     {"fuhe"},
	"fuhe/cmd/fuhe/batch":       {"fuhe", "fuhe/extract", "fuhe/cmd/fuhe/journal", "fuhe/cmd/fuhe/worker"},
	"fuhe/cmd/fuhe/run":         {"fuhe", "fuhe/extract", "fuhe/extract/work", "fuhe/score", "fuhe/score/baseline"},
	"fuhe/cmd/fuhe/console":     {"fuhe", "fuhe/extract", "fuhe/render", "fuhe/cmd/fuhe/run"},
}

// homes are the only packages that may import a third-party module.
var homes = map[string][]string{
	"github.com/ledongthuc/pdf":        {"fuhe/extract/pdf/native"},
	"github.com/xuri/excelize/v2":      {"fuhe/extract/xlsx", "fuhe/render/workbook"},
	"github.com/parquet-go/parquet-go": {}, // tests
	"github.com/klauspost/compress":    {"fuhe/cmd/fuhe/journal", "fuhe/extract/pdf/native", "fuhe/extract/pdf/pdfium", "fuhe/render/columnar"},
	"modernc.org/sqlite":               {"fuhe/cmd/fuhe/journal"},
	"github.com/urfave/cli/v2":         {"fuhe/cmd/fuhe"},
	"github.com/bodgit/sevenzip":       {"fuhe/extract/pack"},
	"github.com/nwaples/rardecode/v2":  {"fuhe/extract/pack"},
	"golang.org/x/net":                 {"fuhe/extract/html"},
	"github.com/klippa-app/go-pdfium":  {}, // tests
	"github.com/tetratelabs/wazero":    {"fuhe/extract/compiled", "fuhe/extract/pdf/pdfium", "fuhe/extract/ocr/recogniser"},
	"github.com/expr-lang/expr":        {"fuhe/score/own"},
	"go.yaml.in/yaml/v3":               {"fuhe/score/own", "fuhe/render/paper"},
	"github.com/shopspring/decimal":    {"fuhe", "fuhe/extract/form", "fuhe/score/interval", "fuhe/score/figures", "fuhe/score/cause", "fuhe/score/own"},
}

func TestImportsFollowTheArrows(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatal("go list:", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		path, imports, _ := strings.Cut(line, " ")
		may, known := allowed[path]
		if !known {
			t.Errorf("package %s has no place in the architecture: name its arrows here", path)
		}
		for _, imp := range strings.Fields(imports) {
			if (imp == "fuhe" || strings.HasPrefix(imp, "fuhe/")) && !slices.Contains(may, imp) {
				t.Errorf("%s must not import %s", path, imp)
			}
			for module, users := range homes {
				if (imp == module || strings.HasPrefix(imp, module+"/")) && !slices.Contains(users, path) {
					t.Errorf("%s must not import %s: its home is %v", path, module, users)
				}
			}
		}
	}
}

// TestEveryPackageIsListed: each package has a comment, and a line in CONTRIBUTING.md. It prints them with their arrows.
func TestEveryPackageIsListed(t *testing.T) {
	guide, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}|{{.Doc}}|{{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatal("go list:", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		parts := strings.SplitN(line, "|", 3)
		name := strings.TrimPrefix(strings.Replace(parts[0], "fuhe", ".", 1), "./")
		if parts[1] == "" {
			t.Errorf("package %s has no comment", parts[0])
		}
		if !strings.Contains(string(guide), "| `"+name+"` |") {
			t.Errorf("CONTRIBUTING.md does not list package %s", name)
		}
		arrows := slices.DeleteFunc(strings.Fields(parts[2]), func(p string) bool { return p != "fuhe" && !strings.HasPrefix(p, "fuhe/") })
		t.Logf("%s → %s", parts[0], strings.Join(arrows, " "))
	}
}
