package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

func TestJSON(t *testing.T) {
	r := example.Shanghai(t)
	r.Findings[0].Message = "执行率 < 80% & 已到期 > 0"
	var out bytes.Buffer
	if err := JSON(&out, example.Documents(r, r), Run{Version: "0.1.0"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"执行率 < 80% & 已到期 > 0"`, `"text": ">20次"`, `"value": "147663.64"`, `"unit": "%"`, `"ref": "B11:B14"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is missing", want)
		}
	}
	var run struct {
		Schema, Version string
		Documents       []struct {
			Reports []struct {
				Funds []struct {
					Rate *struct{ Text string } `json:"execution_rate"`
				}
				Total struct{ Grade *struct{} }
			}
		}
		Summary map[string]int
	}
	if err := json.Unmarshal(out.Bytes(), &run); err != nil {
		t.Fatal(err)
	}
	if run.Schema != "fuhe/1" || run.Version != "0.1.0" || len(run.Documents[0].Reports) != 2 {
		t.Errorf("run = %+v", run)
	}
	if first := run.Documents[0].Reports[0]; first.Funds[0].Rate.Text != "35.77%" || first.Total.Grade != nil {
		t.Errorf("report = %+v", first)
	}
	want := map[string]int{"documents": 1, "reports": 2, "errors": 4, "warnings": 6, "notes": 2, "unread": 0}
	for k, n := range want {
		if run.Summary[k] != n {
			t.Errorf("summary %s = %d, want %d", k, run.Summary[k], n)
		}
	}
}

func TestEmptyListsAreLists(t *testing.T) {
	docs := []fuhe.Document{{Path: "a"}, {Path: "b", Reports: []*fuhe.Report{{}}, Tables: []fuhe.Table{{}}}}
	var out bytes.Buffer
	if err := JSON(&out, docs, Run{}); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"reports", "unread", "funds", "indicators", "findings", "cells"} {
		if strings.Contains(out.String(), `"`+key+`": null`) || !strings.Contains(out.String(), `"`+key+`": []`) {
			t.Errorf("%s is not an empty list in\n%s", key, out.String())
		}
	}
	if docs[0].Reports != nil || docs[1].Reports[0].Funds != nil || docs[1].Tables[0].Cells != nil {
		t.Error("the caller's documents were changed")
	}
	out.Reset()
	if err := JSON(&out, nil, Run{}); err != nil || !strings.Contains(out.String(), `"documents": []`) {
		t.Errorf("no documents: %v %s", err, out.String())
	}
}

func TestJSONLIsOneLine(t *testing.T) {
	var out bytes.Buffer
	for range 2 {
		if err := JSONL(&out, fuhe.Document{Path: "a\nb", Reports: []*fuhe.Report{example.Shanghai(t)}}); err != nil {
			t.Fatal(err)
		}
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines for 2 documents", len(lines))
	}
	for _, l := range lines {
		if !json.Valid([]byte(l)) {
			t.Errorf("no JSON: %.80s", l)
		}
	}
}
