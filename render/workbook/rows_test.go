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
