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
	invoke(context.Background(), []string{"fuhe", "correct", "../../samples/shanghai-2021/chromium.pdf", "-o", corrected}, strings.NewReader(""), &stdout, &stderr)
	bare := filepath.Join(folder, "bare.xlsx")
	formulas := withoutResults(t, corrected, bare)
	if formulas == 0 {
		t.Fatal("the corrected workbook holds no formula")
	}
	command := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(folder, "profile")), "--headless", "--convert-to", "csv", "--outdir", folder, bare)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	csv, err := os.ReadFile(filepath.Join(folder, "bare.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(csv), "35.76%,3.58") {
		t.Errorf("LibreOffice computes\n%s", csv)
	}
}

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
