package main

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Another program comes to the same figures: the formulas of a corrected workbook, their stored results taken out, are
// computed by LibreOffice.
func TestLibreOfficeRecalculatesTheCorrection(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	folder := t.TempDir()
	corrected := filepath.Join(folder, "corrected.xlsx")
	var stdout, stderr bytes.Buffer
	invoke(context.Background(), []string{"fuhe", "correct", "--lang", "zh", "../../samples/shanghai-2021/chromium.pdf", "-o", corrected}, strings.NewReader(""), &stdout, &stderr)
	bare := filepath.Join(folder, "bare.xlsx")
	formulas := withoutResults(t, corrected, bare)
	if formulas == 0 {
		t.Fatal("the corrected workbook holds no formula")
	}
	command := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(folder, "profile")), "--headless", "--convert-to", everySheet, "--outdir", folder, bare)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	sheets, err := filepath.Glob(filepath.Join(folder, "bare-*.csv"))
	if err != nil || len(sheets) < 2 {
		t.Fatalf("%v %v", sheets, err)
	}
	all := ""
	for _, sheet := range sheets {
		csv, err := os.ReadFile(sheet)
		if err != nil {
			t.Fatal(err)
		}
		all += string(csv)
	}
	// The form itself, the score in the working paper, the sums by unit, what the total comes to.
	for _, want := range []string{"35.76%,3.58", "35.77%,3.58,,3.58,0,", "41.2907,14.766364,35.76", "偏离度＝（自评－复核）÷自评,,,,0%"} {
		if !strings.Contains(all, want) {
			t.Errorf("LibreOffice does not come to %q:\n%s", want, all)
		}
	}
}

// everySheet has LibreOffice write a CSV in UTF-8 of each sheet, cells as they are shown.
const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

var storedResult = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// withoutResults copies a workbook without the stored results of its formulas and counts them.
func withoutResults(t *testing.T, from, to string) (formulas int) {
	in, err := zip.OpenReader(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/") {
			formulas += len(storedResult.FindAll(raw, -1))
			raw = storedResult.ReplaceAll(raw, []byte("$1"))
		}
		part, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(raw); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return formulas
}
