package extract

import (
	_ "embed"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

//go:embed form/testdata/scored.grid
var consistent string

// TestPartOfAFormIsRead: what is not understood in one part is named, the rest of the form is read, and nothing is held
// against a form that agrees.
func TestPartOfAFormIsRead(t *testing.T) {
	second := "| 项目资金（元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n| ^ | 年度资金总额 | < | 9 | 9 | 9 | 10 | 100% | 10 |\n"
	for name, c := range map[string]struct {
		change []string
		reason string
		fields map[fuhe.Field]string
	}{
		"nothing": {nil, "", map[fuhe.Field]string{"/funds/0/executed": "50.00", "/total/score": "93"}},
		"a row in the name of a level": {[]string{"| 服务对象满意度指标 |", "| 服务对象满意度指标有效达成8 8.00数量指标 |"}, "rows in one cell",
			map[fuhe.Field]string{"/funds/0/executed": "50.00", "/indicators/1/score": "20"}},
		"amounts beside unknown": {[]string{"年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分", "全年预算数 | 见附件 | 说明 | 甲 | 乙 | 丙"}, "no figure of its own",
			map[fuhe.Field]string{"/indicators/0/weight": "40", "/total/score": "93"}},
		"two blocks of amounts": {[]string{"| 绩效指标 | 一级", second + "| 绩效指标 | 一级"}, "which one is scored", map[fuhe.Field]string{"/indicators/0/weight": "40", "/total/score": "93"}},
		"no row under the amounts": {[]string{"| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |\n", ""}, "no row of figures",
			map[fuhe.Field]string{"/indicators/0/weight": "40", "/total/score": "93"}},
		"amounts headed otherwise":       {[]string{"年初预算数 | 全年预算数 | 全年执行数", "甲 | 乙 | 丙"}, "not read", map[fuhe.Field]string{"/indicators/0/weight": "40", "/total/score": "93"}},
		"actual values headed otherwise": {[]string{"实际完成值", "年终见闻"}, "年终见闻", map[fuhe.Field]string{"/indicators/0/weight": "40", "/indicators/2/score": "28", "/total/score": "93"}},
	} {
		t.Run(name, func(t *testing.T) {
			g, err := grid.Parse(strings.NewReplacer(c.change...).Replace(consistent))
			if err != nil {
				t.Fatal(err)
			}
			reports, unread := judged([]grid.Grid{g})
			if len(reports) != 1 {
				t.Fatalf("%d reports, said %v", len(reports), unread)
			}
			for _, f := range reports[0].Findings {
				if f.Severity != fuhe.Note {
					t.Errorf("accused: %s %s %s", f.Rule, f.Field, f.Message)
				}
			}
			for field, want := range c.fields {
				if e := reports[0].Entry(field); e == nil || e.Text != want {
					t.Errorf("%s is %+v, not %s", field, e, want)
				}
			}
			said := ""
			for _, u := range unread {
				said += u.Reason + "\n"
			}
			if !strings.Contains(said, c.reason) || (c.reason == "") != (said == "") {
				t.Errorf("said %q, and not %q", said, c.reason)
			}
			if lines := strings.Count(said, "\n"); lines > 2 {
				t.Errorf("%d lines for one cause: %s", lines, said)
			}
		})
	}
}
