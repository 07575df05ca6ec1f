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

// What a text says of the sums of its accounts, in the words of published final accounts, line ends and page numbers where
// pages have them.
func TestStated(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"一、收入支出决算总体情况说明\n某局 2024 年度收、支总计 22066.59 万元，与 2023 年\n相比，收、支总计各增加 5834.37 万元，增长 35.74%。", "balance 2024 22066.59万元 p1"},
		{"某局 2024 年度本年收入合\n计 20451.35 万元，其中：财政拨款收入 19572.91 万元。", "income 2024 20451.35万元 p1"},
		{"三、支出决算情况说明\n2024年度本年支出合计\n- 16 -\n|\n14,572.53 万元，其中：基本支出 11073.11 万元", "expenditure 2024 14,572.53万元 p2"},
		{"四、财政拨款收入支出决算总体情况说明\n某局2024年度财政拨款收、支总决算均为２０７２７.53万元。", "fiscal 2024 ２０７２７.53万元 p1"},
		{"2023年度收入支出总计280万元；2024年度收入和支出总计为300万元", "balance 2023 280万元 p1, balance 2024 300万元 p1"},
		{"某局及所属单位2024年度收支总计300元", "balance 2024 300元 p1"},
		// A figure that two lines may share is none.
		{"本年收入合计20451\n35万元", ""},
		{"本年收入合计\n1\n20451.35万元", ""},
		// Others' sums, plans, parts and rough ones.
		{"较上年本年收入合计240万元增长4%", ""},
		{"其中：某所本年支出合计80万元", ""},
		{"下属单位本年支出合计80万元", ""},
		{"一般公共预算财政拨款收、支总计180万元", ""},
		{"财政拨款本年收入合计180万元", ""},
		{"本年支出合计260万元左右", ""},
		{"预计本年支出合计260万元", ""},
		{"收、支总计各增加30万元", ""},
		{"本年收入合计增长4%", ""},
	} {
		var got []string
		for _, s := range Stated(linesOf(c.text)) {
			got = append(got, strings.TrimSpace(string(s.Of)+" "+s.Year)+" "+s.Amount+" "+s.At.String())
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v, want %q", c.text, got, c.want)
		}
	}
}

func FuzzStated(f *testing.F) {
	f.Add("某局2024年度收、支总计22066.59万元。\n|\n12\n本年收入合计1万元；本年支出合计为２元")
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range Stated(linesOf(text)) {
			if !strings.Contains(s.Text, s.Amount) || s.At.Page == 0 {
				t.Errorf("%q: %+v", text, s)
			}
			if !strings.HasSuffix(s.Amount, "元") {
				t.Errorf("%q: %q is no amount of money", text, s.Amount)
			}
		}
	})
}
