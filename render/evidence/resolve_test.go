package evidence_test

import (
	"context"
	"testing"

	"fuhe"
	"fuhe/extract"
	"fuhe/extract/work"
	"fuhe/render/evidence"
	"fuhe/score"
)

// Every finding and every term of one, in all samples, is at a place that can be shown: a box within its page, or a cell of
// the grid, or a line around it.
func TestEverythingCanBeShown(t *testing.T) {
	inputs := extract.Walk([]string{"../../samples"}, nil)
	findings, terms := 0, 0
	extract.ReadAll(context.Background(), inputs, extract.Options{}, work.NewJobs(2), nil, func(_ int, doc fuhe.Document) {
		for _, r := range doc.Reports {
			score.Check(r, score.Options{})
			grid := evidence.GridOf(r)
			for i := range r.Findings {
				f := &r.Findings[i]
				places := evidence.Of(r, f)
				for _, p := range places {
					if !shown(&doc, grid, r, p.At) {
						t.Errorf("%s: %s %s: %s %v is nowhere", doc.Path, f.Rule, p.Mark, p.Field, p.At)
					}
				}
				findings, terms = findings+1, terms+len(f.Inputs)
				cells := evidence.Fields(r)
				for _, in := range f.Inputs {
					if c := cells[in]; c == nil || !c.Present() {
						t.Errorf("%s: %s: the term %s is no entry", doc.Path, f.Rule, in)
					}
				}
			}
		}
	})
	t.Logf("%d findings, %d terms", findings, terms)
	if findings < 150 {
		t.Errorf("only %d findings were looked at", findings)
	}
}

func shown(doc *fuhe.Document, grid evidence.Grid, r *fuhe.Report, at fuhe.Source) bool {
	if at.Page > 0 {
		for _, s := range doc.PageSizes {
			if s.Page == at.Page {
				b := at.Box
				return !b.IsZero() && b[0] >= -1 && b[1] >= -1 && b[2] <= s.Width+1 && b[3] <= s.Height+1
			}
		}
		return false
	}
	for _, row := range grid.Rows {
		for _, c := range row.Cells {
			if c.At == at {
				return true
			}
		}
	}
	for _, lines := range [][]fuhe.Line{r.Printed.Above, r.Printed.Below} {
		for _, l := range lines {
			if l.At == at {
				return true
			}
		}
	}
	return false
}
