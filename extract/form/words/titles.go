package words

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/lazy"
)

var (
	SelfTitle = lazy.New(`自评(价)?(报告|情况|打分|评分|得分|记录)?表|自我评价表`)
	notTitle  = lazy.New(`汇总|目录|填[报表写]说明|填报要求`)
	YearLine  = lazy.New(`^[(\[]?(评价|自评|预算|项目)?(年度|年份)?:?((19|20)[0-9]{2}|[二一][〇○零O0oＯ一二三四五六七八九]{3})(年度?|-(19|20)[0-9]{2}年度?)?[)\]]?$`)
	Annex     = lazy.New(`^附(件|表|录)?[0-9一二三四五六七八九十]*([-–—][0-9]+)*[:.]?$|^公开[0-9]+表$|^表[0-9-]+$`)
)

// IsTitle tells the title of a self-evaluation form.
func IsTitle(text string) bool {
	if !HintsOf(text).Has(OfTitle) || utf8.RuneCountInString(text) > maxTitleRune {
		return false
	}
	s := Squeeze(text)
	return SelfTitle.MatchString(s) && !strings.ContainsAny(s, "。;") && !notTitle.MatchString(s)
}
