package extract

import "testing"

// brokenAmounts is the form of texts alone with a row of funds whose texts are all broken over two lines, 12 apart, the
// next row 18 below: the name as well as the amounts.
func brokenAmounts() []written {
	var out []written
	for _, t := range unruledForm() {
		switch {
		case t.text == "项目资金" || t.text == "（万元）":
			t.y += 8
		case t.y > 165 && t.y < 225:
			continue
		case t.y >= 240:
			t.y += 10
		}
		out = append(out, t)
	}
	at := func(y float64, texts ...string) {
		for i, t := range texts {
			out = append(out, written{[]float64{130, 215, 285, 355, 415, 465, 525}[i], y, t})
		}
	}
	at(182, "", "6,753,60", "6,753,605.2", "2,371,")
	at(188, "年度资金总额", "", "", "", "10", "35.11%", "3.51")
	at(194, "", "5.24", "4", "614.16")
	at(212, "其中：财政拨", "6,753,60", "6,753,605.2", "2,371,")
	at(224, "款", "5.24", "4", "614.16")
	return out
}

// A figure whose digits go on in the next line is no whole figure, and the rest of a broken name is no fund.
func TestRowOfFundsBrokenThroughout(t *testing.T) {
	r, reasons := readTexts(brokenAmounts())
	if r == nil {
		t.Fatalf("not read: %v", reasons)
	}
	if len(r.Funds) != 2 {
		t.Fatalf("%d funds: %+v", len(r.Funds), r.Funds)
	}
	for i, f := range r.Funds {
		for _, c := range []struct{ got, want string }{
			{f.Name.Text, []string{"年度资金总额", "其中：财政拨款"}[i]}, {f.InitialBudget.Text, "6,753,605.24"},
			{f.AdjustedBudget.Text, "6,753,605.24"}, {f.Executed.Text, "2,371,614.16"},
		} {
			if c.got != c.want {
				t.Errorf("fund %d: %q, want %q", i, c.got, c.want)
			}
		}
	}
}

// Without the separators that give them away, parts of figures are still not read as figures of two rows.
func TestPartsOfFiguresAreNoRows(t *testing.T) {
	texts := brokenAmounts()
	parts := map[string]string{"6,753,60": "6753605", "5.24": ".24", "6,753,605.2": "6753605.2", "2,371,": "2371614", "614.16": ".16"}
	for i := range texts {
		if p, ok := parts[texts[i].text]; ok {
			texts[i].text = p
		}
	}
	r, reasons := readTexts(texts)
	if r == nil && len(reasons) > 0 {
		return
	}
	if r == nil || len(r.Funds) != 2 || r.Funds[1].AdjustedBudget.Text != "6753605.24" || r.Funds[1].Executed.Text != "2371614.16" {
		t.Errorf("%+v %v", r, reasons)
	}
}
