package workbook

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/example"
)

func TestLiveKinds(t *testing.T) {
	for formula, want := range map[string]*fuhe.Phrase{
		`cmd|'/C calc'!A0`:                       liveDDE,
		`MSEXCEL|'\..\cmd.exe'!A1`:               liveDDE,
		`WEBSERVICE("http://a.example/")`:        liveServer,
		`_xlfn.WEBSERVICE(A1)`:                   liveServer,
		`IF(A1,RTD("x",,"y"),0)`:                 liveServer,
		`HYPERLINK("http://a.example/","甲")`:     liveLink,
		`HYPERLINK(A1)`:                          liveLink,
		`HYPERLINK("#附件!A1","附件")`:               nil,
		`[1]Sheet1!A1`:                           liveBook,
		`'C:\[b.xlsx]表'!A1+1`:                    liveBook,
		`SUM(表1[金额])`:                            nil,
		`IF(A1="a|b",1,0)`:                       nil,
		`SUM('a|b'!A1:A2)`:                       nil,
		`"WEBSERVICE(x)"`:                        nil,
		`ROUND(B3/C3,4)`:                         nil,
		`CALL("kernel32","WinExec","JC","calc")`: liveProgram,
	} {
		if got := liveKind(formula); got != want {
			t.Errorf("%s: %v, want %v", formula, got, want)
		}
	}
}

// TestLiveFormulasAreListed: and with Disarm only their results are left.
func TestLiveFormulasAreListed(t *testing.T) {
	input := clerk(t, func(f *excelize.File) {
		for ref, formula := range map[string]string{"A5": `WEBSERVICE("http://a.example/")`, "A6": `cmd|'/C calc'!A0`, "A7": "SUM(B3:C3)"} {
			if err := f.SetCellFormula("自评表", ref, formula); err != nil {
				t.Fatal(err)
			}
		}
	})
	input = changed(t, input, func(name, content string) (string, string) {
		return name, strings.ReplaceAll(content, "</f></c>", "</f><v>7</v></c>")
	})
	for _, disarm := range []bool{false, true} {
		o := Options{Corrections: example.Corrections, Disarm: disarm}
		var out, again bytes.Buffer
		if err := Correct(&out, input, []*fuhe.Report{clerkReport()}, o); err != nil {
			t.Fatal(err)
		}
		f, live, err := openToCorrect(out.Bytes(), "")
		if err != nil {
			t.Fatal(err)
		}
		if want := map[bool]int{false: 2, true: 0}[disarm]; len(live) != want {
			t.Errorf("disarm %v: %d formulas that reach outside, want %d", disarm, len(live), want)
		}
		for _, ref := range []string{"A5", "A6", "A7"} {
			if got, err := f.GetCellValue("自评表", ref); err != nil || got != "7" {
				t.Errorf("disarm %v: %s shows %q (%v)", disarm, ref, got, err)
			}
		}
		if got, _ := f.GetCellFormula("自评表", "A7"); got != "SUM(B3:C3)" {
			t.Errorf("A7 is %q now", got)
		}
		rows, err := f.GetRows(findingsSheet.In(fuhe.ZH))
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for _, r := range rows {
			all += strings.Join(r, "|") + "\n"
		}
		for _, want := range []string{`=cmd|'/C calc'!A0`, `=WEBSERVICE("http://a.example/")`, map[bool]string{false: leftPhrase.ZH, true: disarmedPhrase.ZH}[disarm]} {
			if !strings.Contains(all, want) {
				t.Errorf("disarm %v: the sheet of findings does not say %q:\n%s", disarm, want, all)
			}
		}
		if f.Close(); disarm {
			continue
		}
		if err := Correct(&again, out.Bytes(), []*fuhe.Report{corrected()}, o); err != nil || !bytes.Equal(again.Bytes(), out.Bytes()) {
			t.Errorf("corrected twice, the workbook changes (%v)", err)
		}
	}
}
