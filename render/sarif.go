package render

import (
	"io"
	"net/url"
	"path/filepath"

	"fuhe"
)

// SARIF writes the findings as a log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code
// review and CI systems read. rules are the title of each rule that found something.
func SARIF(w io.Writer, docs []fuhe.Document, version string, rules map[string]string) error {
	type text struct {
		Text string `json:"text"`
	}
	type rule struct {
		ID               string `json:"id"`
		ShortDescription text   `json:"shortDescription"`
	}
	type uri struct {
		URI string `json:"uri"`
	}
	type location struct {
		Physical struct {
			Artifact uri `json:"artifactLocation"`
		} `json:"physicalLocation"`
		Logical []map[string]string `json:"logicalLocations,omitempty"`
	}
	type result struct {
		RuleID       string            `json:"ruleId"`
		Level        string            `json:"level"`
		Message      text              `json:"message"`
		Locations    []location        `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
	}
	at := func(path string, place fuhe.Source, field fuhe.Field) []location {
		var l location
		l.Physical.Artifact.URI = (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
		if s := place.String(); s != "" {
			l.Logical = []map[string]string{{"name": s, "fullyQualifiedName": string(field)}}
		}
		return []location{l}
	}
	results, known := []result{}, []rule{}
	seen := map[string]bool{}
	for _, d := range docs {
		for _, r := range d.Reports {
			for _, f := range r.Findings {
				if !seen[f.Rule] {
					seen[f.Rule] = true
					known = append(known, rule{f.Rule, text{rules[f.Rule]}})
				}
				results = append(results, result{f.Rule, string(f.Severity), text{f.Message}, at(d.Path, f.At, f.Field), map[string]string{"fuhe/v1": f.ID}})
			}
		}
		for _, u := range d.Unread {
			results = append(results, result{"unread", "error", text{u.Reason}, at(d.Path, u.At, ""), nil})
		}
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
