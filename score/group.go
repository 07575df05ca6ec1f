package score

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"fuhe"
	"fuhe/score/text"
)

// Scope says which forms a check over several of them sees.
type Scope string

const (
	ByUnit   Scope = "unit" // the forms of each unit
	ByYear   Scope = "year" // the forms of each year
	AllForms Scope = "all"  // all forms of the run
)

// Group is the forms that a check over several of them sees.
type Group struct {
	Unit, Year string // by which they belong together; "" for the other scopes
	Reports    []*fuhe.Report
}

// OwnGroupCheck is a check of a user's own over several forms.
type OwnGroupCheck struct {
	ID       string
	Severity fuhe.Severity
	Scope    Scope
	Run      func(Group, fuhe.Lang) []fuhe.Finding
}

// grouped is a group with the places of its forms.
type grouped struct {
	Group
	places []fuhe.Place
}

// groups are the forms that the user's own checks over several forms need, kept whole.
type groups []fuhe.Document

// add keeps the forms of a document.
func (g *groups) add(d *fuhe.Document) {
	*g = append(*g, fuhe.Document{Path: d.Path, SHA256: d.SHA256, Reports: d.Reports})
}

// by are the groups of a scope in the order of their names.
func (g groups) by(scope Scope) []*grouped {
	found := map[string]*grouped{}
	for i := range g {
		for k, r := range g[i].Reports {
			unit := cmp.Or(r.Implementer.Text, r.Department.Text)
			key := map[Scope]string{ByUnit: text.Squeeze(unit), ByYear: r.Year, AllForms: "all"}[scope]
			if key == "" {
				continue // a form that names no unit, or no year, belongs to none
			}
			if found[key] == nil {
				found[key] = &grouped{}
				switch scope {
				case ByUnit:
					found[key].Unit = unit
				case ByYear:
					found[key].Year = r.Year
				}
			}
			found[key].Reports = append(found[key].Reports, r)
			found[key].places = append(found[key].places, fuhe.Place{SHA256: g[i].SHA256, Path: g[i].Path, Report: k})
		}
	}
	keys := make([]string, 0, len(found))
	for key := range found {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	out := make([]*grouped, len(keys))
	for i, key := range keys {
		out[i] = found[key]
	}
	return out
}

// check runs the user's own checks over several forms. A finding stands at the first form of its group and rests on all of them.
func (g groups) check(checks []OwnGroupCheck, lang fuhe.Lang) []fuhe.Across {
	var out []fuhe.Across
	for _, c := range checks {
		for _, group := range g.by(c.Scope) {
			for _, f := range c.Run(group.Group, lang) {
				out = append(out, group.finding(c, f))
			}
		}
	}
	return out
}

func (g *grouped) finding(c OwnGroupCheck, f fuhe.Finding) fuhe.Across {
	f.Rule, f.Severity, f.Effect = c.ID, cmp.Or(f.Severity, c.Severity), fuhe.NoEffect
	sum := sha256.Sum256([]byte(c.ID + "\x00" + g.Unit + "\x00" + g.Year + "\x00" + string(f.Field)))
	f.ID = hex.EncodeToString(sum[:6])
	if name := cmp.Or(g.Unit, g.Year); name != "" {
		f.Message = name + ": " + f.Message
	}
	x := fuhe.Across{Finding: f, SHA256: g.places[0].SHA256, Path: g.places[0].Path, Report: g.places[0].Report}
	for i, p := range g.places {
		p.Field = f.Field
		if cell := g.Reports[i].Entry(f.Field); cell != nil {
			p.At = cell.At
		}
		if i == 0 {
			x.At = p.At
			continue
		}
		x.Inputs = append(x.Inputs, p)
	}
	return x
}
