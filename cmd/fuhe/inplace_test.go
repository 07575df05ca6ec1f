package main

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// asMacroBook copies a workbook as one that may hold macros.
func asMacroBook(t *testing.T, from, to string) {
	t.Helper()
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
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		content = bytes.ReplaceAll(content, []byte("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), []byte("application/vnd.ms-excel.sheet.macroEnabled.main+xml"))
		part, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestMacroBookStaysOne: the corrected copy of a workbook with macros keeps its kind, and has the name that goes with it.
func TestMacroBookStaysOne(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "表.xlsm")
	asMacroBook(t, "../../samples/clean-v1/V1-clean-xlsx.xlsx", in)
	command := func(args ...string) (int, string) {
		var stdout, stderr bytes.Buffer
		status := invoke(context.Background(), append([]string{"fuhe", "correct", "--lang", "en", "--fail-on", "never", in}, args...), strings.NewReader(""), &stdout, &stderr)
		return status, stderr.String()
	}
	if status, said := command("-o", filepath.Join(dir, "out")); status != 0 {
		t.Fatalf("status %d: %s", status, said)
	}
	if _, err := os.Stat(filepath.Join(dir, "out", "表.xlsm")); err != nil {
		t.Error(err)
	}
	if status, said := command("-o", filepath.Join(dir, "a.xlsx")); status != 2 || !strings.Contains(said, ".xlsm") {
		t.Errorf("status %d: %s", status, said)
	}
	if status, said := command("-o", filepath.Join(dir, "a.xlsm")); status != 0 {
		t.Errorf("status %d: %s", status, said)
	}
}
