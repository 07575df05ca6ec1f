package workbook

import (
	"testing"

	"fuhe"
)

// Further causes stand below the first one where they are asked for.
func TestFurtherCausesOnRequest(t *testing.T) {
	r := &fuhe.Report{Findings: []fuhe.Finding{{
		Rule: "F102", Field: "/project", Cause: &fuhe.Cause{Kind: fuhe.RoundedUp, Text: "rounded up"}, Causes: []fuhe.Cause{{Kind: fuhe.OneDigit, Text: "one digit"}},
	}}}
	for asked, want := range map[bool]string{false: "rounded up", true: "rounded up\nor one digit"} {
		if got := rowsOf(r, nil, nil, fuhe.EN, asked)[0].cause; got != want {
			t.Errorf("asked %v: %q, want %q", asked, got, want)
		}
	}
}

// A total of 101 of 100 points is one slip: set right to 100 it is above its weight no more. Set right to 100.5 it still is.
func TestCorrectionSettlesWhatItExplains(t *testing.T) {
	number := func(text string) fuhe.Cell {
		n, _ := fuhe.ParseNumber(text)
		return fuhe.Cell{Text: text, Number: &n, At: fuhe.Source{Page: 1, Ref: "H" + text}}
	}
	for right, want := range map[string]mark{"100": correctedMark, "100.5": errorMark} {
		r := &fuhe.Report{Findings: []fuhe.Finding{
			{ID: "a", Rule: "T401", Severity: fuhe.Error, Field: "/total/score", Published: "101", Recomputed: right},
			{ID: "b", Rule: "T406", Severity: fuhe.Error, Field: "/total/score", Published: "101", Inputs: []fuhe.Field{"/total/weight"}, Root: "a"},
			{ID: "c", Rule: "T403", Severity: fuhe.Error, Field: "/total/score", Published: "101", Inputs: []fuhe.Field{"/total/weight"}},
		}}
		r.Total.Weight, r.Total.Score = number("100"), number("101")
		rows := rowsOf(r, nil, []fuhe.Correction{{Field: "/total/score", Rule: "T401", Published: r.Total.Score, Corrected: number(right)}}, fuhe.ZH, false)
		if got := rows[1].mark(); got != want {
			t.Errorf("the total becomes %s: the finding it explains has mark %d, want %d", right, got, want)
		}
		if got := rows[2].mark(); got != errorMark {
			t.Errorf("the total becomes %s: a finding of its own has mark %d", right, got)
		}
	}
}
