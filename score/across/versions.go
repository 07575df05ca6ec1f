package across

import (
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// printed is a figure of a form as two versions of the form are held beside each other.
type printed struct {
	field fuhe.Field
	text  string
	value string // with its unit; "" for one that was not read for sure
	at    spot
}

// printedOf are the figures of a report.
func printedOf(r *fuhe.Report) (out []printed) {
	places := figures.FindPlaces(r)
	for i, c := range places.Cells {
		if c.Text == "" || !places.IsFigure(i) {
			continue
		}
		x := printed{field: places.Field(i), text: c.Text, at: spotOf(c.At)}
		if c.Number != nil {
			x.value = c.Number.Value.String() + c.Number.Unit
		}
		out = append(out, x)
	}
	return out
}

// versionKey is what versions of one form have the same.
type versionKey struct {
	set
	project                 nameID
	department, implementer uint32
}

// version is the note that an earlier form of the same project, year and unit prints most figures of the form taken last, and other
// ones besides; false where there is none.
func (c *Comparison) version(f *form, r *fuhe.Report) (fuhe.Across, bool) {
	last := int32(len(c.forms) - 1)
	b := &c.forms[last]
	if b.year == 0 || b.kind == declared || b.project.whole == 0 || b.department == 0 {
		return fuhe.Across{}, false
	}
	key := versionKey{set{b.year, b.kind}, b.project, b.department, b.implementer}
	n, met := c.versions[key]
	c.versions[key] = last
	if !met {
		return fuhe.Across{}, false
	}
	first := c.form(n)
	same, differ := besides(first.printed, f.printed)
	if len(differ) == 0 || versionShare*same < (versionShare-1)*max(known(first.printed), known(f.printed), figuresToCompare) {
		return fuhe.Across{}, false
	}
	var named []string
	var inputs []fuhe.Place
	for i, d := range differ {
		if i == versionNamed {
			named = append(named, "…")
			break
		}
		named = append(named, text.Fill(versionEntry, c.o.Lang, r.Label(d[1].field, c.o.Lang), d[1].text, d[0].text))
		inputs = append(inputs, first.at(d[0].field, d[0].at))
	}
	x := fuhe.Finding{
		Rule: rules.Copies.ID, Severity: rules.Copies.Severity, Effect: fuhe.NoEffect, Field: "/project", At: r.Project.At, Published: r.Project.Text,
		Message: text.Fill(versionOf, c.o.Lang, r.Project.Text, first.where(), strconv.Itoa(same), strconv.Itoa(len(differ)), strings.Join(named, c.in(semicolon))),
	}
	x.ID = rules.Identify(r, x)
	return fuhe.Across{Finding: x, SHA256: f.doc.sha256, Path: f.doc.path, Report: f.report, Inputs: inputs}, true
}

// known counts the figures that were read for sure.
func known(list []printed) (n int) {
	for i := range list {
		if list[i].value != "" {
			n++
		}
	}
	return n
}

// besides counts the figures that two forms print the same, and lists those that they print otherwise. What one of them does not
// print, or was not read for sure, is neither.
func besides(first, second []printed) (same int, differ [][2]*printed) {
	there := map[fuhe.Field]*printed{}
	for i := range first {
		there[first[i].field] = &first[i]
	}
	for i := range second {
		a, b := there[second[i].field], &second[i]
		switch {
		case a == nil || a.value == "" || b.value == "":
		case a.value == b.value:
			same++
		default:
			differ = append(differ, [2]*printed{a, b})
		}
	}
	return same, differ
}
