package profile

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/interval"
)

func TestProfilesAreChosenByWhatTheFormPrints(t *testing.T) {
	heading := func(texts ...string) (cells []fuhe.Cell) {
		for _, s := range texts {
			cells = append(cells, fuhe.NewCell(s, fuhe.Source{Table: 1, Ref: "A1"}))
		}
		return cells
	}
	for _, c := range []struct {
		name   string
		report fuhe.Report
		want   string
		says   string
	}{
		{"nothing local", fuhe.Report{Title: "项目支出绩效自评表"}, "mof", "未印"},
		{"a place name alone", fuhe.Report{Title: "财政项目支出绩效自评表", MoneyUnit: "元", Department: heading("上海市科学技术委员会")[0]}, "mof", "未印"},
		{"the Shanghai form", fuhe.Report{Title: "财政项目支出绩效自评表", MoneyUnit: "元", Headings: heading("年度总体目标", "预算目标")}, "shanghai", "预算目标"},
		{"its headings in 万元", fuhe.Report{Title: "财政项目支出绩效自评表", MoneyUnit: "万元", Headings: heading("预算目标")}, "mof", "未印"},
		{"a longer heading", fuhe.Report{Title: "财政项目支出绩效自评表", MoneyUnit: "元", Headings: heading("年度预算目标")}, "mof", "未印"},
		{"full width, spaced, ×", fuhe.Report{Headings: heading("得分\n（20 分×执行率）")}, "hubei", "20分*执行率"},
		{"number of the form", fuhe.Report{Printed: fuhe.Printed{Above: []fuhe.Line{{Text: "报表编号：510000_0013zp"}}}}, "sichuan-0013zp", "510000_0013zp"},
		{"number of the table", fuhe.Report{Printed: fuhe.Printed{Above: []fuhe.Line{{Text: "公开14表"}}}}, "yunnan", "公开14表"},
		{"its layout", fuhe.Report{Form: "chongqing-flat"}, "chongqing", "chongqing-flat"},
		{"a rule in a line below", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "注：" + strings.Repeat("预算执行率按全年预算计算。", 5) + "低于80%的，总分不超过 89 分。"}}}}, "integrated", "不超过89分"},
		{"the ceilings of the manual", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "注：预算执行率在70%至80%之间的，项目自评总分不超过89分；60%至70%之间的，不超过79分；低于60%的，不超过69分；低于50%的，不超过59分。"}}}}, "integrated", "不超过89分"},
		{"the ceilings, the lowest first", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "注：预算执行率低于50％的，总分上限为59分；60％－70％的，上限为79分；70％－80％的，上限为89分。"}}}}, "integrated", "上限为89分"},
		{"a ceiling and the grade that it bars", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "预算执行率低于80%的，自评得分最高89分，不得评为优。90分以上为优，80分以上不超过89分的为良。"}}}}, "integrated", "最高89分"},
		{"bands of grades", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "注：自评得分90分（含）以上为优，80分以上不超过89分的为良，60分以上不超过79分的为中。"}}}}, "mof", "未印"},
		{"bands of grades, the grade first", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "注：评价等级：优90分至100分；良80分至上限89分；中60分至上限79分；差59分以下。"}}}}, "mof", "未印"},
		{"bands of grades after the rate", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "注：预算执行率低于80%的说明原因，自评得分90分以上为优，80分以上不超过89分的为良。"}}}}, "mof", "未印"},
		{"the points of something else", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "注：预算执行率得分按比例计算；总分不超过89分的说明原因。"}}}}, "mof", "未印"},
		{"another rule in a line below", fuhe.Report{Printed: fuhe.Printed{Below: []fuhe.Line{{Text: "注：总分不超过100分；一体化系统导出"}}}}, "mof", "未印"},
		{"a rule in a cell", fuhe.Report{Headings: heading("总分不超过89分")}, "mof", "未印"},
		{"an indicator named as a mark", fuhe.Report{Indicators: []fuhe.Indicator{{Name: heading("资金结余率")[0]}, {Name: heading("支出实现率")[0]}},
			Printed: fuhe.Printed{Table: fuhe.Table{Cells: []fuhe.TableCell{{Text: "资金结余率"}, {Text: "支出实现率"}, {Text: "20分*执行率"}, {Text: "公开14表"}, {Text: "510000_0013zp"}}}}}, "mof", "未印"},
		{"one column of Fujian's", fuhe.Report{Headings: heading("全年预算数", "资金结余率(%)", "执行率")}, "mof", "未印"},
		{"both columns of Fujian's", fuhe.Report{Headings: heading("支出实现率(%)⑤=④/③", "资金结余率(%)⑦=⑥/③")}, "fujian", "资金结余率"},
		{"the mark in a long text", fuhe.Report{Headings: heading(strings.Repeat("本项目", 20) + "20分*执行率")}, "mof", "未印"},
	} {
		p, because := Choose(&c.report, "", fuhe.ZH)
		if p.ID != c.want || !strings.Contains(because, c.says) {
			t.Errorf("%s: %s because %s; want %s", c.name, p.ID, because, c.want)
		}
	}
}

func TestNamedProfile(t *testing.T) {
	r := &fuhe.Report{Title: "项目支出绩效自评表"}
	if p, because := Choose(r, "hubei", fuhe.EN); p.ID != "hubei" || because != "named by --profile" {
		t.Errorf("%s because %s", p.ID, because)
	}
	if p, because := Choose(r, "atlantis", ""); p.ID != "mof" || !strings.Contains(because, "atlantis") {
		t.Errorf("an unknown profile leads to %s because %s", p.ID, because)
	}
	for id, want := range map[string]bool{"": true, "auto": true, "mof": true, "shanghai": true, "atlantis": false} {
		if Has(id) != want {
			t.Errorf("HasProfile(%q) is %v", id, !want)
		}
	}
}

func TestBandsAreHalfOpen(t *testing.T) {
	for total, want := range map[string]string{"100": "优", "90": "优", "89.99": "良", "80": "良", "79.995": "中", "60": "中", "59.9": "差", "0": "差"} {
		n, _ := fuhe.ParseNumber(total)
		if got := National().Grade(interval.Value(&n)); got != want {
			t.Errorf("%s is %s, want %s", total, got, want)
		}
	}
}
