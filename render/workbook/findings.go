package workbook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

// findingsColumns head the findings sheet. No heading may be one that forms have (得分, 说明, 项目名称 …): the sheet must
// not be taken for a form when the workbook is read again.
var findingsColumns = []column{
	{name: fuhe.Phrase{ZH: "序号", EN: "no."}, width: 6},
	{name: fuhe.Phrase{ZH: "严重程度", EN: "severity"}, width: 10},
	{name: fuhe.Phrase{ZH: "规则", EN: "rule"}, width: 8},
	{name: fuhe.Phrase{ZH: "工作表", EN: "sheet"}, width: 16, left: true},
	{name: fuhe.Phrase{ZH: "单元格", EN: "cell"}, width: 8},
	{name: fuhe.Phrase{ZH: "条目", EN: "entry"}, width: 26, left: true},
	{name: fuhe.Phrase{ZH: "公布", EN: "published"}, width: 13},
	{name: fuhe.Phrase{ZH: "复算", EN: "recomputed"}, width: 13},
	{name: fuhe.Phrase{ZH: "处理", EN: "action"}, width: 10},
	{name: fuhe.Phrase{ZH: "算式", EN: "working"}, width: 34, left: true},
	{name: fuhe.Phrase{ZH: "可能成因", EN: "likely cause"}, width: 28, left: true},
	{name: fuhe.Phrase{ZH: "解释", EN: "explanation"}, width: 44, left: true},
	{name: fuhe.Phrase{ZH: "原处", EN: "in the source"}, width: 18},
	{name: fuhe.Phrase{ZH: "编号", EN: "id"}, width: 14},
}

// noCellMark stands for the cell of a finding that the sheet has no cell for.
const noCellMark = "—"

// findingsMark is the defined name by which a later run knows the sheet of findings; its name alone could be anybody's.
const findingsMark = "fuhe_findings"

// addFindings adds the sheet that lists every finding and correction, each linked to its cell.
func (b *book) addFindings(forms []formSheet) error {
	sheet, err := b.addReserved(findingsSheet.In(b.lang))
	if err != nil {
		return err
	}
	return b.fillFindings(sheet, forms, nil, nil)
}

// fillFindings lists the findings, with the remarks of an earlier sheet.
func (b *book) fillFindings(sheet string, forms []formSheet, remarks map[string]*remarked, order []*remarked) error {
	var rows [][]entry
	for _, f := range forms {
		for _, w := range f.rows {
			rows = append(rows, b.findingEntries(len(rows)+1, f, w))
		}
	}
	found := len(rows)
	rows = b.withRemarks(rows, remarks, order)
	columns := slices.Concat(findingsColumns, opinionColumns)
	cols := len(columns)
	if err := b.headline(sheet, 0, cols, findingsTitle.In(b.lang), style{font: titlePoints, bold: true}); err != nil {
		return err
	}
	if err := b.headline(sheet, 1, cols, legendPhrase.In(b.lang), style{font: fontPoints, left: true}); err != nil {
		return err
	}
	const top = 2
	end, err := b.list(sheet, top, columns, rows)
	if err != nil {
		return err
	}
	if found == 0 {
		if err := b.headline(sheet, end, cols, noFindingsPhrase.In(b.lang), style{font: fontPoints}); err != nil {
			return err
		}
	}
	if err := b.listPage(sheet, columns, top+1); err != nil {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: findingsMark, RefersTo: render.QuoteSheet(sheet) + "!$A$1"})
}

func (b *book) findingEntries(number int, f formSheet, w row) []entry {
	severity := words(render.SeverityName(w.severity, b.lang))
	switch {
	case w.severity == "":
		severity = entry{text: followsPhrase.In(b.lang), color: markColors[correctedMark]}
	case w.mark() != noMark:
		severity.color = markColors[w.mark()]
	}
	sheet, cell := f.sheet, words(noCellMark)
	if w.spot.sheet != "" {
		sheet, cell = w.spot.sheet, entry{text: w.spot.first, link: w.spot}
	}
	action := w.action
	switch {
	case action != "":
	case w.correction != nil && w.spot.sheet == "":
		action = noCellPhrase.In(b.lang)
	case w.noFormula:
		action = valueOnlyPhrase.In(b.lang)
	case w.mark() == correctedMark:
		action = correctedPhrase.In(b.lang)
	case w.mark() != noMark:
		action = judgePhrase.In(b.lang)
	}
	source := w.source
	if f.document != "" {
		source = strings.TrimSuffix(f.document+" "+w.source, " ")
	}
	return []entry{
		words(strconv.Itoa(number)), severity, words(w.rule), words(sheet), cell, words(w.label), words(w.published), words(w.recomputed),
		words(action), words(w.working), words(w.cause), words(w.message), words(source), words(w.id),
	}
}
