package form

import (
	_ "embed"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// tree is a form that agrees, with points in all of its rows.
//
//go:embed testdata/scored.grid
var tree string

// TestColumnsToldByWhatStandsInThem: a heading that is blank or says something else leaves no name, target or actual value
// unread where the column can be nothing else.
func TestColumnsToldByWhatStandsInThem(t *testing.T) {
	want := shown(readOne(t, parse(t, tree)))
	for _, heading := range [][2]string{
		{"| 一级指标 |", "|  |"}, {"| 二级指标 |", "|  |"}, {"| 三级指标 |", "|  |"}, {"| 年度指标值 |", "|  |"}, {"| 实际完成值 |", "|  |"}, {"| 年度指标值 |", "| 上报值 |"},
		{"| 一级指标 | 二级指标 | 三级指标 |", "| 指标类别 | 指标类型 | 指标名称 |"}, {"| 一级指标 | 二级指标 | 三级指标 |", "| 一级 | 二级 | 三级 |"},
	} {
		t.Run(heading[0]+heading[1], func(t *testing.T) {
			got := shown(readOne(t, parse(t, strings.Replace(tree, heading[0], heading[1], 1))))
			sameLines(t, got[1:], want[1:]) // the layout is told by its headings
		})
	}
}

// TestTypesAreNoLevels: 定性 and 定量 under 指标类型 name no level, and a column of words beside the names is no other one.
func TestTypesAreNoLevels(t *testing.T) {
	r := readOne(t, parse(t, strings.NewReplacer("| 二级指标 |", "| 指标类型 |", "| 数量指标 |", "| 定量 |", "| 质量指标 |", "| 定量 |", "| 服务对象满意度指标 |", "| 定性 |").Replace(tree)))
	if r.Indicators[0].Level2.Text != "" || r.Indicators[0].Name.Text != "场次" || r.Indicators[2].Level1.Text != "满意度指标" {
		t.Errorf("%+v", r.Indicators[0])
	}
}

// TestTotalInALineBelow: the total of a form without a row for it stands in a line under the table, if no other table follows.
func TestTotalInALineBelow(t *testing.T) {
	bare := strings.Replace(tree, "| 总分 | < | < | < | < | < | 100 | 93 |  |", "自评总分：93分\n自评等级：优", 1)
	r := readOne(t, parse(t, bare))
	if r.Total.Score.Text != "93分" || r.Total.Score.Number == nil || r.Total.Grade.Text != "优" || r.HeaderTotal != nil {
		t.Errorf("%+v", r.Total)
	}
	other := strings.Replace(tree, "科普", "治水", 1)
	if reports, _ := Read([]grid.Grid{parse(t, bare), parse(t, other)}); len(reports) != 2 || reports[0].Total.Score.Text != "" {
		t.Errorf("the line may be of the form below it: %+v", reports[0].Total)
	}
}

// TestNotesOfScores: what a heading prints in brackets beside a score is the score itself, or that of the whole form, where the
// weights under it say otherwise.
func TestNotesOfScores(t *testing.T) {
	for note, sections := range map[string]int{"得分（93分）": 0, "得分（88分）": 0, "得分（100分）": 0, "得分（90分）": 1, "得分（80分）": 1} {
		r := readOne(t, parse(t, strings.Replace(tree, "| 得分 | 偏差", "| "+note+" | 偏差", 1)))
		if len(r.Sections) != sections {
			t.Errorf("%s: %v", note, r.Sections)
		}
	}
}

// TestShareForPoints: a score printed as a percentage beside a weight in points is in doubt.
func TestShareForPoints(t *testing.T) {
	r := readOne(t, parse(t, strings.Replace(tree, "| 30 | 28 |", "| 30 | 93.33% |", 1)))
	if s := r.Indicators[2].Score; s.Text != "93.33%" || s.Number != nil || s.Doubt == nil {
		t.Errorf("%+v", s)
	}
	if w := r.Entry(fuhe.IndicatorField(2, "weight")); w.Number == nil {
		t.Errorf("%+v", w)
	}
}
