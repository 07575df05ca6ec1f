package foot

import "testing"

// What tells most labels from those of sums and of numbered rows beforehand leaves out none of them.
func TestLabelsAreToldBeforehand(t *testing.T) {
	for _, label := range []string{"合计", "总计", "小计", "本年支出合计", "收入总计数", "合计：其中", "基本支出小计", "Total", "totals", "SUM", "ſum", "Subtotal", "grandTotals"} {
		if !isTotal().MatchString(label) || !total(label) {
			t.Errorf("%s is the label of a sum", label)
		}
	}
	for _, label := range []string{"", "公共安全支出", "一、一般公共服务支出", "计划生育事务", "sports", "#", "2010301"} {
		if total(label) != isTotal().MatchString(label) {
			t.Errorf("%s: as a sum %t", label, total(label))
		}
	}
	for label, want := range map[string]int{"一、人员经费": numbered1, "十．其他": numbered1, "（一）支出": numbered2, "(二)支出": numbered2, "1、工资": numbered3, "12.津贴": numbered3,
		"(1)差旅费": numbered4, "（12）会议费": numbered4, "其中：公用": within, "#其中": within, "公用经费": unnumbered, "": unnumbered, "(无)": unnumbered, "2010301": unnumbered} {
		if got := levelOf(label); got != want {
			t.Errorf("%q: level %d, want %d", label, got, want)
		}
	}
}

func FuzzMayBeTotal(f *testing.F) {
	f.Add("合计")
	f.Add("ſubtotals")
	f.Fuzz(func(t *testing.T, label string) {
		if isTotal().MatchString(label) && !mayBeTotal(label) {
			t.Errorf("%q is the label of a sum", label)
		}
	})
}
