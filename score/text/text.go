// Package text compares and fills in words: headings and names without white space and width, what means nothing, what is
// left over from an empty form, and sentences in the language asked for. It knows no form.
package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe"
)

// Fill is a wording in a language, with its numbered places filled in.
func Fill(wording fuhe.Phrase, lang fuhe.Lang, args ...any) string {
	return fmt.Sprintf(wording.In(lang), args...)
}

// ContainsAny reports whether any of the parts stands in a text.
func ContainsAny(s string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// Squeeze takes white space out of a text and maps full-width ASCII to half width, so that headings and names compare.
func Squeeze(s string) string {
	if isSqueezed(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '×':
			return '*'
		}
		return r
	}, s)
}

// isSqueezed reports whether nothing in a text can have to be changed: no white space of ASCII, and no byte that a character to
// change, any other white space or a byte that is no UTF-8 may begin with. It is false of some texts that stay as they are.
func isSqueezed(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c <= ' ' || c == 0xC2 || c == 0xC3 || c == 0xE1 || c == 0xE2 || c == 0xEF:
			return false
		case c == 0xE3 && strings.HasPrefix(s[i:], "\u3000"):
			return false
		}
	}
	return utf8.ValidString(s)
}

// dashes are what is written to mean nothing. A tick (√) is not among them: it means done.
const dashes = "-—–―⸺⸻‐‑−－ー一/／\\…·.。．、,，_~～"

// IsBlank reports whether an entry has nothing in it, or only dashes that mean nothing.
func IsBlank(text string) bool { return strings.Trim(Squeeze(text), dashes) == "" }

// Unfilled reports whether an entry is there and nothing is written in it but dashes. What stands there and was not read
// is no blank.
func Unfilled(c fuhe.Cell) bool {
	return c.Present() && c.Doubt == nil && !c.Struck && IsBlank(c.Text)
}

// placeholders are words that stand for no reason at all, or say that nothing fell short.
var placeholders = map[string]bool{
	"无": true, "0": true, "0.00": true, "0%": true, "暂无": true, "没有": true, "N/A": true, "n/a": true, "NA": true,
	"完成": true, "已完成": true, "全部完成": true, "按期完成": true, "按时完成": true, "按计划完成": true, "已按期完成": true, "已按计划完成": true,
	"达标": true, "已达标": true, "正常": true, "无差异": true, "没有偏差": true, "无偏差原因": true, "达成预期指标": true,
	"不涉及": true, "无偏差": true, "无原因": true, "无说明": true, "空": true, "不适用": true,
}

// NoReason reports whether a text gives no reason: blank, 无, 0, /, —, 无。
func NoReason(text string) bool {
	return IsBlank(text) || placeholders[strings.Trim(Squeeze(text), dashes)]
}

// templates are pieces of the instructions a form prints where its reasons should stand.
var templates = []string{"字以内)", "字以内）", "请填写", "请说明", "填写说明", "结合自评情况", "如未完成", "未完成的需说明", "需说明原因", "说明偏差原因", "简要说明"}

// IsTemplate reports whether a text is left over from the empty form.
func IsTemplate(text string) bool {
	s := Squeeze(text)
	for _, t := range templates {
		if strings.Contains(s, Squeeze(t)) {
			return true
		}
	}
	return false
}
