package score

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
)

// Profile is what a jurisdiction chooses: data, no code. What a form prints about itself goes before it.
type Profile struct {
	ID            string
	Name          fuhe.Phrase
	Reverse       []Reverse        // formulas by which a missed ≤ target may be scored
	MachineScored bool             // a program computes each indicator's score: one out of proportion is an error
	Uncapped      bool             // the budget score may exceed its weight
	OwnScore      bool             // the budget score follows a local formula that the form does not print: not checked
	Bands         []Band           // grades by total, highest first; nil when the bands are not known
	Tiers         [2]int           // lower ends of the two upper tiers of qualitative scores, percent of the weight
	Split         []Points         // first-level points in principle; nil when free
	LowRate       int              // an execution rate below this percentage needs a reason; 0 when no line is known
	FarAbove      int              // an actual value from this percentage of its target on needs an explanation; 0 when no line is known
	FarAboveWarns bool             // the jurisdiction prints that line: a warning, not a note
	Permits       []fuhe.CauseKind // roundings of the rate that are permitted besides half up: such a rate is a note
	RoundsUp      bool             // rates rounded up are known to be printed there; still reported, named in the cause

	marks [][]mark // one of these sets must be printed in full for the profile to be chosen; nil: never chosen by itself
}

// Reverse is a formula for a missed target that is met by staying below.
type Reverse string

const (
	Linear Reverse = "linear" // w·(1 − (X−T)/T), 0 from 2T on
	Ratio  Reverse = "ratio"  // w·T/X
)

// Band is a grade and the total from which it is given.
type Band struct {
	From  int
	Grade string
}

// Points are a first-level heading and its points in principle.
type Points struct {
	Heading string
	Points  int
}

// mark is something a form prints about itself.
type mark struct {
	text  string // part of a title, heading or line, without white space
	whole bool   // the text is the whole heading
	unit  string // instead of a text: the unit of the money block
	form  string // instead of a text: the layout, which is told from the headings alone
}

var (
	either   = []Reverse{Linear, Ratio}
	bandsMOF = []Band{{90, "优"}, {80, "良"}, {60, "中"}, {0, "差"}}
	tiersMOF = [2]int{80, 60}
	splitMOF = []Points{{"产出指标", 50}, {"效益指标", 30}, {"满意度指标", 10}}
)

// nationalID is the profile of forms that print no mark of another.
const nationalID = "mof"

// profiles are all rule profiles, in the order in which they are tried on a form.
var profiles = []*Profile{
	{
		ID: "hubei", Name: fuhe.Phrase{ZH: "湖北", EN: "Hubei"}, Reverse: []Reverse{Ratio}, Tiers: [2]int{80, 50}, FarAbove: farAbove,
		marks: [][]mark{{{text: "20分*执行率"}}},
	},
	{
		ID: "sichuan-0013zp", Name: fuhe.Phrase{ZH: "四川 510000_0013zp", EN: "Sichuan 510000_0013zp"}, Reverse: either, Tiers: tiersMOF, FarAbove: farAbove, LowRate: 90,
		marks: [][]mark{{{text: "510000_0013zp"}}, {{form: "sichuan-0013zp"}}},
	},
	{
		ID: "yunnan", Name: fuhe.Phrase{ZH: "云南公开表", EN: "Yunnan published forms"}, Reverse: either, Bands: bandsMOF, Tiers: tiersMOF, FarAbove: farAbove,
		marks: [][]mark{{{text: "公开14表"}}, {{text: "公开13表"}}, {{form: "yunnan-13-14"}}},
	},
	{
		ID: "shanghai", Name: fuhe.Phrase{ZH: "上海", EN: "Shanghai"}, Reverse: either, Tiers: tiersMOF, FarAbove: farAbove, RoundsUp: true,
		marks: [][]mark{{{text: "财政项目支出绩效自评表"}, {unit: "元"}, {text: "预算目标", whole: true}}},
	},
	{
		ID: "fujian", Name: fuhe.Phrase{ZH: "福建（按支出实现率与结余率计分）", EN: "Fujian (scored by execution and by what is left over)"},
		OwnScore: true, Reverse: either, Tiers: tiersMOF, FarAbove: farAbove,
		marks: [][]mark{{{form: "fujian-department"}}, {{text: "资金结余率"}}},
	},
	{
		ID: "chongqing", Name: fuhe.Phrase{ZH: "重庆", EN: "Chongqing"}, Reverse: either, Tiers: tiersMOF, FarAbove: farAbove,
		marks: [][]mark{{{form: "chongqing-flat"}}},
	},
	{
		ID: "transfer", Name: fuhe.Phrase{ZH: "转移支付", EN: "transfer payment"}, Reverse: either,
		marks: [][]mark{{{form: "transfer-unscored"}}},
	},
	{
		ID: "transfer-scored", Name: fuhe.Phrase{ZH: "转移支付（计分）", EN: "transfer payment, scored"}, Reverse: []Reverse{Ratio}, Tiers: tiersMOF, FarAbove: farAbove,
		marks: [][]mark{{{form: "transfer-scored"}}},
	},
	{
		ID: "ningxia", Name: fuhe.Phrase{ZH: "宁夏", EN: "Ningxia"}, Reverse: either, Tiers: tiersMOF, FarAbove: farAbove,
		marks: [][]mark{{{form: "transfer-total-in-header"}}},
	},
	{
		ID: nationalID, Name: fuhe.Phrase{ZH: "财政部通用", EN: "ministry of finance"}, Reverse: either, Bands: bandsMOF, Tiers: tiersMOF, FarAbove: farAbove, Split: splitMOF,
	},
	{
		ID: "platform", Name: fuhe.Phrase{ZH: "预算管理一体化平台", EN: "finance ministry's platform"}, Reverse: []Reverse{Linear}, MachineScored: true,
		Bands: bandsMOF, Tiers: tiersMOF, FarAbove: farAbovePlatform, Split: splitMOF,
	},
}

// Profiles are the IDs a user may name, in the order they are tried.
func Profiles() []string {
	ids := make([]string, len(profiles))
	for i, p := range profiles {
		ids[i] = p.ID
	}
	return ids
}

// HasProfile reports whether there is a profile with that ID; "" and "auto" are told from the form.
func HasProfile(id string) bool { return id == "" || id == "auto" || slices.Contains(Profiles(), id) }

// choose is the profile a report is judged by, and why that one. A caller should have asked HasProfile: an ID that does
// not exist leads to the national rules, and the reason says so.
func choose(r *fuhe.Report, o Options) (*Profile, string) {
	if o.Profile != "" && o.Profile != "auto" {
		for _, p := range profiles {
			if p.ID == o.Profile {
				return p, fuhe.Phrase{ZH: "由 --profile 指定", EN: "named by --profile"}.In(o.Lang)
			}
		}
		return national(), sprintf(fuhe.Phrase{ZH: "没有名为“%s”的规则，按财政部通用规则", EN: "there is no profile “%s”: the national rules"}.In(o.Lang), o.Profile)
	}
	shown := headings(r)
	for _, p := range profiles {
		if why, ok := p.printedOn(r, shown, o.Lang); ok {
			return p, why
		}
	}
	return national(), fuhe.Phrase{
		ZH: "表上未印任何地方特有的标志，按财政部通用规则",
		EN: "the form prints no mark of a local layout: the national rules",
	}.In(o.Lang)
}

// national is the profile of forms that say nothing else.
func national() *Profile {
	for _, p := range profiles {
		if p.ID == nationalID {
			return p
		}
	}
	return profiles[0]
}

// printedOn reports whether the form prints all marks of one of the profile's sets, and says which.
func (p *Profile) printedOn(r *fuhe.Report, shown string, lang fuhe.Lang) (string, bool) {
	for _, set := range p.marks {
		if seen, ok := allOn(set, r, shown, lang); ok {
			return sprintf(fuhe.Phrase{ZH: "表上印有%s", EN: "the form prints %s"}.In(lang),
				strings.Join(seen, fuhe.Phrase{ZH: "、", EN: ", "}.In(lang))), true
		}
	}
	return "", false
}

func allOn(set []mark, r *fuhe.Report, shown string, lang fuhe.Lang) ([]string, bool) {
	seen := make([]string, len(set))
	for i, m := range set {
		text, ok := m.on(r, shown, lang)
		if !ok {
			return nil, false
		}
		seen[i] = text
	}
	return seen, true
}

func (m mark) on(r *fuhe.Report, shown string, lang fuhe.Lang) (string, bool) {
	if m.unit != "" {
		return sprintf(fuhe.Phrase{ZH: "金额单位“%s”", EN: "amounts in %s"}.In(lang), m.unit), r.MoneyUnit == m.unit
	}
	if m.form != "" {
		return sprintf(fuhe.Phrase{ZH: "版式“%s”的栏目", EN: "the headings of layout %s"}.In(lang), m.form), r.Form == m.form
	}
	text := m.text
	if m.whole {
		text = "\n" + text + "\n"
	}
	return "“" + m.text + "”", strings.Contains(shown, text)
}

// headings are the short texts of a form that may be headings: its title, the lines around the table and the cells, each
// on a line of its own, without white space and in half width. A form holds hundreds of cells: one text is built of all.
func headings(r *fuhe.Report) string {
	var b strings.Builder
	b.WriteByte('\n')
	add := func(s string) {
		if utf8.RuneCountInString(s) > headingRunes*2 {
			return // even half of it white space, it is too long
		}
		if s = squeeze(s); s != "" && utf8.RuneCountInString(s) <= headingRunes {
			b.WriteString(s)
			b.WriteByte('\n')
		}
	}
	add(r.Title)
	for i := range r.Headings {
		add(r.Headings[i].Text)
	}
	for _, l := range r.Printed.Above {
		add(l.Text)
	}
	for _, l := range r.Printed.Below {
		add(l.Text)
	}
	for i := range r.Printed.Table.Cells {
		add(r.Printed.Table.Cells[i].Text)
	}
	return b.String()
}
