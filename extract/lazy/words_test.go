package lazy

import (
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
)

// An expression of words gives the answers of the engine: for every expression of this module, on texts that nearly match.
func TestWordsAnswerAsTheEngineDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	plain, asked := 0, map[bool]int{}
	for _, expr := range expressions(t) {
		w, ok := wordsOf(expr)
		if !ok {
			continue
		}
		plain++
		re := regexp.MustCompile(expr)
		for range 300 {
			text := near(random, expr)
			got, sure := w.match(text)
			if want := re.MatchString(text); sure && got != want {
				t.Fatalf("%q in %q: %v, the engine says %v", expr, text, got, want)
			}
			asked[got]++
		}
	}
	if plain < 20 || asked[true] < plain*20 || asked[false] < plain*20 {
		t.Errorf("%d expressions of words, %d texts matched, %d did not", plain, asked[true], asked[false])
	}
}

// near is a text made of what stands in an expression, with something lost, doubled or added here and there.
func near(random *rand.Rand, expr string) string {
	parsed, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err)
	}
	var b strings.Builder
	write(random, &b, parsed)
	text := []rune(b.String())
	for range random.IntN(3) {
		at := random.IntN(len(text) + 1)
		switch random.IntN(3) {
		case 0:
			text = slices.Insert(text, at, []rune("甲分表\n:目")[random.IntN(6)])
		case 1:
			text = text[:at]
		case 2:
			text = slices.Delete(text, max(at-1, 0), at)
		}
	}
	return string(text)
}

func write(random *rand.Rand, b *strings.Builder, re *syntax.Regexp) {
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		b.WriteRune(re.Rune[2*random.IntN(len(re.Rune)/2)])
	case syntax.OpAlternate:
		write(random, b, re.Sub[random.IntN(len(re.Sub))])
	case syntax.OpQuest, syntax.OpStar:
		if random.IntN(2) == 0 {
			write(random, b, re.Sub[0])
		}
	case syntax.OpAnyCharNotNL:
		b.WriteRune('情')
	default:
		for _, sub := range re.Sub {
			write(random, b, sub)
		}
	}
}

// What words cannot say is left to the engine.
func TestWordsOf(t *testing.T) {
	for expr, want := range map[string]bool{
		`总分|合计`: true, `^(总分|总分值.*)$`: true, `^附(件|表|录)?$|^公开`: true, `填[报表写]说明`: true, `主管部门.*意见.*`: true, `注[:：]?$`: true,
		`[0-9]+`: false, `第?[0-9]页`: false, `.{1,8}合计`: false, `[^报]表`: false, `\d`: false, `a+`: false, `(总分)*`: false, `^$`: true, `(^a|b)`: false, `a$b`: false,
		`(`: false, `a)`: false, `[a`: false, `(?i:a)`: false,
	} {
		if _, ok := wordsOf(expr); ok != want {
			t.Errorf("%q: words %v, want %v", expr, ok, want)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add(`^(总分|合计.*)$`, "合计100")
	f.Add(`a?(b|)[cd].*e$|^$`, "abce")
	f.Fuzz(func(t *testing.T, expr, text string) {
		re, err := regexp.Compile(expr)
		w, ok := wordsOf(expr)
		if err != nil || !ok || strings.Contains(expr+text, gap) {
			return
		}
		if got, sure := w.match(text); sure && got != re.MatchString(text) {
			t.Errorf("%q in %q: %v", expr, text, got)
		}
	})
}

func BenchmarkWords(b *testing.B) {
	const expr = `^(资金管理情况|备注|说明|其他需要说明的?(事项|问题|情况).*|存在的?(主要)?问题.*|改进措施.*|主管部门.*意见.*)$`
	b.Run("made", func(b *testing.B) {
		for b.Loop() {
			New(expr).MatchString("")
		}
	})
	b.Run("compiled", func(b *testing.B) {
		for b.Loop() {
			regexp.MustCompile(expr).MatchString("")
		}
	})
}
