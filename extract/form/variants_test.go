package form

import (
	"strings"
	"testing"
)

// TestTraditionalCharacters: a form mirrored in traditional characters is the form, and keeps what it prints.
func TestTraditionalCharacters(t *testing.T) {
	mirror := strings.NewReplacer("财政项目支出绩效自评表", "財政項目支出績效自評表", "项目名称", "項目名稱", "主管部门", "主管部門", "某局", "某縣財政局", "实施单位", "實施單位", "项目资金（元）", "項目資金（萬元）",
		"年初预算数", "年初預算數", "全年预算数", "全年預算數", "全年执行数", "全年執行數", "执行率", "執行率", "年度资金总额", "年度資金總額", "年度总体目标", "年度總體目標", "预期目标", "預期目標",
		"实际完成情况", "實際完成情況", "绩效指标", "績效指標", "一级指标", "一級指標", "二级指标", "二級指標", "三级指标", "三級指標", "年度指标值", "年度指標值", "实际完成值", "實際完成值",
		"偏差原因分析及改进措施", "偏差原因分析及改進措施", "产出指标", "產出指標（60分）", "数量指标", "數量指標", "满意度指标", "滿意度指標", "服务对象满意度指标", "服務對象滿意度指標", "总分", "總分")
	form := mirror.Replace(national)
	for _, f := range []string{form, strings.NewReplacer("項", "項(xiàng)", "績", "績(jì)", "評", "評(píng)", "級", "級(jí)", "數", "數(shù)", "標", "標(biāo)", "際", "際(jì)", "綠", "綠(lǜ)", "萬", "萬(wàn)", "執", "執(zhí)").Replace(form)} {
		r := readOne(t, parse(t, f))
		if r.Year != "2021" || r.MoneyUnit != "万元" || r.Department.Text != "某縣財政局" || len(r.Funds) != 1 || r.Funds[0].ExecutionRate.Text != "50%" || len(r.Indicators) != 2 ||
			r.Indicators[1].Score.Text != "26.67" || r.Total.Score.Text != "91.67" || len(r.Sections) != 1 || r.Form != "mof-2020-weights" {
			t.Errorf("%s: %+v\n%s", r.Form, r, f)
		}
	}
}
