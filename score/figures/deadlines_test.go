package figures

import "testing"

func TestDeadlines(t *testing.T) {
	for _, c := range []struct {
		target, actual string
		late, dates    bool
	}{
		{"12月底", "次年1月", true, true}, {"12月底", "次年1月15日", true, true}, {"12月底前", "12月25日", false, true}, {"9月前", "7月", false, true},
		{"9月前", "10月", true, true}, {"2022年12月30日前", "2022年11月", false, true}, {"2022年12月30日前", "2023年1月5日", true, true},
		{"12月底", "2024年1月", true, true}, {"12月底", "2023年12月", false, true}, {"1月-12月", "12月", false, false}, {"≥20场", "12月", false, false},
		{"12月底", "按期完成", false, false}, {"6月15日", "6月20日", true, true}, {"6月15日", "6月", false, true}, {"2023年", "2024年2月", true, true}, {"12", "13", false, false},
		{"11月底前完成", "11月完成", false, true}, {"2022年12月30日前", "7月", false, true}, {"2022年6月30日前", "7月", true, true},
	} {
		late, dates := LateFor(c.target, c.actual, "2023")
		if late != c.late || dates != c.dates {
			t.Errorf("%s against %s: late %v, dates %v, want %v, %v", c.actual, c.target, late, dates, c.late, c.dates)
		}
	}
	if late, _ := LateFor("12月底", "2024年1月", ""); late {
		t.Error("the year of a form that prints none is not known")
	}
}

func TestUnitsOfOneQuantity(t *testing.T) {
	for _, c := range []struct{ from, to, factor string }{
		{"万人", "人", "10000"}, {"公顷", "亩", "15"}, {"公里", "米", "1000"}, {"吨", "千克", "1000"}, {"小时", "分钟", "60"}, {"万平方米", "平方米", "10000"},
		{"人", "人次", ""}, {"米", "亩", ""}, {"万人次", "人次", "10000"}, {"万公里", "米", "10000000"},
	} {
		factor, ok := factorBetween(c.from, c.to)
		if ok != (c.factor != "") || ok && factor.RatString() != c.factor {
			t.Errorf("%s in %s: %v %v, want %q", c.from, c.to, factor, ok, c.factor)
		}
	}
}
