package across_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"fuhe"
)

// world is the published forms of units over some years, invented so that they fit each other.
type world struct {
	rng   *rand.Rand
	units []*office
	pages map[string]*sheet // every form that is published, by its path
	order []string
	alias []string // lines of names that are one
}

// office is a unit with its projects.
type office struct {
	n        int
	names    map[int]string // by year
	unit     string         // of money: 万元 or 元
	whole    bool           // all its projects are published, and listed in a table beside its own form
	projects []*task
}

// task is a project from year to year.
type task struct {
	office *office
	n      int
	names  map[int]string // by year: it has them in the years that it runs
	forms  map[int]*sheet
}

// sheet is a form before it is a report: amounts in hundredths of a 元.
type sheet struct {
	path, title, project, office, unit string
	year                               int
	budget, spent, carry               int
	department                         bool
	basic, basicSpent                  int
	rows                               []aim
	reached                            string
	accounts                           []fuhe.Account
	returned                           bool // less was carried over than was left

	printedCarry string // what is printed in its place
	targets      bool   // it is a table of targets, and no form that was filled in
}

// aim is an indicator.
type aim struct {
	level2, name, target, actual string
	weight                       int
}

const (
	firstYear, lastYear = 2019, 2023
	offices, tasks      = 40, 10
)

var things = strings.Fields("智慧平台 河道整治 乡村道路 文物保护 人才培训 食品抽检 应急物资 校舍维修 森林防火 残疾康复 垃圾分类 农技推广 档案数字 消防设施 公交补贴")

// newWorld invents five years of forty units with ten projects each.
func newWorld(seed uint64) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, 20)), pages: map[string]*sheet{}}
	for n := range offices {
		o := &office{n: n, names: map[int]string{}, unit: []string{"万元", "元"}[w.rng.IntN(2)], whole: n%2 == 0}
		old, renamed := fmt.Sprintf("第%d号市属管理局", n), n%10 == 7
		for y := firstYear; y <= lastYear; y++ {
			o.names[y] = old
			if renamed && y > 2021 {
				o.names[y] = fmt.Sprintf("第%d号市属管理委员会", n)
			}
		}
		if renamed && n%20 == 7 {
			w.alias = append(w.alias, old+" = "+o.names[lastYear])
		}
		w.units = append(w.units, o)
		for k := range tasks {
			w.addTask(o, k)
		}
		for y := firstYear; y <= lastYear; y++ {
			w.addDepartment(o, y)
		}
	}
	return w
}

// addTask invents a project: most keep their name, some are renamed, split or merged on the way.
func (w *world) addTask(o *office, k int) {
	t := &task{office: o, n: k, names: map[int]string{}, forms: map[int]*sheet{}}
	o.projects = append(o.projects, t)
	base := things[(k+o.n)%len(things)] + fmt.Sprintf("专项%c%c", '甲'+rune(k), '子'+rune(o.n))
	for y := firstYear; y <= lastYear; y++ {
		t.names[y] = base
		switch k {
		case 1: // the year in the name
			t.names[y] = fmt.Sprintf("%s（%d年度）", base, y)
		case 2: // other brackets
			t.names[y] = base + []string{"（重点）", "【重点】", "[重点]"}[y%3]
		case 3: // renamed
			if y > 2020 {
				t.names[y] = base + "改造"
			}
		case 4: // split in two: this is the first half
			if y > 2021 {
				t.names[y] = base + "第一标段"
			}
		case 5: // the second half, which begins then
			if t.names[y] = things[(4+o.n)%len(things)] + fmt.Sprintf("专项%c%c第二标段", '甲'+rune(4), '子'+rune(o.n)); y <= 2021 {
				delete(t.names, y)
			}
		case 6: // merged into another
			if y > 2020 {
				delete(t.names, y)
			}
		}
	}
	left, aims := 0, w.aims(t)
	for y := firstYear; y <= lastYear; y++ {
		if t.names[y] == "" {
			left = 0
			continue
		}
		aims = w.raised(aims)
		s := &sheet{path: fmt.Sprintf("%02d/%d-%d.pdf", o.n, y, k), title: "项目支出绩效自评表", project: t.names[y], office: o.names[y], unit: o.unit, year: y, rows: aims}
		s.carry = left
		if left > 0 && w.rng.IntN(10) == 0 {
			s.carry, s.returned = left/3, true
		}
		if t.names[y] != t.names[y-1] && k == 4 {
			s.carry, s.returned = left/2, true // the other half goes with the other lot
		}
		s.budget = s.carry + 100_000 + w.rng.IntN(900_000_000)
		s.spent = s.budget - w.rng.IntN(s.budget/4)
		if w.rng.IntN(4) == 0 {
			s.spent = s.budget
		}
		left = s.budget - s.spent
		s.reached = fmt.Sprintf("全年完成%s各项任务，投入%d.%02d元，覆盖%d个社区，受益群众%d人，达到预期目标", s.project, s.spent/100, s.spent%100, 2+w.rng.IntN(90), 100+w.rng.IntN(90_000))
		t.forms[y] = s
		if o.whole || w.rng.IntN(10) > 0 { // partial publication
			w.publish(s)
		}
	}
}

func (w *world) publish(s *sheet) {
	w.pages[s.path] = s
	w.order = append(w.order, s.path)
}

// aims are the indicators of a project.
func (w *world) aims(t *task) []aim {
	n := 100 + w.rng.IntN(5000)
	return []aim{
		{"数量指标", fmt.Sprintf("任务数%d", t.n), fmt.Sprintf("≥%d项", n), fmt.Sprintf("%d项", n+1+w.rng.IntN(60)), 20},
		{"质量指标", "验收合格率", "≥90%", fmt.Sprintf("9%d.%d%%", w.rng.IntN(9), w.rng.IntN(9)), 10},
		{"成本指标", "单位成本", fmt.Sprintf("≤%d元", n*3), fmt.Sprintf("%d元", n*2+w.rng.IntN(n)), 20},
		{"社会效益指标", "受益人数", fmt.Sprintf("≥%d人", n*7), fmt.Sprintf("%d人", n*7+w.rng.IntN(n)), 30},
		{"服务对象满意度指标", "群众满意度", "≥85%", fmt.Sprintf("9%d.%d%%", w.rng.IntN(9), w.rng.IntN(9)), 10},
	}
}

// raised are the indicators of the next year: targets that stay or go up, other actual values.
func (w *world) raised(aims []aim) []aim {
	out := make([]aim, len(aims))
	for i, a := range aims {
		var n int
		var unit string
		if _, err := fmt.Sscanf(a.target, "≥%d%s", &n, &unit); err == nil && unit != "%" {
			n += w.rng.IntN(1 + n/10)
			a.target, a.actual = fmt.Sprintf("≥%d%s", n, unit), fmt.Sprintf("%d%s", n+w.rng.IntN(1+n/20), unit)
		}
		out[i] = a
	}
	return out
}

// addDepartment publishes the form of a whole unit, with the table of its projects where all of them are.
func (w *world) addDepartment(o *office, y int) {
	s := &sheet{path: fmt.Sprintf("%02d/%d-whole.pdf", o.n, y), title: "部门整体支出绩效自评表", office: o.names[y], unit: o.unit, year: y, department: true,
		basic: 100_000_000 + w.rng.IntN(1_000_000_000), rows: w.aims(&task{n: 90 + o.n})}
	s.basicSpent = s.basic
	var all []*sheet
	for _, t := range o.projects {
		f := t.forms[y]
		if f == nil {
			continue
		}
		s.budget, s.spent = s.budget+f.budget, s.spent+f.spent
		all = append(all, f)
	}
	if o.whole {
		s.accounts = []fuhe.Account{tableOf(all...)}
	}
	w.publish(s)
}

// tableOf is a table of what projects spent, a row each.
func tableOf(projects ...*sheet) fuhe.Account {
	a := fuhe.Account{Kind: fuhe.ProjectsAccount, Title: "项目支出决算表", Unit: projects[0].unit, Year: fmt.Sprint(projects[0].year)}
	row := func(texts ...string) {
		for c, text := range texts {
			a.Table.Cells = append(a.Table.Cells, fuhe.TableCell{Row: a.Table.Rows, Col: c, RowSpan: 1, ColSpan: 1, Text: text, At: fuhe.Source{Table: 2, Ref: fuhe.Ref(a.Table.Rows, c, 1, 1)}})
		}
		a.Table.Rows, a.Table.Cols = a.Table.Rows+1, len(texts)
	}
	row("项目名称", "合计")
	a.Table.Setting.Head = 1
	for _, f := range projects {
		row(f.project, f.money(f.spent))
	}
	return a
}

// money prints hundredths of a 元 in the unit of a form: in 万元 rounded to two places.
func (s *sheet) money(n int) string {
	if s.unit == "万元" {
		n = (n + 5_000) / 10_000
	}
	return fmt.Sprintf("%d.%02d", n/100, n%100)
}

// document is a form as it is read.
func (s *sheet) document() fuhe.Document {
	cell := func(text, ref string) fuhe.Cell { return fuhe.NewCell(text, fuhe.Source{Page: 1, Table: 1, Ref: ref}) }
	r := &fuhe.Report{Form: "mof-2020", Title: s.title, Year: fmt.Sprint(s.year), MoneyUnit: s.unit, Department: cell(s.office, "B2"), Implementer: cell(s.office, "E2")}
	fund := func(name string, budget, spent string) {
		row := len(r.Funds) + 4
		ref := func(col string) string { return col + fmt.Sprint(row) }
		r.Funds = append(r.Funds, fuhe.Fund{Name: cell(name, ref("B")), InitialBudget: cell(budget, ref("C")), AdjustedBudget: cell(budget, ref("D")), Executed: cell(spent, ref("E"))})
	}
	if s.targets {
		a := fuhe.Account{Kind: fuhe.TargetsAccount, Title: "项目绩效目标表", Year: r.Year}
		d := fuhe.Declared{Project: cell(s.project, "B1"), Department: r.Department, Implementer: r.Implementer}
		for _, x := range s.rows {
			d.Indicators = append(d.Indicators, fuhe.Indicator{Level2: cell(x.level2, "C"), Name: cell(x.name, "D"), Target: cell(x.target, "E"), Weight: cell(fmt.Sprint(x.weight), "G")})
		}
		a.Declared = []fuhe.Declared{d}
		return fuhe.Document{Path: s.path, SHA256: s.path, Accounts: []fuhe.Account{a}}
	}
	if s.department {
		r.Form, r.Implementer = "mof-department", fuhe.Cell{}
		fund("年度资金总额", s.money(s.basic+s.budget), s.money(s.basicSpent+s.spent))
		fund("基本支出", s.money(s.basic), s.money(s.basicSpent))
		fund("项目支出", s.money(s.budget), s.money(s.spent))
	} else {
		r.Project = cell(s.project, "B1")
		carry := s.money(s.carry)
		if s.printedCarry != "" {
			carry = s.printedCarry
		}
		fund("年度资金总额", s.money(s.budget), s.money(s.spent))
		fund("其中：当年财政拨款", s.money(s.budget-s.carry), s.money(max(0, s.spent-s.carry)))
		fund("上年结转资金", carry, carry)
	}
	r.Goals.Actual = cell(s.reached, "E9")
	for i, a := range s.rows {
		ref := func(col string) string { return col + fmt.Sprint(12+i) }
		r.Indicators = append(r.Indicators, fuhe.Indicator{
			Level1: cell("产出指标", ref("B")), Level2: cell(a.level2, ref("C")), Name: cell(a.name, ref("D")), Target: cell(a.target, ref("E")), Actual: cell(a.actual, ref("F")),
			Weight: cell(fmt.Sprint(a.weight), ref("G")), Score: cell(fmt.Sprint(a.weight), ref("H")),
		})
	}
	return fuhe.Document{Path: s.path, SHA256: s.path, Reports: []*fuhe.Report{r}, Accounts: s.accounts}
}
