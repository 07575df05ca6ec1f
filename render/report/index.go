package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fuhe"
	"fuhe/render"
	"fuhe/render/review"
)

// index is the front of a report.
type index struct {
	T          map[string]string
	Version    string
	Run        [][2]string // what the run was
	Inputs     []inputView // every file that was met
	More       int         // of these, not listed by name
	Tally      render.Tally
	ByRule     chart
	ByUnit     chart
	Points     []point
	Rolls      *rollChart
	Forms      []lineView
	Across     []acrossView // over several forms, and in tables beside them
	MoreAcross int
	Gone       []review.Verdict
	NoPictures string
}

type inputView struct{ Path, SHA256, Format, Bytes, Status, Reason string }

// chart is bars under one another.
type chart struct {
	Name   string
	Bars   []bar
	Height int
}

// bar is a bar of a chart; its length in hundredths of the longest.
type bar struct {
	Label string
	Count int
	Width int
	Y     int
}

// point is a form in the chart of executions and scores, on a field of 100 × 100.
type point struct {
	X, Y        float64
	Href, Title string
	Class       string
}

// lineView is a form in the list of forms.
type lineView struct {
	Href, Title, Unit, Year, Path, Rate, Total, Grade string
	Errors, Warnings, Notes, Judged                   int
}

// index gathers the front.
func (b *builder) index() *index {
	v := &index{T: wordsIn(b.o.Lang), Version: b.o.From.Version, Tally: render.TallyOf(b.docs), NoPictures: b.o.NoPictures}
	v.Tally.AddAcross(b.o.From.Across)
	v.Run = b.run()
	for i := range b.docs {
		if len(v.Inputs) == mostInputs {
			v.More = len(b.docs) - mostInputs
			break
		}
		v.Inputs = append(v.Inputs, b.input(&b.docs[i]))
	}
	rules, units := map[string]int{}, map[string]int{}
	for _, at := range b.forms {
		v.Forms = append(v.Forms, b.line(at[0], at[1], rules, units))
		if p, ok := b.point(at[0], at[1]); ok && len(v.Points) < mostPoints {
			v.Points = append(v.Points, p)
		}
	}
	for i := range b.o.From.Across {
		if x := &b.o.From.Across[i]; x.Report < 0 { // the others are counted with their forms
			rules[x.Rule]++
		}
	}
	v.Rolls = b.rolls()
	v.Across, v.MoreAcross = b.across()
	v.ByRule = bars(rules, func(id string) string { return id + " " + b.o.Rules[id].Title }, v.T["others"])
	v.ByUnit = bars(units, func(u string) string { return u }, v.T["others"])
	v.ByRule.Name, v.ByUnit.Name = v.T["byRule"], v.T["byUnit"]
	lost, elsewhere := b.o.Review.Gone(b.docs, b.o.From.Across)
	v.Gone = append(lost, elsewhere...)
	return v
}

// run is what the run was: version, command, options, rules, time.
func (b *builder) run() [][2]string {
	t := wordsIn(b.o.Lang)
	rows := [][2]string{{t["version"], b.o.From.Version}, {t["command"], b.o.From.CommandLine(b.o.Lang)}, {t["profile"], b.o.From.Profile}}
	if b.o.From.RulesSHA256 != "" {
		rows = append(rows, [2]string{t["ownRules"], b.o.From.RulesSHA256})
	}
	if !b.o.From.Started.IsZero() {
		rows = append(rows, [2]string{t["started"], b.o.From.Started.Format("2006-01-02 15:04:05 -07:00")})
	}
	if b.o.From.NotReached > 0 {
		rows = append(rows, [2]string{t["notReached"], fmt.Sprint(b.o.From.NotReached)})
	}
	return rows
}

func (b *builder) input(d *fuhe.Document) inputView {
	t := wordsIn(b.o.Lang)
	v := inputView{Path: render.Path(d.Path), SHA256: d.SHA256, Format: formatText(d.Format, b.o.Lang), Bytes: fmt.Sprint(d.Bytes), Status: t[string(d.Status())]}
	var reasons []string
	for _, u := range d.Unread {
		reasons = append(reasons, strings.TrimSpace(u.At.String()+" "+u.Reason))
	}
	v.Reason = render.Plain(strings.Join(append(reasons, d.PassedOver), " · "))
	return v
}

// formatText is a format as its files are called; tables written as plain text have no such name.
func formatText(f fuhe.Format, l fuhe.Lang) string {
	if f == fuhe.Text {
		return fuhe.Phrase{ZH: "纯文本", EN: "text"}.In(l)
	}
	return string(f)
}

func (b *builder) href(d, n int) string { return b.file(d, n) + "#" + formID(d, n) }

func (b *builder) line(d, n int, rules, units map[string]int) lineView {
	doc, r := &b.docs[d], b.docs[d].Reports[n]
	v := lineView{Href: b.href(d, n), Title: titleOf(r), Unit: unitOf(r), Year: render.Plain(r.Year), Path: render.Path(doc.Path), Total: render.Plain(r.Total.Score.Text), Grade: render.Plain(r.Total.Grade.Text)}
	if len(r.Funds) > 0 {
		v.Rate = render.Plain(r.Funds[0].ExecutionRate.Text)
	}
	var t render.Tally
	t.Add(r.Findings)
	v.Errors, v.Warnings, v.Notes = t.Errors, t.Warnings, t.Notes
	for i := range r.Findings {
		f := &r.Findings[i]
		if j := b.said[review.Key{SHA256: doc.SHA256, Finding: f.ID}].Verdict; j == review.Confirmed || j == review.Rejected {
			v.Judged++
		}
		if f.Root == "" {
			rules[f.Rule]++
			if v.Unit != "" && f.Severity != fuhe.Note {
				units[v.Unit]++
			}
		}
	}
	return v
}

// point places a form by its printed execution rate and total; false where one of them is no number.
func (b *builder) point(d, n int) (point, bool) {
	r := b.docs[d].Reports[n]
	if len(r.Funds) == 0 || r.Funds[0].ExecutionRate.Number == nil || r.Total.Score.Number == nil {
		return point{}, false
	}
	rate, score := r.Funds[0].ExecutionRate.Number, r.Total.Score.Number
	x, y := rate.Value.InexactFloat64(), score.Value.InexactFloat64()
	if rate.Unit != "%" && math.Abs(x) <= 1.5 {
		x *= 100
	}
	p := point{X: min(max(x, 0), 120) / 1.2, Y: 100 - min(max(y, 0), 120)/1.2, Href: b.href(d, n), Title: titleOf(r) + " " + render.Plain(r.Funds[0].ExecutionRate.Text) + " / " + render.Plain(r.Total.Score.Text)}
	for i := range r.Findings {
		if r.Findings[i].Severity == fuhe.Error {
			p.Class = "bad"
		}
	}
	return p, true
}

// bars are counts as bars, the longest first.
func bars(counts map[string]int, label func(string) string, others string) chart {
	var out []bar
	for k, n := range counts {
		out = append(out, bar{Label: strings.TrimSpace(label(k)), Count: n})
	}
	slices.SortFunc(out, func(a, b bar) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Label, b.Label)
	})
	if len(out) > mostBars {
		rest := bar{Label: fmt.Sprintf(others, len(out)-mostBars+1)}
		for _, x := range out[mostBars-1:] {
			rest.Count += x.Count
		}
		out = append(out[:mostBars-1:mostBars-1], rest)
	}
	longest := 1
	for _, x := range out {
		longest = max(longest, x.Count)
	}
	for i := range out {
		out[i].Width, out[i].Y = max(1, out[i].Count*100/longest), i*barHeight
	}
	return chart{Bars: out, Height: len(out) * barHeight}
}
