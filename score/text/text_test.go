package text

import (
	"testing"

	"fuhe"
)

func TestWhatMeansNothing(t *testing.T) {
	for text, want := range map[string]struct{ blank, noReason, template bool }{
		"":              {true, true, false},
		" —— ":          {true, true, false},
		"/":             {true, true, false},
		"√":             {false, false, false}, // a tick means done
		"无":             {false, true, false},
		"无。":            {false, true, false},
		"０":             {false, true, false},
		"不涉及":           {false, true, false},
		"无法按期开工":        {false, false, false}, // begins with a word for nothing and gives a reason
		"资金下达晚":         {false, false, false},
		"（请填写 未完成的原因）":  {false, false, true},
		"简要说明，100 字以内）": {false, false, true},
		"10%的资金因招标推迟，结转下年使用": {false, false, false},
	} {
		if got := IsBlank(text); got != want.blank {
			t.Errorf("%q is blank: %v", text, got)
		}
		if got := NoReason(text); got != want.noReason {
			t.Errorf("%q gives no reason: %v", text, got)
		}
		if got := IsTemplate(text); got != want.template {
			t.Errorf("%q is left over from the form: %v", text, got)
		}
	}
}

func TestHeadingsCompare(t *testing.T) {
	for text, want := range map[string]string{"得分\n（20 分×执行率）": "得分(20分*执行率)", "执 行　率（％）": "执行率(%)", "Ｂ／Ａ": "B/A"} {
		if got := Squeeze(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestFill(t *testing.T) {
	wording := fuhe.Phrase{ZH: "%[2]s中的%[1]s", EN: "%[1]s in %[2]s"}
	if got := Fill(wording, fuhe.ZH, "甲", "乙") + "; " + Fill(wording, fuhe.EN, "a", "b"); got != "乙中的甲; a in b" {
		t.Errorf("filled in: %q", got)
	}
}
