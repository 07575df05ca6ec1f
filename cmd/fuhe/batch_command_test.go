//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A batch that was killed again and again ends with the tables of one that nobody disturbed.
func TestBatchGoesOnWhereItWas(t *testing.T) {
	in := manyForms(t, 150)
	calm, hunted := filepath.Join(t.TempDir(), "calm"), filepath.Join(t.TempDir(), "hunted")
	if out, err := exec.Command("fuhe", "batch", "--lang", "en", in, "-o", calm).CombinedOutput(); !bytes.Contains(out, []byte("read 150, unread 1")) {
		t.Fatalf("%v: %s", err, out)
	}
	kills := 0
	for {
		c := exec.Command("fuhe", "batch", "--lang", "en", "--jobs", "2", in, "-o", hunted)
		var said bytes.Buffer
		c.Stdout, c.Stderr = &said, &said
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if kills < 4 {
			time.Sleep(time.Duration(kills+1) * 40 * time.Millisecond) // wherever it is then
			_ = syscall.Kill(c.Process.Pid, syscall.SIGKILL)           // it may have ended before
			kills++
			_ = c.Wait()
			continue
		}
		if err := c.Wait(); !bytes.Contains(said.Bytes(), []byte("read 150, unread 1")) {
			t.Fatalf("%v: %s", err, said.String())
		}
		break
	}
	for _, name := range []string{"documents.csv", "forms.csv", "figures.csv", "findings.csv", "unread.csv"} {
		if a, b := timelessTable(t, filepath.Join(calm, name)), timelessTable(t, filepath.Join(hunted, name)); a != b {
			t.Errorf("%s differs:\n%.2000s\n%.2000s", name, a, b)
		}
	}
}

// timelessTable is a table without the seconds a file took.
func timelessTable(t *testing.T, path string) string {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(path) != "documents.csv" {
		return string(raw)
	}
	return regexp.MustCompile(`(?m),[0-9.]+,(\d+)$`).ReplaceAllString(string(raw), ",$1")
}

// manyForms is a folder of so many forms of different content, and a file that is damaged.
func manyForms(t *testing.T, forms int) string {
	form, err := os.ReadFile("../../samples/shanghai-2021/chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name string, raw []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), raw, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for i := range forms {
		write(fmt.Sprintf("%04d.pdf", i), fmt.Appendf(bytes.Clone(form), "%% %d\n", i))
	}
	write("cut.pdf", form[:4000])
	return dir
}

// The same form in two files is said to be one beside the tables, which hold of a document what it alone says.
func TestBatchFindsFormsThatAreThereTwice(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	in := manyForms(t, 2)
	raw, err := os.ReadFile(filepath.Join(in, "0001.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(in, "0002.pdf"), raw, 0o666); err != nil { // the very content
		t.Fatal(err)
	}
	if said, err := exec.Command("fuhe", "batch", "--lang", "en", in, "-o", out).CombinedOutput(); !bytes.Contains(said, []byte("read 3, unread 1")) {
		t.Fatalf("%v: %s", err, said)
	}
	for table, want := range map[string]int{"across": 2, "findings": 0} {
		raw, err := os.ReadFile(filepath.Join(out, table+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range bytes.Lines(raw) {
			if bytes.Contains(line, []byte("X605")) && (n > 1 || bytes.Contains(line, []byte("0000.pdf"))) {
				n++
			}
		}
		if n != want {
			t.Errorf("X605 stands %d times in %s, want %d:\n%s", n, table, want, raw)
		}
	}
}

// A workbook that fuhe wrote is no input where it is only found; named, it is read.
func TestOwnWorkbooksAreFoundAndNotRead(t *testing.T) {
	form, err := os.ReadFile("../../samples/shanghai-2021/chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.pdf"), form, 0o666); err != nil {
		t.Fatal(err)
	}
	book := filepath.Join(dir, "a-复核.xlsx")
	if out, err := exec.Command("fuhe", "correct", "--lang", "en", dir, "-o", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for path, want := range map[string]string{dir: `"passed_over": "written by fuhe"`, book: `"reports": 1,`} {
		out, _ := exec.Command("fuhe", "check", "--lang", "en", "--format", "json", path).Output() // 1: findings
		if !strings.Contains(string(out), want) || !strings.Contains(string(out), `"reports": 1,`) {
			t.Errorf("%s: no %s in %.600s", path, want, out)
		}
	}
}

// A working paper that is named reads as the form it holds: the tick marks beside it are no part of it.
func TestOwnWorkbooksReadAsTheForm(t *testing.T) {
	form, book := "../../samples/published-flood-defence/form.pdf", filepath.Join(t.TempDir(), "a.xlsx")
	// Counted on the page: 8 in the money block, 24 of indicators, 3 in headings, 2 totals.
	const want = `"figures": 37,`
	for _, path := range []string{form, book} {
		if path == book {
			if out, err := exec.Command("fuhe", "check", "--fail-on", "never", form, "-o", book).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		}
		out, err := exec.Command("fuhe", "check", "--fail-on", "never", "--format", "json", path).Output()
		if err != nil || !strings.Contains(string(out), want) || !strings.Contains(string(out), `"unread": 0,`) {
			t.Errorf("%s: no %s, %v", path, want, err)
		}
	}
}
