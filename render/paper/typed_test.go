package paper

import (
	"strings"
	"testing"

	"fuhe"
)

// What is typed comes back as it was typed, whatever YAML makes of such texts, and what is not typed stays.
func TestTypedComesBack(t *testing.T) {
	p := Particulars{Project: "财政绩效", Unit: "某局"}
	typed := map[string]string{"被审计单位": " 某委员会 ", "期间": "2024", "索引号": "JX", "编制人": "yes", "编制日期": "2026-11-30", "来源": `https://a.example/?q=1#x: "y" 'z' \ {}`, "复核人": "=1+1", "审计事项": "- 甲：乙"}
	p, err := p.With(typed, fuhe.ZH)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := Write(&out, p); err != nil {
		t.Fatal(err)
	}
	again, err := Load(strings.NewReader(out.String()), fuhe.ZH)
	if err != nil || again.Project != "财政绩效" || again.Unit != "某委员会" || again.Get("编制人") != "yes" {
		t.Errorf("%+v, %v of\n%s", again, err, out.String())
	}
	for key, value := range typed {
		if again.Get(key) != strings.TrimSpace(value) {
			t.Errorf("%s is %q, typed was %q", key, again.Get(key), value)
		}
	}
	if again.Index(1) != "JX-001" {
		t.Error(again.Index(1))
	}
}

func TestTypedThatCannotBe(t *testing.T) {
	for key, value := range map[string]string{"无此项": "x", "索引号": strings.Repeat("长", 21), "项目名称": "a\nb", "来源": strings.Repeat("a", 301), "编制人": "a\x00", "期间": "\xff"} {
		p, err := Particulars{Project: "原"}.With(map[string]string{key: value}, fuhe.ZH)
		if err == nil || !strings.Contains(err.Error(), key) {
			t.Errorf("%s: %v, %v", key, p, err)
		}
	}
	var out strings.Builder
	if err := Write(&out, Particulars{}); err != nil {
		t.Fatal(err)
	}
	if p, err := Load(strings.NewReader(out.String()), fuhe.ZH); err != nil || p.Get("项目名称") != "" {
		t.Errorf("%q gives %+v, %v", out.String(), p, err)
	}
}
