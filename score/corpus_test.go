package score

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fuhe"
)

// The generated corpus has truth typed by its maker: the texts of every form and the errors seeded in it. Here the
// reports are built from that truth, so that the rules are measured apart from the readers.

type truthForm struct {
	Variant, Year, Currency string
	Text                    map[string]string
	Errors                  []seeded
}

type seeded struct {
	Kind    string
	Fields  []fuhe.Field
	Correct *string
	Level   fuhe.Severity
	Cause   fuhe.CauseKind
}

func truthForms(t testing.TB) map[string]truthForm {
	t.Helper()
	path := filepath.Join("..", "..", "shared", "corpus", "generated", "truth.json")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the generated corpus is not here: %v", err)
	}
	var files []struct {
		File  string
		Forms []truthForm
	}
	if err := json.Unmarshal(raw, &files); err != nil {
		t.Fatal(err)
	}
	out := make(map[string]truthForm)
	for _, f := range files {
		for i, form := range f.Forms {
			out[fmt.Sprintf("%s#%d", f.File, i)] = form
		}
	}
	return out
}

// report builds the report a perfect reader would give.
func (f truthForm) report() *fuhe.Report {
	r := &fuhe.Report{Year: f.Year, MoneyUnit: f.Currency, Title: "项目支出绩效自评表"}
	for path := range f.Text {
		parts := strings.Split(path, "/")
		if len(parts) < 4 {
			continue
		}
		i, err := strconv.Atoi(parts[2])
		if err != nil {
			continue
		}
		for parts[1] == "funds" && len(r.Funds) <= i {
			r.Funds = append(r.Funds, fuhe.Fund{})
		}
		for parts[1] == "indicators" && len(r.Indicators) <= i {
			r.Indicators = append(r.Indicators, fuhe.Indicator{})
		}
	}
	for i, e := range r.Entries() {
		if text, ok := f.Text[string(e.Field)]; ok {
			*e.Cell = fuhe.NewCell(text, fuhe.Source{Table: 1, Ref: fmt.Sprintf("A%d", i+1)})
		}
	}
	if f.Variant == "H1" {
		n, _ := fuhe.ParseNumber("20")
		r.Sections = append(r.Sections, fuhe.Section{Name: fuhe.NewCell("得分（20分*执行率）", fuhe.Source{Table: 1, Ref: "Z1"}), Weight: n, Covers: fuhe.CoversBudget})
	}
	return r
}

var weightFields = regexp.MustCompile(`^/indicators/\d+/(level[12]|weight)$`)

func TestGeneratedCorpusIsJudgedRight(t *testing.T) {
	seen, found, named, namedOf := 0, 0, 0, 0
	for name, form := range truthForms(t) {
		r := form.report()
		Check(r, Options{Lang: fuhe.ZH})
		related, weights := map[fuhe.Field]bool{}, false
		for _, e := range form.Errors {
			seen++
			weights = weights || e.Kind == "weight-sum"
			for _, f := range append(e.Fields, "/total/score", "/total/weight", "/total/grade") {
				related[f] = true
			}
			hit, right := judged(r, e)
			if !hit {
				t.Errorf("%s: seeded %s at %s is not found", name, e.Kind, e.Fields[0])
				continue
			}
			found++
			if e.Correct != nil {
				namedOf++
				if right {
					named++
				} else if e.Kind != "weight-sum" { // which of the weights is wrong cannot be told from their sum
					t.Errorf("%s: seeded %s: the right value %s is not named", name, e.Kind, *e.Correct)
				}
			}
		}
		for _, f := range r.Findings {
			if f.Severity == fuhe.Error && !related[f.Field] && !(weights && weightFields.MatchString(string(f.Field))) {
				t.Errorf("%s: %s accuses %s: %s", name, f.Rule, f.Field, f.Message)
			}
			if len(form.Errors) == 0 && f.Severity != fuhe.Note {
				t.Errorf("%s: a consistent form gets %s %s at %s: %s", name, f.Severity, f.Rule, f.Field, f.Message)
			}
		}
		if c := r.Coverage; c.Agree+c.Differ+c.Judgement+c.Unchecked != c.Figures {
			t.Errorf("%s: coverage %+v does not add up", name, c)
		}
		if testing.Verbose() {
			t.Logf("%s %s %+v", name, r.Profile.ID, r.Coverage)
			for _, f := range r.Findings {
				t.Logf("    %s %s %s %q → %q [%s] %v %s | %s", f.Rule, f.Severity, f.Field, f.Published, f.Recomputed, f.Effect, f.Cause, f.Working, f.Message)
			}
		}
	}
	t.Logf("seeded errors found %d of %d, right value named %d of %d", found, seen, named, namedOf)
}

// judged reports whether a seeded error was found at its level, and whether its right value was named.
func judged(r *fuhe.Report, e seeded) (hit, right bool) {
	for _, f := range r.Findings {
		at := e.Kind == "weight-sum" && strings.HasSuffix(string(f.Field), "/level1")
		for _, want := range e.Fields {
			at = at || f.Field == want
		}
		if !at || f.Severity.Rank() < e.Level.Rank() {
			continue
		}
		hit = true
		if e.Correct != nil && sameFigure(f.Recomputed, *e.Correct) {
			right = e.Cause == "" || f.Cause != nil && f.Cause.Kind == e.Cause
		}
	}
	return hit, right
}

func sameFigure(a, b string) bool {
	x, okX := fuhe.ParseNumber(a)
	y, okY := fuhe.ParseNumber(b)
	return okX && okY && x.Value.Equal(y.Value)
}
