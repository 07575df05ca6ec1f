package workbook

import (
	"strconv"

	"fuhe"
	"fuhe/render"
)

// acrossSheet is the sheet of what forms say of each other.
var acrossSheet = fuhe.Phrase{ZH: "跨表核对", EN: "across forms"}

// acrossColumns head it. See findingsColumns for why they are worded unlike a form's.
var acrossColumns = []column{
	{name: fuhe.Phrase{ZH: "序号", EN: "no."}, width: 6},
	{name: fuhe.Phrase{ZH: "严重程度", EN: "severity"}, width: 10},
	{name: fuhe.Phrase{ZH: "规则", EN: "rule"}, width: 8},
	{name: fuhe.Phrase{ZH: "工作表", EN: "sheet"}, width: 20, left: true},
	{name: fuhe.Phrase{ZH: "公布值", EN: "published"}, width: 13},
	{name: fuhe.Phrase{ZH: "对照数", EN: "the other figure"}, width: 13},
	{name: fuhe.Phrase{ZH: "算式", EN: "working"}, width: 34, left: true},
	{name: fuhe.Phrase{ZH: "解释", EN: "explanation"}, width: 60, left: true},
	{name: fuhe.Phrase{ZH: "配对依据", EN: "why they belong together"}, width: 26, left: true},
	{name: fuhe.Phrase{ZH: "原处", EN: "in the source"}, width: 30, left: true},
	{name: fuhe.Phrase{ZH: "对照处", EN: "against"}, width: 44, left: true},
	{name: fuhe.Phrase{ZH: "编号", EN: "id"}, width: 14},
}

// addAcross adds the sheet of findings over several forms, each linked to the sheet of its form; none without findings.
func (b *book) addAcross(found []fuhe.Across, forms []formSheet) error {
	if len(found) == 0 {
		return nil
	}
	sheet, err := b.reserved(acrossSheet.In(b.lang))
	if err != nil {
		return err
	}
	homes := make(map[string]string, len(forms))
	for _, f := range forms {
		homes[f.document+"\x00"+strconv.Itoa(f.number)] = f.sheet
	}
	var rows [][]entry
	for i := range found {
		x := &found[i]
		rows = append(rows, b.acrossEntries(i+1, x, homes[x.Path+"\x00"+strconv.Itoa(x.Report)]))
	}
	if err := b.headline(sheet, 0, len(acrossColumns), acrossSheet.In(b.lang), style{font: titlePoints, bold: true}); err != nil {
		return err
	}
	const top = 1
	end, err := b.list(sheet, top, acrossColumns, rows)
	if err != nil {
		return err
	}
	if err := b.listPage(sheet, acrossColumns, top+1); err != nil {
		return err
	}
	return b.filtered(sheet, top+1, top+1, end, len(acrossColumns))
}

// severityMarks are the colours of severities.
var severityMarks = map[fuhe.Severity]mark{fuhe.Error: errorMark, fuhe.Warning: warningMark}

func (b *book) acrossEntries(number int, x *fuhe.Across, sheet string) []entry {
	severity := words(render.SeverityName(x.Severity, b.lang))
	if m, ok := severityMarks[x.Severity]; ok {
		severity.color = markColors[m]
	}
	home := words(noCellMark)
	if sheet != "" {
		home = entry{text: sheet, link: spot{sheet: sheet, first: "A1"}}
	}
	because := ""
	if x.Match != nil {
		because = x.Match.Because
	}
	return []entry{
		words(strconv.Itoa(number)), severity, words(x.Rule), home, words(x.Published), words(x.Recomputed), words(x.Working), words(x.Message), words(because),
		words(render.AcrossPlace(x.Path, x.Report, x.At)), words(render.AcrossInputs(x, b.lang)), words(x.ID),
	}
}
