package extract

import (
	"strings"
	"testing"
)

// A list of projects with their rates and scores is not checked, and said. Accounts, tables of targets, plans and prose that speak of
// self-evaluation are no such list.
func TestListsOfScoresAreSaid(t *testing.T) {
	t.Chdir(t.TempDir())
	const said = "a list of projects with rates and scores (%), which is not checked — give the self-evaluation form of each of them"
	for name, f := range map[string]struct {
		rows   []string
		called string // "" for a file that holds no form
	}{
		"list.html": {[]string{"2022年度项目支出绩效自评汇总表", "序号|项目名称|主管部门|年初预算数|全年预算数|全年执行数|执行率|自评得分|自评等级",
			"1|文化服务经费|某局|98.91|104.12|96.83|98.00%|97.30|优", "合计|||98.91|104.12|96.83|93.00%||"}, "2022年度项目支出绩效自评汇总表"},
		"titled by its heading.html": {[]string{"单位名称|预算数（万元）|支出数（万元）|自评得分", "某中心|100|90|98"}, "自评得分"},
		"two rows of headings.html":  {[]string{"部门自评结果一览", "项目|预算执行情况||得分", "|预算数|执行率（%）|", "甲项目|100|90|98"}, "部门自评结果一览"},
		"without scores.html":        {[]string{"项目支出绩效自评汇总表", "序号|项目名称|全年预算数|全年执行数|执行率|自评得分", "1|||||"}, ""},
		"accounts.html":              {[]string{"项目支出决算表", "项目名称|预算数|支出数|执行率", "甲项目|100|90|90%"}, ""},
		"plan.html":                  {[]string{"绩效自评工作安排", "项目名称|预算数|自评完成时间", "甲项目|100|3月"}, ""},
		"targets.html":               {[]string{"项目绩效目标表", "项目名称|三级指标|指标值|分值", "甲项目|培训场次|≥20场|10"}, ""},
		"evaluated by others.html":   {[]string{"重点项目绩效评价结果", "项目名称|预算数|支出数|执行率|得分", "甲项目|100|90|90%|88"}, ""},
		"prose.html":                 {[]string{"我单位组织开展了绩效自评，自评得分较高，现将有关情况报告如下。", "项目名称|预算数|支出数|执行率", "甲项目|100|90|90%"}, ""},
	} {
		page := "<html><p>" + f.rows[0] + "</p><table>"
		rows := f.rows[1:]
		if strings.Contains(f.rows[0], "|") {
			page, rows = "<html><table>", f.rows
		}
		for _, row := range rows {
			page += "<tr><td>" + strings.ReplaceAll(row, "|", "</td><td>") + "</td></tr>"
		}
		write(t, []byte(page+"</table></html>"), name)
		reasons, docs, _ := answers(t, Walk([]string{name}, nil), Options{})
		want := "without a form"
		if f.called != "" {
			want = strings.ReplaceAll(said, "%", f.called)
		}
		if !strings.Contains(reasons[name], want) || docs[name].WithoutForm != (f.called == "") {
			t.Errorf("%s: %q", name, reasons[name])
		}
	}
}
