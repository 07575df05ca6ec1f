package workbook

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"fuhe"
	"fuhe/render"
)

// paperColumns head the summary of working papers. See findingsColumns for why they are worded unlike a form's.
var paperColumns = []column{
	{name: fuhe.Phrase{ZH: "部门", EN: "unit"}, width: 26, left: true},
	{name: fuhe.Phrase{ZH: "所评项目或部门", EN: "project or department"}, width: 32, left: true},
	{name: fuhe.Phrase{ZH: "年份", EN: "year"}, width: 7},
	{name: fuhe.Phrase{ZH: "预算（万元）", EN: "budget (10 000 yuan)"}, width: 13},
	{name: fuhe.Phrase{ZH: "支出（万元）", EN: "executed (10 000 yuan)"}, width: 13},
	{name: fuhe.Phrase{ZH: "公布执行率", EN: "published rate"}, width: 10},
	{name: fuhe.Phrase{ZH: "公布总分", EN: "published total"}, width: 10},
	{name: fuhe.Phrase{ZH: "复算总分", EN: "recomputed total"}, width: 10},
	{name: fuhe.Phrase{ZH: "公布等级", EN: "published grade"}, width: 9},
	{name: fuhe.Phrase{ZH: "错误", EN: "errors"}, width: 7},
	{name: fuhe.Phrase{ZH: "警告", EN: "warnings"}, width: 7},
	{name: fuhe.Phrase{ZH: "提示", EN: "notes"}, width: 7},
	{name: fuhe.Phrase{ZH: "更正", EN: "corrections"}, width: 7},
	{name: fuhe.Phrase{ZH: "数字", EN: "figures"}, width: 7},
	{name: fuhe.Phrase{ZH: "相符", EN: "agree"}, width: 7},
	{name: fuhe.Phrase{ZH: "未核对", EN: "unchecked"}, width: 9},
	{name: sheetHeading, width: 22, left: true},
	{name: fuhe.Phrase{ZH: "文件", EN: "file"}, width: 30, left: true},
}

// unitColumns head the subtotals by unit; they stand under the same columns.
var unitColumns = []column{
	{name: fuhe.Phrase{ZH: "部门", EN: "unit"}, width: 26, left: true}, {name: fuhe.Phrase{ZH: "表数", EN: "forms"}, width: 39, span: 2},
	{name: fuhe.Phrase{ZH: "预算（万元）", EN: "budget (10 000 yuan)"}, width: 13}, {name: fuhe.Phrase{ZH: "支出（万元）", EN: "executed (10 000 yuan)"}, width: 13}, {name: fuhe.Phrase{ZH: "执行率", EN: "rate"}, width: 10},
	{name: fuhe.Phrase{ZH: "错误", EN: "errors"}, width: 10}, {name: fuhe.Phrase{ZH: "警告", EN: "warnings"}, width: 10}, {name: fuhe.Phrase{ZH: "提示", EN: "notes"}, width: 9},
}

// checkColumns head the list of checks.
var checkColumns = []column{
	{name: fuhe.Phrase{ZH: "规则", EN: "rule"}, width: 26, left: true}, {name: fuhe.Phrase{ZH: "核对内容", EN: "what it checks"}, width: 39, span: 2, left: true},
	{name: fuhe.Phrase{ZH: "核对的数字", EN: "figures looked at"}, width: 13}, {name: fuhe.Phrase{ZH: "相符的数字", EN: "figures that agree"}, width: 13}, {name: fuhe.Phrase{ZH: "发现", EN: "findings"}, width: 13},
}

// paperUnread head the list of what was not read; a reason is a sentence.
var paperUnread = []column{
	{name: unreadColumns[0].name, width: 26, left: true}, {name: unreadColumns[1].name, width: 32, left: true}, {name: unreadColumns[2].name, width: 63, span: 6, left: true},
}

// fillPaperSummary lists the forms with their figures, sums them up by unit, names the checks that were made, and what was not
// read.
func (b *book) fillPaperSummary(sheet string, forms []formSheet, docs []fuhe.Document, same func(*fuhe.Report) string) error {
	if err := b.headline(sheet, 0, len(paperColumns), summaryTitle.In(b.lang), style{font: titlePoints, bold: true}); err != nil {
		return err
	}
	again := copiesAmong(forms, same)
	rows := b.paperRows(forms, again)
	columns, units := paperColumns, unitColumns
	if again != nil {
		columns, units = append(slices.Clone(columns), onceColumn), append(slices.Clone(units), copiesColumn)
	}
	columns = widened(columns, sheetHeading, rows)
	const top = 1
	end, err := b.list(sheet, top, columns, rows)
	if err != nil {
		return err
	}
	last := end
	for _, more := range []struct {
		title   fuhe.Phrase
		columns []column
		rows    [][]entry
	}{{unitsTitle, units, unitRows(forms, again, top+2, last)}, {checksTitle, checkColumns, b.checkRows(forms)}, {unreadTitle, paperUnread, b.unreadRows(forms, docs)}} {
		if len(more.rows) == 0 {
			continue
		}
		if err := b.headline(sheet, end+1, startOf(more.columns, len(more.columns)), more.title.In(b.lang), style{font: fontPoints, bold: true, left: true}); err != nil {
			return err
		}
		if end, err = b.list(sheet, end+2, more.columns, more.rows); err != nil {
			return err
		}
	}
	if err := b.listPage(sheet, columns, top+1); err != nil {
		return err
	}
	if err := b.filtered(sheet, top, top+1, last, len(columns)); err != nil { // the title is true of all tables
		return err
	}
	if len(forms) <= onePageForms || end == last {
		return nil
	}
	// The headings of a list over many pages are repeated; the tables below, which have their own, begin a page.
	if err := b.file.InsertPageBreak(sheet, fuhe.Ref(last+1, 0, 1, 1)); err != nil {
		return err
	}
	return b.repeatedRows(sheet, top, top+1)
}

// paperRows are the lines of the forms, behind each whether the subtotals add it up where again tells copies.
func (b *book) paperRows(forms []formSheet, again []bool) [][]entry {
	var rows [][]entry
	for i := range forms {
		row := b.paperEntries(&forms[i])
		if again != nil {
			row = append(row, count(once(again[i])))
		}
		rows = append(rows, row)
	}
	return rows
}

// onePageForms are as many lines of the summary as the first page takes, all tables on one sheet.
const onePageForms = 20

// paperEntries is the line of one form.
func (b *book) paperEntries(f *formSheet) []entry {
	r := f.report
	var t render.Tally
	t.Add(r.Findings)
	total := asPrinted(r.Total.Score.Text)
	for _, c := range f.corrections {
		if c.Field == "/total/score" {
			total = asPrinted(c.Corrected.Text)
		}
	}
	budget, executed, rate := words(""), words(""), words("")
	if len(r.Funds) > 0 {
		fund := &r.Funds[0]
		budget, executed, rate = wan(r, fund.AdjustedBudget), wan(r, fund.Executed), asPrinted(fund.ExecutionRate.Text)
	}
	errors, warnings := count(t.Errors), count(t.Warnings)
	if t.Errors > 0 {
		errors.color = markColors[errorMark]
	}
	if t.Warnings > 0 {
		warnings.color = markColors[warningMark]
	}
	return []entry{
		words(unitOf(r)), words(subject(r)), asPrinted(r.Year), budget, executed, rate, linked(asPrinted(r.Total.Score.Text), f.total), total, words(r.Total.Grade.Text), errors, warnings, count(t.Notes),
		count(len(f.corrections)), count(r.Coverage.Figures), count(r.Coverage.Agree), count(r.Coverage.Unchecked), {text: f.sheet, link: spot{sheet: f.sheet, first: "A1"}}, b.documentOf(*f),
	}
}

func unitOf(r *fuhe.Report) string {
	for _, c := range []fuhe.Cell{r.Department, r.Implementer} {
		if t := strings.TrimSpace(c.Text); t != "" {
			return t
		}
	}
	return ""
}

// yuan are what one unit of money is in yuan, times ten thousand to wan.
var wanOf = map[string]*big.Rat{"元": big.NewRat(1, 10_000), "千元": big.NewRat(1, 10), "万元": big.NewRat(1, 1), "百万元": big.NewRat(100, 1), "亿元": big.NewRat(10_000, 1)}

// wan is an amount in 万元; its text where its unit is not known.
func wan(r *fuhe.Report, c fuhe.Cell) entry {
	unit := cmp.Or(r.MoneyUnit, "")
	if c.Number != nil && c.Number.Unit != "" {
		unit = c.Number.Unit
	}
	one := wanOf[unit]
	if c.Number == nil || one == nil {
		return words(c.Text)
	}
	v, _ := new(big.Rat).Mul(c.Number.Value.Rat(), one).Float64()
	return entry{number: &v, format: "#,##0.00####"}
}

// checkRows are the checks that were made: by rule how many figures it looked at, how many of them agree, and how many findings there are.
func (b *book) checkRows(forms []formSheet) [][]entry {
	looked, agree, found := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range forms {
		r := forms[i].report
		for k := range r.Figures {
			for _, rule := range r.Figures[k].By {
				if looked[rule]++; r.Figures[k].Class == fuhe.Agrees {
					agree[rule]++
				}
			}
		}
		for k := range r.Findings {
			found[r.Findings[k].Rule]++
		}
	}
	ids := map[string]bool{}
	for id := range looked {
		ids[id] = true
	}
	for id := range found {
		ids[id] = true
	}
	var rows [][]entry
	for id := range ids {
		rows = append(rows, []entry{words(id), words(b.rule(id).Title), count(looked[id]), count(agree[id]), count(found[id])})
	}
	slices.SortFunc(rows, func(a, c []entry) int { return strings.Compare(a[0].text, c[0].text) })
	return rows
}
