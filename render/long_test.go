package render

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// A finding is two or three lines below the path, which stands once; what comes later is added, and nothing twice.
func TestLong(t *testing.T) {
	r := example.Shanghai(t)
	docs := example.Documents(r)
	var out strings.Builder
	l := NewLong(&out, TextOptions{Lang: fuhe.ZH})
	if err := l.Document(&docs[0]); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if n := strings.Count(text, docs[0].Path); n != 1 {
		t.Errorf("the path stands there %d times:\n%s", n, text)
	}
	for _, f := range r.Findings {
		if !strings.Contains(text, "  "+f.At.String()+"  "+SeverityName(f.Severity, fuhe.ZH)+" "+f.Rule+"  "+r.Label(f.Field, fuhe.ZH)+"\n") {
			t.Errorf("no line of %s at %s:\n%s", f.Rule, f.At, text)
		}
		if f.Recomputed != "" && !strings.Contains(text, "\n      "+f.Published+" → "+f.Recomputed) {
			t.Errorf("no figures of %s", f.Rule)
		}
	}
	out.Reset()
	r.Findings = append(r.Findings, fuhe.Finding{ID: "new", Rule: "X605", Severity: fuhe.Note, Field: "/total/score", Message: "又见一次"})
	if err := l.Further(&docs[0]); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.Count(got, "\n      ") != 1 || !strings.Contains(got, "X605") || !strings.Contains(got, "又见一次") {
		t.Errorf("later:\n%s", got)
	}
}

// Lines end within the width, between words and between ideographs, and nothing is lost but spaces.
func TestWrap(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("年度资金总额执行率，", 20),
		strings.Repeat("one execution rate is printed twice ", 10),
		strings.Repeat("“预算执行率” missed its target (≥80%, actual 35.76%) ", 6),
		"short",
	} {
		lines := Wrap(text, 60)
		for _, line := range lines {
			if Cells(line) > 60 {
				t.Errorf("%d cells: %s", Cells(line), line)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(strings.Join(lines, " ")) != bare(text) {
			t.Errorf("%q became %q", text, lines)
		}
	}
	if got := Wrap(strings.Repeat("x ", 50), 0); len(got) != 1 {
		t.Errorf("without a width: %q", got)
	}
}

// On a terminal nothing is longer than a line: what was left unchecked, the summary and the next step wrap, too.
func TestLongWithinTheWidth(t *testing.T) {
	for _, width := range []int{80, 120} {
		r := example.Shanghai(t)
		for i := range 12 {
			r.Figures = append(r.Figures, fuhe.Figure{Field: "/total/score", Class: fuhe.Unchecked, Because: strings.Repeat("表上没有可据以复核的数", 1+i%3)})
		}
		docs := example.Documents(r)
		var out strings.Builder
		l := NewLong(&out, TextOptions{Lang: fuhe.ZH, Width: width})
		for i := range docs {
			if err := l.Document(&docs[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := l.Close(TallyOf(docs), "下一步：fuhe rules T401 说明规则依据；fuhe correct … -o 更正.xlsx 写出更正后的表；fuhe report 写出可以打开的网页"); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if Cells(line) > width {
				t.Errorf("%d cells of %d: %s", Cells(line), width, line)
			}
		}
	}
}
