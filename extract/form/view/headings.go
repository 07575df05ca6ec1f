package view

import (
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
		setLevelPointsAside(units, vocab)
	}
	return assign(units, vocab)
}

// setLevelPointsAside takes the points of first and second levels, 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值, for none of the
// indicators, where these have a column of points of their own.
func setLevelPointsAside(units []unitOf, vocab *words.Vocabulary) {
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
	for _, i := range ofLevel {
		units[i].aside = len(own) > 0
	}
}

// unitOf is a lowest heading with the group headings above it and the columns it covers.
type unitOf struct {
	path     []*Cell
	from, to int
	aside    bool // understood, and not read
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
	if u.aside {
		return []words.Claim{{Field: words.Known, Rank: 1}}
	}
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

// assigning gives each field to the heading with the surest claim. Two headings with equal claims say the same: neither is
// taken.
type assigning struct {
	units []unitOf
	bids  [][]words.Claim // of each unit, nil once it is taken
	taken [words.Fields]bool
	out   Columns
}

func assign(units []unitOf, vocab *words.Vocabulary) Columns {
	a := assigning{units: units, bids: make([][]words.Claim, len(units))}
	var asked [words.NearRank + 1][words.Fields]bool // by any heading, at a rank
	for i := range units {
		if a.bids[i] = units[i].claims(vocab); a.bids[i] == nil {
			a.bids[i] = vocab.Near(units[i].heading().Heading.Key)
		}
		if slices.ContainsFunc(a.bids[i], func(c words.Claim) bool { return c.Field == words.Known && c.Rank < words.NearRank }) {
			a.take(i, words.Known)
		}
		for _, c := range a.bids[i] {
			asked[c.Rank][c.Field] = true
		}
	}
	for rank := 1; rank <= words.PatternRank; rank++ {
		for f := words.None + 1; f < words.Fields; f++ {
			if asked[rank][f] {
				a.give(f, a.bidders(f, rank))
			}
		}
	}
	a.giveNear()
	for i := range units {
		if a.bids[i] != nil || !a.assigned(i) {
			a.out.Unknown = append(a.out.Unknown, Column{From: units[i].from, To: units[i].to, Heading: units[i].heading()})
		}
	}
	slices.SortFunc(a.out.List, func(a, b Column) int { return a.From - b.From })
	return a.out
}

func (a *assigning) bidders(f words.Field, rank int) []int {
	var at []int
	for i, bids := range a.bids {
		if f != words.Known && !a.taken[f] && slices.Contains(bids, words.Claim{Field: f, Rank: rank}) {
			at = append(at, i)
		}
	}
	return at
}

func (a *assigning) take(i int, f words.Field) {
	a.bids[i] = nil
	a.out.List = append(a.out.List, Column{f, a.units[i].from, a.units[i].to, a.units[i].heading()})
}

func (a *assigning) assigned(i int) bool {
	return slices.ContainsFunc(a.out.List, func(c Column) bool { return c.Heading == a.units[i].heading() })
}

// give gives a field to its only bidder of a rank.
func (a *assigning) give(f words.Field, at []int) {
	if len(at) == 0 {
		return
	}
	a.taken[f] = true
	switch {
	case len(at) == 1:
		a.take(at[0], f)
	case f == words.Received || f == words.Reason: // of several that no figure is made of none is the form's
		for _, i := range at {
			a.take(i, words.Known)
		}
	default:
		a.out.Same = append(a.out.Same, [2]*Cell{a.units[at[0]].heading(), a.units[at[1]].heading()})
	}
}

// giveNear gives headings that only resemble known ones the one field that is still open to them.
func (a *assigning) giveNear() {
	open := map[words.Field][]int{}
	for i, bids := range a.bids {
		var still []words.Field
		for _, c := range bids {
			if c.Rank == words.NearRank && !a.taken[c.Field] {
				still = append(still, c.Field)
			}
		}
		if len(still) == 1 {
			open[still[0]] = append(open[still[0]], i)
		}
	}
	for f, at := range open {
		for _, i := range at {
			if f == words.Known || len(at) == 1 {
				a.take(i, f)
			}
		}
	}
}
