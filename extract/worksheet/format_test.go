package worksheet

import (
	"strconv"
	"testing"
)

// shownCases are the cases of TestShown.
var shownCases = []struct{ code, stored, want string }{
	{"General", "0.30000000000000004", "0.3"},
	{"General", "530000", "530000"},
	{"General", "147663.64", "147663.64"},
	{"General", "0.35761951238", "0.357619512"},
	{"General", "-3.5", "-3.5"},
	{"General", "412907000000", "412907000000"},
	{"General", "1E-3", "0.001"},
	{"0.00%", "0.3577", "35.77%"},
	{"0.00%", "0.35770000000000002", "35.77%"},
	{"0%", "1", "100%"},
	{"0.0%", "0.865", "86.5%"},
	{"0.00", "8.625", "8.63"}, // half up, on decimal digits
	{"0.00", "1.005", "1.01"},
	{"0.00", "2.675", "2.68"},
	{"0.00", "9.5", "9.50"},
	{"0.00", "-0.126", "-0.13"},
	{"0.00_ ", "9.5", "9.50 "},
	{"0.00_);[Red]\\(0.00\\)", "-9.5", "(9.50)"},
	{"#,##0.00", "147663.64", "147,663.64"},
	{"#,##0", "999", "999"},
	{"#,##0", "1000000", "1,000,000"},
	{`0.00"万元"`, "3359.62", "3359.62万元"},
	{`#,##0.00"万元"`, "13359.62", "13,359.62万元"},
	{`0!.0,"万"`, "123456", "12.3万"}, // the trick that shows 元 as 万元
	{`0\.0000`, "123456", "12.3456"},
	{`#,##0.00,,"百万"`, "1234567890", "1,234.57百万"},
	{`_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `, "530000", " 530,000.00 "},
	{`_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `, "0", " -   "},
	{`_ ¥* #,##0.00_ ;_ ¥* \-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ `, "-5", " ¥-5.00 "},
	{`[$¥-804]#,##0.00`, "5", "¥5.00"},
	{`[$￥-804]#,##0.00;[Red][$￥-804]\-#,##0.00`, "-1234.5", "￥-1,234.50"},
	{`;;;`, "5", ""},
	{`0;-0;;@`, "0", ""},
	{`"≥"0"%"`, "80", "≥80%"},
	{`"≥"0%`, "0.8", "≥80%"},
	{`0"分"`, "10", "10分"},
	{`General"分"`, "9.5", "9.5分"},
	{"#", "0", ""},
	{"0.##", "1.5", "1.5"},
	{"0.##", "1", "1"},
	{"0.00", "-0.001", "0.00"},
	{"0.??", "1", "1  "},
	{"0.0#", "1.25", "1.25"},
	{"000000", "42", "000042"},
	{"000-0000", "5551234", "555-1234"},
	{`yyyy"年"m"月"d"日"`, "44925", "2022年12月30日"},
	{"yyyy/m/d", "44925", "2022/12/30"},
	{`[$-804]yyyy"年"m"月";@`, "44925", "2022年12月"},
	{`[DBNum1][$-804]yyyy"年"m"月"d"日"`, "44925", "二〇二二年十二月三十日"},
	{`[DBNum1]m"月"d"日"`, "44846", "十月十二日"},
	{"[DBNum2]General", "147663.64", "壹拾肆万柒仟陆佰陆拾叁.陆肆"}, // as Excel shows them
	{"[DBNum2][$-804]General", "100005", "壹拾万零伍"},
	{`[DBNum2][$-804]G/通用格式"元整"`, "-530000", "-伍拾叁万元整"},
	{"[DBNum1][$-804]General", "147663.64", "一十四万七千六百六十三.六四"},
	{"[DBNum1]General", "10", "一十"},
	{"[DBNum1]General", "1020304050", "一十亿二千〇三十万四千〇五十"},
	{"[DBNum2]General", "0", "零"},
	{"[DBNum2]0.00", "147.5", "壹肆柒.伍零"},
	{"[DBNum3]#,##0.00", "1475", "１,４７５.００"},
	{"yyyy/m/d", "0", "1900/1/0"}, // a formula that refers to a blank cell
	{"yyyy/m/d", "1", "1900/1/1"},
	{"yyyy/m/d", "60", "1900/2/29"},
	{"yyyy/m/d", "61", "1900/3/1"},
	{`yyyy"年"m"月"d"日" aaaa`, "44925", "2022年12月30日 星期五"},
	{`上午/下午h"时"mm"分"`, "44925.75", "下午6时00分"},
	{"h:mm AM/PM", "0.25", "6:00 AM"},
	{"yyyy-mm-dd hh:mm:ss", "44925.5", "2022-12-30 12:00:00"},
	{"h:mm", "0.5", "12:00"},
	{"[h]:mm", "1.5", "36:00"},
	{"mm:ss", "0.0007523148148148148", "01:05"},
	{"[>=100]0;0.00", "99.5", "99.50"},
	{"[>=100]0;0.00", "100.5", "101"},
	{"[红色]0.00", "1", "1.00"},
	{"@", "12.50", "12.5"},
}

// TestShown asserts what Excel shows for a stored number under a format.
func TestShown(t *testing.T) {
	for _, c := range shownCases {
		v, ok := ParseStored(c.stored)
		if !ok {
			t.Errorf("%s is read as no number", c.stored)
			continue
		}
		got, sure := ParseFormat(c.code).Number(v, false)
		if !sure || got != c.want {
			t.Errorf("%s as %s is %q (sure %v), want %q", c.stored, c.code, got, sure, c.want)
		}
	}
}

// TestUnsureFormats: what differs between machines, or is not known, is not shown as if it were.
func TestUnsureFormats(t *testing.T) {
	for _, code := range []string{"# ?/?", "[DBNum3]General", "[DBNum4]0", "mmm-yy", "0.00E+00", `0"`, "[$-F800]dddd", "0.0.0", "qqq", "[$-2060000]0"} {
		v, _ := ParseStored("12.5")
		if got, sure := ParseFormat(code).Number(v, false); sure {
			t.Errorf("12.5 as %s is shown as %q", code, got)
		}
	}
}

// TestUnsureDate: a date of unknown format is not shown as its serial number, which would be read as a figure.
func TestUnsureDate(t *testing.T) {
	v, _ := ParseStored("44925")
	if got := ParseFormat("mmm-yy").Stored(v, false); got != "2022-12-30" {
		t.Errorf("shown as %q", got)
	}
	if got := ParseFormat("# ?/?").Stored(v, false); got != "44925" {
		t.Errorf("shown as %q", got)
	}
}

func TestTextFormats(t *testing.T) {
	for _, c := range []struct{ code, text, want string }{
		{"General", "及时", "及时"}, {"0.00", "0.5", "0.5"}, {`@"元"`, "5", "5元"}, {"0;0;0;", "x", ""}, {`0;0;0;"<"@">"`, "x", "<x>"},
	} {
		if got := ParseFormat(c.code).Text(c.text); got != c.want {
			t.Errorf("%q as %s is %q, want %q", c.text, c.code, got, c.want)
		}
	}
}

func FuzzFormat(f *testing.F) {
	for _, code := range builtin {
		f.Add(code, 1234.5678)
	}
	f.Add(`[$-804]yyyy"年";@`, 44925.5)
	f.Add(`0!.0,"万"`, -12345.6)
	f.Fuzz(func(t *testing.T, code string, v float64) {
		n, valid := ParseStored(strconv.FormatFloat(v, 'g', -1, 64))
		if !valid {
			return
		}
		format := ParseFormat(code)
		format.Number(n, false)
		format.Number(n, true)
		format.Text("文本")
	})
}
