package own

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/score"
)

// office is the file of rules to start from, as it stands among the samples.
func office(t *testing.T) *score.Overlay {
	t.Helper()
	raw, err := os.ReadFile("../../samples/office.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return load(t, string(raw))
}

// Each check of samples/office.yaml holds on a form that is filled in, and speaks where its entry is changed.
func TestOfficeRulesSpeakWhereTheySay(t *testing.T) {
	o := office(t)
	filled := map[fuhe.Field]string{
		"/goals/actual": "培训全部完成，知晓率稳步提高", "/funds/0/execution_rate": "95.34%", "/indicators/0/target": "≥20场",
		"/indicators/1/level1": "满意度指标", "/indicators/1/target": "≥90%",
	}
	for _, c := range []struct {
		field fuhe.Field
		text  string
		want  string
	}{
		{"/project", "示例项目", ""},
		{"/project", "", "U001 error /project"},
		{"/goals/actual", "已完成", "U002 warning /goals/actual"},
		{"/funds/0/execution_rate", "95.34", "U003 warning /funds/0/execution_rate"},
		{"/funds/0/execution_rate", "", ""},
		{"/indicators/0/score", "48", "U004 warning /indicators/0/deviation"},
		{"/indicators/1/target", "≥80%", "U005 warning /indicators/1/target"},
	} {
		r := form()
		for field, text := range filled {
			*r.Entry(field) = fuhe.NewCell(text, r.Entry(field).At)
		}
		*r.Entry(c.field) = fuhe.NewCell(c.text, r.Entry(c.field).At)
		score.Check(r, score.Options{Lang: fuhe.ZH, Own: o})
		var own []string
		for _, f := range r.Findings {
			if strings.HasPrefix(f.Rule, "U") && f.Rule != "U006" {
				own = append(own, f.Rule+" "+string(f.Severity)+" "+string(f.Field))
			}
		}
		if got := strings.Join(own, "\n"); got != c.want {
			t.Errorf("%s is %q: %q, want %q", c.field, c.text, got, c.want)
		}
		if !slices.ContainsFunc(r.Findings, func(f fuhe.Finding) bool { return f.Rule == "U006" && f.Severity == fuhe.Note }) {
			t.Error("two targets are not said to be fewer than three") // the form has two indicators
		}
	}
}

func TestFamiliesAreSwitchedOff(t *testing.T) {
	o := load(t, "off: [Q, F102]")
	for id, want := range map[string]bool{"Q101": true, "Q106": true, "F102": true, "F101": false, "X603": false} {
		if o.Off[id] != want {
			t.Errorf("%s is off: %v", id, o.Off[id])
		}
	}
	for _, text := range []string{"off: [Z]", "off: [q]", "off: [Q1]", "off: ['']"} {
		if _, err := Load(strings.NewReader(text), "rules.yaml", fuhe.EN); err == nil || !strings.Contains(err.Error(), "rules.yaml:1:7") {
			t.Errorf("%s: %v", text, err)
		}
	}
	costly := func(own *score.Overlay) bool {
		r := form()
		*r.Entry("/indicators/0/level2") = fuhe.NewCell("成本指标", fuhe.Source{Table: 1, Ref: "Z1"})
		*r.Entry("/indicators/0/name") = fuhe.NewCell("设备购置成本", fuhe.Source{Table: 1, Ref: "Z2"})
		*r.Entry("/indicators/0/target") = fuhe.NewCell("≥20万元", fuhe.Source{Table: 1, Ref: "Z3"})
		score.Check(r, score.Options{Own: own})
		return slices.ContainsFunc(r.Findings, func(f fuhe.Finding) bool { return f.Rule == "Q101" })
	}
	if !costly(nil) || costly(o) {
		t.Errorf("Q101 speaks %v without a file, %v with its family off", costly(nil), costly(o))
	}
}
