package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// dataColumns are those of the sheet of figures: a row a printed figure, ready for a pivot table.
var dataColumns = []column{
	{name: fuhe.Phrase{ZH: "文件", EN: "file"}, width: 30, left: true},
	{name: fuhe.Phrase{ZH: "表页", EN: "sheet"}, width: 22, left: true},
	{name: fuhe.Phrase{ZH: "部门", EN: "unit"}, width: 24, left: true},
	{name: fuhe.Phrase{ZH: "所评对象", EN: "project"}, width: 28, left: true},
	{name: fuhe.Phrase{ZH: "年份", EN: "year"}, width: 7},
	{name: fuhe.Phrase{ZH: "条目", EN: "entry"}, width: 30, left: true},
	{name: fuhe.Phrase{ZH: "路径", EN: "field"}, width: 28, left: true},
	{name: fuhe.Phrase{ZH: "原文", EN: "as printed"}, width: 18},
	{name: fuhe.Phrase{ZH: "数值", EN: "value"}, width: 14},
	{name: fuhe.Phrase{ZH: "量纲", EN: "measure"}, width: 8},
	{name: fuhe.Phrase{ZH: "核对结论", EN: "class"}, width: 10},
	{name: fuhe.Phrase{ZH: "核对所据规则", EN: "by"}, width: 16, left: true},
	{name: fuhe.Phrase{ZH: "未核对原因", EN: "why not"}, width: 36, left: true},
}

// classNames are what became of figures, behind their tick marks.
var classNames = map[fuhe.Class]fuhe.Phrase{
	fuhe.Agrees: {ZH: "相符", EN: "agrees"}, fuhe.Differs: {ZH: "矛盾", EN: "differs"},
	fuhe.Judged: {ZH: "待判断", EN: "to judge"}, fuhe.Unchecked: {ZH: "未核对", EN: "unchecked"},
}

// fillData writes every printed figure with what became of it.
func (b *book) fillData(sheet string, forms []formSheet) error {
	s, err := b.newStream(sheet, dataColumns, 1)
	if err != nil {
		return err
	}
	if err := s.head(dataColumns); err != nil {
		return err
	}
	for i := range forms {
		f := &forms[i]
		entries := fieldsOf(f.report)
		for k := range f.report.Figures {
			if s.row >= maxSheetRows {
				break
			}
			if err := s.add(dataColumns, b.dataRow(f, entries, &f.report.Figures[k])); err != nil {
				return err
			}
		}
	}
	if s.row > 1 {
		area := "A1:" + fuhe.Ref(s.row-1, len(dataColumns)-1, 1, 1)
		if err := s.w.AddTable(&excelize.Table{Range: area, Name: "fuhe_figures", StyleName: "TableStyleLight1"}); err != nil {
			return err
		}
	}
	if err := s.w.Flush(); err != nil {
		return err
	}
	return b.repeated(sheet, 1)
}

func (b *book) dataRow(f *formSheet, entries map[fuhe.Field]*fuhe.Cell, n *fuhe.Figure) []entry {
	r := f.report
	label, text, value, unit := r.Label(n.Field, b.lang), n.Text, words(""), ""
	if n.At != nil {
		label = n.At.String()
	} else if c := entries[n.Field]; c != nil {
		text = c.Text
		if c.Number != nil {
			v := c.Number.Value.InexactFloat64()
			value, unit = entry{number: &v, format: "General"}, c.Number.Unit
		}
	}
	department := r.Department.Text
	if department == "" {
		department = r.Implementer.Text
	}
	return []entry{words(f.document), words(f.sheet), words(department), words(subject(r)), asPrinted(r.Year), words(label), words(string(n.Field)), words(text), value, words(unit),
		words(n.Class.Tick() + " " + classNames[n.Class].In(b.lang)), words(strings.Join(n.By, " ")), words(n.Because)}
}
