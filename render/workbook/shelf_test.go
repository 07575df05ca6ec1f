package workbook

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fuhe/render/example"
)

// Forms that were put aside stand among the other sheets as if they never had been: in their order, with their own
// comments, results and columns, and names that belong to a sheet behind them belong to that sheet still.
func TestShelvedSheets(t *testing.T) {
	docs := example.Documents(example.Shanghai(t), example.Shanghai(t), example.Shanghai(t))
	f, content := workbook(t, docs, Options{Corrections: example.Corrections})
	want := "复核汇总|" + project + "|" + project + " (2)|" + project + " (3)|复核意见"
	if got := strings.Join(f.GetSheetList(), "|"); got != want {
		t.Fatalf("sheets %s, want %s", got, want)
	}
	for _, sheet := range f.GetSheetList()[1:4] {
		notes, err := f.GetComments(sheet)
		if err != nil || len(notes) != 4 || notes[0].Cell != "H6" || !strings.Contains(notes[0].Text, "35.77%") {
			t.Errorf("%s: comments %+v, %v", sheet, notes, err)
		}
		if formula(t, f, sheet, "H6") == "" || raw(t, f, sheet, "H6") != "0.3576" {
			t.Errorf("%s: %q gives %s", sheet, formula(t, f, sheet, "H6"), raw(t, f, sheet, "H6"))
		}
	}
	named := 0
	for _, n := range f.GetDefinedName() {
		if n.Scope != "Workbook" && strings.Contains(n.RefersTo, "复核意见") {
			if named++; n.Scope != "复核意见" {
				t.Errorf("%+v", n)
			}
		}
	}
	if named == 0 {
		t.Error("the sheet of findings repeats no row in print")
	}
	soundPackage(t, content)
}

// soundPackage finds what Excel takes no file for: a type of a part that is not there, a part without one, the same box or
// sheet twice, and columns out of their order.
func soundPackage(t *testing.T, content []byte) {
	t.Helper()
	parts, ids := partsOf(t, content), map[string]bool{}
	types := string(parts[contentTypes])
	for _, m := range regexp.MustCompile(`PartName="/([^"]+)"`).FindAllStringSubmatch(types, -1) {
		if parts[m[1]] == nil {
			t.Errorf("%s has a type and is not there", m[1])
		}
	}
	for name, part := range parts {
		if strings.HasSuffix(name, ".xml") && name != contentTypes && !strings.Contains(types, `"/`+name+`"`) {
			t.Errorf("%s has no type", name)
		}
		for _, m := range regexp.MustCompile(`id="(_x0000_s\d+)"|sheetId="\d+"`).FindAllString(string(part), -1) {
			if ids[m] {
				t.Errorf("%s: %s twice", name, m)
			}
			ids[m] = true
		}
		before := 0
		for _, m := range regexp.MustCompile(`<col [^>]*min="(\d+)"`).FindAllSubmatch(part, -1) {
			n, err := strconv.Atoi(string(m[1]))
			if err != nil || n <= before {
				t.Errorf("%s: column %d behind %d, %v", name, n, before, err)
			}
			before = n
		}
		if bytes.Count(part, []byte("<?xml")) > 1 {
			t.Errorf("%s begins twice", name)
		}
	}
}

// A cell with a style or a value stays, and so does a row with a height: only padding goes.
func TestPaddingIsTakenOut(t *testing.T) {
	for in, want := range map[string]string{
		`<row r="1"><c r="A1"></c><c r="B1" s="2"></c><c r="C1"></c></row><row r="2"></row>`: `<row r="1"><c r="B1" s="2"></c></row>`,
		`<row r="3" ht="20"></row><c r="AB12"><v>"></v></c>`:                                 `<row r="3" ht="20"></row><c r="AB12"><v>"></v></c>`,
		`<c r="A1"></c><t>x</t>`: `<t>x</t>`,
		``:                       ``,
	} {
		if got := string(withoutBlanks([]byte(in))); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
}
