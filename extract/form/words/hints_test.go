package words

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// claimed is what a text is when it is read, of what hints tell.
func claimed(text string) (h Hints) {
	if IsTitle(text) || SelfTitle.MatchString(Squeeze(text)) {
		h |= OfTitle
	}
	heading := Read(text)
	for _, c := range Indicators.Noted(heading) {
		if c.Field == Level1 || c.Field == Level2 || c.Field == Name {
			h |= OfIndicators
		}
	}
	if OwnerOf(Labels.Claims(heading.Key)) != None {
		h |= OfOwner
	}
	return h
}

// hinted are texts that are something, each in all the spellings that Squeeze takes for one.
func hinted() []string {
	var all []string
	for _, v := range []*Vocabulary{&Indicators, &Labels} {
		for s := range v.Spelled() {
			all = append(all, s)
		}
	}
	for _, what := range []string{"", "价"} {
		for _, of := range []string{"", "报告", "情况", "打分", "评分", "得分", "记录"} {
			all = append(all, "项目支出绩效自评"+what+of+"表")
		}
	}
	return append(all, "自我评价表（2024年）", "附三级服务指标名称", "2023年度指标名称", "三（一）级", "一、二级指标", "级（一）", "2023年级（一）", "指标（三级）", "标（指）")
}

// TestHintsMissNothing: what a text is, its characters tell, in every spelling, with white space, and when the edge of a page cuts it.
func TestHintsMissNothing(t *testing.T) {
	others := map[rune][]rune{}
	for from, to := range variants {
		others[to] = append(others[to], from)
	}
	for r := rune(0x2E80); r < 0x30000; r++ {
		if to := []rune(norm.NFKC.String(string(r))); len(to) == 1 && to[0] != r {
			others[to[0]] = append(others[to[0]], r)
		}
	}
	for _, s := range hinted() {
		want := claimed(s)
		for i, r := range s {
			rest := s[i+len(string(r)):]
			for _, o := range append(others[r], r) {
				for _, space := range []string{"", " ", "\u3000", "\r\n", "\u00a0", "\u200b"} {
					if text := s[:i] + space + string(o) + rest; HintsOf(text)&want != want {
						t.Fatalf("%q is %b, its characters tell %b", text, want, HintsOf(text))
					}
				}
			}
			if got := HintsOf(s[:i]) | HintsOf(s[i:]); got&want != want {
				t.Errorf("%q and %q are %b together, and tell %b", s[:i], s[i:], want, got)
			}
		}
	}
}

// TestHintsTellTablesOfAccountsApart: what account tables and the text around them say is nothing of a form.
func TestHintsTellTablesOfAccountsApart(t *testing.T) {
	for _, s := range []string{"上级补助收入", "对附属单位补助支出", "一般公共服务支出", "1,234.56", "　　行政运行", "招标费", "乡镇级", "本年收入合计", "公开01表", "金额单位：万元",
		"我单位组织对项目开展了绩效自评，从评价情况来看，完成较好。", "自评工作开展情况说明", "决算表"} {
		if h := HintsOf(s); h.Has(OfTitle | OfIndicators) {
			t.Errorf("%q tells %b", s, h)
		}
	}
}

func TestHintsOfRandomTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	letters := []rune("一二三级标指名称年度初内容绩效自评價价我表报告项目主管部门(（)）[]【】 \u3000①=*A2023、：.級標評")
	found := 0
	for range 300_000 {
		var b strings.Builder
		for range 1 + random.IntN(9) {
			b.WriteRune(letters[random.IntN(len(letters))])
		}
		want := claimed(b.String())
		if want != 0 {
			found++
		}
		if HintsOf(b.String())&want != want {
			t.Fatalf("%q is %b, its characters tell %b", b.String(), want, HintsOf(b.String()))
		}
	}
	if found < 20 {
		t.Errorf("only %d texts are something", found)
	}
}

func FuzzHints(f *testing.F) {
	for _, s := range hinted()[:20] {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if want := claimed(text); HintsOf(text)&want != want {
			t.Errorf("%q is %b, its characters tell %b", text, want, HintsOf(text))
		}
	})
}
