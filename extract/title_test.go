package extract

import "testing"

// Titles of forms are told from sentences that speak of them and from lines of a table of contents.
func TestFormTitles(t *testing.T) {
	for text, want := range map[string]bool{
		"项目支出绩效自评表":              true,
		"2022年度 部门整体支出绩效自评表（二）":  true,
		"专项转移支付绩效目标自评表(2021年度)":  true,
		"详见附件绩效自评表。":             false,
		"项目支出绩效自评表 …… 12":        false,
		"绩效自评工作开展情况":             false,
		"填报绩效自评表，并于三月底前报送财政部门备案": false,
		"组织各预算单位按时间要求填报了全部预算项目以及部门整体支出的绩效目标完成情况并形成绩效自评表": false,
	} {
		if isFormTitle(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}
