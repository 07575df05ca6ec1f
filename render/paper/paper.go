// Package paper reads what people say of their working papers: the particulars that go onto each (项目名称, 被审计单位, 索引号,
// 编制人 …) from a YAML file, and where each input was taken from, from a CSV. It reads no form.
package paper

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"fuhe"
)

// Particulars go onto every sheet and paper. All may be empty.
type Particulars struct {
	Project    string
	Unit       string
	Matter     string
	Period     string
	Prefix     string // of the index numbers: JX gives JX-001
	Auditors   string
	PreparedBy string
	PreparedOn string
	ReviewedBy string
	ReviewedOn string
	Source     string // 来源: a web address or an office
	FetchedOn  string

	Sources []Source // of single files, which go before Source
}

// Source is where a file was taken from.
type Source struct {
	File      string // its name, or the beginning of its SHA-256
	URL       string
	FetchedOn string
}

// spellings are other names of the keys: the evaluated unit of an evaluation, and English.
var spellings = map[string]string{
	"被评价单位": "被审计单位", "被审计(评价)单位": "被审计单位", "被审计（评价）单位": "被审计单位", "索引号前缀": "索引号", "公开网址": "来源",
	"project": "项目名称", "unit": "被审计单位", "matter": "审计事项", "period": "期间", "index": "索引号", "auditors": "审计人员", "prepared_by": "编制人", "prepared_on": "编制日期",
	"reviewed_by": "复核人", "reviewed_on": "复核日期", "source": "来源", "fetched_on": "取得日期",
}

const maxBytes = 1 << 20

// Load reads particulars from YAML. The error is one line with the line that is wrong.
func Load(r io.Reader, lang fuhe.Lang) (Particulars, error) {
	var p Particulars
	raw, err := io.ReadAll(io.LimitReader(r, maxBytes))
	if err != nil {
		return p, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(raw, &root); err != nil {
		return p, errors.New(strings.Join(strings.Fields(err.Error()), " "))
	}
	if len(root.Content) == 0 {
		return p, nil
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		return p, fmt.Errorf(fuhe.Phrase{ZH: "第 %d 行：应为“项目名称: …”这样的条目", EN: "line %d: entries as “项目名称: …” are wanted"}.In(lang), top.Line)
	}
	fields := p.fields()
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		name := key.Value
		if other := spellings[name]; other != "" {
			name = other
		}
		at := fields[name]
		if at == nil || value.Kind != yaml.ScalarNode {
			return p, fmt.Errorf(fuhe.Phrase{ZH: "第 %d 行：没有条目“%s”；可用：%s", EN: "line %d: there is no entry “%s”; there are %s"}.In(lang), key.Line, key.Value, strings.Join(names(), "、"))
		}
		*at = strings.TrimSpace(value.Value)
	}
	return p, nil
}

// Key names an entry of the particulars, in both languages.
type Key struct{ ZH, EN string }

// Keys are all entries, in the order in which they are offered.
func Keys() []Key {
	return []Key{
		{"项目名称", "project"}, {"被审计单位", "unit"}, {"审计事项", "matter"}, {"期间", "period"}, {"索引号", "index"}, {"审计人员", "auditors"}, {"编制人", "prepared_by"},
		{"编制日期", "prepared_on"}, {"复核人", "reviewed_by"}, {"复核日期", "reviewed_on"}, {"来源", "source"}, {"取得日期", "fetched_on"},
	}
}

// names are the keys as they are offered, each with its English spelling.
func names() []string {
	var out []string
	for _, k := range Keys() {
		out = append(out, k.ZH+" ("+k.EN+")")
	}
	return out
}

func (p *Particulars) fields() map[string]*string {
	return map[string]*string{
		"项目名称": &p.Project, "被审计单位": &p.Unit, "审计事项": &p.Matter, "期间": &p.Period, "索引号": &p.Prefix, "审计人员": &p.Auditors, "编制人": &p.PreparedBy,
		"编制日期": &p.PreparedOn, "复核人": &p.ReviewedBy, "复核日期": &p.ReviewedOn, "来源": &p.Source, "取得日期": &p.FetchedOn,
	}
}

// sourceColumns are the headings of a CSV of sources.
var sourceColumns = [3][]string{{"文件", "文件名", "sha256", "file"}, {"公开网址", "来源", "网址", "url", "source"}, {"取得日期", "日期", "date", "fetched_on"}}

// LoadSources reads where files were taken from: a CSV with the columns 文件, 公开网址, 取得日期, where 文件 is a name or a SHA-256.
func LoadSources(r io.Reader, lang fuhe.Lang) ([]Source, error) {
	c := csv.NewReader(io.LimitReader(r, 64*maxBytes))
	c.FieldsPerRecord = -1
	rows, err := c.ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, nil
	}
	var at [3]int
	for i, names := range sourceColumns {
		at[i] = slices.IndexFunc(rows[0], func(h string) bool {
			return slices.Contains(names, strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\uFEFF"))))
		})
	}
	if at[0] < 0 || at[1] < 0 {
		return nil, errors.New(fuhe.Phrase{ZH: "第 1 行应有“文件”和“公开网址”两列（可加“取得日期”）", EN: "line 1 must name the columns 文件 and 公开网址 (and perhaps 取得日期)"}.In(lang))
	}
	var out []Source
	for _, row := range rows[1:] {
		get := func(i int) string {
			if at[i] < 0 || at[i] >= len(row) {
				return ""
			}
			return strings.TrimSpace(row[at[i]])
		}
		if s := (Source{get(0), get(1), get(2)}); s.File != "" {
			out = append(out, s)
		}
	}
	return out, nil
}

// leastHash is how much of a hash names a file.
const leastHash = 8

// Of is where a document was taken from.
func (p *Particulars) Of(path, sha256 string) Source {
	for _, s := range p.Sources {
		hash := strings.ToLower(s.File)
		if path == s.File || strings.HasSuffix(strings.ReplaceAll(path, `\`, "/"), "/"+strings.TrimPrefix(s.File, "/")) || len(hash) >= leastHash && sha256 != "" && strings.HasPrefix(sha256, hash) {
			return s
		}
	}
	return Source{path, p.Source, p.FetchedOn}
}

// Index is the number of a finding among all of a run, from 1: "JX-001".
func (p *Particulars) Index(n int) string {
	prefix := p.Prefix
	if prefix == "" {
		prefix = "FH"
	}
	return fmt.Sprintf("%s-%03d", prefix, n)
}
