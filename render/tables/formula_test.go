package tables

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// formulaOf makes a formula of its text: areas stand in braces, in rows and columns of the table, {r,c} or {r,c:r,c}.
func formulaOf(s string) *fuhe.Formula {
	var f fuhe.Formula
	for s != "" {
		text, rest, found := strings.Cut(s, "{")
		f = append(f, fuhe.FormulaPiece{Text: text})
		if !found {
			break
		}
		ref, after, _ := strings.Cut(rest, "}")
		n := [4]int{}
		for i, r := range strings.FieldsFunc(ref, func(r rune) bool { return r == ',' || r == ':' }) {
			n[i] = int(r[0] - '0')
		}
		a := fuhe.Area{From: fuhe.Spot{Row: n[0], Col: n[1]}, To: fuhe.Spot{Row: n[2], Col: n[3]}}
		if !strings.Contains(ref, ":") {
			a.To = a.From
		}
		f, s = append(f, fuhe.FormulaPiece{Area: &a}), after
	}
	return &f
}

// TestFormulas: a formula is written where it gives what is shown, by the cells where they stand now; else the value is.
func TestFormulas(t *testing.T) {
	for formula, want := range map[string]string{
		"SUM({1,1:3,1})":                  "SUM(B5:B7)",
		"{1,1}+{2,1}+{3,1}":               "B5+B6+B7",
		"ROUND(SUM({1,1:2,1}),2)+{3,1}":   "ROUND(SUM(B5:B6),2)+B7",
		"SUM({1,1:2,1},{3,1})*100%":       "SUM(B5:B6,B7)*100%",
		"IF({1,1}>0,SUM({1,1:3,1}),0)":    "IF(B5>0,SUM(B5:B7),0)",
		"-({1,1}-{2,1})+MAX({1,1:3,1})*3": "", // another result
		"SUM({1,1:2,1})":                  "",
		"SUM({1,0:3,1})":                  "SUM(A5:B7)", // names hold no figure
		"SUM({1,1:3,1}":                   "",
		"{1,1}/{5,1}":                     "",
		"{1,1}+{1,0}":                     "", // a text
		"WEBSERVICE(1)":                   "",
		"SUM(Sheet2!A1:A3)":               "",
		"cmd|' /C calc'!A0":               "",
		"":                                "",
		"SUM({1,1:3,1}))":                 "",
		"((((((((((((((((((((((SUM({1,1:3,1})))))))))))))))))))))))": "",
	} {
		table := example.ParseTable(t, `
| 项目 | 决算数 |
| 甲 | 1,000.10 |
| 乙 | 20.20 |
| 丙 | 3.00 |
| 合计 | 1,023.30 |
| 无 |  |`)
		table.Title = "支出表"
		table.Setting = fuhe.Setting{Head: 1, Above: []fuhe.Line{{Text: "支出表"}, {Text: "公开01表"}, {Text: "单位：万元"}}}
		for i := range table.Cells {
			if c := &table.Cells[i]; c.Row == 4 && c.Col == 1 {
				c.Formula = formulaOf(formula)
			}
		}
		f := written(t, Options{Lang: fuhe.ZH, Formulas: true}, fuhe.Document{Path: "a.xlsx", Tables: []fuhe.Table{table}})
		got, err := f.GetCellFormula("支出表", "B8")
		if err != nil || got != want {
			t.Errorf("%s is written as %q (%v), want %q", formula, got, err, want)
		}
		if shown := look(t, f, "支出表", "B8", false); shown != "1,023.30" {
			t.Errorf("%s shows %s", formula, shown)
		}
		rows, err := f.GetRows("目录")
		if err != nil {
			t.Fatal(err)
		}
		says := map[bool]string{true: "1", false: "0；另 1 个写为数值"}[want != ""]
		if line := strings.Join(rows[2], "|"); !strings.HasSuffix(line, "|"+says) {
			t.Errorf("%s: the list says %s, want %s at its end", formula, line, says)
		}
	}
}
