package form

import (
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// segment is the rows of one form in a grid, to excluded.
type segment struct {
	from, to int
}

// split finds where one form ends and the next begins in a grid that holds several: at a title row, at the name of a
// project or department, at a second block of amounts, once the form before has what a form has only once. Blocks are all of the
// grid.
func split(v *view.View, blocks []view.Block) []segment {
	var out []segment
	start := 0
	seen := partsSeen{}
	for r := 0; r < len(v.Rows); r++ {
		if v.Dropped[r] {
			continue
		}
		now := partsSeen{title: v.TitleIn(r) != nil}
		if owner := v.Names(r); owner != words.None && len(blocks) > 0 { // signatures at the foot name the department again
			now.owner[owner] = true
		}
		for len(blocks) > 0 && blocks[0].Zone.Top <= r {
			now.money = now.money || blocks[0].Kind == view.Money
			now.indicators = now.indicators || blocks[0].Kind == view.Indicators
			blocks = blocks[1:]
		}
		if now.begins(&seen) {
			at := v.LeadIn(r, start)
			out = append(out, segment{start, at})
			start, seen = at, partsSeen{}
		}
		seen.add(&now)
	}
	return append(out, segment{start, len(v.Rows)})
}

// partsSeen are the parts of a form that some rows hold.
type partsSeen struct {
	title, money, indicators bool
	owner                    [words.Fields]bool // by what is named: project, department
}

func (p *partsSeen) add(o *partsSeen) {
	p.title, p.money, p.indicators = p.title || o.title, p.money || o.money, p.indicators || o.indicators
	p.owner[words.Project] = p.owner[words.Project] || o.owner[words.Project]
	p.owner[words.Department] = p.owner[words.Department] || o.owner[words.Department]
}

// begins reports whether a row is the first of another form than the one whose parts were seen.
func (p *partsSeen) begins(seen *partsSeen) bool {
	body := seen.money || seen.indicators
	again := p.owner[words.Project] && seen.owner[words.Project] || p.owner[words.Department] && seen.owner[words.Department]
	named := p.owner[words.Project] || p.owner[words.Department]
	switch {
	case p.title:
		return body || seen.owner[words.Project] || seen.owner[words.Department]
	case named && seen.indicators, again && body:
		return true
	}
	return p.money && seen.money && seen.indicators
}
