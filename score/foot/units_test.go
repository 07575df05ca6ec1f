package foot

import (
	"math/big"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fuhe"
)

// TestUnits: figures of any length are the whole ten thousandths that exact arithmetic makes of them, up to what adding up bears.
func TestUnits(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 100_000 {
		text := []string{"", "-"}[random.IntN(2)] + "1000000000000000000"[:1+random.IntN(19)]
		if random.IntN(3) > 0 {
			text = strconv.FormatInt(random.Int64()>>random.IntN(63), 10)
		}
		text += []string{"", ".5", ".25", ".0000", ".999999", "00000", "000000.10"}[random.IntN(7)]
		number, ok := fuhe.ParseNumber(text)
		if !ok {
			continue // longer than any amount
		}
		want := number.Value.Shift(scalePlaces).BigInt()
		got, ok := units(number)
		if ok != (want.BitLen() <= mostBits) || ok && want.Cmp(big.NewInt(got)) != 0 {
			t.Fatalf("%s: %d, %t; want %s", text, got, ok, want)
		}
	}
}

// TestHeadingsOfColumns: the words say what the expressions say that they stand for.
func TestHeadingsOfColumns(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	parts := []string{"/", "/", "编码", "代", "码", "编号", "类", "款", "项", "目", "科目号", "行次", "序", "号", "年份", "年度", "电话", "页码", "单价", "面积", "率", "占比", "比重", "比例", "%", "％", "幅", "±", "同比", "得分", "分值", "金额"}
	for range 20_000 {
		heads := ""
		for range 1 + random.IntN(5) {
			heads += parts[random.IntN(len(parts))]
		}
		heads = strings.TrimLeft(heads, "/")
		for expr, is := range map[string]func(string) bool{
			`编码|代码|编号|^(.*/)?(类|款|项|目)/$|科目号`: isCode,
			`行次|序号|年份|年度/$|电话|页码|单价|面积/$`:     isOrder,
			`率|占比|比重|比例|%|％|幅度|幅|±|同比|得分|分值`:  isShare,
		} {
			if want := regexp.MustCompile(expr).MatchString(heads); is(heads) != want {
				t.Fatalf("%s in %s: %t", expr, heads, want)
			}
		}
	}
}
