package foot

import (
	"testing"

	"fuhe"
)

// A row that has one part and a total that is not it: the working is a sum, with the blank as nothing.
func TestAWorkingIsASum(t *testing.T) {
	at := func(text string, n int64, s state) value {
		return value{text: text, n: n, half: 50, state: s, cell: &fuhe.TableCell{}}
	}
	target := at("7.00", 70_000, figure)
	if f := finding(AcrossRule, target, []value{at("", 0, blank), at("70.00", 700_000, figure)}); f.Working != "0 + 70.00 = 70.00" {
		t.Errorf("working %q", f.Working)
	}
	if f := finding(AcrossRule, target, []value{at("30.00", 300_000, figure), at("—", 0, blank), at("40.00", 400_000, figure)}); f.Working != "30.00 + 40.00 = 70.00" {
		t.Errorf("working %q", f.Working)
	}
}
