package bulk

import (
	"strconv"

	"fuhe"
	"fuhe/render"
)

// documentRow is a path of the run.
type documentRow struct {
	Path    string  `parquet:"path"`
	SHA256  string  `parquet:"sha256"`
	Format  string  `parquet:"format,dict"`
	Status  string  `parquet:"status,dict"`
	Reason  string  `parquet:"reason,dict"`
	Code    string  `parquet:"code,dict"`
	Pages   int32   `parquet:"pages"`
	Forms   int32   `parquet:"forms"`
	Seconds float64 `parquet:"seconds"`
	Bytes   int64   `parquet:"bytes"`
}

func rowOfDocument(d *fuhe.Document) documentRow {
	r := documentRow{Path: d.Path, SHA256: d.SHA256, Format: string(d.Format), Status: string(d.Status()), Reason: d.PassedOver,
		Pages: int32(d.Pages), Forms: int32(len(d.Reports)), Seconds: d.Seconds, Bytes: d.Bytes}
	if len(d.Unread) > 0 {
		r.Reason, r.Code = d.Unread[0].Reason, string(d.Unread[0].Code)
	}
	return r
}

func (r documentRow) texts() []string {
	return []string{r.Path, r.SHA256, r.Format, r.Status, r.Reason, r.Code, whole(r.Pages), whole(r.Forms), strconv.FormatFloat(r.Seconds, 'f', -1, 64), strconv.FormatInt(r.Bytes, 10)}
}

// formRow is a form. Amounts are as printed, in MoneyUnit.
type formRow struct {
	SHA256      string `parquet:"sha256"`
	Form        int32  `parquet:"form"` // in its document, from 1
	Path        string `parquet:"path"`
	Title       string `parquet:"title,dict"`
	Year        string `parquet:"year,dict"`
	Department  string `parquet:"department,dict"`
	Implementer string `parquet:"implementer,dict"`
	Project     string `parquet:"project"`
	Layout      string `parquet:"layout,dict"`
	Profile     string `parquet:"profile,dict"`
	MoneyUnit   string `parquet:"money_unit,dict"`

	InitialBudget  *decimal `parquet:"initial_budget,optional,decimal(18:38)"`
	AdjustedBudget *decimal `parquet:"adjusted_budget,optional,decimal(18:38)"`
	Executed       *decimal `parquet:"executed,optional,decimal(18:38)"`
	ExecutionRate  *decimal `parquet:"execution_rate,optional,decimal(18:38)"`
	BudgetWeight   *decimal `parquet:"budget_weight,optional,decimal(18:38)"`
	BudgetScore    *decimal `parquet:"budget_score,optional,decimal(18:38)"`
	TotalWeight    *decimal `parquet:"total_weight,optional,decimal(18:38)"`
	TotalScore     *decimal `parquet:"total_score,optional,decimal(18:38)"`

	Grade      string `parquet:"grade,dict"`
	Indicators int32  `parquet:"indicators"`
	Errors     int32  `parquet:"errors"` // what another finding explains is not counted again
	Warnings   int32  `parquet:"warnings"`
	Notes      int32  `parquet:"notes"`
	Figures    int32  `parquet:"figures"`
	Agree      int32  `parquet:"agree"`
	Differ     int32  `parquet:"differ"`
	Judgement  int32  `parquet:"judgement"`
	Unchecked  int32  `parquet:"unchecked"`

	printed [8]string // the numbers as text
}

func rowOfForm(d *fuhe.Document, n int, r *fuhe.Report) formRow {
	var t render.Tally
	t.Add(r.Findings)
	var annual fuhe.Fund
	if len(r.Funds) > 0 {
		annual = r.Funds[0]
	}
	c := r.Coverage
	row := formRow{
		SHA256: d.SHA256, Form: int32(n), Path: d.Path, Title: r.Title, Year: r.Year, Department: r.Department.Text, Implementer: r.Implementer.Text,
		Project: r.Project.Text, Layout: r.Form, Profile: r.Profile.ID, MoneyUnit: r.MoneyUnit, Grade: r.Total.Grade.Text, Indicators: int32(len(r.Indicators)),
		Errors: int32(t.Errors), Warnings: int32(t.Warnings), Notes: int32(t.Notes),
		Figures: int32(c.Figures), Agree: int32(c.Agree), Differ: int32(c.Differ), Judgement: int32(c.Judgement), Unchecked: int32(c.Unchecked),
	}
	for i, f := range []struct {
		to   **decimal
		cell fuhe.Cell
	}{
		{&row.InitialBudget, annual.InitialBudget}, {&row.AdjustedBudget, annual.AdjustedBudget}, {&row.Executed, annual.Executed}, {&row.ExecutionRate, annual.ExecutionRate},
		{&row.BudgetWeight, annual.Weight}, {&row.BudgetScore, annual.Score}, {&row.TotalWeight, r.Total.Weight}, {&row.TotalScore, r.Total.Score},
	} {
		*f.to, row.printed[i] = decimalOf(f.cell.Number), digits(f.cell.Number)
	}
	return row
}

func (r formRow) texts() []string {
	texts := []string{r.SHA256, whole(r.Form), r.Path, r.Title, r.Year, r.Department, r.Implementer, r.Project, r.Layout, r.Profile, r.MoneyUnit}
	texts = append(texts, r.printed[:]...)
	texts = append(texts, r.Grade)
	for _, n := range []int32{r.Indicators, r.Errors, r.Warnings, r.Notes, r.Figures, r.Agree, r.Differ, r.Judgement, r.Unchecked} {
		texts = append(texts, whole(n))
	}
	return texts
}

// figureRow is a printed figure of a form.
type figureRow struct {
	SHA256  string   `parquet:"sha256,dict"`
	Form    int32    `parquet:"form"`
	Field   string   `parquet:"field,dict"`
	Label   string   `parquet:"label"`
	Text    string   `parquet:"text"`
	Value   *decimal `parquet:"value,optional,decimal(18:38)"`
	Unit    string   `parquet:"unit,dict"`
	Class   string   `parquet:"class,dict"`
	Because string   `parquet:"because,dict"`
	Place   string   `parquet:"place"`

	printed string
}

func rowOfFigure(d *fuhe.Document, n int, r *fuhe.Report, f *fuhe.Figure, c *fuhe.Cell, lang fuhe.Lang) figureRow {
	row := figureRow{SHA256: d.SHA256, Form: int32(n), Field: string(f.Field), Label: r.Label(f.Field, lang), Text: f.Text, Class: string(f.Class), Because: f.Because}
	switch {
	case f.At != nil: // it is no entry
		row.Place = f.At.String()
	case c != nil:
		row.Text, row.Place, row.Value, row.printed = c.Text, c.At.String(), decimalOf(c.Number), digits(c.Number)
		if c.Number != nil {
			row.Unit = c.Number.Unit
		}
	}
	return row
}

func (r figureRow) texts() []string {
	return []string{r.SHA256, whole(r.Form), r.Field, r.Label, r.Text, r.printed, r.Unit, r.Class, r.Because, r.Place}
}

// findingRow is a finding.
type findingRow struct {
	SHA256     string `parquet:"sha256,dict"`
	Form       int32  `parquet:"form"`
	ID         string `parquet:"id"`
	Rule       string `parquet:"rule,dict"`
	Severity   string `parquet:"severity,dict"`
	Field      string `parquet:"field,dict"`
	Published  string `parquet:"published"`
	Recomputed string `parquet:"recomputed"`
	Cause      string `parquet:"cause,dict"`
	Root       string `parquet:"root"`
	Message    string `parquet:"message"`
	Title      string `parquet:"title,dict"`
	Label      string `parquet:"label"`
	Place      string `parquet:"place"`
	Effect     string `parquet:"effect,dict"`
	Working    string `parquet:"working"`
}

func rowOfFinding(d *fuhe.Document, n int, r *fuhe.Report, f *fuhe.Finding, o Options) findingRow {
	row := findingRow{
		SHA256: d.SHA256, Form: int32(n), ID: f.ID, Rule: f.Rule, Severity: string(f.Severity), Field: string(f.Field), Published: f.Published, Recomputed: f.Recomputed,
		Root: f.Root, Message: f.Message, Title: o.Titles[f.Rule], Label: r.Label(f.Field, o.Lang), Place: f.At.String(), Effect: string(f.Effect), Working: f.Working,
	}
	if f.Cause != nil {
		row.Cause = string(f.Cause.Kind)
	}
	return row
}

func (r findingRow) texts() []string {
	return []string{r.SHA256, whole(r.Form), r.ID, r.Rule, r.Severity, r.Field, r.Published, r.Recomputed, r.Cause, r.Root, r.Message, r.Title, r.Label, r.Place, r.Effect, r.Working}
}

func whole(n int32) string { return strconv.Itoa(int(n)) }
