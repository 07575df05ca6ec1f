// Package inferred finds the forms of pages that draw no rules between their cells: in go pages one by one, in their
// order, and what the words of a form mean; out come grids, marked as inferred. Columns stand under the form's own
// headings and are told apart by the white between them; rows stand on the lines of their points. Where the places of the
// texts allow more than one reading, the form is not read, and the reason is said. It opens no file and joins no pages.
package inferred

import (
	"fmt"
	"slices"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// Part is a part of a form under one row of headings.
type Part uint8

const (
	Money Part = iota
	Goals
	Indicators
	parts = iota // how many there are
)

// Role is what a heading says of its column.
type Role uint8

const (
	Unknown  Role = iota
	Other         // texts
	Prose         // texts of any length, with breaks of their own
	Level         // names of indicators' groups, each printed once for all its rows
	Points        // weights and scores, one in a row and never broken
	Amount        // amounts and rates
	Expected      // the goals as set
	Reached       // and what became of them
)

// Roles are what a heading says in each part of a form.
type Roles [parts]Role

// Words is what the words of a form mean.
type Words struct {
	Title    func(line string) bool                  // the title of a form
	Label    func(text string) bool                  // the name of an entry of the header
	Headings func(text string) Roles                 // a heading of a part
	Rest     func(text string) bool                  // the last lines of a broken heading, and no entry
	Amount   func(text string) bool                  // the whole name of an amount or a rate of money
	Caption  func(part Part, text string) bool       // the name of a part, printed at its left
	Fund     func(text string) bool                  // the whole name of a row of the money block
	Listed   func(text string) bool                  // the first text of what stands under the funds and is none
	Numbers  func(text string) bool                  // what heads or names the numbers of rows or columns
	Level    func(text string) bool                  // the whole name of a group of indicators
	Under    func(group, of string) (known, ok bool) // whether a group belongs to a larger one
	Total    func(text string) bool                  // the label of the row that adds the form up
	Remark   func(text string) bool                  // a remark under the form
}

// Heading is what a heading of a part says.
func (w *Words) Heading(part Part, text string) Role { return w.Headings(text)[part] }

// Wish is what is looked for on pages that draw no rules; the zero Wish is nothing.
type Wish struct {
	Forms  *Words // forms, by what their words mean
	Tables bool   // all tables
}

// Concerns reports whether characters of a page that nobody knows lie in what is looked for.
func (w Wish) Concerns(p page.Page, grids []grid.Grid) bool {
	var found []grid.Grid
	switch {
	case w.Tables:
		found = Tables(p, grids)
	case w.Forms != nil:
		var refused []Refusal
		found, refused, _ = (&Finder{Words: *w.Forms}).Page(p, grids)
		if len(refused) > 0 {
			return true
		}
	}
	return slices.ContainsFunc(found, func(g grid.Grid) bool { return g.Placed && g.Unsure != "" })
}

// Finder finds the forms of the pages of one file.
type Finder struct {
	Words   Words
	open    *carried         // the form that the page before left open
	numbers *numbering       // of the rows on the page before
	met     map[string]Roles // of the texts of this page that were looked at
}

// role is what a text of this page says as a heading of a part; the same is asked of it for each part and row.
func (f *Finder) role(part Part, text string) Role {
	roles, ok := f.met[text]
	if !ok {
		if f.met == nil {
			f.met = map[string]Roles{}
		}
		roles = f.Words.Headings(text)
		f.met[text] = roles
	}
	return roles[part]
}

// NotRead stands before the reason of every refusal.
const NotRead = "form without rules not read: "

// Refusal is a form that was seen and not read.
type Refusal struct {
	At     fuhe.Source
	Reason string // begins with NotRead
	Open   bool   // the grid of the page before is its beginning
}

// Page finds the forms of the next page, of which others found the given grids. Forms that they enclose with drawn rules
// are left alone: ok is false where nothing of a form without rules was seen.
func (f *Finder) Page(p page.Page, grids []grid.Grid) (found []grid.Grid, refused []Refusal, ok bool) {
	before := f.open
	f.open = nil
	f.met = nil
	for i := range grids {
		if !grids[i].Inferred {
			return nil, nil, false
		}
	}
	if len(p.Glyphs) == 0 || len(p.Glyphs) > maxGlyphs {
		return nil, nil, false
	}
	s := newSheet(p)
	f.unnumber(s)
	if before != nil && before.page+1 == p.Number {
		f.resume(s, before)
	}
	for len(s.pieces) > 0 && len(s.grids)+len(s.refused) < maxForms {
		if !f.next(s) {
			break
		}
	}
	s.leave()
	return s.grids, s.refused, len(s.grids)+len(s.refused) > 0
}

// sheet is a page and what was found on it so far.
type sheet struct {
	page    page.Page
	glyphs  []typeset.Glyph
	pitch   float64 // in points: lines of one text follow each other no farther apart
	walls   []wall
	pieces  []piece // that belong to no form yet, top down
	asides  []piece // remarks of forms that were read
	grids   []grid.Grid
	refused []Refusal
}

// next reads the next form of a sheet; false when there is none.
func (f *Finder) next(s *sheet) bool {
	l, ok := f.lay(s)
	if !ok {
		return false
	}
	if err := f.read(s, l); err != nil {
		f.refuse(s, l, err)
	}
	return true
}

// refuse says why a form is not read; what is left of the page lies below its last heading.
func (f *Finder) refuse(s *sheet, l *layout, err error) {
	s.refused = append(s.refused, Refusal{At: fuhe.Source{Page: s.page.Number, Box: l.title.box()}, Reason: fmt.Sprintf("form without rules not read: %v", err)})
	s.pieces = below(s.pieces, l.bottom)
}

// leave hands what is left of a page to its last grid.
func (s *sheet) leave() {
	if n := len(s.grids); n > 0 {
		s.grids[n-1].Below = s.lines(append(s.asides, s.pieces...))
	}
}
