package baseline

import (
	"slices"
	"strings"
	"testing"
)

// printedRun is a run as fuhe prints it.
func printedRun(t *testing.T, options, documents, across string) *Baseline {
	t.Helper()
	return load(t, `{"schema":"fuhe/1","documents":[`+documents+`],"across":[`+across+`],"run":{"profile":"auto","options":{`+options+`}}}`)
}

func formOf(path, sha, project, ids string) string {
	var findings []string
	for _, id := range strings.Fields(ids) {
		findings = append(findings, `{"id":"`+id+`","rule":"`+strings.ToUpper(id)+`"}`)
	}
	return `{"path":"` + path + `","sha256":"` + sha + `","reports":[{"title":"自评表","project":{"text":"` + project + `"},"findings":[` + strings.Join(findings, ",") + `]}]}`
}

// What the new run has not read, or does not ask for, is not resolved.
func TestWhatIsNotResolved(t *testing.T) {
	asks := func(options map[string]string, rule string) bool { return options["ignore"] != rule }
	before := printedRun(t, ``, formOf("a.pdf", "1", "甲", "f1 q1")+`,`+formOf("b.pdf", "2", "乙", "f2")+`,`+formOf("c.pdf", "3", "丙", "f3")+`,`+formOf("d.pdf", "4", "丁", "f4"),
		`{"id":"x1","rule":"X1","sha256":"1","path":"a.pdf","inputs":[{"sha256":"2","path":"b.pdf"}]},{"id":"x2","rule":"X2","sha256":"1","path":"a.pdf","inputs":[{"sha256":"4","path":"d.pdf"}]}`)
	after := printedRun(t, `"ignore":"Q1"`, formOf("a.pdf", "1", "甲", "")+`,`+formOf("c2.pdf", "9", "丙", "")+`,`+formOf("e.pdf", "5", "戊", "f5")+
		`,{"path":"d.pdf","sha256":"4","reports":[],"unread":[{"reason":"damaged"}]}`, ``)
	c := Diff(before, after, asks)
	if got := ids(c.Resolved); got != "f1 f3" { // of c.pdf there is another version: it is told by its title and project
		t.Errorf("resolved %s", got)
	}
	if got := ids(c.NotRead); got != "x1 x2 f2 f4" && got != "f2 f4 x1 x2" {
		t.Errorf("not read %s", got)
	}
	if got := ids(c.NotAsked); got != "q1" {
		t.Errorf("not asked %s", got)
	}
	if ids(c.New) != "f5" || !slices.Equal(c.OnlyBefore, []string{"b.pdf"}) || !slices.Equal(c.OnlyAfter, []string{"e.pdf"}) {
		t.Errorf("new %s, only before %v, only after %v", ids(c.New), c.OnlyBefore, c.OnlyAfter)
	}
	back := Diff(after, before, asks)
	if !slices.Equal(back.AskedSince, []string{"q1"}) || ids(back.NotRead) != "f5" || len(back.Resolved) != 0 {
		t.Errorf("the other way round: asked since %v, not read %s, resolved %s", back.AskedSince, ids(back.NotRead), ids(back.Resolved))
	}
}

// The same form under another name is the same; a form that names no project is told by its file.
func TestFormsAreMatched(t *testing.T) {
	for _, c := range []struct {
		old, new string
		resolved bool
	}{
		{formOf("a.pdf", "1", "甲", "f1"), formOf("b.pdf", "1", "甲", ""), true},
		{formOf("a.pdf", "1", "甲", "f1"), formOf("b.xlsx", "2", "甲", ""), true},
		{formOf("a.pdf", "1", "甲", "f1"), formOf("a.pdf", "2", "乙", ""), false},
		{formOf("a.pdf", "1", "", "f1"), formOf("b.pdf", "2", "", ""), false},
		{formOf("a.pdf", "1", "", "f1"), formOf("a.pdf", "2", "", ""), true},
	} {
		d := Diff(printedRun(t, "", c.old, ""), printedRun(t, "", c.new, ""), everything)
		if (len(d.Resolved) == 1) != c.resolved || len(d.Resolved)+len(d.NotRead) != 1 || (len(d.OnlyBefore) == 0) != c.resolved {
			t.Errorf("%s to %s: %+v", c.old, c.new, d)
		}
	}
}

// The same form read from several files is a form in each of them: one that the new run has left out is not resolved.
func TestCopiesAreToldApart(t *testing.T) {
	both := formOf("c.pdf", "1", "甲", "f1 f2") + `,` + formOf("w.pdf", "2", "甲", "f1 f2 f3")
	for _, c := range []struct{ old, new, resolved, notRead, added, unchanged, before, after string }{
		{both, formOf("c.pdf", "1", "甲", "f1 f2"), "", "f1 f2 f3", "", "f1 f2", "w.pdf", ""},
		{both, formOf("moved.pdf", "2", "甲", "f1 f3"), "f2", "f1 f2", "", "f1 f3", "c.pdf", ""},
		{both, formOf("c.pdf", "1", "甲", "f2 f9"), "f1", "f1 f2 f3", "f9", "f2", "w.pdf", ""},
		{both, formOf("w.pdf", "3", "甲", "f1"), "f2 f3", "f1 f2", "", "f1", "c.pdf", ""},                                               // a new version of the second
		{both, formOf("w.pdf", "2", "甲", "f1 f2 f3") + `,` + formOf("x.pdf", "1", "甲", "f1 f2"), "", "", "", "f1 f2 f3 f1 f2", "", ""}, // one moved
		{formOf("a.pdf", "1", "甲", "f1") + `,` + formOf("b.pdf", "1", "甲", "f1"), formOf("b.pdf", "1", "甲", ""), "f1", "f1", "", "", "a.pdf", ""},
		{formOf("c.pdf", "1", "甲", "f1"), both, "", "", "f2 f1 f2 f3", "f1", "", "w.pdf"},
	} {
		d := Diff(printedRun(t, "", c.old, ""), printedRun(t, "", c.new, ""), everything)
		got := []string{ids(d.Resolved), ids(d.NotRead), ids(d.New), ids(d.Unchanged), strings.Join(d.OnlyBefore, " "), strings.Join(d.OnlyAfter, " ")}
		if want := []string{c.resolved, c.notRead, c.added, c.unchanged, c.before, c.after}; !slices.Equal(got, want) {
			t.Errorf("%s to %s: %q, want %q", c.old, c.new, got, want)
		}
	}
	// That a form is equal to another one is not mended by leaving that one out.
	d := Diff(printedRun(t, "", formOf("a.pdf", "1", "甲", "f1")+`,`+formOf("b.pdf", "2", "甲", "f2 x605"), ""), printedRun(t, "", formOf("b.pdf", "2", "甲", ""), ""), everything)
	if ids(d.Resolved) != "f2" || ids(d.NotRead) != "f1 x605" {
		t.Errorf("without the first of two copies: resolved %s, not read %s", ids(d.Resolved), ids(d.NotRead))
	}
	over := func(path, other string) string {
		return `{"id":"x1","rule":"X1","sha256":"` + path + `","path":"` + path + `","inputs":[{"sha256":"` + other + `","path":"` + other + `"}]}`
	}
	files := formOf("1", "1", "甲", "") + `,` + formOf("2", "2", "乙", "")
	d = Diff(printedRun(t, "", formOf("3", "3", "甲", "")+`,`+formOf("4", "4", "乙", "")+`,`+files, over("3", "4")+`,`+over("1", "2")), printedRun(t, "", files, over("1", "2")), everything)
	if len(d.Resolved)+len(d.New) != 0 || len(d.Unchanged) != 1 || len(d.NotRead) != 1 || d.NotRead[0].Path != "3" {
		t.Errorf("of two findings over several forms: %+v", d)
	}
}
