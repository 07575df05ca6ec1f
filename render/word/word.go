// Package word writes the papers of an audit that are handed over on paper: the evidence sheet (审计取证单), one for each unit,
// and the list of problems (问题清单), as Word documents. Judged documents, particulars and verdicts go in; equal problems
// become one, with all their places. It computes no figure.
package word

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"fuhe"
	"fuhe/render"
	"fuhe/render/paper"
	"fuhe/render/review"
)

// Options say what stands on the papers besides the findings.
type Options struct {
	Lang        fuhe.Lang
	Particulars paper.Particulars
	Rules       map[string]render.Rule
	Review      review.Review
	Across      []fuhe.Across
}

// What stands between the parts of a line.
var (
	comma = fuhe.Phrase{ZH: "、", EN: ", "}
	space = fuhe.Phrase{ZH: "　", EN: "  "}
)

// problem is a finding of one form.
type problem struct {
	doc     *fuhe.Document
	report  *fuhe.Report
	finding fuhe.Finding
	verdict review.Verdict
}

// group are the equal problems of some forms: of one rule and severity.
type group struct {
	rule     string
	severity fuhe.Severity
	problems []problem
}

// Units are the units that have something to be put to them, in order; "" for forms that name none.
func Units(docs []fuhe.Document, o Options) []string {
	var units []string
	for _, p := range problems(docs, o) {
		if u := unitOf(p.report); !slices.Contains(units, u) {
			units = append(units, u)
		}
	}
	slices.Sort(units)
	return units
}

// problems are the errors and warnings of all forms but those that a person rejected and those that another one explains.
func problems(docs []fuhe.Document, o Options) []problem {
	said := o.Review.Index()
	var out []problem
	add := func(d *fuhe.Document, r *fuhe.Report, f fuhe.Finding) {
		v := said[review.Key{SHA256: d.SHA256, Finding: f.ID}]
		if f.Root == "" && f.Severity.Rank() >= fuhe.Warning.Rank() && v.Verdict != review.Rejected {
			out = append(out, problem{d, r, f, v})
		}
	}
	for i := range docs {
		d := &docs[i]
		for n, r := range d.Reports {
			for _, f := range r.Findings {
				add(d, r, f)
			}
			for _, x := range o.Across {
				if x.SHA256 == d.SHA256 && x.Path == d.Path && x.Report == n {
					add(d, r, x.Finding)
				}
			}
		}
	}
	return out
}

// groups are the problems by rule and severity, errors first.
func groups(all []problem) []group {
	var out []group
	for _, p := range all {
		i := slices.IndexFunc(out, func(g group) bool { return g.rule == p.finding.Rule && g.severity == p.finding.Severity })
		if i < 0 {
			i = len(out)
			out = append(out, group{rule: p.finding.Rule, severity: p.finding.Severity})
		}
		out[i].problems = append(out[i].problems, p)
	}
	slices.SortStableFunc(out, func(a, b group) int {
		return cmp.Or(b.severity.Rank()-a.severity.Rank(), strings.Compare(a.rule, b.rule))
	})
	return out
}

// Evidence writes the evidence sheet of one unit, numbered by its place among all units.
func Evidence(w io.Writer, docs []fuhe.Document, unit string, o Options) error {
	say := func(zh, en string) string { return fuhe.Phrase{ZH: zh, EN: en}.In(o.Lang) }
	p := o.Particulars
	// A run may hold forms of several units: the one of the sheet goes before the one of the particulars.
	mine := slices.DeleteFunc(problems(docs, o), func(x problem) bool { return unitOf(x.report) != unit })
	b := newBody()
	b.title(say("审计取证单", "Evidence sheet"))
	b.line(say("索引号：", "index: ") + p.Index(max(1, 1+slices.Index(Units(docs, o), unit))) + say("　　　第　　页（共　　页）", "      page    of   "))
	t := b.table(2200, 7200)
	t.row(say("项目名称", "engagement"), p.Project)
	t.row(say("被审计（评价）单位或个人", "audited unit"), cmp.Or(unit, p.Unit))
	t.row(say("审计（调查）事项", "matter"), cmp.Or(p.Matter, say("绩效自评表的真实性、准确性", "correctness of self-evaluation forms")))
	t.row(say("所属期间", "period"), cmp.Or(p.Period, years(mine, o.Lang)))
	t.row(say("审计事项摘要", "summary"), strings.Join(o.summary(mine), "\n"))
	t.row(say("审计人员", "auditors"), auditors(p, o.Lang)+say("　　　　编制日期：", "      date: ")+p.PreparedOn)
	t.row(say("复核人", "reviewer"), p.ReviewedBy+say("　　　　复核日期：", "      date: ")+p.ReviewedOn)
	t.row(say("证据提供单位意见（盖章）", "statement of the unit (seal)"), "\n\n\n"+say("负责人签名：　　　　　　　　日期：", "signature:                     date:"))
	t.row(say("附件", "attachments"), say("　　页", "    pages"))
	t.end()
	b.line(say("说明：1. 请证据提供单位在“证据提供单位意见”栏中签署意见并签名盖章；2. 复算由程序完成，算式与依据见复核意见。", "The unit signs its statement and puts its seal. Figures were recomputed by a program; workings and basis stand in the findings."))
	return b.write(w)
}

// auditors are those named as such, and who prepared the paper where that is somebody else.
func auditors(p paper.Particulars, l fuhe.Lang) string {
	split := func(s string) []string {
		return strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune("、，,；;　", c) })
	}
	named := append(split(p.Auditors), strings.Fields(p.Auditors)...)
	for i := range named {
		named[i] = strings.TrimSpace(named[i])
	}
	all := []string{p.Auditors}
	for _, name := range split(p.PreparedBy) {
		if name = strings.TrimSpace(name); !slices.Contains(named, name) {
			all = append(all, name)
		}
	}
	return strings.TrimSpace(strings.Join(all, space.In(l)))
}

// Problems writes the list of problems of all units.
func Problems(w io.Writer, docs []fuhe.Document, o Options) error {
	say := func(zh, en string) string { return fuhe.Phrase{ZH: zh, EN: en}.In(o.Lang) }
	all := problems(docs, o)
	b := newBody()
	b.title(say("绩效自评复核问题清单", "List of problems"))
	b.line(strings.TrimSpace(strings.Join([]string{o.Particulars.Project, o.Particulars.Unit, o.Particulars.Period}, space.In(o.Lang))))
	t := b.table(600, 900, 1800, 4300, 1400, 900)
	t.head(say("序号", "no."), say("定性", "kind"), say("问题", "problem"), say("具体情况", "places"), say("依据", "basis"), say("整改状态", "rectification"))
	for i, g := range groups(all) {
		var places, states []string
		for _, x := range g.problems {
			places = append(places, o.place(x))
			if s := x.verdict.Rectification; s != "" && !slices.Contains(states, s) {
				states = append(states, s)
			}
		}
		t.row(fmt.Sprint(i+1), render.SeverityName(g.severity, o.Lang)+" "+g.rule, fmt.Sprintf(say("%s（%d处）", "%s (%d)"), o.Rules[g.rule].Title, len(g.problems)),
			strings.Join(shortened(places, o.Lang), "\n"), o.Rules[g.rule].Basis, strings.Join(states, comma.In(o.Lang)))
	}
	if len(all) == 0 {
		t.row("", "", say("未发现问题", "nothing found"), "", "", "")
	}
	t.end()
	b.line(say("编制人：", "prepared by: ") + o.Particulars.PreparedBy + space.In(o.Lang) + o.Particulars.PreparedOn + say("　　复核人：", "   reviewed by: ") + o.Particulars.ReviewedBy + space.In(o.Lang) + o.Particulars.ReviewedOn)
	return b.write(w)
}

// summary are the problems in words: each kind once, its places under it, the basis of all of them at the end.
func (o Options) summary(all []problem) []string {
	var out, bases []string
	for i, g := range groups(all) {
		rule := o.Rules[g.rule]
		out = append(out, fmt.Sprintf(fuhe.Phrase{ZH: "%d. %s（%s %s，%d处）", EN: "%d. %s (%s %s, %d)"}.In(o.Lang), i+1, rule.Title, render.SeverityName(g.severity, o.Lang), g.rule, len(g.problems)))
		var places []string
		for _, x := range g.problems {
			places = append(places, o.place(x))
		}
		out = append(out, shortened(places, o.Lang)...)
		if rule.Basis != "" && !slices.Contains(bases, rule.Basis) {
			bases = append(bases, rule.Basis)
		}
	}
	if len(bases) > 0 {
		out = append(out, fuhe.Phrase{ZH: "依据：", EN: "basis: "}.In(o.Lang)+strings.Join(bases, fuhe.Phrase{ZH: "；", EN: "; "}.In(o.Lang)))
	}
	return out
}

// mostPlaces of one kind of problem stand on a paper; the workbook has them all.
const mostPlaces = 60

func shortened(places []string, l fuhe.Lang) []string {
	if len(places) <= mostPlaces {
		return places
	}
	more := fmt.Sprintf(fuhe.Phrase{ZH: "……另有 %d 处，见复核意见", EN: "… and %d more, see the findings"}.In(l), len(places)-mostPlaces)
	return append(slices.Clone(places[:mostPlaces]), more)
}

// place is one problem in a line: form, entry, figures, what a person noted.
func (o Options) place(x problem) string {
	say := func(zh, en, text string) string { return fmt.Sprintf(fuhe.Phrase{ZH: zh, EN: en}.In(o.Lang), text) }
	line := "· " + render.WithYear(titleOf(x.report), x.report.Year, o.Lang) + say("：%s", ": %s", x.finding.Message)
	if x.finding.Working != "" {
		line += say("（%s）", " (%s)", x.finding.Working)
	}
	line += say(" 〔%s〕", " [%s]", x.doc.Path+" "+x.finding.At.String())
	if x.verdict.Note != "" {
		line += " " + x.verdict.Note
	}
	return render.Plain(line)
}

func years(all []problem, l fuhe.Lang) string {
	var out []string
	for _, p := range all {
		if y := p.report.Year; y != "" && !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	slices.Sort(out)
	return strings.Join(out, comma.In(l))
}

func titleOf(r *fuhe.Report) string {
	for _, t := range []string{r.Project.Text, r.Department.Text, r.Implementer.Text, r.Title} {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return "—"
}

func unitOf(r *fuhe.Report) string {
	return cmp.Or(render.Plain(r.Department.Text), render.Plain(r.Implementer.Text))
}
