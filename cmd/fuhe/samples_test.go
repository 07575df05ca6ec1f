package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// truth is what is known of a file, apart from anything fuhe printed: samples/*/truth.json.
type truth struct {
	File  string
	Forms []struct {
		Text   map[string]string
		Errors []struct {
			Kind    string
			Fields  []string
			Correct *string
			Level   string
		}
	}
}

// answer is the part of the JSON that is held against the truth.
type answer struct {
	Documents []struct {
		Reports []map[string]any
		Unread  []any
	}
}

// Every sample is read exactly as its truth says: each entry, each figure, nothing invented; its errors are found and
// nothing else is called an error.
func TestSamplesAreReadAndJudgedAsTheirTruthSays(t *testing.T) {
	files, err := filepath.Glob("../../samples/*/truth.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples:", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var truths []truth
		if err := json.Unmarshal(raw, &truths); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, want := range truths {
			path := filepath.Join(filepath.Dir(file), want.File)
			t.Run(filepath.Base(filepath.Dir(file))+"/"+want.File, func(t *testing.T) { compare(t, path, want) })
		}
	}
}

func compare(t *testing.T, path string, want truth) {
	var stdout, stderr bytes.Buffer
	invoke(context.Background(), []string{"fuhe", "check", "--format", "json", path}, strings.NewReader(""), &stdout, &stderr)
	var got answer
	if err := json.Unmarshal(stdout.Bytes(), &got); err != nil || len(got.Documents) != 1 {
		t.Fatalf("%v: %s", err, stderr.String())
	}
	reports := got.Documents[0].Reports
	if len(reports) != len(want.Forms) {
		t.Fatalf("%d forms read, %d are there", len(reports), len(want.Forms))
	}
	for i, form := range want.Forms {
		have := map[string]map[string]any{}
		collect(have, "", reports[i])
		for field, text := range form.Text {
			compareEntry(t, fmt.Sprint(i)+field, have[field], text)
			delete(have, field)
		}
		for field, cell := range have {
			if text := cell["text"].(string); text != "" && invented.MatchString(field) {
				t.Errorf("form %d %s: %q stands nowhere on the form", i, field, text)
			}
		}
		seeded, wrongWeight := map[string]bool{}, false
		for _, e := range form.Errors {
			compareError(t, reports[i], e.Kind, e.Fields, e.Correct, e.Level)
			for _, f := range e.Fields {
				seeded[f] = true
			}
			seeded["/total/score"], seeded["/total/weight"], seeded["/total/grade"] = true, true, true // what follows from it
			wrongWeight = wrongWeight || e.Kind == "weight-sum"
		}
		for _, f := range reports[i]["findings"].([]any) {
			finding := f.(map[string]any)
			field := finding["field"].(string)
			if wrongWeight && weights.MatchString(field) {
				continue // a wrong weight shows at the heading of its group, too
			}
			if finding["severity"] == "error" && !seeded[field] {
				t.Errorf("form %d: accused without reason: %v %v", i, finding["rule"], finding["message"])
			}
		}
	}
}

var (
	invented = regexp.MustCompile(`^/(funds|indicators|goals|total/(weight|score)|project|department|implementer)`)
	figures  = regexp.MustCompile(`^[¥￥]?(-?[\d,]+(?:\.\d+)?)(%?)$`)
	weights  = regexp.MustCompile(`^/indicators/\d+/(level[12]|weight)$`)
	numeric  = regexp.MustCompile(`(initial_budget|adjusted_budget|executed|weight|execution_rate|score)$`)
)

// collect lists every cell of a report by its field.
func collect(out map[string]map[string]any, path string, node any) {
	switch n := node.(type) {
	case map[string]any:
		if _, isCell := n["text"]; isCell && n["at"] != nil {
			out[path] = n
			return
		}
		for key, child := range n {
			collect(out, path+"/"+key, child)
		}
	case []any:
		for i, child := range n {
			collect(out, fmt.Sprintf("%s/%d", path, i), child)
		}
	}
}

func compareEntry(t *testing.T, field string, cell map[string]any, want string) {
	text, _ := cell["text"].(string)
	if plain(text) != plain(want) {
		t.Errorf("%s: %q, the form prints %q", field, text, want)
		return
	}
	if m := figures.FindStringSubmatch(plain(want)); m != nil && numeric.MatchString(field) {
		if value := strings.ReplaceAll(m[1], ",", ""); cell["value"] != value {
			t.Errorf("%s: value %v, the form prints %s", field, cell["value"], want)
		}
	}
}

// compareError wants a finding at one of the fields, at least as severe, with the right value where the truth names one.
func compareError(t *testing.T, report map[string]any, kind string, fields []string, correct *string, level string) {
	severities := []string{"note", "warning", "error"}
	var named []any
	for _, f := range report["findings"].([]any) {
		finding := f.(map[string]any)
		if slices.Contains(fields, finding["field"].(string)) && slices.Index(severities, finding["severity"].(string)) >= slices.Index(severities, level) {
			named = append(named, finding["recomputed"])
		}
	}
	switch {
	case len(named) == 0:
		t.Errorf("%s at %v is not found", kind, fields)
	case correct != nil && !slices.ContainsFunc(named, func(v any) bool { return v != nil && sameFigure(v.(string), *correct) }):
		t.Errorf("%s at %v: recomputed %v, right is %s", kind, fields, named, *correct)
	}
}

// sameFigure compares two figures whatever their padding with zeros.
func sameFigure(a, b string) bool {
	trim := func(s string) string {
		s = strings.TrimSuffix(strings.ReplaceAll(s, ",", ""), "%")
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		return s
	}
	return trim(a) == trim(b)
}

// plain is a text without white space, in one normal form.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case strings.ContainsRune("—–―−", r):
			return '-'
		}
		return r
	}, norm.NFKC.String(s))
	return s
}
