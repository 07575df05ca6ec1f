package account

import (
	"strings"
	"testing"

	"fuhe"
)

// linesOf are lines of running text; a bar begins a new page.
func linesOf(text string) []fuhe.Line {
	var out []fuhe.Line
	page := 1
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "|" {
			page++
			continue
		}
		out = append(out, fuhe.Line{Text: line, At: fuhe.Source{Page: page}})
	}
	return out
}

// What a text says of the sums of its accounts, in the words of published final accounts, with line ends and page numbers where
// pages have them.
func TestStated(t *testing.T) {
	const (
		whole  = "一、收入支出决算总体情况说明\n"
		income = "二、收入决算情况说明\n"
		spent  = "三、支出决算情况说明\n"
		fiscal = "四、财政拨款收入支出决算总体情况说明\n"
	)
	for _, c := range []struct{ text, want string }{
		{whole + "某局 2024 年度收、支总计 22066.59 万元，与 2023 年\n相比，收、支总计各增加 5834.37 万元，增长 35.74%。", "balance 2024 22066.59万元 p1"},
		{income + "某局 2024 年度本年收入合\n计 20451.35 万元，其中：财政拨款收入 19572.91 万元。", "income 2024 20451.35万元 p1"},
		{spent + "2024年度本年支出合计\n- 16 -\n|\n14,572.53 万元，其中：基本支出 11073.11 万元", "expenditure 2024 14,572.53万元 p2"},
		{fiscal + "某局2024年度财政拨款收、支总决算均为２０７２７.53万元。", "fiscal 2024 ２０７２７.53万元 p1"},
		{whole + "2023年度收入支出总计280万元；2024年度收入和支出总计为300万元", "balance 2024 300万元 p1"},
		{whole + "某局及所属单位2024年度收支总计300元", "balance 2024 300元 p1"},
		{whole + "收支总计300元。\n" + income + "本部门本年收入合计260元。", "balance 300元 p1, income 260元 p1"},
		// A figure that two lines may share is none.
		{income + "本年收入合计20451\n35万元", ""},
		{income + "本年收入合计\n1\n20451.35万元", ""},
		// Sums under no heading of theirs, of others, of plans, of parts, of other years, and rough ones.
		{"2024年度收、支总计300万元", ""},
		{fiscal + "2024年度收、支总计210万元。", ""},
		{"八、政府性基金预算财政拨款收入支出决算情况说明\n本年收入合计0万元。", ""},
		{"一、收支预算情况\n2024年度部门预算收支总计280万元。", ""},
		{"（一）某局（本级）\n本年收入合计160万元。", ""},
		{whole + "2024年度收、支总计与2023年度收、支总计270万元相比增加。", ""},
		{whole + "2024年度收支总计增加（2023年度收支总计270万元）。", ""},
		{income + "年初预算本年收入合计230万元", ""},
		{income + "较上年本年收入合计240万元增长4%", ""},
		{spent + "其中：某所本年支出合计80万元", ""},
		{spent + "下属单位本年支出合计80万元", ""},
		{spent + "1-11月本年支出合计200万元", ""},
		{spent + "2022年至2024年本年支出合计700万元", ""},
		{spent + "本年支出合计260万元左右", ""},
		{spent + "预计本年支出合计260万元", ""},
		{income + "全县本年收入合计9000万元", ""},
		{income + "2023年度本年收入合计240万元", ""},
		{whole + "收、支总计各增加30万元", ""},
		{income + "本年收入合计增长4%", ""},
	} {
		var got []string
		for _, s := range Stated(linesOf(c.text), []fuhe.Account{{Year: "2024"}}, nil) {
			got = append(got, strings.Join(strings.Fields(string(s.Of)+" "+s.Year+" "+s.Amount+" "+s.At.String()), " "))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v, want %q", c.text, got, c.want)
		}
	}
}

// Tables that print no year are of the one that the text names its accounts by; a sum of a year is none where that is not known.
func TestYearOfAccounts(t *testing.T) {
	const said = "\n一、收入支出决算总体情况说明\n2024年度收支总计300元。"
	for text, want := range map[string]int{
		"某局2024年度部门决算" + said:               1,
		"某局2023年度部门决算" + said:               0,
		"某局2023年度部门决算\n某局2024年度部门决算" + said: 0,
		"某局" + said: 0,
	} {
		if got := Stated(linesOf(text), []fuhe.Account{{}}, nil); len(got) != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
	for year, want := range map[string]int{"2024": 1, "2023": 0} {
		if got := Stated(linesOf("某局"+said), []fuhe.Account{{}}, []*fuhe.Report{{Year: year}}); len(got) != want {
			t.Errorf("beside a form of %s: %+v", year, got)
		}
	}
}

func FuzzStated(f *testing.F) {
	f.Add("一、收入支出决算总体情况说明\n某局2024年度收、支总计22066.59万元。\n|\n12\n本年收入合计1万元；本年支出合计为２元")
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range Stated(linesOf(text), []fuhe.Account{{Year: "2024"}}, nil) {
			if !strings.Contains(s.Text, s.Amount) || s.At.Page == 0 {
				t.Errorf("%q: %+v", text, s)
			}
			if !strings.HasSuffix(s.Amount, "元") {
				t.Errorf("%q: %q is no amount of money", text, s.Amount)
			}
		}
	})
}
