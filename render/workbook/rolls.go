package workbook

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

// rollSheet is the sheet of what forms come to by unit and year.
var rollSheet = fuhe.Phrase{ZH: "单位年度汇总", EN: "units and years"}

// rollColumns head it. See findingsColumns for why they are worded unlike a form's.
var rollColumns = []column{
	{name: fuhe.Phrase{ZH: "所属", EN: "of"}, width: 30, left: true},
	{name: fuhe.Phrase{ZH: "年份", EN: "year"}, width: 8},
	{name: fuhe.Phrase{ZH: "表数", EN: "forms"}, width: 7},
	{name: fuhe.Phrase{ZH: "预算（万元）", EN: "budget (10 000 yuan)"}, width: 15},
	{name: fuhe.Phrase{ZH: "支出（万元）", EN: "spent (10 000 yuan)"}, width: 15},
	{name: fuhe.Phrase{ZH: "支出占预算", EN: "spent of budget"}, width: 11},
	{name: fuhe.Phrase{ZH: "金额未计入的表", EN: "forms without known amounts"}, width: 11},
	{name: fuhe.Phrase{ZH: "重复的表（只计一次）", EN: "copies (counted once)"}, width: 11},
	{name: fuhe.Phrase{ZH: "平均总分", EN: "mean total"}, width: 10},
	{name: fuhe.Phrase{ZH: "满分占比", EN: "full marks"}, width: 10},
	{name: fuhe.Phrase{ZH: "全为整数的表", EN: "whole numbers only"}, width: 10},
	{name: fuhe.Phrase{ZH: "总分相同的表", EN: "same total"}, width: 10},
	{name: fuhe.Phrase{ZH: "套话", EN: "boilerplate"}, width: 8},
	{name: fuhe.Phrase{ZH: "错误", EN: "errors"}, width: 7},
	{name: fuhe.Phrase{ZH: "警告", EN: "warnings"}, width: 7},
	{name: fuhe.Phrase{ZH: "提示", EN: "notes"}, width: 7},
	{name: fuhe.Phrase{ZH: "规则", EN: "rules"}, width: 40, left: true},
}

// The columns of a chart: spent of budget and full marks.
const (
	rateColumn  = "F"
	marksColumn = "J"
)

// chartedRolls: more bars than that nobody reads.
const chartedRolls = 60

// addRolls adds what forms come to by unit and year, with a chart; none where there is one unit and year.
func (b *book) addRolls(rolls []fuhe.Roll) error {
	if len(rolls) < 2 {
		return nil
	}
	sheet, err := b.addSheet(rollSheet.In(b.lang), "")
	if err != nil {
		return err
	}
	var rows [][]entry
	for _, r := range rolls {
		rows = append(rows, []entry{
			words(r.Unit), asPrinted(r.Year), count(r.Forms), asPrinted(r.Budget), asPrinted(r.Executed), asPrinted(r.Rate), count(r.Unknown), count(r.Copies), asPrinted(r.Score), asPrinted(r.FullMarks),
			count(r.Whole), count(r.SameTotal), count(r.Boilerplate), count(r.Tally[fuhe.Error]), count(r.Tally[fuhe.Warning]), count(r.Tally[fuhe.Note]), words(render.RollRules(r)),
		})
	}
	if err := b.headline(sheet, 0, len(rollColumns), rollSheet.In(b.lang), style{font: titlePoints, bold: true}); err != nil {
		return err
	}
	const top = 1
	end, err := b.list(sheet, top, rollColumns, rows)
	if err != nil {
		return err
	}
	if err := b.chartRolls(sheet, top+2, min(end, top+1+chartedRolls), end+2); err != nil {
		return err
	}
	if err := b.listPage(sheet, rollColumns, top+1); err != nil {
		return err
	}
	return b.filtered(sheet, top+1, top+1, end, len(rollColumns))
}

// chartRolls draws spending and full marks beside each other, rows counted from 1.
func (b *book) chartRolls(sheet string, from, to, at int) error {
	quoted := render.QuoteSheet(sheet)
	series := func(col string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name: fmt.Sprintf("%s!$%s$%d", quoted, col, from-1), Categories: fmt.Sprintf("%s!$A$%d:$B$%d", quoted, from, to), Values: fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted, col, from, col, to),
		}
	}
	return b.file.AddChart(sheet, "A"+strconv.Itoa(at+1), &excelize.Chart{
		Type: excelize.Col, Series: []excelize.ChartSeries{series(rateColumn), series(marksColumn)},
		Dimension: excelize.ChartDimension{Width: 900, Height: 320}, Legend: excelize.ChartLegend{Position: "bottom"},
	})
}
