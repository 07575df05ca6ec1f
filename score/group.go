package score

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"fuhe"
	"fuhe/score/across"
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
	Unit, Year string   // by which they belong together; "" for the other scopes
	Forms      [][]byte // what Overlay.See kept of each
}

// OwnGroupCheck is a check of a user's own over several forms.
type OwnGroupCheck struct {
	ID       string
	Severity fuhe.Severity
	Scope    Scope
	Field    fuhe.Field // of each form, at which its findings stand
	Run      func(Group, fuhe.Lang) []fuhe.Finding
}

// member is a form of a group: what the checks see of it, and where it stands.
type member struct {
	doc        *fuhe.Document // its path and hash
	report     int
	unit, year string
	printed    string // the unit as it is printed
	seen       []byte
	at         []fuhe.Source // of the field of each check
}

// groups are the forms that the user's own checks over several forms see, no more of each than these name.
type groups []member

// add keeps what checks see of the forms of a document. The unit is the department, and where a form names none its implementer.
func (g *groups) add(d *fuhe.Document, own *Overlay, aliases across.Aliases) {
	doc := &fuhe.Document{Path: d.Path, SHA256: d.SHA256}
	for i, r := range d.Reports {
		m := member{doc: doc, report: i, year: r.Year, seen: own.See(r), at: make([]fuhe.Source, len(own.Groups))}
		m.unit, m.printed = across.Unit(r, aliases)
		for k := range own.Groups {
			if cell := r.Entry(own.Groups[k].Field); cell != nil {
				m.at[k] = cell.At
			}
		}
		*g = append(*g, m)
	}
}

// grouped is a group with its forms.
type grouped struct {
	Group
	members []*member
}

// by are the groups of a scope in the order of their names. A form that names no unit, or no year, belongs to none.
func (g groups) by(scope Scope) []*grouped {
	found := map[string]*grouped{}
	for i := range g {
		m := &g[i]
		key := map[Scope]string{ByUnit: m.unit, ByYear: m.year, AllForms: "all"}[scope]
		if key == "" {
			continue
		}
		if found[key] == nil {
			found[key] = &grouped{}
			switch scope {
			case ByUnit:
				found[key].Unit = m.printed
			case ByYear:
				found[key].Year = m.year
			}
		}
		found[key].Forms = append(found[key].Forms, m.seen)
		found[key].members = append(found[key].members, m)
	}
	out := make([]*grouped, 0, len(found))
	for _, key := range slices.Sorted(maps.Keys(found)) {
		out = append(out, found[key])
	}
	return out
}

// check runs the user's own checks over several forms. A finding stands at the first form of its group and rests on all of them.
func (g groups) check(checks []OwnGroupCheck, lang fuhe.Lang, visit func(*fuhe.Across) error) error {
	for k := range checks {
		for _, group := range g.by(checks[k].Scope) {
			for _, f := range checks[k].Run(group.Group, lang) {
				x := group.finding(&checks[k], k, f)
				if err := visit(&x); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (g *grouped) finding(c *OwnGroupCheck, k int, f fuhe.Finding) fuhe.Across {
	f.Rule, f.Severity, f.Effect = c.ID, cmp.Or(f.Severity, c.Severity), fuhe.NoEffect
	sum := sha256.Sum256([]byte(c.ID + "\x00" + g.Unit + "\x00" + g.Year + "\x00" + string(f.Field)))
	f.ID = hex.EncodeToString(sum[:6])
	if name := cmp.Or(g.Unit, g.Year); name != "" {
		f.Message = name + ": " + f.Message
	}
	f.At = g.members[0].at[k]
	x := fuhe.Across{Finding: f, SHA256: g.members[0].doc.SHA256, Path: g.members[0].doc.Path, Report: g.members[0].report}
	for _, m := range g.members[1:] {
		x.Inputs = append(x.Inputs, fuhe.Place{SHA256: m.doc.SHA256, Path: m.doc.Path, Report: m.report, Field: f.Field, At: m.at[k]})
	}
	return x
}
