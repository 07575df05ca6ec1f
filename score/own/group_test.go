package own

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/score"
)

// said is what a check over several forms says of three of them: two of one unit.
func said(t *testing.T, text string) string {
	t.Helper()
	o := score.Options{Lang: fuhe.EN, Own: load(t, text)}
	var docs []fuhe.Document
	for i, unit := range []string{"甲中心", "乙中心", "甲中心"} {
		r := form()
		r.Implementer = fuhe.NewCell(unit, fuhe.Source{Table: 1, Ref: "Z1"})
		r.Year = []string{"2021", "2022", "2022"}[i]
		docs = append(docs, fuhe.Document{Path: string(rune('a' + i)), Reports: []*fuhe.Report{r}})
	}
	var lines []string
	for _, x := range score.Across(docs, o) {
		if x.Rule[0] == 'U' {
			inputs := ""
			for _, p := range x.Inputs {
				inputs += p.Path
			}
			lines = append(lines, x.Rule+" "+string(x.Severity)+" "+x.Path+" "+string(x.Field)+" "+x.At.Ref+" "+x.Message+" <- "+inputs)
		}
	}
	return strings.Join(lines, "\n")
}

func TestChecksOverSeveralForms(t *testing.T) {
	for text, want := range map[string]string{
		`{id: U001, scope: unit, expr: 'len(reports) < 2', message: {en: too many}}`:                             "U001 warning a /total/score A32 甲中心: too many <- c",
		`{id: U001, scope: year, severity: error, field: /project, expr: 'year != "2022" || len(reports) == 1'}`: "U001 error b /project A1 2022: check U001 does not hold <- c",
		`{id: U001, scope: all, expr: 'sum(reports.total.score) == 3 * 99.53'}`:                                  "",
		`{id: U001, scope: all, expr: 'sum(map(reports, .funds[0].executed)) < 143.04', message: {en: sum}}`:     "U001 warning a /total/score A32 sum <- bc",
		`{id: U001, scope: unit, expr: 'reports[5].total.score > 0'}`:                                            "U001 note b /total/score A32 乙中心: check U001 could not be evaluated: index out of range: 5 (array length is 1) <- \nU001 note a /total/score A32 甲中心: check U001 could not be evaluated: index out of range: 5 (array length is 2) <- c",
	} {
		if got := said(t, "checks: ["+text+"]"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", text, got, want)
		}
	}
}

func TestFaultsOfScopes(t *testing.T) {
	for text, want := range map[string]string{
		`{id: U001, scope: form, expr: 'true'}`:                            "scope takes unit, year or all",
		`{id: U001, scope: all, field: /indicators/*/score, expr: 'true'}`: "its field has no star",
		`{id: U001, scope: all, expr: 'indicators == nil'}`:                "unknown name indicators",
		`{id: U001, expr: 'len(reports) > 0'}`:                             "unknown name reports",
	} {
		if _, err := Load(strings.NewReader("checks: ["+text+"]"), "r.yaml", fuhe.EN); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// Of a form no more is kept than the checks name; where that cannot be told from the expression, all.
func TestWhatIsKeptOfAForm(t *testing.T) {
	all := len(load(t, "checks: [{id: U001, scope: all, expr: 'all(reports, len(#) > 0)'}]").See(form()))
	for text, want := range map[string]string{
		`all(reports, .total.score >= 80)`:                           `{"total":{"score":"#9953/100"}}`,
		`sum(reports.total.score) < 5 && len(reports) > 0`:           `{"total":{"score":"#9953/100"}}`,
		`all(reports, .funds[0].executed < 1 && .year == year)`:      `{"funds":[{"executed":"#1192/25"}],"year":"'2022"}`,
		`len(filter(reports, .goals.actual contains "完成")) > 1`:      `{"goals":{"actual":"'已完成"}}`,
		`let i = 0; reports[i].total.score > 1`:                      "",
		`any(reports, {let r = #; r.project != '' && r.year != ''})`: `{"project":"'示例项目","year":"'2022"}`,
	} {
		got := string(load(t, "checks: [{id: U001, scope: all, expr: '"+strings.ReplaceAll(text, "'", "''")+"'}]").See(form()))
		if want == "" && len(got) != all || want != "" && got != want {
			t.Errorf("%s keeps %s", text, got)
		}
	}
}

// A form is of its department, however that is spelled, and of its implementer only where it names no department.
func TestUnitOfAForm(t *testing.T) {
	o := score.Options{Lang: fuhe.EN, Own: load(t, "checks: [{id: U001, scope: unit, expr: 'len(reports) < 2'}]"), Aliases: map[string]string{"乙局": "丙局"}}
	var docs []fuhe.Document
	for i, names := range [][2]string{{"甲局", "一中心"}, {"甲 局", "二中心"}, {"乙局", "一中心"}, {"", "丙局"}, {"", ""}, {"", ""}} {
		r := form()
		r.Department, r.Implementer = fuhe.NewCell(names[0], fuhe.Source{}), fuhe.NewCell(names[1], fuhe.Source{})
		docs = append(docs, fuhe.Document{Path: string(rune('a' + i)), Reports: []*fuhe.Report{r}})
	}
	var got []string
	for _, x := range score.Across(docs, o) {
		if x.Rule == "U001" {
			got = append(got, x.Path+x.Inputs[0].Path+" "+x.Message)
		}
	}
	if want := "cd 乙局: check U001 does not hold;ab 甲局: check U001 does not hold"; strings.Join(got, ";") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
