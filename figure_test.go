package fuhe_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"fuhe"
)

// Figures with what may stand around them, and what a person reads: sign, digits, unit, and the marks and remarks that are
// no part of the figure.
var dressed = []struct{ text, sign, digits, unit, marks string }{
	// footnote marks
	{"35.77%*", "", "35.77", "%", "*"}, {"90.58①", "", "90.58", "", "①"}, {"147663.64¹", "", "147663.64", "", "¹"}, {"10⁴", "", "10", "", "⁴"},
	{"147663.64注1", "", "147663.64", "", "注1"}, {"20[1]", "", "20", "", "[1]"}, {"3.58【注】", "", "3.58", "", "【注】"}, {"10⁽¹⁾", "", "10", "", "⁽¹⁾"},
	{"326盏¹", "", "326", "盏", "¹"}, {"20次①②", "", "20", "次", "① ②"}, {"*35.77%", "", "35.77", "%", "*"}, {"①20", "", "20", "", "①"}, {"5**", "", "5", "", "**"},
	{"35.77¹%", "", "35.77", "%", "¹"}, {"8(1)", "", "8", "", "(1)"}, {"8㉑", "", "8", "", "㉑"}, {"8⑴", "", "8", "", "⑴"}, {"9※", "", "9", "", "※"}, {"100%★", "", "100", "%", "★"},
	// remarks
	{"147663.64（含结转）", "", "147663.64", "", "（含结转）"}, {"9.5（扣0.5分）", "", "9.5", "", "（扣0.5分）"}, {"（含结转）147663.64", "", "147663.64", "", "（含结转）"},
	{"147663.64（含上年结转资金47,663.64元）", "", "147663.64", "", "（含上年结转资金47,663.64元）"}, {"412907.00（年中追加30000.00元）", "", "412907.00", "", "（年中追加30000.00元）"},
	{"98％（优于目标）", "", "98", "%", "（优于目标）"}, {"300盏（受疫情影响）", "", "300", "盏", "（受疫情影响）"}, {"11公里（双向）", "", "11", "公里", "（双向）"}, {"90.58（良）", "", "90.58", "", "（良）"},
	{"98%，优于目标", "", "98", "%", "优于目标"}, {"35.77%。", "", "35.77", "%", ""}, {"≥95%（含）以上", "≥", "95", "%", ""}, {"95%以上（含）", "≥", "95", "%", "（含）"}, {"90.58/良", "", "90.58", "", "良"},
	{"得10分", "", "10", "分", ""}, {"完成300盏", "", "300", "盏", ""}, {"已完成300盏（含续建）", "", "300", "盏", "（含续建）"}, {"共计5个", "", "5", "个", ""},
	// separators of thousands
	{"1 234 567.89", "", "1234567.89", "", ""}, {"530 000.00", "", "530000.00", "", ""}, {"412\u2009907.00", "", "412907.00", "", ""}, {"412\u00a0907", "", "412907", "", ""},
	{"412\u202f907", "", "412907", "", ""}, {"530'000.00", "", "530000.00", "", ""}, {"530’000", "", "530000", "", ""}, {"147·663.64", "", "147663.64", "", ""}, {"1·234·567", "", "1234567", "", ""},
	{"１４７，６６３．６４", "", "147663.64", "", ""}, {"147663。64", "", "147663.64", "", ""}, {"3。58分", "", "3.58", "分", ""}, {"1,234,567", "", "1234567", "", ""},
	// money
	{"人民币147663.64元", "", "147663.64", "元", ""}, {"￥530,000.00", "", "530000.00", "", ""}, {"¥412,907.00元整", "", "412907.00", "元", ""}, {"RMB147,663.64", "", "147663.64", "", ""},
	{"CNY 5.00", "", "5.00", "", ""}, {"人民币：14.8万元", "", "14.8", "万元", ""}, {"14.8万", "", "14.8", "万", ""}, {"100元人民币", "", "100", "元", ""}, {"5万元整", "", "5", "万元", ""},
	{"壹拾肆万柒仟陆佰陆拾叁元陆角肆分", "", "147663.64", "元", ""}, {"壹拾肆万柒仟陆佰陆拾叁.陆肆", "", "147663.64", "", ""}, {"人民币壹佰万元整", "", "1000000", "元", ""},
	{"伍拾叁万元整", "", "530000", "元", ""}, {"壹亿贰仟万零伍拾元零叁分", "", "120000050.03", "元", ""}, {"拾伍元整", "", "15", "元", ""}, {"壹拾肆万", "", "14", "万", ""}, {"叁", "", "3", "", ""},
	{"十五万元", "", "150000", "元", ""}, {"一十四万七千六百六十三.六四", "", "147663.64", "", ""}, {"百分之八十", "", "80", "%", ""}, {"百分之35.77", "", "35.77", "%", ""}, {"壹仟零伍元伍角", "", "1005.50", "元", ""},
	// negative
	{"(1,000.00)", "", "-1000.00", "", ""}, {"（1000.00）", "", "-1000.00", "", ""}, {"(3.5%)", "", "-3.5", "%", ""}, {"1000.00-", "", "-1000.00", "", ""}, {"△1000.00", "", "-1000.00", "", ""},
	{"–1000.00", "", "-1000.00", "", ""}, {"—1000.00", "", "-1000.00", "", ""}, {"−1000.00", "", "-1000.00", "", ""}, {"-¥5.00", "", "-5.00", "", ""}, {"¥-5.00", "", "-5.00", "", ""}, {"－5", "", "-5", "", ""},
	{"≥-5℃", "≥", "-5", "℃", ""}, {"+5", "", "5", "", ""}, {"负5", "", "-5", "", ""},
	// units
	{"≤35μg/m3", "≤", "35", "μg/m3", ""}, {"11.8km2", "", "11.8", "km2", ""}, {"320m²", "", "320", "m²", ""}, {"50米²", "", "50", "米²", ""}, {"60dB(A)", "", "60", "dB(A)", ""},
	{"3.0万吨标准煤", "", "3.0", "万吨标准煤", ""}, {"≥3.2百盏", "≥", "3.2", "百盏", ""}, {"5吨二氧化碳当量", "", "5", "吨二氧化碳当量", ""}, {"12mg/L", "", "12", "mg/L", ""}, {"3s⁻¹", "", "3", "s⁻¹", ""},
	{"100万千瓦时/年", "", "100", "万千瓦时/年", ""}, {"20㎡", "", "20", "㎡", ""}, {"100（万元）", "", "100", "万元", ""}, {"35.77（%）", "", "35.77", "%", ""}, {"5m²①", "", "5", "m²", "①"},
	{"人民币（大写）：壹拾肆万元整", "", "140000", "元", "（大写）"}, {"（10分）", "", "10", "分", ""}, {"1000.00—", "", "-1000.00", "", ""}, {"─1000.00", "", "-1000.00", "", ""},
	{"147´663.64", "", "147663.64", "", ""}, {"147﹐663﹒64", "", "147663.64", "", ""}, {"147663｡64", "", "147663.64", "", ""}, {"𝟗.𝟓", "", "9.5", "", ""},
	{"'147663.64", "", "147663.64", "", ""},
	// characters that nobody sees
	{"147663.64\u200b", "", "147663.64", "", ""}, {"\u202d147663.64\u202c", "", "147663.64", "", ""}, {"\ufeff10", "", "10", "", ""}, {"35.\u206077%", "", "35.77", "%", ""}, {"100\u00ad%", "", "100", "%", ""},
}

func TestFiguresAreReadWithWhatStandsAroundThem(t *testing.T) {
	for _, c := range dressed {
		r := fuhe.ReadFigure(c.text)
		n := r.Number
		if !r.OK || string(n.Sign) != c.sign || n.String() != c.digits || n.Unit != c.unit || strings.Join(r.Marks, " ") != c.marks {
			t.Errorf("%q: %v %q %s %q marks %q, want %q %s %q %q", c.text, r.OK, n.Sign, n, n.Unit, r.Marks, c.sign, c.digits, c.unit, c.marks)
		}
	}
}

// What may be another figure than it seems is none, and that is said; what is plainly no figure is none without a word.
func TestDoubtsAboutFigures(t *testing.T) {
	for _, c := range []struct {
		texts string
		want  *fuhe.Phrase
	}{
		{"14,76,63.64|5101,963.54|1,23|194.9194.9100%|1.561.56120|7182068.1 8|10 20|10 200|147·663|147.663,64|5.|12,345 678|1234,567|10  200|123456789012345678901234567890|0.5.3", fuhe.DoubtGroups},
		{"l47663.64|4129O7.00|1O0|1O.5|9I.00|1〇0|1○0.5|4129О7.00|12B4.5", fuhe.DoubtLetters},
		{"20(20)|9.5/10|85%(90%)|(10)", fuhe.DoubtSeveral},
		{"▲1000.00", fuhe.DoubtSign}, {"10⁴吨|300¹盏", fuhe.DoubtRaised},
		{"|—|/|及时|约300|300余人|80%-90%|80~90|9月前|2022年|2022年12月30日|12/15/2022|2022.12.30|2021-12-31|8:30|2023/5|一|十|三年|一般|注1|①|A1|3号楼|第3名|(一)|72%（第一批）、90%（第二批）|12月底|2022年度|未完成300盏|存在18岁以下对象", nil},
	} {
		for _, text := range strings.Split(c.texts, "|") {
			r := fuhe.ReadFigure(text)
			if r.OK || r.Doubt != c.want {
				t.Errorf("%q: %v %s %q, doubt %v, want none but %v", text, r.OK, r.Number, r.Number.Unit, r.Doubt, c.want)
			}
		}
	}
}

// A figure printed in any convention is read as that figure, or is in doubt; never as another one.
func TestEveryConventionReadsAsTheFigureOrIsInDoubt(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	doubts, total := 0, 0
	for range 20000 {
		value, want := randomFigure(rng)
		text := printed(rng, value)
		r := fuhe.ReadFigure(text)
		total++
		if !r.OK {
			doubts++
			continue
		}
		got, _ := new(big.Rat).SetString(r.Number.Value.String())
		if r.Number.Unit == "%" || r.Number.Unit == "元" || r.Number.Unit == "" {
			if got.Cmp(want) != 0 {
				t.Fatalf("%q, printed for %s, is read as %s%s", text, value, r.Number, r.Number.Unit)
			}
		}
	}
	if doubts*20 > total {
		t.Errorf("%d of %d printed figures are not read", doubts, total)
	}
}

// randomFigure is a figure of up to 12 digits with 0 to 4 places, and its value.
func randomFigure(rng *rand.Rand) (decimal.Decimal, *big.Rat) {
	d := decimal.New(rng.Int64N(pow(1+rng.IntN(12))), -int32(rng.IntN(5)))
	r, _ := new(big.Rat).SetString(d.String())
	return d, r
}

func pow(n int) int64 {
	out := int64(1)
	for range n {
		out *= 10
	}
	return out
}

// printed prints a figure in some convention. The places are those of the figure: nothing is rounded.
func printed(rng *rand.Rand, d decimal.Decimal) string {
	pick := func(of ...string) string { return of[rng.IntN(len(of))] }
	whole, fraction, _ := strings.Cut(d.StringFixed(max(0, -d.Exponent())), ".")
	separator := pick("", ",", "，", "'", "’", "\u2009", "\u00a0")
	var groups []string
	for len(whole) > 3 && separator != "" {
		groups, whole = append([]string{whole[len(whole)-3:]}, groups...), whole[:len(whole)-3]
	}
	s := strings.Join(append([]string{whole}, groups...), separator)
	if fraction != "" {
		s += pick(".", ".", "．", "。") + fraction
	}
	if rng.IntN(4) == 0 {
		s = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, s)
	}
	s = pick("", "", "", "¥", "￥", "人民币", "RMB") + s + pick("", "", "%", "％", " %", "元", "元整")
	s += pick("", "", "*", "①", "¹", "注1", "[1]", "（含结转）", "（其中：上级5.00元）", "（略）", "。", "\u200b", " ", "，优于目标")
	return pick("", "", "", "\ufeff", "（含税）", " ", "\u200e") + s
}

// An amount in capitals says what its digits say.
func TestCapitalsSayTheirDigits(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		fen := rng.Int64N(pow(3 + rng.IntN(10)))
		text := inCapitals(fen)
		n, ok := fuhe.ParseNumber(text)
		if want := decimal.New(fen, -2); !ok || !n.Value.Equal(want) || n.Unit != "元" {
			t.Fatalf("%s is read as %v %s%s, want %s", text, ok, n, n.Unit, want)
		}
	}
}

// inCapitals writes an amount as banks want it, after the rules of 正确填写票据和结算凭证的基本规定.
func inCapitals(fen int64) string {
	digit := []rune("零壹贰叁肆伍陆柒捌玖")
	yuan := fen / 100
	var b strings.Builder
	sections := []string{"", "万", "亿"}
	zero := false
	for k := 2; k >= 0; k-- {
		section := yuan / pow(4*k) % 10000
		if section == 0 {
			zero = zero || b.Len() > 0
			continue
		}
		for p, name := range []string{"仟", "佰", "拾", ""} {
			n := section / pow(3-p) % 10
			if n == 0 {
				zero = zero || b.Len() > 0
				continue
			}
			if zero && b.Len() > 0 {
				b.WriteRune('零')
			}
			zero = false
			fmt.Fprintf(&b, "%c%s", digit[n], name)
		}
		b.WriteString(sections[k])
		zero = false
		if section%10 == 0 {
			zero = true
		}
	}
	if b.Len() == 0 {
		b.WriteRune('零')
	}
	b.WriteString("元")
	jiao, cent := fen/10%10, fen%10
	switch {
	case jiao == 0 && cent == 0:
		b.WriteString("整")
	case jiao == 0:
		fmt.Fprintf(&b, "零%c分", digit[cent])
	case cent == 0:
		fmt.Fprintf(&b, "%c角整", digit[jiao])
	default:
		fmt.Fprintf(&b, "%c角%c分", digit[jiao], digit[cent])
	}
	return b.String()
}

func TestRaisedMarksAreCutFromTexts(t *testing.T) {
	for _, c := range []struct{ text, rest, marks string }{
		{"年度资金总额¹", "年度资金总额", "¹"}, {"147663.64¹²", "147663.64", "¹²"}, {"≥320m²", "≥320m²", ""}, {"km³", "km³", ""}, {"50米²", "50米²", ""}, {"¹", "¹", ""}, {"改造路灯", "改造路灯", ""},
		{"9.5¹,²", "9.5", "¹,²"}, {"35.77%注¹", "35.77%", "注¹"}, {"备注¹", "备注", "¹"}, {"98%ᵃ", "98%", "ᵃ"}, {"3×10⁴", "3×10⁴", ""}, {"分值⁽¹⁾", "分值", "⁽¹⁾"},
	} {
		rest, marks := fuhe.CutRaised(c.text)
		if rest != c.rest || marks != c.marks {
			t.Errorf("%q: %q %q, want %q %q", c.text, rest, marks, c.rest, c.marks)
		}
	}
}

func BenchmarkReadFigure(b *testing.B) {
	for _, text := range []string{"147663.64", "147,663.64", "35.77%", "≥320盏", "147663.64（含上年结转资金47,663.64元）", "街区路灯节能改造（二期）", "雨季停工，已调整工期。后续将提前协调施工单位，分片区推进，确保按期完工。"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				fuhe.ReadFigure(text)
			}
		})
	}
}
