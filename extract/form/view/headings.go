package view

import (
	"fmt"
	"slices"

	"fuhe/extract/form/words"
)

// readColumns finds what each column of a heading zone holds.
func readColumns(v *View, z Zone, vocab *words.Vocabulary) Columns {
	var units []unitOf
	for k := 0; k < len(v.Cols); k++ {
		path := HeadingPath(v, z, k)
		if len(path) == 0 {
			continue
		}
		low := path[len(path)-1]
		if n := len(units); n > 0 && units[n-1].heading() == low {
			units[n-1].to = k
			continue
		}
		units = append(units, unitOf{path: path, from: k, to: k})
	}
	if vocab == &words.Goals {
		units = slices.DeleteFunc(units, func(u unitOf) bool { return u.claims(vocab) == nil })
		if len(units) == 3 {
			units = units[1:] // the caption beside the two goals may be called like one of them
		}
	}
	if vocab == &words.Indicators {
		units = withoutLevelPoints(units, vocab)
	}
	return assign(units, vocab)
}

// withoutLevelPoints leaves out the points of first and second levels, 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值, where the
// indicators have a column of points of their own.
func withoutLevelPoints(units []unitOf, vocab *words.Vocabulary) []unitOf {
	claims := func(i int, f words.Field) bool {
		return slices.ContainsFunc(units[i].claims(vocab), func(c words.Claim) bool { return c.Field == f })
	}
	var own, ofLevel []int
	for i := range units {
		switch {
		case !claims(i, words.Weight):
		case i > 0 && (claims(i-1, words.Level1) || claims(i-1, words.Level2)):
			ofLevel = append(ofLevel, i)
		default:
			own = append(own, i)
		}
	}
	if len(own) == 0 {
		return units
	}
	for n := len(ofLevel) - 1; n >= 0; n-- {
		units = slices.Delete(units, ofLevel[n], ofLevel[n]+1)
	}
	return units
}

// unitOf is a lowest heading with the group headings above it and the columns it covers.
type unitOf struct {
	path     []*Cell
	from, to int
}

func (u *unitOf) heading() *Cell { return u.path[len(u.path)-1] }

// HeadingPath lists the headings over a column from the top down. A cell that goes on below the headings is the caption
// of the block, not a heading.
func HeadingPath(v *View, z Zone, col int) []*Cell {
	var path []*Cell
	for r := z.Top; r <= z.Bottom; r++ {
		c := v.At(r, col)
		if c.Blank() || c.Bottom() > z.Bottom || c.Row < z.Top || c.Heading.Key == "" || slices.Contains(path, c) {
			continue
		}
		path = append(path, c)
	}
	return path
}

// claims are the fields a heading may stand for, read with its group where that decides.
func (u *unitOf) claims(vocab *words.Vocabulary) []words.Claim {
	low := u.heading()
	for _, c := range u.path {
		if words.Reviewed.MatchString(c.Heading.Key) || slices.ContainsFunc(c.Heading.Notes, words.Reviewed.MatchString) {
			return []words.Claim{{Field: words.Known, Rank: 1}}
		}
	}
	if len(u.path) > 1 {
		group := u.path[len(u.path)-2]
		if c, ok := vocab.Spelled()[group.Heading.Key+"/"+low.Heading.Key]; ok {
			return c
		}
		if c, ok := vocab.Spelled()[low.Heading.Key+group.Heading.Key]; ok { // 年初 under 预算数
			return c
		}
		own := low.Claims(vocab)
		if own == nil && group.ColSpan == low.ColSpan {
			return group.Claims(vocab)
		}
		return own
	}
	return low.Claims(vocab)
}

// assign gives each field to the heading with the surest claim. Two headings with equal claims are a conflict: neither
// is taken.
func assign(units []unitOf, vocab *words.Vocabulary) Columns {
	type bid struct{ unit, rank int }
	var out Columns
	bids := map[words.Field][]bid{}
	open := make([]bool, len(units))
	for i := range units {
		cs := units[i].claims(vocab)
		if cs == nil {
			out.Unknown = append(out.Unknown, units[i].heading())
		}
		for _, c := range cs {
			open[i] = true
			bids[c.Field] = append(bids[c.Field], bid{i, c.Rank})
		}
	}
	for i := range units {
		if open[i] && len(bids[words.Known]) > 0 && slices.ContainsFunc(bids[words.Known], func(b bid) bool { return b.unit == i }) {
			open[i] = false
			out.List = append(out.List, Column{words.Known, units[i].from, units[i].to, units[i].heading()})
		}
	}
	taken := map[words.Field]bool{}
	for rank := 1; rank <= words.PatternRank; rank++ {
		for f := words.None + 1; f < words.Fields; f++ {
			var at []int
			for _, b := range bids[f] {
				if b.rank == rank && open[b.unit] {
					at = append(at, b.unit)
				}
			}
			if f == words.Known || taken[f] || len(at) == 0 {
				continue
			}
			if taken[f] = true; len(at) > 1 && (f == words.Received || f == words.Reason) {
				for _, i := range at { // of several that no figure is made of none is the form's
					open[i] = false
					out.List = append(out.List, Column{words.Known, units[i].from, units[i].to, units[i].heading()})
				}
				continue
			}
			if len(at) > 1 {
				out.Conflict = append(out.Conflict, fmt.Sprintf("two headings %q and %q say the same", units[at[0]].heading().Text, units[at[1]].heading().Text))
				continue
			}
			open[at[0]] = false
			out.List = append(out.List, Column{f, units[at[0]].from, units[at[0]].to, units[at[0]].heading()})
		}
	}
	slices.SortFunc(out.List, func(a, b Column) int { return a.From - b.From })
	return out
}
