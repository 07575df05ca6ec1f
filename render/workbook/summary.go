package workbook

import (
	"fuhe"
	"fuhe/render"
	"strings"
)

// sheetHeading heads the links to the forms' own sheets.
var sheetHeading = fuhe.Phrase{ZH: "工作表", EN: "sheet"}

// summaryColumns head the list of forms. See findingsColumns for why they are worded unlike a form's.
var summaryColumns = []column{
	{name: fuhe.Phrase{ZH: "文件", EN: "file"}, width: 30, left: true},
	{name: sheetHeading, width: 26, left: true},
	{name: fuhe.Phrase{ZH: "表名", EN: "title"}, width: 30, left: true},
	{name: fuhe.Phrase{ZH: "年份", EN: "year"}, width: 8},
	{name: fuhe.Phrase{ZH: "所评项目或部门", EN: "project or department"}, width: 34, left: true},
	{name: fuhe.Phrase{ZH: "公布总分", EN: "published total"}, width: 10},
}

// summaryCounts follow them where the forms were checked.
var summaryCounts = []column{
	{name: fuhe.Phrase{ZH: "更正后总分", EN: "corrected total"}, width: 11},
	{name: fuhe.Phrase{ZH: "错误", EN: "errors"}, width: 7},
	{name: fuhe.Phrase{ZH: "警告", EN: "warnings"}, width: 7},
	{name: fuhe.Phrase{ZH: "提示", EN: "notes"}, width: 7},
	{name: fuhe.Phrase{ZH: "更正", EN: "corrections"}, width: 7},
	{name: fuhe.Phrase{ZH: "数字", EN: "figures"}, width: 7},
	{name: fuhe.Phrase{ZH: "未核对", EN: "unchecked"}, width: 9},
}

var unreadColumns = []column{
	{name: fuhe.Phrase{ZH: "文件", EN: "file"}, left: true, width: 30},
	{name: fuhe.Phrase{ZH: "位置", EN: "place"}, left: true, width: 26},
	{name: fuhe.Phrase{ZH: "未读原因", EN: "why it was not read"}, left: true, width: 30},
}

// noFormText and passedOverText are what stands beside inputs without a form.
var (
	noFormText     = fuhe.Phrase{ZH: "不含自评表", EN: "no form in it"}
	passedOverText = fuhe.Phrase{ZH: "跳过：", EN: "passed over: "}
)

// fillSummary lists the forms of the workbook, each linked to its sheet, and what was not read.
func (b *book) fillSummary(sheet string, forms []formSheet, docs []fuhe.Document, checked bool) error {
	columns := summaryColumns
	if checked {
		columns = append(columns[:len(columns):len(columns)], summaryCounts...)
	}
	var rows [][]entry
	for _, f := range forms {
		rows = append(rows, b.summaryEntries(f, checked))
	}
	columns = widened(columns, sheetHeading, rows)
	if err := b.headline(sheet, 0, len(columns), summaryTitle.In(b.lang), style{font: titlePoints, bold: true}); err != nil {
		return err
	}
	const top = 1
	end, err := b.list(sheet, top, columns, rows)
	if err != nil {
		return err
	}
	unread := b.unreadRows(forms, docs)
	if len(unread) > 0 {
		if _, err := b.list(sheet, end+1, unreadColumns, unread); err != nil {
			return err
		}
	}
	return b.listPage(sheet, columns, top+1)
}

// unreadRows are what was not read, what holds no form, and what no sheet could hold.
func (b *book) unreadRows(forms []formSheet, docs []fuhe.Document) [][]entry {
	var unread [][]entry
	for _, d := range docs {
		for _, u := range d.Unread {
			unread = append(unread, []entry{words(d.Path), words(u.At.String()), words(u.Reason)})
		}
	}
	for _, d := range docs { // every input is listed
		switch d.Status() {
		case fuhe.StatusWithoutForm:
			unread = append(unread, []entry{words(d.Path), words(""), words(noFormText.In(b.lang))})
		case fuhe.StatusPassedOver:
			unread = append(unread, []entry{words(d.Path), words(""), words(passedOverText.In(b.lang) + d.PassedOver)})
		}
	}
	for _, f := range forms {
		if f.unfit != "" {
			unread = append(unread, []entry{words(f.document), words(f.sheet), words(f.unfit)})
		}
	}
	return unread
}

// documentOf names the file of a form, and the sheet where that is hidden.
func (b *book) documentOf(f formSheet) entry {
	return words(strings.TrimSpace(f.document + " " + render.HiddenSheet(f.report, b.lang)))
}

func (b *book) summaryEntries(f formSheet, checked bool) []entry {
	r := f.report
	home := spot{sheet: f.sheet, first: "A1"}
	entries := []entry{
		b.documentOf(f), {text: f.sheet, link: home}, words(quoteTitle(r.Title)), asPrinted(r.Year), words(subject(r)),
		linked(asPrinted(r.Total.Score.Text), f.total),
	}
	if !checked {
		return entries
	}
	var t render.Tally
	t.Add(r.Findings)
	total := ""
	for _, c := range f.corrections {
		if c.Field == "/total/score" {
			total = c.Corrected.Text
		}
	}
	errors, warnings := count(t.Errors), count(t.Warnings)
	if t.Errors > 0 {
		errors.color = markColors[errorMark]
	}
	if t.Warnings > 0 {
		warnings.color = markColors[warningMark]
	}
	return append(entries, asPrinted(total), errors, warnings, count(t.Notes), count(len(f.corrections)),
		count(r.Coverage.Figures), count(r.Coverage.Unchecked))
}

// asPrinted is a text of a form: a number where it is a figure, shown as printed.
func asPrinted(s string) entry {
	if f, ok := figureOf(s); ok {
		return entry{number: &f.value, format: f.format}
	}
	return words(s)
}

func linked(e entry, to spot) entry {
	e.link = to
	return e
}

// quoteTitle sets a title in book marks, so that the list is not taken for a form of that title.
func quoteTitle(title string) string {
	if title == "" {
		return ""
	}
	return "《" + title + "》"
}
