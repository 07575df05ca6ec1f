package around

import (
	"strings"
	"testing"

	"golang.org/x/text/width"
)

// TestBare: each character alone and among others is what folding its width leaves of it.
func TestBare(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		for _, s := range []string{string(r), "预算" + string(r) + " （万元）"} {
			if want := strings.Join(strings.Fields(width.Fold.String(s)), ""); bare(s) != want {
				t.Fatalf("%q: %q, want %q", s, bare(s), want)
			}
		}
	}
	if s := "万\xff 元"; bare(s) != strings.Join(strings.Fields(width.Fold.String(s)), "") {
		t.Errorf("broken UTF-8: %q", bare(s))
	}
}

// TestWhatALabelNeeds: what lets an expression be left unasked is part of all that it matches.
func TestWhatALabelNeeds(t *testing.T) {
	for text, is := range map[string]func(string) bool{
		"公开01表": isFormNumber, "（附件3）": isFormNumber, "财决4-1表": isFormNumber, "预决算2表": isFormNumber, "部决1": isFormNumber, "表7：": isFormNumber,
		"（2024年度）": isYear, "1999年12月31日": isYear, "编制单位：": isKeyed, "部门名称:": isKeyed, "金额单位：万元": isKeyed,
		"注：": startsNote, "【备注】": startsNote, "说明1": startsNote, "附注：": startsNote, "填表说明：": startsNote, "编制说明：": startsNote, "资料来源：": startsNote,
		"数据来源：": startsNote, "来源：": startsNote, "※一": startsNote, "★": startsNote, "＊": startsNote,
		"转下页": saysGoesOn, "（未完）": saysGoesOn, "下转第3页": saysGoesOn, "续表一": saysContinued, "接上表": saysContinued, "上接第2页": saysContinued,
	} {
		if !is(text) {
			t.Errorf("%s is not recognised", text)
		}
	}
}
