// Package evidence shows where a finding stands: a report and its pages as pictures go in, out come pages and crops of their
// rows as small PNG, with the entry framed and its terms marked, and for files without pages the form as a grid of cells with
// spans and marks. Pages come as a function that the caller hands over; the package opens no file and judges nothing.
package evidence

import (
	"slices"

	"fuhe"
)

// Mark is what a place on a form is to what is being shown.
type Mark string

const (
	Entry Mark = "entry" // the entry that a finding is about
	Term  Mark = "term"  // what it was computed from, or contradicts
)

// Place is a marked place on a form.
type Place struct {
	Field fuhe.Field // "" for a finding about no single entry
	At    fuhe.Source
	Mark  Mark
}

// Of are the places of a finding: its entry first, then its terms in their order. Places that are not known are left out.
func Of(r *fuhe.Report, f *fuhe.Finding) []Place {
	var places []Place
	add := func(p Place) {
		if !p.At.IsZero() && !slices.ContainsFunc(places, func(o Place) bool { return o.At == p.At }) {
			places = append(places, p)
		}
	}
	add(Place{f.Field, f.At, Entry})
	cells := Fields(r)
	for _, in := range f.Inputs {
		if c := cells[in]; c != nil {
			add(Place{in, c.At, Term})
		}
	}
	return places
}

// Fields are the entries of a report by field, for those who ask for many.
func Fields(r *fuhe.Report) map[fuhe.Field]*fuhe.Cell {
	entries := r.Entries()
	cells := make(map[fuhe.Field]*fuhe.Cell, len(entries))
	for _, e := range entries {
		cells[e.Field] = e.Cell
	}
	return cells
}

// Row is the area of a page that the row of a place takes: all cells of the table that stand beside it, from its left edge to
// its right. It is the place itself where no cell of the form stands there.
func Row(r *fuhe.Report, at fuhe.Source) fuhe.Box {
	row := at.Box
	for i := range r.Printed.Table.Cells {
		c := &r.Printed.Table.Cells[i]
		b := c.At.Box
		// A merged heading beside many rows would make the area as high as all of these.
		if c.At.Page != at.Page || b.IsZero() || b[1] >= at.Box[3]-touchPoints || b[3] <= at.Box[1]+touchPoints {
			continue
		}
		row[0], row[2] = min(row[0], b[0]), max(row[2], b[2])
	}
	return row
}

// Strip is a part of a page that is cut out.
type Strip struct {
	Page int
	Area fuhe.Box
}

// Strips are the rows of some places, page by page from the top down, those that touch in one; at most as many as a reader
// takes in, the first place's always among them.
func Strips(r *fuhe.Report, places []Place) []Strip {
	var strips []Strip
	for _, p := range places {
		if p.At.Page == 0 || p.At.Box.IsZero() {
			continue
		}
		s := Strip{p.At.Page, wholeCells(r, p.At.Page, Row(r, p.At))}
		i := slices.IndexFunc(strips, func(o Strip) bool { return o.touches(s) })
		switch {
		case i >= 0:
			o := &strips[i].Area
			o[0], o[1], o[2], o[3] = min(o[0], s.Area[0]), min(o[1], s.Area[1]), max(o[2], s.Area[2]), max(o[3], s.Area[3])
		case len(strips) < maxStrips:
			strips = append(strips, s)
		}
	}
	slices.SortStableFunc(strips, func(a, b Strip) int {
		if a.Page != b.Page {
			return a.Page - b.Page
		}
		return int(a.Area[1] - b.Area[1])
	})
	return strips
}

// wholeCells is an area of a page with the whole of each cell that it would cut in two, unless that is a high one.
func wholeCells(r *fuhe.Report, page int, area fuhe.Box) fuhe.Box {
	whole := area
	for i := range r.Printed.Table.Cells {
		at := r.Printed.Table.Cells[i].At
		b := at.Box
		if at.Page != page || b.IsZero() || b[3]-b[1] > wholePoints || b[1] >= area[3]-touchPoints || b[3] <= area[1]+touchPoints {
			continue
		}
		whole[1], whole[3] = min(whole[1], b[1]), max(whole[3], b[3])
	}
	return whole
}

// touches reports whether two strips of a page are so near that they are better seen as one.
func (s Strip) touches(o Strip) bool {
	return s.Page == o.Page && s.Area[1] <= o.Area[3]+nearPoints && o.Area[1] <= s.Area[3]+nearPoints
}
