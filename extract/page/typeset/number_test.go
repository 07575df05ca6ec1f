package typeset

import "testing"

func TestPageNumbers(t *testing.T) {
	for _, s := range []string{"3", "— 3 —", "-12-", "第3页", "第 3 页 共 5 页", "3/5", "第3页，共5页", "共 5 页 第 3 页", "第十三页", "~3~", "Page 3 of 5", "page 12", "3页", "第3页/共5页", "3，共5页"} {
		if !pageNumber(s) {
			t.Errorf("%q is a page number", s)
		}
	}
	for _, s := range []string{"2024", "（2024年度）", "附件3", "单位：元", "表1", "3.5万", "第三部分", "12月", "20211231", "第3", "页"} {
		if pageNumber(s) {
			t.Errorf("%q is no page number", s)
		}
	}
}
