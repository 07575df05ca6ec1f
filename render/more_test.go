package render

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// The table has a row for each finding and each place that was not read, and nothing in it is a formula.
func TestCSV(t *testing.T) {
	r := example.Shanghai(t)
	docs := example.Documents(r)
	docs[0].Path = "=cmd.pdf"
	docs[0].Unread = []fuhe.Unread{{Reason: "empty file", Code: fuhe.Empty}}
	var out strings.Builder
	if err := CSV(&out, docs, nil, fuhe.ZH); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\uFEFF"))).ReadAll()
	if err != nil || len(rows) != len(r.Findings)+2 {
		t.Fatalf("%d rows for %d findings: %v", len(rows), len(r.Findings), err)
	}
	for i, f := range r.Findings {
		if row := rows[i+1]; row[0] != "'=cmd.pdf" || row[4] != f.Rule || row[9] != f.Published {
			t.Errorf("%q", row)
		}
	}
	if last := rows[len(rows)-1]; last[5] != "unread" || last[12] != "empty" {
		t.Errorf("%q", last)
	}
	for text, want := range map[string]string{"-3.5": "-3.5", "+1": "+1", "-a": "'-a", "@x": "'@x", "": "", "≥3": "≥3"} {
		if got := Harmless(text); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// The log names each rule once and each finding with its file.
func TestSARIF(t *testing.T) {
	r := example.Shanghai(t)
	docs := example.Documents(r)
	docs[0].Path = "公开/a b.pdf"
	var out strings.Builder
	if err := SARIF(&out, docs, nil, "0.1.0", map[string]string{"F102": "执行率"}); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID, Level string
				Locations     []struct {
					PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(out.String()), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || len(run.Results) != len(r.Findings) {
		t.Errorf("%+v", log)
	}
	for _, res := range run.Results {
		if res.Locations[0].PhysicalLocation.ArtifactLocation.URI != "%E5%85%AC%E5%BC%80/a%20b.pdf" || res.Level == "" {
			t.Errorf("%+v", res)
		}
	}
}

// Findings are counted by rule, unit and year, and every one of them in each.
func TestStatistics(t *testing.T) {
	r := example.Shanghai(t)
	var out strings.Builder
	if err := Statistics(&out, example.Documents(r, r), map[string]string{"F102": "执行率"}, TextOptions{Lang: fuhe.ZH}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"F102  2     0     0     执行率", "2021"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// A form counts for its department, and a rule whose findings are all explained by others says so beside its zeros.
func TestStatisticsByDepartment(t *testing.T) {
	at := fuhe.Source{Table: 1, Ref: "A1"}
	r := &fuhe.Report{Department: fuhe.NewCell("教育局", at), Implementer: fuhe.NewCell("第一中学", at), Findings: []fuhe.Finding{
		{ID: "a", Rule: "F102", Severity: fuhe.Error}, {ID: "b", Rule: "X601", Severity: fuhe.Error, Root: "a"}, {ID: "c", Rule: "X601", Severity: fuhe.Error, Root: "a"}}}
	var out strings.Builder
	if err := Statistics(&out, []fuhe.Document{{Path: "a", Reports: []*fuhe.Report{r}}}, nil, TextOptions{Lang: fuhe.EN}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.Contains(got, "教育局  1") || strings.Contains(got, "第一中学") || !strings.Contains(got, "(and 2 that other findings explain, not counted)") {
		t.Errorf("%s", got)
	}
}
