package words

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"testing/quick"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Each character of the ranges that are not looked up, alone and beside those that compose with others, has the normal
// form package norm gives it.
func TestCompatibleIsNFKC(t *testing.T) {
	for r := rune(1); r < 0x20000; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		for _, s := range []string{string(r), "预算" + string(r) + "（万元）", string(r) + "\u0301", "ｅ" + string(r), string(r) + "\u3099"} {
			if got, want := compatible(s), norm.NFKC.String(s); got != want {
				t.Fatalf("%U in %q: %q, want %q", r, s, got, want)
			}
		}
	}
	if err := quick.Check(func(s string) bool { return compatible(s) == norm.NFKC.String(s) }, nil); err != nil {
		t.Error(err)
	}
	if got, bad := compatible("a\xffｂ"), norm.NFKC.String("a\xffｂ"); got != bad {
		t.Errorf("broken UTF-8: %q, want %q", got, bad)
	}
}

// What lets a search be left out lets none be left out that finds something.
func TestHeadingsAreSearchedWhereNeeded(t *testing.T) {
	for r := '①'; r <= '⑳'; r++ {
		if !strings.Contains(string(r), circledBytes) {
			t.Errorf("%c does not begin as circled digits do", r)
		}
	}
	for text, want := range map[string]string{
		"小计③=①+②": "小计", "得分×10": "得分", "调整预算数A": "调整预算数", "执行率B/A": "执行率", "得分*10%": "得分", "1.项目名称": "项目名称", "１．项目名称": "项目名称", "三、绩效指标": "绩效指标",
		"十一、得分": "得分", "2023年预算数": "预算数", "２０２３年初预算数": "年初预算数", "1、2023年度预算数": "预算数", "一级指标": "一级指标",
	} {
		if got := Read(text).Key; got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// Characters that Squeeze passes over are those that it would leave as they are.
func TestSqueezedCharacterByCharacter(t *testing.T) {
	for r := rune(1); r < 0x20000; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		want := "预" + string(r) + "算"
		switch n := norm.NFKC.String(string(r)); {
		case variants[r] != 0:
			want = "预" + string(variants[r]) + "算"
		case !varying().stays(r):
			continue
		case n != string(r) || unicode.IsSpace(r):
			t.Errorf("%U does not stay: %q", r, n)
		}
		if got := Squeeze("预" + string(r) + "算"); got != want {
			t.Fatalf("%U: %q, want %q", r, got, want)
		}
	}
}

// The number of a heading is cut as the expression says that stood for it.
func TestNumberOfAHeading(t *testing.T) {
	number := regexp.MustCompile(`^([0-9]+[.、]|[一二三四五六七八九十]+、)?`)
	random := rand.New(rand.NewPCG(9, 10))
	letters := []rune("0190一二十.、a预")
	for range 50_000 {
		var b strings.Builder
		for range random.IntN(6) {
			b.WriteRune(letters[random.IntN(len(letters))])
		}
		if got, want := withoutNumber(b.String()), number.ReplaceAllString(b.String(), ""); got != want {
			t.Fatalf("%q: %q, want %q", b.String(), got, want)
		}
	}
}
