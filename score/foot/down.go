package foot

import (
	"fuhe"
)

// kind is how the parts of a row were found.
type kind uint8

const (
	byCode     kind = iota // 201 holds 20140 and 20150
	byCodeAll              // 合计 holds all that no code holds
	aboveItems             // a sum below its items: those of the highest level since the sum before
	aboveAll               // all rows since the sum before
	aboveSums              // the sums before it
	aboveRest              // the sum before and the rows behind that
	belowItems             // a sum over its items
	belowAll
	byNumber     // 一、 holds 1、 and 2、
	byNumberBare // 一、 holds rows without a number
)

// sum is a row that may be the sum of others.
type sum struct {
	kind   kind
	block  *block
	target int
	parts  []int
	tally  tally
}

// row is a row that may be a sum, with all structures it may have.
type row struct {
	sums   []*sum
	counts tally // what it adds to the proof of its kind
	kind   kind
}

// proof is what closes and fails by kind, each row once and by the structure that fits it best.
type proof map[kind]tally

// down finds the rows that are sums and gives the places where they do not close.
func (s *sheet) down() []fuhe.TableFinding {
	var rows []*row
	known := proof{}
	for _, b := range s.blocks {
		if len(b.figures) == 0 {
			continue
		}
		at := map[int]*row{}
		for _, x := range append(s.byCodes(b), s.byLabels(b)...) {
			x.tally = s.columns(x)
			if at[x.target] == nil {
				at[x.target] = &row{}
				rows = append(rows, at[x.target])
			}
			at[x.target].sums = append(at[x.target].sums, x)
		}
	}
	for _, r := range rows {
		best := r.likeliest(nil)
		r.kind = best.kind
		if best.tally.strong > 0 || best.kind == byCode {
			r.counts = best.tally
		}
		t := known[r.kind]
		t.take(r.counts)
		known[r.kind] = t
	}
	var out []fuhe.TableFinding
	for _, r := range rows {
		out = append(out, s.breaks(r, known)...)
	}
	return out
}

// likeliest is the structure of a row that closes most; of several that close alike, the one that closes most elsewhere.
func (r *row) likeliest(elsewhere proof) *sum {
	best := r.sums[0]
	for _, x := range r.sums[1:] {
		if better(x.tally, best.tally) || !better(best.tally, x.tally) && elsewhere[x.kind].strong > elsewhere[best.kind].strong {
			best = x
		}
	}
	return best
}

// columns tries a sum in every column of its block, columns that repeat each other once.
func (s *sheet) columns(x *sum) tally {
	var t tally
	met := lines{}
	for _, k := range x.block.figures {
		if s.at[x.target][k].state != figure {
			continue
		}
		values := s.column(k, x.parts)
		if o := try(s.at[x.target][k], values); o != idle && met.add(s.at[x.target][k], values) {
			t.add(o)
		}
	}
	return t
}

// column are the places of some rows in a column.
func (s *sheet) column(k int, rows []int) []value {
	out := make([]value, len(rows))
	for i, r := range rows {
		out[i] = s.at[r][k]
	}
	return out
}

// breaks are the places where the likeliest structure of a row does not close, if that structure is known: from the other columns
// of the row, or from the other rows of its kind.
func (s *sheet) breaks(r *row, known proof) []fuhe.TableFinding {
	best := r.likeliest(known)
	if best.tally.fails == 0 || !r.proven(best, known) {
		return nil
	}
	var out []fuhe.TableFinding
	for _, k := range best.block.figures {
		target, parts := s.at[best.target][k], s.column(k, best.parts)
		if try(target, parts) != fails || s.otherwise(r.sums, best, k) {
			continue
		}
		out = append(out, finding(DownRule, target, parts))
	}
	return out
}

// proven reports whether a row is surely the sum of its parts: it closes in its other columns, or other rows of its kind do. Rows
// that are called sums stand for each other once one of the same kind closes.
func (r *row) proven(x *sum, known proof) bool {
	own := x.tally
	if own.strong >= leastOwn && own.fails <= max(1, own.strong/2) {
		return true
	}
	same, all := known[x.kind], known[x.kind]
	switch {
	case x.kind.called():
		all = tally{}
		for k, t := range known {
			if k.called() {
				all.take(t)
			}
		}
	case x.kind == byCodeAll: // what codes hold proves what they hold together
		same.take(known[byCode])
		all.take(known[byCode])
	}
	if r.kind == x.kind {
		same.drop(r.counts)
	}
	if r.kind == x.kind || r.kind.called() && x.kind.called() {
		all.drop(r.counts)
	}
	if same.strong == 0 || all.strong < leastKind || all.fails*failingShare > all.strong+all.weak {
		return false
	}
	return x.kind == byCode || x.kind == byCodeAll || own.fails == 1 && x.kind != byNumberBare
}

// called reports whether rows of a kind are told by being called sums.
func (k kind) called() bool { return k >= aboveItems && k <= belowAll }

// otherwise reports whether a place closes by another structure that its row may have.
func (s *sheet) otherwise(list []*sum, best *sum, k int) bool {
	for _, x := range list {
		if x == best {
			continue
		}
		if o := try(s.at[x.target][k], s.column(k, x.parts)); o == strong || o == weak {
			return true
		}
	}
	return false
}

// byCodes are the rows whose codes hold those of other rows, and the sum of what no row holds.
func (s *sheet) byCodes(b *block) []*sum {
	row := map[string]int{}
	twice := map[string]bool{}
	for r := s.from; r < s.to; r++ {
		if code := b.code[r]; code != "" {
			_, met := row[code]
			twice[code] = twice[code] || met
			row[code] = r
		}
	}
	if len(row) < 2 {
		return nil
	}
	parts := map[string][]int{}
	var roots []int
	for r := s.from; r < s.to; r++ {
		code := b.code[r]
		if code == "" {
			continue
		}
		parent := ""
		for n := len(code) - 1; n > 0 && parent == ""; n-- {
			if _, there := row[code[:n]]; there {
				parent = code[:n]
			}
		}
		if parent == "" {
			roots = append(roots, r)
			continue
		}
		parts[parent] = append(parts[parent], r)
	}
	var out []*sum
	for r := s.from; r < s.to; r++ {
		code := b.code[r]
		switch {
		case code != "" && !twice[code] && len(parts[code]) > 0:
			out = append(out, &sum{kind: byCode, block: b, target: r, parts: parts[code]})
		case code == "" && b.sum[r] && len(roots) > 0:
			out = append(out, &sum{kind: byCodeAll, block: b, target: r, parts: roots})
		}
	}
	return out
}
