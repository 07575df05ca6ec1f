package html

import "testing"

// TestFloatsStandApart: what floats is a box of its own beside the line, so it is not written on to what stands before and behind
// it: 53 with 0000 at the other edge of its cell is no 530000.
func TestFloatsStandApart(t *testing.T) {
	for content, want := range map[string]string{
		`部门：甲局<span style="float:right">金额单位：万元</span>`:        "部门：甲局 金额单位：万元",
		`53<span style='float:right'>0000.00</span>`:           "53 0000.00",
		`<i style="float:left">（</i>100<b>.50</b>`:             "（ 100.50",
		`53<span style="float:none">0000.00</span>`:            "530000.00",
		`53<span style="float:right"><b>1</b>2</span><i>3</i>`: "53 12 3",
	} {
		if got := second(t, "", content).Text; got != want {
			t.Errorf("%s is read as %q, want %q", content, got, want)
		}
	}
}
