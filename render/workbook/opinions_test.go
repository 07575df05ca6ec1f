package workbook

import (
	"bytes"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// TestRemarksComeAlong: what people typed into the sheet of findings is there after the next correction, also on a finding
// that was corrected and is found no more; nothing else of the old rows is.
func TestRemarksComeAlong(t *testing.T) {
	o := Options{Corrections: example.Corrections}
	var first bytes.Buffer
	if err := Correct(&first, clerk(t, nil), []*fuhe.Report{clerkReport()}, o); err != nil {
		t.Fatal(err)
	}
	f, _, err := openToCorrect(first.Bytes(), "")
	if err != nil {
		t.Fatal(err)
	}
	sheet := findingsSheet.ZH
	for ref, text := range map[string]string{
		"V4": "属实", "X4": "已整改", "Y4": "王审计", // the rate, corrected
		"W5": "单位解释了", "AB5": "旁边写的", // the score, still found; AB has no heading
		"A8": "表下的话", "L5": "我改了你的解释",
	} {
		if err := f.SetCellStr(sheet, ref, text); err != nil {
			t.Fatal(err)
		}
	}
	var typed bytes.Buffer
	if err := f.Write(&typed); err != nil {
		t.Fatal(err)
	}
	f.Close()
	// The form is changed meanwhile, so that the sheet is written anew: another finding.
	report := corrected()
	report.Findings = append(report.Findings, fuhe.Finding{ID: "9", Rule: "W201", Severity: fuhe.Warning, Field: "/indicators/0/score", At: report.Findings[0].At, Published: "20"})
	for round := range 2 {
		var out bytes.Buffer
		if err := Correct(&out, typed.Bytes(), []*fuhe.Report{report}, o); err != nil {
			t.Fatal(err)
		}
		f, _, err := openToCorrect(out.Bytes(), "")
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var text []string
		for _, r := range rows[3:] {
			text = append(text, strings.Join(r, "|"))
		}
		all := strings.Join(text, "\n")
		for _, want := range []string{
			"|2||旁边写的|单位解释了",
			gonePhrase.ZH + "|", "|1||属实||已整改|王审计",
			"表下的话",
			"|W201|",
		} {
			if strings.Count(all, want) != 1 {
				t.Errorf("round %d: %q stands %d times in\n%s", round, want, strings.Count(all, want), all)
			}
		}
		if strings.Contains(all, "我改了你的解释") {
			t.Errorf("round %d: our own columns are written anew:\n%s", round, all)
		}
		f.Close()
		report.Findings = append(report.Findings, fuhe.Finding{ID: "10", Rule: "W203", Severity: fuhe.Warning, Field: "/indicators/0/score", At: report.Findings[0].At, Published: "20"})
		typed = out
	}
}

// Remarks belong to a finding of a document. Where a sheet that an earlier version wrote names no document, the name of the
// sheet tells, and where that was changed, that there is one such finding only.
func TestRemarksBelongToADocument(t *testing.T) {
	row := func(hash, sheet, id, opinion string) []string {
		cells := make([]string, len(findingsColumns))
		cells[hashColumn], cells[findingSheet], cells[idColumn], cells[ruleColumn] = hash, sheet, id, "F102"
		if opinion != "" {
			cells = append(cells, opinion)
		}
		return cells
	}
	for name, c := range map[string]struct {
		typed, rows [][]string
		want        []string
	}{
		"by document":               {[][]string{row("b", "甲", "1", "在乙"), row("a", "乙", "1", "在甲")}, [][]string{row("a", "甲", "1", ""), row("b", "乙", "1", "")}, []string{"在甲", "在乙"}},
		"one document twice":        {[][]string{row("a", "甲", "1", "x"), row("a", "乙", "1", "y")}, [][]string{row("a", "乙", "1", ""), row("a", "甲", "1", "")}, []string{"y", "x"}},
		"other documents":           {[][]string{row("a", "甲", "1", "x")}, [][]string{row("b", "甲", "1", "")}, []string{""}},
		"no document in the old":    {[][]string{row("", "甲", "1", "x"), row("", "乙", "1", "y")}, [][]string{row("b", "乙", "1", ""), row("a", "甲", "1", "")}, []string{"y", "x"}},
		"a sheet renamed":           {[][]string{row("", "甲", "1", "x")}, [][]string{row("", "改名", "1", "")}, []string{"x"}},
		"renamed, two such":         {[][]string{row("", "甲", "1", "x")}, [][]string{row("", "乙", "1", ""), row("", "丙", "1", "")}, []string{"", ""}},
		"two remarks, nothing else": {[][]string{row("", "甲", "1", "x"), row("", "乙", "1", "y")}, [][]string{row("a", "丙", "1", "")}, []string{""}},
	} {
		typed := Typed{byKey: map[string][]*remarked{}, byID: map[string][]*remarked{}}
		for _, cells := range c.typed {
			r := &remarked{cells: cells[:len(findingsColumns)], opinions: cells[len(findingsColumns):]}
			typed.byKey[rowKey(r.cells)] = append(typed.byKey[rowKey(r.cells)], r)
			typed.byID["1"] = append(typed.byID["1"], r)
		}
		for i, r := range typed.of(c.rows) {
			got := ""
			if r != nil {
				got = r.opinions[0]
			}
			if got != c.want[i] {
				t.Errorf("%s: row %d has %q, want %q", name, i, got, c.want[i])
			}
		}
	}
}
