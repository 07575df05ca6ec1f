package tables

import (
	"strings"

	"fuhe"
)

// whyUnits is said of a figure with a unit of its own among figures that have another one: 5万元 above 1234元.
var whyUnits = fuhe.Phrase{ZH: "同列各数的单位不同，按原样写为文本，不计入合计", EN: "the figures of this column have different units: written as text, in no sum"}

// unitOf is the unit of a cell that holds a number, a bare one in that of its table; false of any other cell, and of a bare
// zero, which is the same in every unit.
func unitOf(t *fuhe.Table, ty typed) (string, bool) {
	if ty.kind() != number {
		return "", false
	}
	f := ty.figure
	if f.Unit != "" {
		return f.Unit, true
	}
	return t.Unit, f.Value() != 0
}

// ownUnit reports whether a number has a unit printed behind it that is no part of its value, as the per cent sign is.
func ownUnit(ty typed) bool {
	return ty.kind() == number && ty.figure.Unit != "" && ty.figure.Unit != "%"
}

// unlikeUnits makes texts of the amounts of money with units of their own where those of the column differ: as numbers they
// would be compared and added up as if they were of one unit. Targets stand in units of all kinds under one heading, and nobody
// adds them up: they stay numbers that show their units.
func (c *column) unlikeUnits(out []typed) {
	units := oneUnit{ofMoney: true}
	for _, i := range c.cells {
		units.meet(c.v.t, out[i])
	}
	if !units.differ {
		return
	}
	for _, i := range c.cells {
		if ownUnit(out[i]) && money(out[i].figure.Unit) {
			out[i] = typed{why: &whyUnits}
		}
	}
}

// oneUnit tells whether figures are all of one unit; ofMoney looks at amounts of money only.
type oneUnit struct {
	unit        string
	ofMoney     bool
	met, differ bool
}

func (u *oneUnit) meet(t *fuhe.Table, ty typed) {
	unit, ok := unitOf(t, ty)
	if !ok || u.ofMoney && !money(unit) {
		return
	}
	u.differ = u.differ || u.met && unit != u.unit
	u.unit, u.met = unit, true
}

// columnUnits are the units of the figures in each column of the sheet, whatever headings stand between them.
func (l *laid) columnUnits() []oneUnit {
	out := make([]oneUnit, l.t.Cols)
	for n := range l.cells {
		out[l.cells[n].Col].meet(l.t, l.typeOf(n))
	}
	return out
}

// unitLost reports whether plain digits would be taken to be of another unit than is printed behind them: that of other figures
// in the column, or that of the table.
func (l *laid) unitLost(n int, columns []oneUnit) bool {
	ty := l.typeOf(n)
	if !ownUnit(ty) {
		return false
	}
	return columns[l.cells[n].Col].differ || money(l.t.Unit) && money(ty.figure.Unit) && l.t.Unit != ty.figure.Unit
}

// money reports whether a unit is one of amounts.
func money(unit string) bool { return strings.HasSuffix(unit, "元") }
