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
