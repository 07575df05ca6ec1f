package bulk

import (
	"encoding/json"

	"fuhe"
	"fuhe/render"
)

// acrossRow is a finding over several forms: the columns of a finding, then what it rests on.
type acrossRow struct {
	SHA256     string `parquet:"sha256,dict"`
	Form       int32  `parquet:"form"` // 0 for a table beside the forms
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
	Label      string `parquet:"label"` // the places it rests on, for readers
	Place      string `parquet:"place"`
	Effect     string `parquet:"effect,dict"`
	Working    string `parquet:"working"`
	Path       string `parquet:"path"`
	Match      string `parquet:"match,dict"` // sure, unsure; "" where nothing was matched
	Because    string `parquet:"because,dict"`
	Inputs     string `parquet:"inputs"` // the places it rests on, as JSON
}

// input is a place that a finding rests on.
type input struct {
	SHA256 string     `json:"sha256"`
	Form   int        `json:"form"`
	Path   string     `json:"path"`
	Field  fuhe.Field `json:"field"`
	Place  string     `json:"place"`
}

// Whether it is sure that forms belong together.
const (
	sureMatch   = "sure"
	unsureMatch = "unsure"
)

func rowOfAcross(x *fuhe.Across, o Options) (acrossRow, error) {
	row := acrossRow{
		SHA256: x.SHA256, Form: int32(x.Report + 1), ID: x.ID, Rule: x.Rule, Severity: string(x.Severity), Field: string(x.Field), Published: x.Published, Recomputed: x.Recomputed,
		Root: x.Root, Message: x.Message, Title: o.Titles[x.Rule], Label: render.AcrossInputs(x, o.Lang), Place: x.At.String(), Effect: string(x.Effect), Working: x.Working, Path: x.Path,
	}
	if x.Cause != nil {
		row.Cause = string(x.Cause.Kind)
	}
	if x.Match != nil {
		row.Match, row.Because = map[bool]string{true: sureMatch, false: unsureMatch}[x.Match.Sure], x.Match.Because
	}
	inputs := make([]input, len(x.Inputs))
	for i, p := range x.Inputs {
		inputs[i] = input{p.SHA256, p.Report + 1, p.Path, p.Field, p.At.String()}
	}
	written, err := json.Marshal(inputs)
	row.Inputs = string(written)
	return row, err
}

func (r acrossRow) texts() []string {
	return []string{r.SHA256, whole(r.Form), r.ID, r.Rule, r.Severity, r.Field, r.Published, r.Recomputed, r.Cause, r.Root, r.Message, r.Title, r.Label, r.Place, r.Effect, r.Working,
		r.Path, r.Match, r.Because, r.Inputs}
}
