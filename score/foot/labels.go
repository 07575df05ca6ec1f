package foot

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// Levels of rows by what numbers them; a smaller one holds the larger ones that follow it.
const (
	numbered1 = 1 + iota // 一、
	numbered2            // （一）
	numbered3            // 1、
	numbered4            // (1)
	unnumbered
	within // 其中：
)

var (
	byChinese  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[一二三四五六七八九十]+[、.．]`) })
	inBrackets = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[(（][一二三四五六七八九十]+[)）]`) })
	byDigits   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{1,2}[、.．]`) })
	bracketed  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[(（]\d{1,2}[)）]`) })
	numbering  = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|其中[:：]?)`)
	})
	isTotal = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(本年|本期|年度|收入|支出|项目|全部|各项|[^，。；]{0,8})?(总计|合计|共计)(数|金额)?$|^合计[:：]?|^总计[:：]?|^小计|小计$|^(?i:total|sum|subtotal|grandtotal)s?$`)
	})
)

// numberStarts are what the number of a row begins with.
const numberStarts = "一二三四五六七八九十(（0123456789"

// levelOf is the level of a row's label.
func levelOf(label string) int {
	first, _ := utf8.DecodeRuneInString(label)
	switch {
	case strings.HasPrefix(label, "其中"), first == '#':
		return within
	case !strings.ContainsRune(numberStarts, first):
		return unnumbered
	case byChinese().MatchString(label):
		return numbered1
	case inBrackets().MatchString(label):
		return numbered2
	case byDigits().MatchString(label):
		return numbered3
	case bracketed().MatchString(label):
		return numbered4
	}
	return unnumbered
}

// total reports whether a label is that of a sum.
func total(label string) bool { return mayBeTotal(label) && isTotal().MatchString(label) }

// mayBeTotal tells most labels that are none of a sum without the expression: all of those hold 计 or begin as an English one
// does.
func mayBeTotal(label string) bool {
	first, _ := utf8.DecodeRuneInString(label)
	return strings.Contains(label, "计") || strings.ContainsRune(englishStarts, first)
}

// englishStarts are what total, sum, subtotal and grandtotal begin with, whatever the case: ſ is an s, too.
const englishStarts = "tTsSgGſ"

// grand reports whether it is that of the last sum of all.
func grand(label string) bool { return strings.Contains(label, "总计") }
