package form

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// TestPointsOfOthersAreNamed: what others gave beside the form's own points is no entry, and is said not to be checked.
func TestPointsOfOthersAreNamed(t *testing.T) {
	for _, heading := range []string{"复核分", "财政评分", "复评得分", "主管部门评分"} {
		r := readOne(t, parse(t, change("| 得分 | 偏差原因分析及改进措施 |", "| 自评分 | "+heading+" |", "| 60 | 60 |  |", "| 60 | 60 | 55 |", "26.67 | 宣传不够", "26.67 | 20", "| 100 | 91.67 |  |", "| 100 | 91.67 | 80 |")))
		var got []string
		for _, l := range r.Lost {
			got = append(got, string(l.Part)+" "+l.Text)
			if l.Needed || !strings.Contains(l.Reason.ZH, heading) || !strings.Contains(l.Reason.EN, heading) {
				t.Errorf("%s: %s needed %v: %v", heading, l.Text, l.Needed, l.Reason)
			}
		}
		if s := strings.Join(got, ", "); s != "/indicators 55, /indicators 20, /total 80" {
			t.Errorf("%s: lost %q", heading, s)
		}
		if r.Indicators[0].Score.Text != "60" || r.Total.Score.Text != "91.67" {
			t.Errorf("%s: own points read as %q and %q", heading, r.Indicators[0].Score.Text, r.Total.Score.Text)
		}
	}
	r := readOne(t, parse(t, change("偏差原因分析及改进措施", "审核意见", "宣传不够", "见第2页说明")))
	if len(r.Lost) > 0 {
		t.Errorf("a remark is lost: %v", r.Lost)
	}
}

// TestFiguresAsideAreNamed: figures under headings that are understood and make no entry are each said not to be checked, and
// so is one in a place where none belongs; what numbers the rows is none.
func TestFiguresAsideAreNamed(t *testing.T) {
	for name, c := range map[string]struct{ form, want string }{
		"扣分":         {change("| 得分 | 偏差原因分析及改进措施 |", "| 得分 | 扣分 |", "| 60 | 60 |  |", "| 60 | 60 | 0 |", "26.67 | 宣传不够", "26.67 | 3.33", "| 91.67 |  |", "| 91.67 | 8.33 |"), "/indicators 0, /indicators 3.33, /total 8.33"},
		"完成率":        {change("| 二级指标 |", "| 完成率 |", "| 数量指标 |", "| 133% |", "| 服务对象满意度指标 |", "| 88.89% |"), "/indicators 133%, /indicators 88.89%"},
		"结余":         {change("| 年初预算数 |", "| 结余资金 |", "| 100.00 | 100.00 | 50.00 |", "| 50.00 | 100.00 | 50.00 |"), "/funds 50.00"},
		"分值 of 一级指标": {change("| 二级指标 |", "| 分值 |", "| 数量指标 |", "| 60 |", "| 服务对象满意度指标 |", "| 30 |"), "/indicators 60, /indicators 30"},
		"序号":         {change("| 二级指标 |", "| 序号 |", "| 数量指标 |", "| 1 |", "| 服务对象满意度指标 |", "| 2 |"), ""},
		"调整前的指标值":    {change("| 二级指标 |", "| 调整指标值 |", "| 数量指标 |", "| ≥4场 |", "| 服务对象满意度指标 |", "|  |"), "/indicators ≥3场"},
	} {
		t.Run(name, func(t *testing.T) {
			reports, unread := Read([]grid.Grid{parse(t, c.form)})
			if len(reports) != 1 {
				t.Fatalf("%d reports, said %v", len(reports), unread)
			}
			var got []string
			for _, l := range reports[0].Lost {
				got = append(got, string(l.Part)+" "+l.Text)
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("lost %q, want %q", s, c.want)
			}
		})
	}
}
