package figures

import (
	"testing"

	"fuhe"
)

func due(name, target, actual, year string) Due {
	return DueOf(&fuhe.Indicator{Name: fuhe.Cell{Text: name}, Target: fuhe.Cell{Text: target}, Actual: fuhe.Cell{Text: actual}}, year)
}

func TestDeadlines(t *testing.T) {
	const in, late, unsure, none = "in time", "late", "unsure", "no dates"
	for _, c := range []struct{ target, actual, want string }{
		{"12月底", "次年1月", late}, {"12月底", "次年1月15日", late}, {"12月底前", "12月25日", in}, {"9月前", "7月", in}, {"9月前", "9月", unsure},
		{"9月前", "10月", late}, {"2022年12月30日前", "2022年11月", in}, {"2022年12月30日前", "2023年1月5日", late},
		{"12月底", "2024年1月", late}, {"12月底", "2023年12月", in}, {"1月-12月", "12月", none}, {"≥20场", "12月", none},
		{"12月底", "按期完成", none}, {"6月15日", "6月20日", late}, {"6月15日", "6月", unsure}, {"2023年", "2024年2月", late}, {"12", "13", none},
		{"11月底前完成", "11月完成", in}, {"2022年12月30日前", "7月", unsure}, {"2022年6月30日前", "7月", late},
		{"≤12月", "11月", in}, {"=12月", "11月", in}, {"=12月", "12月", in}, {"≤2022年12月", "2022年11月", in}, {"＜2023年12月", "2023年12月", unsure},
		{"≥12月", "11月", unsure}, {"不晚于12月", "11月", in}, {"不迟于6月", "7月", late},
		{"2023.12.31", "2023.10.15", in}, {"2023-12-31", "2024-01-02", late}, {"2023/6/30", "2023/6/30", in}, {"2023年12月31日前", "2023.11.30", in},
		{"第四季度", "第三季度", in}, {"三季度前", "四季度", late}, {"年底前", "11月", in}, {"年底前", "次年2月", late}, {"6月上旬", "6月15日", late}, {"6月中旬", "6月", unsure},
		{"2023.12", "2023.11", none}, {"2023.12", "2023年11月", in}, {"13月", "12月", none}, {"2023年", "2023年", in}, {"2023.11", "2023.1", none},
	} {
		got := due("改造", c.target, c.actual, "2023")
		if want := (Due{Dates: c.want != none, Late: c.want == late, Kept: c.want == in}); got != want {
			t.Errorf("%s against %s: %+v, want %s", c.actual, c.target, got, c.want)
		}
	}
	if due("改造", "12月底", "2024年1月", "").Late {
		t.Error("the year of a form that prints none is not known")
	}
	for _, c := range []struct {
		target, actual string
		want           Due
	}{{"2023.12", "2023.11", Due{Dates: true, Kept: true}}, {"20231231", "20231120", Due{Dates: true, Kept: true}}, {"=20231031", "20231120", Due{Dates: true, Late: true}}, {"2023.12", "2023.1", Due{Dates: true, Kept: true}}, {"2023.9", "2023.1", Due{Dates: true}}} {
		if got := due("完成时间", c.target, c.actual, "2023"); got != c.want {
			t.Errorf("%s against %s: %+v, want %+v", c.actual, c.target, got, c.want)
		}
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
