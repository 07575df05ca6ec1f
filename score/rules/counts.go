package rules

import (
	"regexp"
	"strings"
	"sync"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Counts and rates that the goals name in words, against the indicators of the same name: 举办培训班12期 against 培训班次, 12期.

// namesCount is a clause that names a quantity: what it is of, the digits, the unit.
var namesCount = phrase(`^([^0-9]+?)([0-9][0-9,]*(?:\.[0-9]+)?)(%|㎡|\p{Han}{1,4})$`)

// besides are words that make a clause speak of another time, or of a part.
var besides = []string{"上年", "去年", "以前", "往年", "截至", "截止", "半年", "季度", "月底", "月末", "每", "平均", "人均", "其中", "比", "增长", "提高", "下降", "新增"}

// before and behind are words around the name of a quantity that say nothing about what it is.
var (
	beforeName = []string{"本年度", "本年", "全年", "年度", "累计", "共计", "共", "实际", "已", "完成", "开展", "举办", "组织", "实施", "项目"}
	behindName = []string{"不少于", "不低于", "至少", "达到", "共计", "达", "为", "共", "是", ":", "≥", "数量", "次数", "人数", "册数", "户数", "份数", "件数", "里程", "面积", "批次", "场次", "期数", "个数", "台数", "总数", "人次", "数", "次"}
)

// core is the name of a quantity without those words.
func core(name string) string {
	for changed := true; changed; {
		changed = false
		for _, w := range beforeName {
			if rest, ok := strings.CutPrefix(name, w); ok && rest != "" {
				name, changed = rest, true
			}
		}
		for _, w := range behindName {
			if rest, ok := strings.CutSuffix(name, w); ok && rest != "" {
				name, changed = rest, true
			}
		}
	}
	return name
}

// checkCounts compares what a goal names in words with the column of the indicators that says the same: expected goals with
// targets, reached ones with actual values.
func checkCounts(p *Pass, goal fuhe.Field, key string) {
	words := p.Cell(goal).Text
	if !strings.ContainsAny(words, "0123456789０１２３４５６７８９") {
		return
	}
	said := map[int][]quantity{}
	for _, sentence := range strings.FieldsFunc(narrow(words), func(r rune) bool { return strings.ContainsRune("。;；!！\n", r) }) {
		for _, clause := range strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune("，、()（）", r) }) {
			if q, ok := quantityIn(clause); ok {
				if i := p.indicatorOf(q, key); i >= 0 {
					said[i] = append(said[i], q)
				}
			}
		}
	}
	for i := range p.Report.Indicators {
		if len(said[i]) == 1 { // named twice, it is told in parts
			p.compareCount(goal, fuhe.IndicatorField(i, key), said[i][0])
		}
	}
}

// quantity is what a clause names.
type quantity struct {
	of, text string
	number   fuhe.Number
}

// numbering stands before a clause: 1. and (2).
var numbering = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{1,2}[.:]`) })

// quantityIn reads a clause that is a name and a quantity and nothing else; false for any other.
func quantityIn(clause string) (quantity, bool) {
	clause = numbering().ReplaceAllString(clause, "")
	if text.ContainsAny(clause, besides...) {
		return quantity{}, false
	}
	m := namesCount().FindStringSubmatch(clause)
	if m == nil {
		return quantity{}, false
	}
	n, ok := fuhe.ParseNumber(m[2] + m[3])
	if _, money := figures.ScaleOf(n.Unit); !ok || money || n.Unit == "" {
		return quantity{}, false
	}
	return quantity{core(m[1]), m[0], n}, true
}

// indicatorOf is the one indicator that is called as a quantity is and has its unit; −1 where there is none, or more than one.
func (p *Pass) indicatorOf(q quantity, key string) int {
	found := -1
	for i := range p.Report.Indicators {
		n := p.Cell(fuhe.IndicatorField(i, key)).Number
		if n == nil || n.Unit != q.number.Unit || core(figures.IndicatorName(p.Report.Indicators[i].Name.Text)) != q.of {
			continue
		}
		if sign := n.Sign == fuhe.NoSign || n.Sign == fuhe.Equals || key == "target" && n.Sign == fuhe.AtLeast; found >= 0 || !sign {
			return -1
		}
		found = i
	}
	return found
}

func (p *Pass) compareCount(goal, at fuhe.Field, q quantity) {
	n := p.Cell(at).Number
	if interval.Claimed(&q.number).Meets(interval.Claimed(n)) {
		p.agree(at)
		return
	}
	p.report(fuhe.Finding{
		Field: goal, Inputs: []fuhe.Field{at}, Published: q.number.String() + q.number.Unit,
		Message: p.In(messageCount, q.text, p.Label(at), p.Cell(at).Text),
	})
}
