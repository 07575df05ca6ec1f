package workbook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
	"fuhe/render/figure"
	"fuhe/render/paper"
)

// findingsColumns head the findings sheet. No heading may be one that forms have (得分, 说明, 项目名称 …): the sheet must
// not be taken for a form when the workbook is read again.
var findingsColumns = []column{
	{name: fuhe.Phrase{ZH: "序号", EN: "no."}, width: 6},
	{name: fuhe.Phrase{ZH: "索引号", EN: "index"}, width: 10},
	{name: fuhe.Phrase{ZH: "严重程度", EN: "severity"}, width: 9},
	{name: fuhe.Phrase{ZH: "规则", EN: "rule"}, width: 7},
	{name: fuhe.Phrase{ZH: "问题类别", EN: "kind"}, width: 22, left: true},
	{name: fuhe.Phrase{ZH: "工作表", EN: "sheet"}, width: 16, left: true},
	{name: fuhe.Phrase{ZH: "单元格", EN: "cell"}, width: 8},
	{name: fuhe.Phrase{ZH: "对象", EN: "entry"}, width: 24, left: true},
	{name: fuhe.Phrase{ZH: "公布值", EN: "published"}, width: 13},
	{name: fuhe.Phrase{ZH: "复算值", EN: "recomputed"}, width: 13},
	{name: fuhe.Phrase{ZH: "差额", EN: "difference"}, width: 11},
	{name: fuhe.Phrase{ZH: "复核发现", EN: "finding"}, width: 40, left: true},
	{name: fuhe.Phrase{ZH: "算式", EN: "working"}, width: 32, left: true},
	{name: fuhe.Phrase{ZH: "依据", EN: "basis"}, width: 26, left: true},
	{name: fuhe.Phrase{ZH: "可能成因", EN: "likely cause"}, width: 26, left: true},
	{name: fuhe.Phrase{ZH: "影响", EN: "effect"}, width: 10},
	{name: fuhe.Phrase{ZH: "处理", EN: "action"}, width: 10},
	{name: fuhe.Phrase{ZH: "处理建议", EN: "advice"}, width: 24, left: true},
	{name: fuhe.Phrase{ZH: "原处", EN: "in the source"}, width: 18},
	{name: fuhe.Phrase{ZH: "编号", EN: "id"}, width: 18},
	{name: fuhe.Phrase{ZH: "文件哈希", EN: "hash"}, width: 26},
}

// The places of some columns of the sheet of findings.
const (
	indexColumn      = 1
	severityColumn   = 2
	ruleColumn       = 3
	findingSheet     = 5
	cellColumn       = 6
	entryColumn      = 7
	publishedColumn  = 8
	recomputedColumn = 9
	actionColumn     = 16
	idColumn         = 19
	hashColumn       = 20
)

// lastRepeated is the last column that each printed page shows again: number, index, severity and rule of the row.
const lastRepeated = "D"

// noCellMark stands for the cell of a finding that the sheet has no cell for.
const noCellMark = "—"

// findingsMark is the defined name by which a later run knows the sheet of findings; its name alone could be anybody's.
const findingsMark = "fuhe_findings"

// addFindings adds the sheet that lists every finding and correction, each linked to its cell.
func (b *book) addFindings(forms []formSheet) error {
	sheet, err := b.reserved(findingsSheet.In(b.lang))
	if err != nil {
		return err
	}
	var typed Typed
	if b.around != nil && b.around.Earlier != nil {
		typed = *b.around.Earlier
	}
	return b.fillFindings(sheet, forms, typed)
}

// fillFindings lists the findings, with the remarks of an earlier sheet.
func (b *book) fillFindings(sheet string, forms []formSheet, typed Typed) error {
	var rows [][]entry
	for _, f := range forms {
		for _, w := range f.rows {
			rows = append(rows, b.findingEntries(len(rows)+1, f, w))
		}
	}
	found := len(rows)
	rows = b.withRemarks(rows, typed)
	columns := slices.Concat(findingsColumns, opinionColumns)
	cols := len(columns)
	if err := b.headline(sheet, 0, cols, findingsTitle.In(b.lang), style{font: titlePoints, bold: true, left: true}); err != nil {
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
	if err := b.pictures(sheet, cols, top+1, forms); err != nil {
		return err
	}
	if err := b.filtered(sheet, top+1, top+1, top+1+found, cols); err != nil {
		return err
	}
	if err := b.repeatedCorner(sheet, lastRepeated, top+1); err != nil {
		return err
	}
	two, high := 2, 0 // pages wide, and any number high
	if err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{FitToWidth: &two, FitToHeight: &high}); err != nil {
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
	entries := make([]entry, len(findingsColumns))
	for at, e := range map[int]entry{
		0: words(strconv.Itoa(number)), indexColumn: words(b.indexOf(number)), severityColumn: severity, ruleColumn: words(w.rule), 4: words(b.rule(w.rule).Title), findingSheet: words(sheet), cellColumn: cell,
		entryColumn: words(w.label), publishedColumn: words(w.published), recomputedColumn: words(w.recomputed), 10: w.difference(), 11: words(w.message), 12: words(w.working), 13: words(b.rule(w.rule).Basis),
		14: words(w.cause), 15: words(render.EffectName(w.effect, b.lang)), actionColumn: words(action), 17: words(w.advice(b.lang)), 18: words(source), idColumn: words(w.id), hashColumn: words(f.sha256),
	} {
		entries[at] = e
	}
	return entries
}

// rule is what a rule says of itself, where the caller said so.
func (b *book) rule(id string) render.Rule {
	if b.around == nil {
		return render.Rule{}
	}
	return b.around.Rules[id]
}

func (b *book) indexOf(number int) string {
	var p paper.Particulars
	if b.around != nil {
		p = b.around.Particulars
	}
	return p.Index(number)
}

// difference is what is printed less what it would be, where both are figures of one kind.
func (w row) difference() entry {
	printed, okPrinted := figure.Of(w.published)
	right, okRight := figure.Of(w.recomputed)
	if !okPrinted || !okRight || printed.Unit != right.Unit {
		return words("")
	}
	diff := rounded(printed.Value() - right.Value())
	return entry{number: &diff, format: right.Format}
}

// advice is what to do about a finding.
func (w row) advice(l fuhe.Lang) string {
	switch {
	case w.correction != nil, w.mended:
		return rectifyPhrase.In(l)
	case w.severity == fuhe.Error:
		return explainPhrase.In(l)
	case w.severity == fuhe.Warning:
		return supportPhrase.In(l)
	}
	return knowPhrase.In(l)
}
