package extract

import (
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
	"fuhe/extract/page/inferred"
)

// wish is what is looked for on pages that draw no rules: forms, or all tables where they are asked for.
func (o Options) wish() inferred.Wish {
	if o.Tables {
		return inferred.Wish{Tables: o.Inferred}
	}
	return inferred.Wish{Forms: &formWords}
}

// formWords hands what package words knows to the finder of forms without rules.
var formWords = inferred.Words{
	Title:    func(line string) bool { return isFormTitle(line) || words.IsTitle(line) },
	Label:    func(text string) bool { return len(words.Labels.Claims(words.Read(text).Key)) > 0 },
	Headings: rolesOf,
	Rest:     func(text string) bool { return restOfHeading.MatchString(words.Squeeze(text)) },
	Amount:   isAmountName,
	Caption: func(part inferred.Part, text string) bool {
		return captions[part].MatchString(words.Read(text).Key)
	},
	Fund: func(text string) bool {
		s := words.Squeeze(text)
		return words.WholeName.MatchString(s) || words.FundTotal.MatchString(s)
	},
	Listed:  func(text string) bool { return listed.MatchString(words.Squeeze(text)) },
	Numbers: func(text string) bool { return numbers.MatchString(words.Squeeze(text)) },
	Level:   func(text string) bool { return isLevel(words.Read(text).Key) },
	Under:   under,
	Total:   func(text string) bool { return words.Totals.MatchString(words.Read(text).Key) },
	Remark:  func(text string) bool { return words.IsRemark(text) || words.Remarks.MatchString(words.Read(text).Key) },
}

// restOfHeading is what stands in the last lines of broken headings: the word that many end in, or a note in brackets.
var restOfHeading = lazy.New(`^(指标|指标名称|名称|值|数|性质|单位)?([(（].*[)）])?$`)

// listed is what begins the rows under the funds that are none: how they were managed, or the same money by its nature.
var listed = lazy.New(`^情况说明$|^按.{1,8}分[:：]?$`)

// numbers head the numbers of rows (broken, too) and stand before those of columns.
var numbers = lazy.New(`^([行栏列]次|[行次])$`)

// captions are the names of the parts of a form, as they stand at their left.
var captions = [...]*lazy.Regexp{
	inferred.Money:      lazy.New(`(资金|经费|投入|情况|来源|申请)$`),
	inferred.Goals:      lazy.New(`目标|基本情况$`),
	inferred.Indicators: lazy.New(`^(年度|项目)*绩效(目标|指标|情况)*(完成情况)?$|^绩效|指标完成情况$`),
}

func isLevel(key string) bool {
	return words.LevelName.MatchString(key) || words.LevelWord.MatchString(key)
}

// rolesOf is what a heading says of its column, in each part of a form.
func rolesOf(text string) inferred.Roles {
	h := words.Read(text)
	if h.Key == "" && len(h.Notes) == 0 {
		return inferred.Roles{}
	}
	return inferred.Roles{inferred.Money: roleOf(words.Money.Noted(h)), inferred.Goals: roleOf(words.Goals.Noted(h)), inferred.Indicators: roleOf(words.Indicators.Noted(h))}
}

// roleOf is what a heading says that claims a field.
func roleOf(claims []words.Claim) inferred.Role {
	if len(claims) == 0 {
		return inferred.Unknown
	}
	switch claims[0].Field {
	case words.Initial, words.Adjusted, words.Executed, words.Received, words.Rate:
		return inferred.Amount
	case words.Weight, words.Score:
		return inferred.Points
	case words.Level1, words.Level2:
		return inferred.Level
	case words.Deviation, words.Known, words.Reason:
		return inferred.Prose
	case words.Expected:
		return inferred.Expected
	case words.Reached:
		return inferred.Reached
	}
	return inferred.Other
}

// isAmountName tells the names of amounts beside which package form looks for their figures.
func isAmountName(text string) bool {
	claims := words.Money.Spelled()[words.Read(text).Key]
	if len(claims) == 0 {
		return false
	}
	switch claims[0].Field {
	case words.Initial, words.Adjusted, words.Executed, words.Received, words.Rate:
		return claims[0].Rank <= 3
	}
	return false
}

// parents are the first levels that the usual second levels belong to.
var parents = [...]struct{ group, of *lazy.Regexp }{
	{lazy.New(`^(数量|质量|时效)`), lazy.New(`产出|绩效|业绩`)},
	{lazy.New(`^(经济|社会|生态)效益|^可持续影响`), lazy.New(`效益|绩效|效果`)},
	{lazy.New(`满意度`), lazy.New(`满意|效益|绩效|效果`)},
}

// under tells whether a second level may belong to a first one, and whether anything is known of it.
func under(group, of string) (known, ok bool) {
	for _, p := range parents {
		if p.group.MatchString(words.Squeeze(group)) {
			return true, p.of.MatchString(words.Squeeze(of))
		}
	}
	return false, true
}
