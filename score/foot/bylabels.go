package foot

// byLabels are the rows that are called sums, with the rows that they may be the sum of, and numbered rows with what follows
// under them.
func (s *sheet) byLabels(b *block) []*sum {
	var rows []int
	for r := s.from; r < s.to; r++ {
		if b.label[r] != "" && b.code[r] == "" {
			rows = append(rows, r)
		}
	}
	var out []*sum
	add := func(k kind, target int, parts []int) {
		if len(parts) > 0 {
			out = append(out, &sum{kind: k, block: b, target: target, parts: parts})
		}
	}
	start, sums := 0, []int{} // of the section, and the sums since the last grand one
	for i, r := range rows {
		if !b.sum[r] {
			parts := b.held(rows, i)
			if len(parts) > 0 && b.level[parts[0]] == unnumbered {
				add(byNumberBare, r, parts)
			} else {
				add(byNumber, r, parts)
			}
			continue
		}
		above, below := rows[start:i], b.below(rows, i)
		add(aboveItems, r, b.highest(above))
		add(aboveAll, r, b.open(above))
		if len(sums) > 1 {
			add(aboveSums, r, append([]int(nil), sums...))
		}
		if start > 0 {
			add(aboveRest, r, append([]int{rows[start-1]}, b.highest(above)...))
		}
		add(belowItems, r, b.highest(below))
		add(belowAll, r, b.open(below))
		if sums = append(sums, r); grand(b.label[r]) {
			sums = nil
		}
		start = i + 1
	}
	return out
}

// held are the rows under a numbered one: those of the next level down, until a row of its own level or above, or a sum.
func (b *block) held(rows []int, i int) []int {
	own := b.level[rows[i]]
	if own >= unnumbered {
		return nil
	}
	var inside []int
	for _, r := range rows[i+1:] {
		if b.level[r] <= own || b.sum[r] {
			break
		}
		inside = append(inside, r)
	}
	return b.highest(inside)
}

// below are the rows from one to the next sum.
func (b *block) below(rows []int, i int) []int {
	for j := i + 1; j < len(rows); j++ {
		if b.sum[rows[j]] {
			return rows[i+1 : j]
		}
	}
	return rows[i+1:]
}

// highest are the rows of the highest level among some: where numbered rows hold others, those alone.
func (b *block) highest(rows []int) []int {
	level := within
	for _, r := range rows {
		level = min(level, b.level[r])
	}
	var out []int
	for _, r := range rows {
		if b.level[r] == level && level < within {
			out = append(out, r)
		}
	}
	return out
}

// open are all rows but those that are parts of another by name.
func (b *block) open(rows []int) []int {
	var out []int
	for _, r := range rows {
		if b.level[r] != within {
			out = append(out, r)
		}
	}
	return out
}
