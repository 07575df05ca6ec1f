package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

var gradeText = lazy.New(`^(优秀?|良好?|中等?|差|较差|合格|不合格|及格|不及格|一般|基本合格|[A-D])$`)

// namedGrade is a grade behind its name in one cell.
var namedGrade = lazy.New(`^(?:评价|自评|绩效|评定|绩效评价|绩效自评|自评评价)?(?:等级|等次|级别|评级)[:：]?[(（]?([^()（）:：]+)[)）]?$`)

// totals gathers what may be the total of the form: rows that add it up, and what stands beside its name.
type totals struct {
	own    fuhe.Total
	header *fuhe.Total // a second one in the header
	final  bool        // the label of own names the total beyond doubt
}

// readRow reads a row that adds up the form: weight and score by their columns, the grade behind them. The figures above
// it tell weight from score where one cell stands under both.
func (t *totals) readRow(n *indicatorBlock, r int, funds []fuhe.Fund, above []fuhe.Indicator) said {
	var s said
	label := n.rowLabel(r)
	total := fuhe.Total{}
	w, sc := n.Columns.Find(words.Weight), n.Columns.Find(words.Score)
	weight, score := n.totalUnder(r, w, label, &s), n.totalUnder(r, sc, label, &s)
	sums := sumAbove(funds, above)
	switch {
	case n.shifted(r, weight):
		if !n.takeShifted(r, &total, &s) {
			return s
		}
	case n.besidePoints(r, weight, score, &total, sums, &s):
	case !weight.Blank() && weight == score:
		if !words.OfScores.MatchString(label.Heading.Key) && !addsUp(weight, sums) {
			s.lose("/total", weight.Entry(), true, both("合计数横跨分值与得分两栏，无法确定是哪一个", "the total stands under weight and score: it may be either"))
			return s
		}
		total.Score = score.Entry()
		if left := n.mergedWeight(r, label, score); left != nil {
			total.Weight = left.Entry()
		}
	case n.view.Spaced && !weight.Blank() && score.Blank() && sc != nil && words.OfScores.MatchString(label.Heading.Key):
		total.Score = weight.Entry() // it was merged over both, and the span is lost
	default:
		total.Weight, total.Score = n.totalCell(weight, w, r, label), n.totalCell(score, sc, r, label)
		if w == nil && sc == nil {
			return s
		}
	}
	total.Grade = n.gradeIn(r)
	t.keep(total, label, &s)
	return s
}

// mergedWeight is the one figure between the label of a total and its score where both are merged over columns regardless of
// the headings, 总分 | 100 | 97.52 in thirds; nil where there is none, or several.
func (n *indicatorBlock) mergedWeight(r int, label, score *view.Cell) *view.Cell {
	var found *view.Cell
	for _, c := range n.view.In(r) {
		if _, figure := fuhe.ParseNumber(c.Text); !figure || c == label || c == score || c.Row != r || c.Col > score.Col {
			continue
		}
		if found != nil || !n.spansFields(c) {
			return nil
		}
		found = c
	}
	return found
}

// totalUnder is the cell of the total under a heading; nil when there is none, or two.
func (n *indicatorBlock) totalUnder(r int, col *view.Column, label *view.Cell, s *said) *view.Cell {
	if col == nil {
		return nil
	}
	c, ok := n.view.Under(r, col)
	if !ok {
		n.loseRow(r, "/total", true, both("合计行同一栏内有两个填报项", "two entries of the total stand under one heading"), s)
		return nil
	}
	if c == label {
		return nil
	}
	return c
}

// totalCell is the entry of the total in a column; none where the label of the row covers it.
func (n *indicatorBlock) totalCell(c *view.Cell, col *view.Column, r int, label *view.Cell) fuhe.Cell {
	if col == nil || c == nil && n.view.At(r, col.From) == label {
		return fuhe.Cell{}
	}
	return n.view.Entry(c, r, col.From)
}

// shifted reports a total that stands one column right of its headings, which rows do whose spans were lost: read by
// position it would put a figure under the reason column, or right of all headings of points, where no figure can be.
func (n *indicatorBlock) shifted(r int, weight *view.Cell) bool {
	if !n.view.Grid.Spaced || !weight.Blank() {
		return false
	}
	col, score := n.Columns.Find(words.Deviation), n.Columns.Find(words.Score)
	for _, c := range n.view.In(r) {
		beyond := score != nil && c.Col > score.To && n.Columns.Over(c) == 0
		if col != nil {
			beyond = c.Col <= col.To && c.Right() >= col.From
		}
		if _, number := fuhe.ParseNumber(c.Text); number && beyond {
			return true
		}
	}
	return false
}

// takeShifted takes the only two figures of a shifted total, weight and score in the order of their headings, when they
// stand side by side and as far from their headings as from each other.
func (n *indicatorBlock) takeShifted(r int, total *fuhe.Total, said *said) bool {
	v := n.view
	var figures []*view.Cell
	for _, c := range v.In(r) {
		if _, ok := fuhe.ParseNumber(c.Text); ok {
			figures = append(figures, c)
		}
	}
	w, s := n.Columns.Find(words.Weight), n.Columns.Find(words.Score)
	if w == nil || s == nil || len(figures) != 2 || figures[0].Col-w.From != 1 || figures[1].Col-s.From != 1 {
		n.loseRow(r, "/total", true, both("合计数不在其表头之下", "the total does not stand under its headings"), said)
		return false
	}
	total.Weight = figures[0].Entry()
	total.Score = figures[1].Entry()
	return true
}

// addsUp reports whether a figure under both headings can only be the score: the weights add up to something else, or
// the scores to the same.
func addsUp(c *view.Cell, above sums) bool {
	n, ok := fuhe.ParseNumber(c.Text)
	return ok && (!n.Value.Equal(above.weights.Add(above.budgetWeight)) || n.Value.Equal(above.scores.Add(above.budgetScore)))
}

// gradeIn is the grade printed in the row of the total, behind the score, alone or behind its name, 等级：良.
func (n *indicatorBlock) gradeIn(r int) fuhe.Cell {
	for _, c := range n.view.In(r) {
		if c.Col <= n.Columns.First() {
			continue
		}
		if said := words.Squeeze(c.Text); gradeText.MatchString(said) {
			return c.Entry()
		} else if m := namedGrade.FindStringSubmatch(said); m != nil && gradeText.MatchString(m[1]) {
			grade := fuhe.NewCell(m[1], c.Entry().At)
			grade.Marks = []string{strings.TrimSuffix(said, m[1])} // what else the cell says
			return grade
		}
	}
	return fuhe.Cell{}
}

// graded is the total of the form with the grade that stands in brackets behind its score, "99.50（良）", where none stands
// apart from it.
func (t *totals) graded() fuhe.Total {
	own := t.own
	if !own.Grade.Present() {
		own.Grade = gradeBehind(own.Score)
	}
	if n := own.Score.Number; n != nil && gradeText.MatchString(n.Unit) && (own.Grade.Text == "" || own.Grade.Text == n.Unit) { // 94.18优, in one cell
		own.Grade = fuhe.NewCell(n.Unit, own.Score.At)
		bare := *n
		bare.Unit = ""
		own.Score.Number, own.Score.Marks = &bare, append(own.Score.Marks[:len(own.Score.Marks):len(own.Score.Marks)], n.Unit)
	}
	return own
}

func gradeBehind(score fuhe.Cell) fuhe.Cell {
	for _, m := range score.Marks {
		if text := strings.Trim(words.Squeeze(m), "（）()"); gradeText.MatchString(text) {
			return fuhe.NewCell(text, score.At)
		}
	}
	return fuhe.Cell{}
}

// keep takes the total whose label says most. Two rows that both may be it and differ are said and neither is taken.
func (t *totals) keep(total fuhe.Total, label *view.Cell, s *said) {
	have := &t.own
	final := words.Finals.MatchString(label.Heading.Key)
	switch {
	case !have.Score.Present() && !have.Weight.Present():
	case final && !t.final:
	case t.final && !final:
		return
	case have.Score.Text == total.Score.Text && have.Weight.Text == total.Weight.Text:
		return
	case have.Score.Text == "" && have.Weight.Text == "":
	case total.Score.Text == "" && total.Weight.Text == "":
		return
	default:
		s.note(label.At, "two rows may be the total of the form: neither is taken")
		*have = fuhe.Total{}
		t.final = true
		return
	}
	if total.Grade.Text == "" {
		total.Grade = have.Grade
	}
	*have = total
	t.final = final
}

// beside takes a total or grade that stands beside its name: for the form's own where no row adds it up, else, in the
// header, for a second one. 总分 | 100 over a row of its own may be what the form is scored out of, and is no second total.
func (t *totals) beside(l view.Labelled, bodyStart int) {
	own, second, figure := &t.own.Score, func(o *fuhe.Total) *fuhe.Cell { return &o.Score }, l.Value.Number != nil
	named := words.SelfScore.MatchString(l.Label.Heading.Key)
	if l.Field == words.Grade {
		own, second, figure, named = &t.own.Grade, func(o *fuhe.Total) *fuhe.Cell { return &o.Grade }, true, true
	}
	switch {
	case own.Text == "" && (l.Field == words.Grade || !own.Present()):
		if figure || l.Value.Text == "" || holdsFigure(l.Value.Text) {
			*own = l.Value
		}
	case figure && named && l.Value.Text != "" && l.Label.Row < bodyStart && l.Value.At != own.At:
		if t.header == nil {
			t.header = &fuhe.Total{}
		}
		*second(t.header) = l.Value
	}
}
