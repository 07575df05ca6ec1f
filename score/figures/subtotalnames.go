package figures

import (
	"regexp"
	"strings"
	"sync"

	"fuhe"
	"fuhe/score/text"
)

// What the name of a subtotal says that it adds up: 产出指标小计 the rows under 产出指标, 绩效指标合计 all indicators.

var (
	subtotalWord = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:自评)?(?:得分|分值|分数)?(?:小计|合计)(?:得分|分值)?[:：]?$`)
	})
	levelNumber = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:[(]?[一二三四五六七八九十]+[)]?[、.．]?|[(]?[0-9]+[)]?[、.．])`)
	})
	inBrackets = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[(\[【][^)\]】]*[)\]】]`) })
)

// levelKey is a heading, or what a subtotal names, without numbers, brackets and the word 指标.
func levelKey(said string) string {
	s := inBrackets().ReplaceAllString(text.Squeeze(said), "")
	return strings.TrimSuffix(levelNumber().ReplaceAllString(s, ""), "指标")
}

// allIndicators are the keys of names that mean every indicator.
var allIndicators = map[string]bool{"绩效": true, "绩效目标": true, "全部": true, "各项": true, "所有": true}

// namedRows are the rows that the name of the k-th subtotal says it adds up; several where it leaves a choice, none where it says
// nothing or the rows are not known.
func (f *Figures) namedRows(k int) []addedRows {
	called := text.Squeeze(f.Report.Subtotals[k].Name.Text)
	base := subtotalWord().ReplaceAllString(called, "")
	if base == called || base == "" {
		return nil
	}
	_, to, _ := f.aroundSubtotal(k)
	key := levelKey(base)
	for _, level := range []func(*fuhe.Indicator) *fuhe.Cell{
		func(n *fuhe.Indicator) *fuhe.Cell { return &n.Level1 }, func(n *fuhe.Indicator) *fuhe.Cell { return &n.Level2 },
	} {
		if rows, ok := f.levelAround(to, key, level); ok {
			return []addedRows{rows}
		}
	}
	if last := len(f.Report.Indicators); allIndicators[key] && to == last && k == len(f.Report.Subtotals)-1 {
		return []addedRows{{0, last, false}, {0, last, true}}
	}
	return nil
}

// levelAround are the rows under a heading of the given key that end, or else begin, at a row; false where there are none, or
// where a row beside them stands under no heading and may be one of them.
func (f *Figures) levelAround(at int, key string, level func(*fuhe.Indicator) *fuhe.Cell) (addedRows, bool) {
	all := f.Report.Indicators
	under := func(i int) bool {
		return i >= 0 && i < len(all) && level(&all[i]).Text != "" && levelKey(level(&all[i]).Text) == key
	}
	open := func(i int) bool { return i >= 0 && i < len(all) && level(&all[i]).Text == "" }
	rows := addedRows{from: at, to: at}
	for under(rows.from - 1) {
		rows.from--
	}
	if rows.from == at || under(at) { // it stands above its rows, or in the midst of them
		for under(rows.to) {
			rows.to++
		}
	}
	return rows, key != "" && rows.from < rows.to && !open(rows.from-1) && !open(rows.to)
}
