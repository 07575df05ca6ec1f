package score

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/profile"
	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

// What a finding speaks of is called as the form calls it.
func TestFindingsUseTheHeadingsOfTheForm(t *testing.T) {
	form := rulebook.Examples(rules.Find("D502"))[2].Form // Sichuan: 调整后预算数, 预算执行率, 完成值
	r := readExample(t, form)
	f := figures.Read(r, profile.National(), fuhe.ZH)
	for field, want := range map[fuhe.Field]string{
		"/funds/0/adjusted_budget": "总额 调整后预算数", "/funds/0/execution_rate": "总额 预算执行率", "/funds/1/executed": "其中：财政资金 预算执行数",
		"/indicators/0/actual": "培训场次 完成值", "/indicators/0/weight": "培训场次 权重", "/indicators/0/name": "培训场次", "/total/score": "总分 得分",
	} {
		if got := f.Label(field); got != want {
			t.Errorf("%s is called %q, want %q", field, got, want)
		}
	}
	if got := figures.Read(r, profile.National(), fuhe.EN).Label("/funds/0/adjusted_budget"); got != "总额 adjusted budget" {
		t.Errorf("in English %q", got)
	}
	hubei := strings.NewReplacer("预算执行率", "预算执行率（B/A×100%）").Replace(form)
	f = figures.Read(readExample(t, hubei), profile.National(), fuhe.ZH)
	if got := f.Label(rateField0); got != "总额 预算执行率" {
		t.Errorf("a note in the heading gives %q", got)
	}
}
