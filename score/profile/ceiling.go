package profile

import (
	"regexp"
	"strings"
	"sync"

	"fuhe/score/text"
)

var (
	// the grade that a total under a ceiling cannot have is no band: 总分不超过89分，不得评为优
	gradeBarred = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`不[得能可](?:被?评|被?定|评定|确定)?为?["“]?优秀?`)
	})
	gradeBand = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[优良]|[为是:=]["“]?[中差]|中等|较差|等级|等次|合格`)
	})
	// the rates between which a total of 89 is the most
	ceilingRate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|[^0-9.])[78]0%`) })
)

// setsCeiling reports whether a line sets a ceiling of the total by the execution rate, in these words. Bands of grades have the
// same words and set none: 80分以上不超过89分的为良.
func setsCeiling(line, words string) bool {
	said := ""
	for part := range strings.FieldsFuncSeq(text.Squeeze(line), func(r rune) bool { return strings.ContainsRune("。;；", r) }) {
		said += part // the rate and the total may be named once, before
		if strings.Contains(part, words) && ceilingRate().MatchString(part) && strings.Contains(said, "执行率") &&
			(strings.Contains(said, "总分") || strings.Contains(said, "得分")) && !gradeBand().MatchString(gradeBarred().ReplaceAllString(part, "")) {
			return true
		}
	}
	return false
}
