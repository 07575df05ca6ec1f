package around

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"fuhe/extract/lazy"
)

// What stands above tables besides their titles: 公开01表, 编制单位：…, 金额单位：万元, （2024年度）.
var (
	formNumber  = lazy.New(`^[（(]?(?:公开|附件|附表|附|财决|财预|部决|预决算|表)[a-z]*[0-9一二三四五六七八九十]+(?:[-—.][0-9]+)?[号之]?表?[）)]?[:：]?$`)
	inTitle     = lazy.New(`(?:公开|财决|财预|部决)[0-9]+(?:[-—.][0-9]+)?表`)
	yearOnly    = lazy.New(`^[（(]?(?:20|19)[0-9]{2}年度?[）)]?$|^[（(]?(?:20|19)[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?[）)]?$`)
	keyed       = lazy.New(`^[^：:。；，]{0,8}?(?:部门|单位|日期|时间|机构|人|名称|年度|代码)(?:名称|代码|[（(][^：:]{0,12}[）)])?[:：]`)
	unitKey     = lazy.New(`(?:^|[^制报门管算实施位])(?:金额|计量|货币|数量)?单位[:：]\s*([^\s，,；;）)]+)`)
	plainUnit   = lazy.New(`^(?:人民币)?(?:(?:亿|百万|十万|万|千|百)?(?:元|美元|港元|欧元)|万人次?|人次?|个|项|件|%|％|吨|万吨|公顷|亩|平方米|㎡|户|家|台|套|辆|公里|千克|小时|天)(?:[、,/／和].{1,8})*$`)
	bracketUnit = lazy.New(`[（(](?:金额)?(?:单位[:：])?((?:亿|百万|万|千)?元)[）)]`)
	wordUnit    = lazy.New(`^(?:(?:金额|计量|货币)单位)[:：]`)
	noteStart   = lazy.New(`^[（(【]?(?:注|备注|说明|附注|注释|注解|填表说明|填报说明|编制说明|资料来源|数据来源|来源)[】）)]?(?:[:：]|[0-9０-９①一]|$)|^[※★*＊]`)
	outline     = lazy.New(`^(?:[0-9０-９]{1,2}[.、．)）]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)`)
	onward      = lazy.New(`^[（(]?(?:续表?[0-9一二三四五六七八九十]*|续上表|续前表|接上表|接上页|上接第?[0-9]*页?)[）)]?[:：]?$`)
	toBeGoneOn  = lazy.New(`^[（(]?(?:转下页|续下页|接下页|下页续|未完待续|未完|下转第?[0-9]*页?)[）)]?$`)
	againTail   = lazy.New(`[（(—-]*续表?[0-9一二三四五六七八九十]*[）)]?$`)
)

// bare is a text in one width without white space, for comparing.
func bare(s string) string {
	changed := false
	for _, r := range s {
		switch {
		case r > ' ' && r < 0x7F, r > '\u3000' && r < '\u3020', r >= 0x4E00 && r <= 0x9FFF, r == '—', r == '“', r == '”':
		case r >= '！' && r <= '～', r == '\u3000', r <= ' ':
			changed = true
		default:
			return strings.Join(strings.Fields(width.Fold.String(s)), "")
		}
	}
	if !changed {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, s)
}

// label reports whether a line holds nothing but what goes with a title.
func label(text string) bool {
	one := strings.Join(strings.Fields(text), "")
	if one == "" {
		return true
	}
	if s := bare(one); isFormNumber(s) || isYear(s) || bracketed(one) {
		return true
	}
	return utf8.RuneCountInString(one) <= longestLabel && (isKeyed(one) || unitOf(text) != "" && !titled(withoutUnit(one)))
}

// isFormNumber tells 公开01表 and the like.
func isFormNumber(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "（("))
	return strings.ContainsRune("公附财部预表", first) && formNumber.MatchString(strings.ToLower(s))
}

// isYear tells 2024年度 and a date.
func isYear(s string) bool {
	s = strings.TrimLeft(s, "（(")
	return (strings.HasPrefix(s, "20") || strings.HasPrefix(s, "19")) && yearOnly.MatchString(s)
}

// isKeyed tells an entry with its name before it: 编制单位：….
func isKeyed(s string) bool {
	return strings.ContainsAny(s, ":：") && (keyed.MatchString(s) || wordUnit.MatchString(s))
}

// bracketed reports whether a text is nothing but a unit in brackets: （单位：万元）.
func bracketed(s string) bool {
	if !strings.Contains(s, "元") {
		return false
	}
	m := bracketUnit.FindString(s)
	return m != "" && m == s
}

func withoutUnit(s string) string { return bracketUnit.ReplaceAllString(s, "") }

// unitOf is the unit that a line prints; "" when it prints none. 编制单位：财政局 is none.
func unitOf(text string) string {
	inBrackets := strings.Contains(text, "元")
	if !inBrackets && !strings.Contains(text, "位") {
		return ""
	}
	folded := strings.ReplaceAll(strings.Join(strings.Fields(width.Fold.String(text)), " "), "单 位", "单位")
	if strings.Contains(folded, "单位") {
		for _, m := range unitKey.FindAllStringSubmatch(" "+strings.TrimLeft(folded, "（("), -1) {
			if plainUnit.MatchString(m[1]) {
				return m[1]
			}
		}
	}
	if !inBrackets {
		return ""
	}
	if m := bracketUnit.FindStringSubmatch(folded); m != nil {
		return m[1]
	}
	return ""
}
