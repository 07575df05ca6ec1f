// Package profile holds what jurisdictions choose, as data: formulas, tiers, bands of grades, lines. A report goes in, and
// the profile it is judged by comes out, with what on the form says so.
package profile

import (
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
	FarAboveCosts int              // points that an indicator loses there; 0 when no number is known
	Ceilings      []Ceiling        // what the total may reach at low execution rates, the lowest rate first; nil for none
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

// Ceiling is the most a total may be where the execution rate is below a percentage.
type Ceiling struct {
	Below int // percent
	Total int // points
}

var (
	either             = []Reverse{Linear, Ratio}
	bandsMOF           = []Band{{90, "优"}, {80, "良"}, {60, "中"}, {0, "差"}}
	tiersMOF           = [2]int{80, 60}
	ceilingsIntegrated = []Ceiling{{50, 59}, {60, 69}, {70, 79}, {80, 89}}

	splitMOF = []Points{{"产出指标", 50}, {"效益指标", 30}, {"满意度指标", 10}}
)

// nationalID is the profile of forms that print no mark of another.
const nationalID = "mof"

// all are all rule profiles, in the order in which they are tried on a form.
var all = []*Profile{
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
		marks: [][]mark{{{form: "fujian-department"}}, {{text: "支出实现率"}, {text: "资金结余率"}}},
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
	{
		ID: "integrated", Name: fuhe.Phrase{ZH: "预算管理一体化系统（总分有上限）", EN: "integrated budget system, with ceilings of the total"}, Reverse: []Reverse{Linear},
		Bands: bandsMOF, Tiers: tiersMOF, FarAbove: farAbove, FarAboveWarns: true, FarAboveCosts: 2, Ceilings: ceilingsIntegrated,
		marks: [][]mark{{{limit: "不超过89分"}}, {{limit: "不得超过89分"}}, {{limit: "不高于89分"}}, {{limit: "最高89分"}}, {{limit: "上限89分"}}, {{limit: "上限为89分"}}},
	},
}
