package fuhe_test

import (
	"strings"
	"testing"
	"testing/quick"

	"github.com/shopspring/decimal"

	"fuhe"
)

// Each line is a cell text seen on published forms, and what a person reads in it.
var printedNumbers = []struct {
	text string
	sign fuhe.Sign
	want string // printed digits
	unit string
}{
	{"9.50", "", "9.50", ""},
	{"9.5", "", "9.5", ""},
	{"10", "", "10", ""},
	{"147,663.64", "", "147663.64", ""},
	{"147，663.64", "", "147663.64", ""},
	{"9,034", "", "9034", ""},
	{"35.77%", "", "35.77", "%"},
	{"100 %", "", "100", "%"},
	{"3359.62万元", "", "3359.62", "万元"},
	{"3359.62万", "", "3359.62", "万"},
	{"１００％", "", "100", "%"},
	{"８．５０", "", "8.50", ""},
	{"≥80%", "≥", "80", "%"},
	{"≥ 20 次", "≥", "20", "次"},
	{">20次", ">", "20", "次"},
	{"＞20次", ">", "20", "次"},
	{"﹦72890元", "=", "72890", "元"},
	{"═100%", "=", "100", "%"},
	{"≧735人次", "≥", "735", "人次"},
	{">=90%", "≥", "90", "%"},
	{"≤407257.1万元", "≤", "407257.1", "万元"},
	{"100百分比", "", "100", "百分比"},
	{"≥100百分比", "≥", "100", "百分比"},
	{"不低于95%", "≥", "95", "%"},
	{"98%以上", "≥", "98", "%"},
	{"30万元以内", "≤", "30", "万元"},
	{"12元/人*月", "", "12", "元/人*月"},
	{"-5", "", "-5", ""},
	{"¥530000.00", "", "530000.00", ""},
	{"0.00%", "", "0.00", "%"},
	{"3年", "", "3", "年"},
	{"12个月", "", "12", "个月"},
	{"120㎡", "", "120", "㎡"},
	{"5‰", "", "5", "‰"},
}

func TestParseNumberReadsWhatIsPrinted(t *testing.T) {
	for _, c := range printedNumbers {
		n, ok := fuhe.ParseNumber(c.text)
		if !ok {
			t.Errorf("%q: no number", c.text)
			continue
		}
		if n.String() != c.want || n.Unit != c.unit || n.Sign != c.sign {
			t.Errorf("%q: %q %s %q, want %q %s %q", c.text, n.Sign, n, n.Unit, c.sign, c.want, c.unit)
		}
	}
}

func TestParseNumberRefusesWhatIsNoPlainFigure(t *testing.T) {
	for _, text := range []string{
		"", "—", "/", "-", "……", "及时", "完成", "达成预期指标", "1000件达成预期指标", "300余人", "约300", "20左右",
		"9月前", "12月底", "2022年", "2022年度", "2022年12月30日", "12/15/2022", "2021-12-31", "8:30",
		"194.9194.9100%", "1.561.56120", "202010100.00%10", "7182068.1 8", "10 20", "1,23", "12,3456", "1,2345.6", ",123", "1234,567",
		"5.", ".5", "M.8", "IO", "O份", "80%-90%", "80~90", "1/3", "优", "≥及时", "指标1", "≥80%以下", "123456789012345678901234567890",
	} {
		if n, ok := fuhe.ParseNumber(text); ok {
			t.Errorf("%q read as %s%s %s", text, n.Sign, n, n.Unit)
		}
	}
}

// Whatever is printed with whatever precision comes back digit for digit.
func TestParseNumberKeepsPrintedDigits(t *testing.T) {
	keeps := func(whole int64, places uint8) bool {
		printed := decimal.New(whole, -int32(places%7)).StringFixed(int32(places % 7))
		n, ok := fuhe.ParseNumber(printed + "万元")
		return ok && n.String() == printed && n.Unit == "万元" && n.Places == int32(places%7)
	}
	if err := quick.Check(keeps, nil); err != nil {
		t.Error(err)
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, c := range printedNumbers {
		f.Add(c.text)
	}
	for _, c := range dressed {
		f.Add(c.text)
	}
	f.Add("0 .") // a unit of separators only
	f.Fuzz(func(t *testing.T, text string) {
		n, ok := fuhe.ParseNumber(text)
		if !ok {
			return
		}
		text = strings.Map(func(r rune) rune {
			if r >= '𝟎' && r <= '𝟿' {
				return '0' + (r-'𝟎')%10
			}
			return r
		}, text)
		if !strings.ContainsAny(text, "〇零一二两三四五六七八九十百千壹贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟角分") {
			for _, digit := range strings.TrimPrefix(n.String(), "-") {
				if digit != '.' && !strings.ContainsRune(text, digit) && !strings.ContainsRune(text, digit-'0'+'０') && digit != '0' {
					t.Errorf("%q read as %s: digit %c is not printed", text, n, digit)
				}
			}
		}
		again, ok := fuhe.ParseNumber(string(n.Sign) + n.String() + n.Unit)
		if !ok || !again.Value.Equal(n.Value) || again.Places != n.Places {
			t.Errorf("%q read as %s%s%s, and that as %v %v", text, n.Sign, n, n.Unit, again, ok)
		}
	})
}
