package render

import (
	"io"
	"net/url"
	"path/filepath"

	"fuhe"
)

// SARIF writes the findings as a log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code
// review and CI systems read. rules are the title of each rule that found something.
func SARIF(w io.Writer, docs []fuhe.Document, across []fuhe.Across, version string, rules map[string]string) error {
	results, known := []sarifResult{}, []sarifRule{}
	seen := map[string]bool{}
	add := func(path string, f *fuhe.Finding) {
		if !seen[f.Rule] {
			seen[f.Rule] = true
			known = append(known, sarifRule{f.Rule, sarifText{rules[f.Rule]}})
		}
		results = append(results, sarifResult{f.Rule, string(f.Severity), sarifText{f.Message}, sarifAt(path, f.At, f.Field), map[string]string{"fuhe/v1": f.ID}})
	}
	for _, d := range docs {
		for _, r := range d.Reports {
			for _, f := range r.Findings {
				add(d.Path, &f)
			}
		}
		for _, u := range d.Unread {
			results = append(results, sarifResult{"unread", "error", sarifText{u.Reason}, sarifAt(d.Path, u.At, ""), nil})
		}
	}
	for i := range across {
		add(across[i].Path, &across[i].Finding)
	}
	e := encoder(w)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
		"runs": []any{map[string]any{
			"tool":    map[string]any{"driver": map[string]any{"name": "fuhe", "version": version, "rules": known}},
			"results": results,
		}},
	})
}

// What a run, a rule, a result and its place are in SARIF.
type sarifText struct {
	Text string `json:"text"`
}

type sarifRule struct {
	ID               string    `json:"id"`
	ShortDescription sarifText `json:"shortDescription"`
}

type sarifURI struct {
	URI string `json:"uri"`
}

type sarifLocation struct {
	Physical struct {
		Artifact sarifURI `json:"artifactLocation"`
	} `json:"physicalLocation"`
	Logical []map[string]string `json:"logicalLocations,omitempty"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
}

// sarifAt is where a finding stands: the file, and in it the cell and the entry.
func sarifAt(path string, place fuhe.Source, field fuhe.Field) []sarifLocation {
	var l sarifLocation
	l.Physical.Artifact.URI = (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
	if s := place.String(); s != "" {
		l.Logical = []map[string]string{{"name": s, "fullyQualifiedName": string(field)}}
	}
	return []sarifLocation{l}
}
