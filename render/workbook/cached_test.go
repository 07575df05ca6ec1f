package workbook

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// sheetXML is the part of a workbook file that holds a sheet.
func sheetXML(t testing.TB, workbook []byte, sheet string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	parts, err := sheetParts(func(name string) ([]byte, error) { return readPart(in, name) })
	if err != nil {
		t.Fatal(err)
	}
	content, err := readPart(in, parts[sheet])
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestWithResults(t *testing.T) {
	in := `<row r="6"><c r="A6" s="1" t="s"><v>0</v></c><c r="H6" s="5" t="str"><f>ROUND(F6/E6,4)</f><v>17</v></c>` +
		`<c r="H60" t="str"><f>1</f><v>x</v></c><c r="I6" t="str"><f>IF(1&gt;0,&#34;优&#34;,&#34;良&#34;)</f></c></row>`
	want := `<row r="6"><c r="A6" s="1" t="s"><v>0</v></c><c r="H6" s="5"><f>ROUND(F6/E6,4)</f><v>0.3576</v></c>` +
		`<c r="H60" t="str"><f>1</f><v>x</v></c><c r="I6" t="str"><f>IF(1&gt;0,&#34;优&#34;,&#34;良&#34;)</f><v>优&lt;</v></c></row>`
	got, err := withResults([]byte(in), map[string]cachedValue{"H6": {"0.3576", numberValue}, "I6": {"优<", textValue}})
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
	if _, err := withResults([]byte(in), map[string]cachedValue{"A6": {"1", numberValue}}); err == nil {
		t.Error("a result without a formula was lost")
	}
}

// correctionsOf makes corrections of the Shanghai form with the given formula for its rate.
func correctionsOf(formula, corrected string) func(*fuhe.Report) []fuhe.Correction {
	return func(r *fuhe.Report) []fuhe.Correction {
		c := example.Corrections(r)[0]
		c.Formula, c.Corrected = formula, fuhe.NewCell(corrected, c.Published.At)
		return []fuhe.Correction{c}
	}
}

// TestOperands shows which operands become references: only cells that hold exactly the figure computed with.
func TestOperands(t *testing.T) {
	cases := []struct{ formula, corrected, want string }{
		{"ROUND({/funds/0/executed}/{/funds/0/adjusted_budget},4)", "35.76%", "ROUND(F6/E6,4)"},
		// ≥80% is text on the sheet; 80% is a fraction in a spreadsheet.
		{"ROUND({/indicators/0/target}*1,4)", "80.00%", "ROUND(0.8*1,4)"},
		{"{/indicators/0/actual}", "35.76%", "F13"},
	}
	for _, c := range cases {
		f, _ := workbook(t, example.Documents(example.Shanghai(t)), Options{Corrections: correctionsOf(c.formula, c.corrected)})
		if got := formula(t, f, project, "H6"); got != c.want {
			t.Errorf("%s gives %q, want %q", c.formula, got, c.want)
		}
		if got := shown(t, f, project, "H6"); got != c.corrected {
			t.Errorf("%s shows %q, want %q", c.formula, got, c.corrected)
		}
	}
}

// TestFormulaThatCannotHold writes the value alone, and says so: an operand without a figure, or a formula that would
// show another figure as soon as it is recalculated.
func TestFormulaThatCannotHold(t *testing.T) {
	for _, template := range []string{
		"{/indicators/4/actual}/2", "{/no/such}", "", "ROUND({/funds/0/executed}/{/funds/0/adjusted_budget},1)", "1/0", "NOSUCH(1)",
	} {
		f, _ := workbook(t, example.Documents(example.Shanghai(t)), Options{Corrections: correctionsOf(template, "35.76%")})
		if got := formula(t, f, project, "H6"); got != "" {
			t.Errorf("%q: formula %q", template, got)
		}
		if got := shown(t, f, project, "H6"); got != "35.76%" {
			t.Errorf("%q: shown %q", template, got)
		}
		if got := commentAt(t, f, project, "H6"); !strings.Contains(got, "未写公式") {
			t.Errorf("%q: the comment does not say that the formula is missing:\n%s", template, got)
		}
	}
}

// TestFollowingCorrections corrects a total from a corrected score: the formula refers to the corrected cell.
func TestFollowingCorrections(t *testing.T) {
	chain := func(r *fuhe.Report) []fuhe.Correction {
		score, total := r.Funds[0].Score, r.Total.Score
		return []fuhe.Correction{
			{Field: "/funds/0/score", Rule: "F104", Published: score, Corrected: fuhe.NewCell("3.60", score.At), Formula: "ROUND(3.6,2)"},
			{Field: "/total/score", Rule: "T401", Published: total, Corrected: fuhe.NewCell("7.18", total.At),
				Formula: "ROUND({/funds/0/score}+{/indicators/0/score},2)", Because: "随得分更正"},
		}
	}
	f, _ := workbook(t, example.Documents(example.Shanghai(t)), Options{Corrections: chain})
	if got := formula(t, f, project, "H20"); got != "ROUND(I6+H13,2)" {
		t.Errorf("formula %q", got)
	}
	if a, b := shown(t, f, project, "I6"), shown(t, f, project, "H20"); a != "3.60" || b != "7.18" {
		t.Errorf("shown %q and %q", a, b)
	}
	rows, err := f.GetRows("复核意见")
	if err != nil {
		t.Fatal(err)
	}
	if last := rows[len(rows)-1]; last[severityColumn] != "随之更正" || last[ruleColumn] != "T401" || last[publishedColumn] != "87.16" || last[recomputedColumn] != "7.18" {
		t.Errorf("last row %q", last)
	}
}

// TestGradeFormula has a text for its result.
func TestGradeFormula(t *testing.T) {
	grade := func(r *fuhe.Report) []fuhe.Correction {
		c := r.Indicators[6].Deviation
		return []fuhe.Correction{{Field: "/indicators/6/deviation", Rule: "T403", Published: c, Corrected: fuhe.Cell{Text: "良", At: c.At},
			Formula: `IF({/total/score}>=90,"优",IF({/total/score}>=80,"良","中"))`}}
	}
	f, _ := workbook(t, example.Documents(example.Shanghai(t)), Options{Corrections: grade})
	if got := formula(t, f, project, "I19"); got != `IF(H20>=90,"优",IF(H20>=80,"良","中"))` {
		t.Errorf("formula %q", got)
	}
	if got := raw(t, f, project, "I19"); got != "良" {
		t.Errorf("cached %q", got)
	}
}
