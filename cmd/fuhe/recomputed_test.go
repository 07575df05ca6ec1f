package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/grid"
	"fuhe/samples/invent"
)

// recomputedSlips are slips in derived entries, on conventions that a spreadsheet stores in different ways.
var recomputedSlips = []struct{ convention, slip string }{
	{"plain", "rate-digit"}, {"plain", "rate-and-score-full"}, {"plain", "total-digit"}, {"yuan-separators", "rate-and-score"}, {"yuan-separators", "total-off"},
	{"weights-per-cent", "score-digit"}, {"weights-fractions", "score-digit"}, {"weights-with-unit", "score-full"}, {"rate-fraction-4", "rate-digit"},
	{"rate-without-sign", "rate-digits-swapped"}, {"unit-in-cells", "rate-point-left"}, {"budget-weight-blank", "blank-weight-score"},
	{"ten-thousand-rounded", "score-unspent"}, {"score-from-rate", "score-digit"}, {"six-sources", "source-rate-digit"}, {"total-with-unit", "total-full"},
	{"rate-on-initial-budget", "rate-digit"}, {"total-in-header-too", "header-total"}, {"grade-90-80-60", "total-stale"},
}

// Another program computes every formula of corrected workbooks to what they show, whether the figures were stored as numbers
// or as texts, or came from a page; and no figure that stands in a cell is frozen in a formula.
func TestLibreOfficeComputesEveryFormulaToOurs(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	folder := t.TempDir()
	in, corrected, bare, computed := filepath.Join(folder, "in"), filepath.Join(folder, "corrected"), filepath.Join(folder, "bare"), filepath.Join(folder, "computed")
	for _, d := range []string{in, bare} {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	writeSlips(t, in)
	for _, pdf := range []string{"narrow-columns/form.pdf", "grey-hairlines/form.pdf", "wrong-total/V1-total-score-lo-xlsx.pdf", "annex-of-five/annex-5-forms-chromium.pdf"} {
		raw, err := os.ReadFile(filepath.Join("../../samples", pdf))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(in, strings.ReplaceAll(pdf, "/", "-")), raw, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr bytes.Buffer
	invoke(context.Background(), []string{"fuhe", "correct", in, "-o", corrected}, strings.NewReader(""), &stdout, &stderr)
	ours, err := filepath.Glob(filepath.Join(corrected, "*.xlsx"))
	if err != nil || len(ours) < len(recomputedSlips)*3 {
		t.Fatalf("%d workbooks: %v %s", len(ours), err, stderr.String())
	}
	for _, f := range ours {
		withoutResults(t, f, filepath.Join(bare, filepath.Base(f)))
	}
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(folder, "profile")), "--headless", "--convert-to", "xlsx", "--outdir", computed}
	for _, f := range ours {
		args = append(args, filepath.Join(bare, filepath.Base(f)))
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	formulas := 0
	for _, f := range ours {
		formulas += compareResults(t, f, filepath.Join(computed, filepath.Base(f)))
	}
	t.Logf("%d formulas in %d workbooks", formulas, len(ours))
	if formulas < len(ours) {
		t.Errorf("only %d formulas in %d workbooks", formulas, len(ours))
	}
}

// writeSlips writes each form as a workbook of numbers, one of texts, and a web page.
func writeSlips(t *testing.T, folder string) {
	for k, s := range recomputedSlips {
		var f *invent.Form
		for seed := uint64(100 * k); f == nil; seed++ {
			f, _ = invent.Slipped(s.convention, s.slip, seed)
		}
		for name, write := range map[string]func(grid.Grid) ([]byte, error){
			"numbers.xlsx": func(g grid.Grid) ([]byte, error) { return asWorkbookOf(g, true) },
			"texts.xlsx":   func(g grid.Grid) ([]byte, error) { return asWorkbookOf(g, false) },
			"page.html":    func(g grid.Grid) ([]byte, error) { return asPage(rand.New(rand.NewPCG(1, 1)), g) },
		} {
			raw, err := write(f.Grid)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(folder, fmt.Sprintf("%02d-%s-%s-%s", k, s.convention, s.slip, name))
			if err := os.WriteFile(path, raw, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// constant is a figure in a formula that is no rounding place and no plain factor.
var constant = regexp.MustCompile(`[0-9]+\.[0-9]+`)

// underMerges are the cells of a sheet that lie under a merged one and are not its first.
func underMerges(t *testing.T, f *excelize.File, sheet string) map[string]bool {
	t.Helper()
	areas, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	under := make(map[string]bool)
	for _, m := range areas {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for r := top; r <= bottom; r++ {
			for c := left; c <= right; c++ {
				under[name(r-1, c-1)] = r > top || c > left
			}
		}
	}
	return under
}

// compareResults holds each formula of a corrected workbook against its result as another program computed it.
func compareResults(t *testing.T, ours, theirs string) (formulas int) {
	file := filepath.Base(ours)
	a, err := excelize.OpenFile(ours)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := excelize.OpenFile(theirs)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	defer b.Close()
	raw := excelize.Options{RawCellValue: true}
	for _, sheet := range a.GetSheetList() {
		rows, err := a.GetRows(sheet, raw)
		if err != nil {
			t.Fatal(err)
		}
		merged := underMerges(t, a, sheet)
		for r, cells := range rows {
			for c, shown := range cells {
				ref := name(r, c)
				if merged[ref] {
					continue // excelize gives every one the formula of the first
				}
				formula, err := a.GetCellFormula(sheet, ref)
				if err != nil || formula == "" || strings.HasPrefix(formula, "HYPERLINK") {
					continue
				}
				formulas++
				got, err := b.GetCellValue(sheet, ref, raw)
				if err != nil || !sameResult(shown, got) {
					t.Errorf("%s %s!%s: =%s shows %s here and %s there (%v)", file, sheet, ref, formula, shown, got, err)
				}
				if constant.MatchString(formula) {
					t.Errorf("%s %s!%s: a figure is frozen in =%s", file, sheet, ref, formula)
				}
			}
		}
	}
	return formulas
}

func sameResult(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
}
