package render

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"fuhe"
)

// rollNames head the table by unit and year.
var rollNames = []fuhe.Phrase{
	{ZH: "单位", EN: "unit"}, {ZH: "年度", EN: "year"}, {ZH: "表数", EN: "forms"}, {ZH: "预算（万元）", EN: "budget (10 000 yuan)"}, {ZH: "执行（万元）", EN: "executed (10 000 yuan)"}, {ZH: "执行率", EN: "rate"},
	{ZH: "平均得分", EN: "mean score"}, {ZH: "满分指标", EN: "full marks"}, {ZH: "全整数", EN: "whole"}, {ZH: "同总分", EN: "same total"}, {ZH: "套话", EN: "boilerplate"}, {ZH: "规则", EN: "rules"},
}

// rollText prints what forms come to by unit and year.
func rollText(out io.Writer, o TextOptions) {
	if len(o.Rolls) == 0 {
		return
	}
	var head []string
	for _, n := range rollNames {
		head = append(head, n.In(o.Lang))
	}
	rows := [][]string{head}
	for _, r := range o.Rolls {
		forms := strconv.Itoa(r.Forms)
		if r.Unknown > 0 {
			forms += fmt.Sprintf(rollUnknown.In(o.Lang), r.Unknown)
		}
		if r.Copies > 0 {
			forms += fmt.Sprintf(rollCopies.In(o.Lang), r.Copies)
		}
		row := []string{r.Unit, r.Year, forms, r.Budget, r.Executed, r.Rate, r.Score, r.FullMarks, strconv.Itoa(r.Whole), strconv.Itoa(r.SameTotal), strconv.Itoa(r.Boilerplate), RollRules(r)}
		for i := range row {
			if row[i] = Plain(row[i]); row[i] == "" {
				row[i] = "–"
			}
		}
		rows = append(rows, row)
	}
	columns(out, rows)
	fmt.Fprintln(out)
}

// rollUnknown: forms whose amounts are not in the sums.
var rollUnknown = fuhe.Phrase{ZH: "（%d 张金额未计）", EN: " (%d without known amounts)"}

// rollCopies: forms that are there already.
var rollCopies = fuhe.Phrase{ZH: "（%d 张重复，金额和得分只计一次）", EN: " (%d copies: amounts and scores counted once)"}

// RollRules are the findings of a unit and year by rule, most first: "I305 ×4, F102 ×1".
func RollRules(r fuhe.Roll) string {
	var ids []string
	for id := range r.Rules {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(r.Rules[b], r.Rules[a]), cmp.Compare(a, b)) })
	for i, id := range ids {
		ids[i] = fmt.Sprintf("%s ×%d", id, r.Rules[id])
	}
	return strings.Join(ids, ", ")
}
