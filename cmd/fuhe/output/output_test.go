package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(path), 0o666); err != nil {
		t.Fatal(err)
	}
}

func paths(t *testing.T, target *Target, inputs ...string) string {
	t.Helper()
	var out []string
	for _, in := range inputs {
		p, err := target.For(in, ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, filepath.ToSlash(p))
	}
	return strings.Join(out, " ")
}

// Inputs of one name, and of names that differ in case only, get an output each.
func TestNoTwoOutputsShareAPath(t *testing.T) {
	t.Chdir(t.TempDir())
	got := paths(t, &Target{Path: "out", Roots: []string{"a", "b", "e.zip"}}, "a/x.pdf", "b/x.pdf", "c/x.pdf", "d/X.PDF", "e.zip/x.pdf", "a/sub/x.pdf", "x.xlsx", "-")
	if want := "out/x.xlsx out/x.pdf.xlsx out/x (2).xlsx out/X (3).xlsx out/x (4).xlsx out/sub/x.xlsx out/x.xlsx.xlsx out/stdin.xlsx"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// A workbook keeps its name whichever of two inputs of a name comes first; an input of no workbook's name loses nothing by it.
func TestAWorkbookKeepsItsName(t *testing.T) {
	t.Chdir(t.TempDir())
	target := &Target{Path: "out", Roots: []string{"a"}}
	for _, in := range []string{"a/form.doc", "a/Form.XLSX", "a/y.doc", "a/sub/y.xlsx"} {
		target.Expect(in)
	}
	got := paths(t, target, "a/form.doc", "a/Form.XLSX", "a/y.doc", "a/sub/y.xlsx")
	if want := "out/form.doc.xlsx out/Form.xlsx out/y.xlsx out/sub/y.xlsx"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// No output is an input, however it is reached, and no file of another's is given away.
func TestNothingIsOverwritten(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "x.xlsx")
	write(t, "y.xlsx")
	write(t, "ours.xlsx")
	target := &Target{Path: ".", Ours: func(p string) bool { return filepath.Base(p) == "ours.xlsx" || filepath.Base(p) == "x.xlsx" }}
	target.Protect("x.xlsx")
	if got := paths(t, target, "x.pdf", "x.xlsx", "y.pdf", "ours.pdf"); got != "x.pdf.xlsx x.xlsx.xlsx y.pdf.xlsx ours.xlsx" {
		t.Errorf("%s", got)
	}
	forced := &Target{Path: ".", Force: true}
	forced.Protect("x.xlsx")
	if got := paths(t, forced, "x.pdf", "y.pdf"); got != "x.pdf.xlsx y.xlsx" {
		t.Errorf("forced: %s", got)
	}
	whole := &Target{Path: "y.xlsx", Single: true}
	if p, err := whole.Whole(); p != "y (2).xlsx" || err != nil {
		t.Errorf("%s, %v", p, err)
	}
}

// A link below the folder of the outputs does not lead out of it; one in place of a file is left alone.
func TestLinksAreNotFollowedOut(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "elsewhere/keep")
	write(t, "out/keep")
	for name, to := range map[string]string{"out/a": "../elsewhere", "out/b": "../nowhere", "out/c.xlsx": "../elsewhere/c.xlsx"} {
		if err := os.Symlink(to, name); err != nil {
			t.Skip("no links here:", err)
		}
	}
	target := &Target{Path: "out", Roots: []string{"in"}, Ours: func(string) bool { return true }}
	for _, in := range []string{"in/a/x.pdf", "in/a/deep/x.pdf", "in/b/x.pdf"} {
		if p, err := target.For(in, ".xlsx"); !errors.Is(err, ErrOutside) {
			t.Errorf("%s goes to %s, %v", in, p, err)
		}
	}
	if got := paths(t, target, "in/c.pdf"); got != "out/c.pdf.xlsx" {
		t.Errorf("%s", got)
	}
}

// Names are taken by Windows and by every other system, and stay apart.
func TestNamesAreTakenEverywhere(t *testing.T) {
	long := strings.Repeat("长", 100)
	for name, want := range map[string]string{
		`a:b?c*d"e<f>g|h`: "a_b_c_d_e_f_g_h.xlsx",
		"CON":             "_CON.xlsx",
		"nul.tar":         "_nul.tar.xlsx",
		"com1":            "_com1.xlsx",
		"COMPANY":         "COMPANY.xlsx",
		"dots./x":         "dots/x.xlsx",
		"../../up":        "up.xlsx",
		"/abs":            "abs.xlsx",
		"a\x1b[31mb\n":    "a_[31mb_.xlsx",
		"\u202egpj.x":     "_gpj.x.xlsx",
		long:              strings.Repeat("长", 83) + ".xlsx",
		"":                "_.xlsx",
	} {
		if got := filepath.ToSlash(safePath(name, ".xlsx")); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

// A file is known again until somebody changes it, where the system keeps such notes.
func TestSigned(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(path, []byte("a,b\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if Signed(path) {
		t.Error("a file that fuhe did not write is known")
	}
	Sign(path)
	if _, ok := kept(path); !ok {
		t.Skip("this file system keeps no notes on files")
	}
	if !Signed(path) {
		t.Error("a file that fuhe wrote is not known again")
	}
	if err := os.WriteFile(path, []byte("a,c\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if Signed(path) {
		t.Error("a changed file is taken for what fuhe wrote")
	}
}
