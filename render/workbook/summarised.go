package workbook

import (
	"cmp"
	"fmt"
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
func (b *book) fillPaperSummary(sheet string, forms []formSheet, docs []fuhe.Document) error {
	if err := b.headline(sheet, 0, len(paperColumns), summaryTitle.In(b.lang), style{font: titlePoints, bold: true}); err != nil {
		return err
	}
	var rows [][]entry
	for i := range forms {
		rows = append(rows, b.paperEntries(&forms[i]))
	}
	columns := widened(paperColumns, sheetHeading, rows)
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
	}{{unitsTitle, unitColumns, unitRows(forms, top+2, last)}, {checksTitle, checkColumns, b.checkRows(forms)}, {unreadTitle, paperUnread, b.unreadRows(forms, docs)}} {
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

// unitRows are the subtotals by unit, as formulas over the list above.
func unitRows(forms []formSheet, first, last int) [][]entry {
	type sums struct {
		forms, errors, warnings, notes int
		budget, executed               float64
	}
	by := map[string]*sums{}
	var units []string
	for i := range forms {
		r := forms[i].report
		unit := unitOf(r)
		if by[unit] == nil {
			by[unit] = &sums{}
			units = append(units, unit)
		}
		s := by[unit]
		var t render.Tally
		t.Add(r.Findings)
		s.forms, s.errors, s.warnings, s.notes = s.forms+1, s.errors+t.Errors, s.warnings+t.Warnings, s.notes+t.Notes
		if len(r.Funds) > 0 {
			if e := wan(r, r.Funds[0].AdjustedBudget); e.number != nil {
				s.budget += *e.number
			}
			if e := wan(r, r.Funds[0].Executed); e.number != nil {
				s.executed += *e.number
			}
		}
	}
	slices.Sort(units)
	var rows [][]entry
	for i, unit := range units {
		s, row := by[unit], last+4+i // behind a blank row, the title and the headings
		sum := func(col string, v float64) entry {
			return entry{number: &v, format: "#,##0.00####", formula: fmt.Sprintf("SUMIF($A$%d:$A$%d,$A%d,%s$%d:%s$%d)", first, last, row, col, first, col, last)}
		}
		rate := words("")
		if s.budget != 0 {
			v := s.executed / s.budget
			rate = entry{number: &v, format: "0.00%", formula: fmt.Sprintf("E%d/D%d", row, row)}
		}
		rows = append(rows, []entry{words(unit), count(s.forms), sum("D", s.budget), sum("E", s.executed), rate, count(s.errors), count(s.warnings), count(s.notes)})
	}
	return rows
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
