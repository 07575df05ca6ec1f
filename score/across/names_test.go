package across

import (
	"strings"
	"testing"

	"fuhe"
)

// Names that people take for one compare as one; a phase tells projects apart.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"智慧平台运维（2023年度）", "智慧平台运维(2024年度)", true}, {"2023年 智慧平台运维", "智慧平台运维", true}, {"“智慧平台”运维", "智慧平台运维", true},
		{"智慧平台运维【专项】", "智慧平台运维（专项）", true}, {"ＡＢ平台运维", "ab平台运维", true}, {"二〇二三年度平台运维", "平台运维", true}, {"平台运维2022-2024年", "平台运维", true},
		{"智慧平台运维", "智慧平台建设", false}, {"智慧平台（甲）", "智慧平台（乙）", false}, {"某桥一期工程", "某桥第二期工程", false}, {"某桥一期", "某桥Ⅰ期", true}, {"某桥1期", "某桥（一期）", true},
	} {
		a, b := readName(c.a), readName(c.b)
		if got := a.whole == b.whole && a.phase == b.phase; got != c.same {
			t.Errorf("%s, %s: %v; %+v %+v", c.a, c.b, got, a, b)
		}
	}
}

// FuzzNames: a name as it compares is that of itself.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"智慧平台运维（2023年度）", "某桥第二期工程", "((", "20232023年", "Ⅱ期"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n := readName(s); strings.ContainsAny(n.whole, " \t\n　“”") {
			t.Errorf("%q: %+v", s, n)
		}
	})
}

func TestAliasesAreReadFromLines(t *testing.T) {
	a, err := ReadAliases(strings.NewReader("\uFEFF# 机构改革\n某委员会 = 某局\n旧项目→新项目\n某局\t某厅\n\n"), fuhe.ZH)
	if err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{"某委员会": "某厅", "某局": "某厅", "旧项目（2023年）": "新项目", "别的": "别的"} {
		if n, renamed := a.of(from); n.whole != readName(to).whole || renamed != (from != to) || n.printed != from {
			t.Errorf("%s: %+v, %v", from, n, renamed)
		}
	}
}

// FuzzAliases: whatever stands in the file, reading it ends, and so does looking a name up.
func FuzzAliases(f *testing.F) {
	f.Add("甲=乙\n乙=甲")
	f.Add("甲=乙\n乙=丙\n丙,丁")
	f.Fuzz(func(t *testing.T, s string) {
		if a, err := ReadAliases(strings.NewReader(s), fuhe.EN); err == nil {
			for from := range a {
				a.of(from)
			}
		}
	})
}
