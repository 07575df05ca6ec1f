package score

import (
	"strings"
	"testing"

	"fuhe"
)

// What a finding speaks of is called as the form calls it.
func TestFindingsUseTheHeadingsOfTheForm(t *testing.T) {
	form := Find("D502").Examples()[2].Form // Sichuan: 调整后预算数, 预算执行率, 完成值
	r := readExample(t, form)
	p := newPass(r, national(), fuhe.ZH)
	for f, want := range map[fuhe.Field]string{
		"/funds/0/adjusted_budget": "总额 调整后预算数", "/funds/0/execution_rate": "总额 预算执行率", "/funds/1/executed": "其中：财政资金 预算执行数",
		"/indicators/0/actual": "培训场次 完成值", "/indicators/0/weight": "培训场次 权重", "/indicators/0/name": "培训场次", "/total/score": "总分 得分",
	} {
		if got := p.label(f); got != want {
			t.Errorf("%s is called %q, want %q", f, got, want)
		}
	}
	p.lang = fuhe.EN
	if got := p.label("/funds/0/adjusted_budget"); got != "总额 adjusted budget" {
		t.Errorf("in English %q", got)
	}
	hubei := strings.NewReplacer("预算执行率", "预算执行率（B/A×100%）").Replace(form)
	p = newPass(readExample(t, hubei), national(), fuhe.ZH)
	if got := p.label(rateField0); got != "总额 预算执行率" {
		t.Errorf("a note in the heading gives %q", got)
	}
}
