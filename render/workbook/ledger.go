package workbook

import (
	"strconv"

	"fuhe"
	"fuhe/render"
)

// ledgerColumns are those of the working paper (复核底稿), a row an indicator. What the reviewer finds himself goes into
// 复核完成值 and, where nothing is derived, into 复核得分. The mark at the end of each heading keeps the sheet from being taken
// for a form when the workbook is read again.
var ledgerColumns = []column{
	{name: fuhe.Phrase{ZH: "一级·底稿", EN: "level 1"}, width: 12, left: true},
	{name: fuhe.Phrase{ZH: "二级·底稿", EN: "level 2"}, width: 14, left: true},
	{name: fuhe.Phrase{ZH: "三级指标·底稿", EN: "indicator"}, width: 28, left: true},
	{name: fuhe.Phrase{ZH: "指标值·底稿", EN: "target"}, width: 14},
	{name: fuhe.Phrase{ZH: "权重·底稿", EN: "weight"}, width: 9},
	{name: fuhe.Phrase{ZH: "自评完成值·底稿", EN: "actual, self-evaluated"}, width: 14},
	{name: fuhe.Phrase{ZH: "自评得分·底稿", EN: "score, self-evaluated"}, width: 10},
	{name: fuhe.Phrase{ZH: "复核完成值·底稿", EN: "actual, reviewed"}, width: 14},
	{name: fuhe.Phrase{ZH: "复核得分·底稿", EN: "score, reviewed"}, width: 10},
	{name: fuhe.Phrase{ZH: "偏差·底稿", EN: "difference"}, width: 10},
	{name: fuhe.Phrase{ZH: "备注·底稿", EN: "remarks"}, width: 36, left: true},
}

// Places of columns that formulas speak of.
const (
	ledgerScore    = 6
	ledgerReviewed = 8
	ledgerRemarks  = 10
)

// fillLedger writes the working paper of all forms, one under the other.
func (b *book) fillLedger(sheet string, forms []formSheet) error {
	s, err := b.newStream(sheet, ledgerColumns, 2)
	if err != nil {
		return err
	}
	if err := s.title(ledgerSheet.In(b.lang), len(ledgerColumns), style{font: titlePoints, bold: true}); err != nil {
		return err
	}
	if err := s.head(ledgerColumns); err != nil {
		return err
	}
	for i := range forms {
		if err := b.ledgerOf(s, &forms[i]); err != nil {
			return err
		}
	}
	if err := s.w.Flush(); err != nil {
		return err
	}
	return b.repeated(sheet, 2)
}

// ledgerOf writes the rows of one form: its name, the budget score, its indicators, and what they come to.
func (b *book) ledgerOf(s *stream, f *formSheet) error {
	r := f.report
	if f.unfit != "" || r == nil {
		return nil // its sheet says so, and so does the summary
	}
	if err := s.title(render.WithYear(subject(r), r.Year, b.lang)+"  "+f.document, len(ledgerColumns), style{font: fontPoints, bold: true, left: true, border: true, colorHex: "EEF2F8"}); err != nil {
		return err
	}
	if len(r.Funds) > 0 && (r.Funds[0].Score.Present() || r.Funds[0].ExecutionRate.Present()) {
		fund := &r.Funds[0]
		row := []entry{words(""), words(""), words(budgetName.In(b.lang)), words(""), asPrinted(fund.Weight.Text), asPrinted(fund.ExecutionRate.Text)}
		if err := b.ledgerRow(s, f, row, "/funds/0/score", fund.Score); err != nil {
			return err
		}
	}
	for i := range r.Indicators {
		n := &r.Indicators[i]
		row := []entry{words(n.Level1.Text), words(n.Level2.Text), words(n.Name.Text), asPrinted(n.Target.Text), asPrinted(n.Weight.Text), asPrinted(n.Actual.Text)}
		if err := b.ledgerRow(s, f, row, fuhe.IndicatorField(i, "score"), n.Score); err != nil {
			return err
		}
	}
	return b.ledgerTotals(s, f)
}

// ledgerRow adds to a row the score as printed, room for the reviewer's actual value, his score and the difference. The score
// is a formula that leads to the form's own sheet: where it was corrected there, it is the corrected one.
func (b *book) ledgerRow(s *stream, f *formSheet, row []entry, field fuhe.Field, score fuhe.Cell) error {
	printed := asPrinted(score.Text)
	reviewed, value, known := b.reviewedScore(f, field, score)
	difference := words("")
	if known && printed.number != nil {
		diff := rounded(*printed.number - value)
		difference = entry{number: &diff, format: "0.00", formula: s.ref(ledgerScore) + "-" + s.ref(ledgerReviewed)}
		if diff != 0 {
			difference.color = markColors[errorMark]
		}
	}
	return s.add(ledgerColumns, append(row, printed, words(""), reviewed, difference, words(f.remarksOn(field, b.lang))))
}

// reviewedScore is the score by the form's own sheet.
func (b *book) reviewedScore(f *formSheet, field fuhe.Field, score fuhe.Cell) (e entry, value float64, known bool) {
	text := score.Text
	for _, c := range f.corrections {
		if c.Field == field {
			text = c.Corrected.Text
		}
	}
	fig, ok := figureOf(text)
	if !ok {
		return words(""), 0, false
	}
	e = entry{number: &fig.value, format: fig.format}
	if at, placed := f.spots[score.At]; placed && at.sheet != "" && (at.numeric || text != score.Text) {
		e.formula = render.QuoteSheet(at.sheet) + "!" + at.first
	}
	return e, fig.value, true
}

// ledgerTotals writes what a form comes to: 自评总分, 复核总分, 偏离度 = (自评 − 复核) ÷ 自评.
func (b *book) ledgerTotals(s *stream, f *formSheet) error {
	total := f.report.Total.Score
	printed := asPrinted(total.Text)
	reviewed, value, known := b.reviewedScore(f, "/total/score", total)
	line := func(name fuhe.Phrase, e entry) error {
		row := make([]entry, len(ledgerColumns))
		row[2], row[ledgerScore] = entry{text: name.In(b.lang), bold: true}, e
		return s.add(ledgerColumns, row)
	}
	if err := line(selfTotal, printed); err != nil {
		return err
	}
	if err := line(reviewedTotal, reviewed); err != nil {
		return err
	}
	deviation := words("")
	if known && printed.number != nil && *printed.number != 0 {
		share := (*printed.number - value) / *printed.number
		self, checked := fuhe.Ref(s.row-2, ledgerScore, 1, 1), fuhe.Ref(s.row-1, ledgerScore, 1, 1)
		deviation = entry{number: &share, format: "0.00%", formula: "(" + self + "-" + checked + ")/" + self}
	}
	return line(deviationName, deviation)
}

// ref is a cell of the row that is written next.
func (s *stream) ref(col int) string { return fuhe.Ref(s.row, col, 1, 1) }

// remarksOn are the rules that name an entry.
func (f *formSheet) remarksOn(field fuhe.Field, l fuhe.Lang) string {
	text := ""
	for _, w := range f.rows {
		if w.field == field && w.severity != "" {
			if text != "" {
				text += "\n"
			}
			text += render.SeverityName(w.severity, l) + " " + w.rule + " " + w.message
		}
	}
	return text
}

// rounded takes the dust of binary fractions off a difference.
func rounded(v float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 8, 64), 64)
	if err != nil {
		return v
	}
	return r
}

func itoa(n int) string { return strconv.Itoa(n) }
