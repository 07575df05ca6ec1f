package extract

import (
	"fmt"
	"strings"
	"testing"
)

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

// A form that is set as running text is not read, and said; a letter that names the forms sent with it holds none.
func TestFormsInRunningText(t *testing.T) {
	t.Chdir(t.TempDir())
	form := []string{"财政项目支出绩效自评表", "项目资金（万元）  年初预算数  全年预算数  全年执行数  分值  执行率  得分", "年度资金总额  100  100  50  10  60%  5"}
	letter := []string{"关于报送绩效自评材料的函", "附件：", "财政项目支出绩效自评表", "2023年3月1日"}
	files := map[string]struct {
		content string
		form    bool
	}{
		"form.txt":    {strings.Join(form, "\n"), true},
		"form.html":   {"<html><p>" + strings.Join(form, "</p><p>") + "</p></html>", true},
		"form.rtf":    {`{\rtf1\ansi ` + asRTF(strings.Join(form, "\n")) + "}", true},
		"letter.txt":  {strings.Join(letter, "\n"), false},
		"letter.html": {"<html><p>" + strings.Join(letter, "</p><p>") + "</p></html>", false},
	}
	for name, f := range files {
		write(t, []byte(f.content), name)
		reasons, docs, _ := answers(t, Walk([]string{name}, nil), Options{})
		if said := strings.Contains(reasons[name], "the title of a form stands here"); said != f.form || docs[name].WithoutForm == f.form {
			t.Errorf("%s: %q", name, reasons[name])
		}
	}
}

// asRTF is a text as RTF writes it, line by line.
func asRTF(s string) string {
	var out strings.Builder
	for _, r := range s {
		if r == '\n' {
			out.WriteString(`\par `)
		} else {
			fmt.Fprintf(&out, `\u%d?`, int16(r))
		}
	}
	return out.String()
}
