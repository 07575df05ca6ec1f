package fuhe_test

import (
	"encoding/json"
	"testing"

	"fuhe"
)

func TestCellStatesStayApartInJSON(t *testing.T) {
	onPage := fuhe.Source{Page: 1, Table: 1, Ref: "G4", Box: fuhe.Box{10, 20, 30.5, 40}}
	onSheet := fuhe.Source{Sheet: "自评表", Ref: "A3:A4"}
	for _, c := range []struct {
		cell fuhe.Cell
		want string
	}{
		{fuhe.Cell{}, `null`},
		{fuhe.NewCell("", onSheet), `{"text":"","at":{"sheet":"自评表","ref":"A3:A4"}}`},
		{fuhe.NewCell("及时", onSheet), `{"text":"及时","at":{"sheet":"自评表","ref":"A3:A4"}}`},
		{fuhe.NewCell("147,663.64", onSheet), `{"text":"147,663.64","value":"147663.64","at":{"sheet":"自评表","ref":"A3:A4"}}`},
		{fuhe.NewCell("35.77%", onPage), `{"text":"35.77%","value":"35.77","unit":"%","at":{"page":1,"table":1,"ref":"G4","box":[10.00,20.00,30.50,40.00]}}`},
		{fuhe.NewCell("a\nb\t\"c\"\\ \u2028 \xff", fuhe.Source{Ref: "A1"}), `{"text":"a\nb\t\"c\"\\ \u2028 \ufffd","at":{"ref":"A1"}}`},
		{fuhe.NewCell("5‰", fuhe.Source{Page: 2, Box: fuhe.Box{-1.005, 0, 0.124, 1e6}}), `{"text":"5‰","value":"5","unit":"‰","at":{"page":2,"box":[-1.00,0.00,0.12,1000000.00]}}`},
		{fuhe.NewCell("35.77%", onSheet).Kept([]string{"①", `"`}, true, nil), `{"text":"35.77%","value":"35.77","unit":"%","marks":["①","\""],"struck":true,"at":{"sheet":"自评表","ref":"A3:A4"}}`},
		{fuhe.NewCell("10", onSheet).Kept(nil, false, fuhe.DoubtOverlaid), `{"text":"10","at":{"sheet":"自评表","ref":"A3:A4"}}`},
	} {
		got, err := json.Marshal(c.cell)
		if err != nil || string(got) != c.want {
			t.Errorf("%q: %s %v, want %s", c.cell.Text, got, err, c.want)
		}
	}
}

func TestRefIsA1(t *testing.T) {
	for _, c := range []struct {
		row, col, rows, cols int
		want                 string
	}{{3, 6, 1, 1, "G4"}, {2, 0, 2, 1, "A3:A4"}, {0, 25, 1, 3, "Z1:AB1"}, {9, 701, 1, 1, "ZZ10"}, {9, 702, 1, 1, "AAA10"}} {
		if got := fuhe.Ref(c.row, c.col, c.rows, c.cols); got != c.want {
			t.Errorf("Ref(%d, %d, %d, %d) = %s, want %s", c.row, c.col, c.rows, c.cols, got, c.want)
		}
	}
}

func TestEveryEntryIsFoundByItsField(t *testing.T) {
	r := fuhe.Report{Funds: make([]fuhe.Fund, 2), Indicators: make([]fuhe.Indicator, 3), Sections: make([]fuhe.Section, 1), HeaderTotal: &fuhe.Total{}}
	entries := r.Entries()
	if len(entries) != 3+3+2*8+1+2+3*8+3+1 {
		t.Errorf("%d entries", len(entries))
	}
	for _, e := range entries {
		if r.Entry(e.Field) != e.Cell {
			t.Errorf("%s names another entry", e.Field)
		}
	}
	if got := fuhe.Field("/indicators/12/score").Row(); got != 12 {
		t.Errorf("row %d", got)
	}
	if got := fuhe.Field("/total/score").Row(); got != -1 {
		t.Errorf("row %d of a field outside the lists", got)
	}
}

// What is written piece by piece is what encoding/json would write.
func FuzzCellJSON(f *testing.F) {
	f.Add("≥95%", "自评表", 3, 1.005)
	f.Add("a\x00\"\\ \xff", "<&>", 0, 0.5)
	f.Fuzz(func(t *testing.T, text, sheet string, page int, x float64) {
		at := fuhe.Source{Sheet: sheet, Page: page, Ref: "G4"}
		if x > -1e6 && x < 1e6 {
			at.Box = fuhe.Box{x, 0, x + 1, 2}
		}
		got, err := json.Marshal(fuhe.Cell{Text: text, At: at})
		if err != nil {
			t.Fatal(err)
		}
		var back struct {
			Text, Unit string
			At         struct {
				Sheet, Ref string
				Page       int
			}
		}
		if err := json.Unmarshal(got, &back); err != nil {
			t.Fatalf("%s: %v", got, err)
		}
		if back.Text != string([]rune(text)) || back.At.Sheet != string([]rune(sheet)) || back.At.Page != page || back.At.Ref != "G4" {
			t.Errorf("%s is no cell %q of %q, page %d", got, text, sheet, page)
		}
	})
}

// A picture, or text that was struck out, is no blank: nothing may be made of its absence.
func TestWhatIsNotReadIsNotBlank(t *testing.T) {
	at := fuhe.Source{Ref: "A1"}
	blank := fuhe.NewCell("", at)
	if !blank.Blank() {
		t.Error("a blank entry is not blank")
	}
	if blank.Kept(nil, false, fuhe.DoubtPicture).Blank() || blank.Kept(nil, true, nil).Blank() {
		t.Error("a picture or struck-out text is taken for blank")
	}
	a, b := fuhe.NewCell("9", at).Kept([]string{"①"}, false, nil), fuhe.NewCell("", at).Kept(nil, true, nil)
	if c := fuhe.NewCell("9", at).And(a, b); len(c.Marks) != 1 || !c.Struck || c.Number == nil {
		t.Errorf("what the parts of an entry kept is lost: %+v", c)
	}
}
