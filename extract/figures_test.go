package extract

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fuhe"
)

// The forms in testdata/figures are the same form with one odd figure each; what a person reads in them is typed here. They
// are public forms of nobody: the project, the offices and the amounts are invented.
var oddFigures = []struct {
	file, field string
	value, unit string // what the figure is, "" for none
	beside      string // "marks", "struck", or the reason why it is in doubt
}{
	{"DBNum2-format.xlsx", "/funds/0/executed", "147663.64", "", ""},
	{"amount-with-long-remark.html", "/funds/0/executed", "147663.64", "", "marks"},
	{"csv-excel-text-formula.csv", "/funds/0/executed", "147663.64", "", ""},
	{"csv-pipe.csv", "/funds/0/executed", "147663.64", "", ""},
	{"csv-sep-line.csv", "/funds/0/executed", "147663.64", "", ""},
	{"dispimg.xlsx", "/funds/0/executed", "", "", fuhe.DoubtPicture.EN},
	{"div-positioned.html", "/funds/0/executed", "147663.64", "", ""},
	{"en-dash-em-dash-minus.html", "/funds/3/initial_budget", "-1000.00", "", ""},
	{"en-dash-em-dash-minus.html", "/funds/3/adjusted_budget", "-1000.00", "", ""},
	{"excel-html-xnum.xls", "/funds/0/execution_rate", "35.77", "%", ""},
	{"format-wan.xlsx", "/funds/0/executed", "14.8", "万", ""},
	{"html-css-super.html", "/funds/0/executed", "147663.64", "", "marks"},
	{"html-img-for-number.html", "/funds/0/executed", "", "", fuhe.DoubtPicture.EN},
	{"html-script-filled.html", "/funds/0/executed", "", "", fuhe.DoubtScript.EN},
	{"html-svg-text.html", "/funds/0/executed", "147663.64", "", ""},
	{"malformed-grouping.html", "/funds/0/executed", "", "", fuhe.DoubtGroups.EN},
	{"mso-number-format-raw-fraction.xls", "/funds/0/execution_rate", "35.77", "%", ""},
	{"raised-by-position.docx", "/funds/0/executed", "147663.64", "", "marks"},
	{"renminbi-prefix.html", "/funds/0/executed", "147663.64", "元", ""},
	{"superscript-marks.docx", "/funds/0/executed", "147663.64", "", "marks"},
	{"superscript-runs.xlsx", "/funds/0/executed", "147663.64", "", "marks"},
	{"superscript-runs.xlsx", "/indicators/0/target", "320", "m²", ""},
	{"thin-space-thousands.html", "/funds/0/executed", "147663.64", "", ""},
	{"unit-ug-m3.html", "/indicators/0/actual", "41", "μg/m3", ""},
	{"xls-superscript.xls", "/funds/0/executed", "147663.64", "", "marks"},
	{"xlsx-strike-run.xlsx", "/funds/0/executed", "147663.64", "", "struck"},
	{"zw.csv", "/funds/0/executed", "147663.64", "", ""},
	{"zw.csv", "/funds/0/execution_rate", "35.77", "%", ""},
}

// TestOddFigures: each is read as what it is, or is in doubt with its reason; all others of the form stay as they are.
func TestOddFigures(t *testing.T) {
	for _, c := range oddFigures {
		doc := readFile(t, filepath.Join("testdata", "figures", c.file))
		if len(doc.Reports) != 1 {
			t.Errorf("%s: %d forms, unread %v", c.file, len(doc.Reports), doc.Unread)
			continue
		}
		r := doc.Reports[0]
		cell := r.Entry(fuhe.Field(c.field))
		value, unit, beside := "", "", ""
		if cell.Number != nil {
			value, unit = cell.Number.String(), cell.Number.Unit
		}
		switch {
		case cell.Doubt != nil:
			beside = cell.Doubt.EN
		case cell.Struck:
			beside = "struck"
		case len(cell.Marks) > 0:
			beside = "marks"
		}
		if _, raised := fuhe.CutRaised(cell.Text); raised != "" || fuhe.Visible(cell.Text) != cell.Text {
			t.Errorf("%s: %s keeps in its text what is none: %q", c.file, c.field, cell.Text)
		}
		if value != c.value || unit != c.unit || beside != c.beside {
			t.Errorf("%s: %s is %q: %s %q, %s; want %s %q, %s", c.file, c.field, cell.Text, value, unit, beside, c.value, c.unit, c.beside)
		}
		if got := r.Total.Score.Number; got == nil || got.String() != "90.58" || len(r.Indicators) != 6 || len(r.Funds) != 4 {
			t.Errorf("%s: another total, or other rows: %+v", c.file, r.Total)
		}
	}
}

func readFile(t *testing.T, name string) fuhe.Document {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Path: name, Named: true, open: held(raw)}
	doc, passed := Read(context.Background(), in, Options{})
	if passed != nil {
		t.Fatalf("%s is passed over", name)
	}
	return doc
}
