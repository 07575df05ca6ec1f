package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"fuhe"
)

// Statistics prints how many findings there are by rule, by unit and by year, most first. titles are those of the rules.
func Statistics(w io.Writer, docs []fuhe.Document, titles map[string]string, o TextOptions) error {
	rules, units, years := countFindings(docs, o.Across)
	consequences := consequencesIn(docs)
	out := bufio.NewWriter(w)
	for i, part := range []struct {
		name    fuhe.Phrase
		tallies map[string]*Tally
	}{{rulePhrase, rules}, {unitPhrase, units}, {yearName, years}} {
		keys := make([]string, 0, len(part.tallies))
		for key := range part.tallies {
			keys = append(keys, key)
		}
		total := func(k string) int { t := part.tallies[k]; return t.Errors + t.Warnings + t.Notes }
		slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(total(b), total(a)), cmp.Compare(a, b)) })
		rows := [][]string{{part.name.In(o.Lang), fuhe.Error.Name(o.Lang), fuhe.Warning.Name(o.Lang), fuhe.Note.Name(o.Lang), ""}}
		for _, key := range keys {
			t, shown := part.tallies[key], Plain(key)
			if shown == "" {
				shown = "–"
			}
			row := []string{shown, strconv.Itoa(t.Errors), strconv.Itoa(t.Warnings), strconv.Itoa(t.Notes), titles[key]}
			if c := consequences[key]; c > 0 && i == 0 {
				row[4] = strings.TrimSpace(row[4] + " " + fmt.Sprintf(consequencesPhrase.In(o.Lang), c))
			}
			rows = append(rows, row)
		}
		columns(out, rows)
		fmt.Fprintln(out)
	}
	rollText(out, o)
	t := TallyOf(docs)
	t.AddAcross(o.Across)
	fmt.Fprintln(out, Summary(t, o.Lang))
	return out.Flush()
}

// countFindings counts by rule, by unit and by year.
func countFindings(docs []fuhe.Document, across []fuhe.Across) (rules, units, years map[string]*Tally) {
	rules, units, years = map[string]*Tally{}, map[string]*Tally{}, map[string]*Tally{}
	count := func(into map[string]*Tally, key string, f []fuhe.Finding) {
		if len(f) == 0 {
			return
		}
		if into[key] == nil {
			into[key] = &Tally{}
		}
		into[key].Reports++
		into[key].Add(f)
	}
	for _, d := range docs {
		for _, r := range d.Reports {
			for _, f := range r.Findings {
				count(rules, f.Rule, []fuhe.Finding{f})
			}
			count(units, r.Unit(), r.Findings)
			count(years, r.Year, r.Findings)
		}
	}
	for i := range across {
		count(rules, across[i].Rule, []fuhe.Finding{across[i].Finding})
	}
	return rules, units, years
}

// consequencesIn counts by rule the findings that another one explains; they are in no other count.
func consequencesIn(docs []fuhe.Document) map[string]int {
	counts := map[string]int{}
	for _, d := range docs {
		for _, r := range d.Reports {
			for i := range r.Findings {
				if r.Findings[i].Root != "" {
					counts[r.Findings[i].Rule]++
				}
			}
		}
	}
	return counts
}

// columns prints rows in columns as wide as their widest cell.
func columns(out io.Writer, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], Cells(cell))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += pad(cell, widths[i]) + "  "
		}
		fmt.Fprintln(out, strings.TrimRight(line, " "))
	}
}
