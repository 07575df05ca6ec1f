package paper

import (
	"strings"
	"testing"

	"fuhe"
)

func TestParticulars(t *testing.T) {
	p, err := Load(strings.NewReader("项目名称: 2023年度绩效自评复核\n被评价单位: 某厅\n索引号: JX\n编制日期: 2026-01-02\nreviewed_by: 李\n"), fuhe.ZH)
	if err != nil || p.Project != "2023年度绩效自评复核" || p.Unit != "某厅" || p.Index(7) != "JX-007" || p.PreparedOn != "2026-01-02" || p.ReviewedBy != "李" {
		t.Errorf("%+v %v", p, err)
	}
	for text, want := range map[string]string{
		"项目名称: a\n颜色: 红": "line 2", "- a": "line 1", "项目名称: [a]": "line 1", "a: b: c": "yaml",
	} {
		if _, err := Load(strings.NewReader(text), fuhe.EN); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", text, err)
		}
	}
	if p, err := Load(strings.NewReader(""), fuhe.EN); err != nil || p.Index(12) != "FH-012" {
		t.Errorf("%+v %v", p, err)
	}
}

func TestSources(t *testing.T) {
	list, err := LoadSources(strings.NewReader("\uFEFF文件,公开网址,取得日期\n表/a.pdf,https://a.example/1,2026-01-01\nabcdef0123,https://a.example/2\n"), fuhe.ZH)
	if err != nil || len(list) != 2 {
		t.Fatalf("%+v %v", list, err)
	}
	p := Particulars{Source: "https://a.example/", Sources: list}
	for path, want := range map[string]string{"in/表/a.pdf": "https://a.example/1", "other.pdf": "https://a.example/2", "in/xa.pdf": "https://a.example/"} {
		sum := "ff"
		if path == "other.pdf" {
			sum = "abcdef0123456"
		}
		if got := p.Of(path, sum); got.URL != want {
			t.Errorf("%s: %+v", path, got)
		}
	}
	if _, err := LoadSources(strings.NewReader("a,b\n"), fuhe.EN); err == nil {
		t.Error("columns that nobody knows are taken")
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("项目名称: a\n")
	f.Add("a: &a [*a]\n")
	f.Add("文件,公开网址\n\"")
	f.Fuzz(func(_ *testing.T, text string) {
		_, _ = Load(strings.NewReader(text), fuhe.ZH)        // either is fine, as long as it ends
		_, _ = LoadSources(strings.NewReader(text), fuhe.ZH) // the same
	})
}
