package form

import (
	"fuhe/extract/lazy"
)

// pointUnit is what points may be counted in; grades stand behind them, too.
var pointUnit = lazy.New(`^(分|点|%|‰|个?百分点|[Pp]oints?|[Pp]ts?)$`)

// checkPoints puts weights and scores in doubt with words behind them that are no unit of points: a name that was signed over the
// cell joins its text, 15张三, and may hide what stood there.
func (f *reader) checkPoints() {
	for _, e := range f.report.Entries() {
		key, n := e.Field.Key(), e.Cell.Number
		if key != "weight" && key != "score" || n == nil || n.Unit == "" || pointUnit.MatchString(n.Unit) || gradeText.MatchString(n.Unit) {
			continue
		}
		doubt := both("分数后有不是分数单位的文字%s，可能是签名或印章", "words that are no unit of points stand behind the figure (%s): a signature or a stamp may lie here", quote(n.Unit))
		*e.Cell = e.Cell.Kept(nil, false, &doubt)
	}
}
