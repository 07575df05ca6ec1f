package bitmap

import (
	"image"
	"slices"
)

// Rule is a straight dark bar along an axis.
type Rule struct {
	Box   image.Rectangle // its pixels
	Level bool            // it lies across the page
}

// Thick is how many pixels the rule is thick.
func (r Rule) Thick() int {
	if r.Level {
		return r.Box.Dy()
	}
	return r.Box.Dx()
}

// Rules finds the straight rules of a page of so many pixels a point. What is too short to be told from the stroke of a
// character counts where both its ends touch other rules.
func (k *Ink) Rules(scale float64) []Rule {
	level := k.bars(scale)
	turned := k.transposed()
	upright := turned.bars(scale)
	candidates := make([]Rule, 0, len(level)+len(upright))
	for _, b := range level {
		candidates = append(candidates, Rule{b, true})
	}
	for _, b := range upright {
		candidates = append(candidates, Rule{image.Rect(b.Min.Y, b.Min.X, b.Max.Y, b.Max.X), false})
	}
	return settled(candidates, scale)
}

// transposed is the ink with rows for columns.
func (k *Ink) transposed() Ink {
	out := NewInk(k.High, k.Wide)
	for y := range k.High {
		for x := range k.Wide {
			if k.Bits[y*k.Wide+x] {
				out.Bits[x*out.Wide+y] = true
			}
		}
	}
	return out
}

// settled are the candidates that are rules: the long ones, and the short ones between rules.
func settled(candidates []Rule, scale float64) []Rule {
	var rules, rest []Rule
	for _, c := range candidates {
		if max(c.Box.Dx(), c.Box.Dy()) >= pixels(seedPoints, scale) {
			rules = append(rules, c)
		} else {
			rest = append(rest, c)
		}
	}
	for range rounds {
		before := len(rules)
		rest = slices.DeleteFunc(rest, func(c Rule) bool {
			if !heldAtBothEnds(c, rules[:before], scale) {
				return false
			}
			rules = append(rules, c)
			return true
		})
		if len(rules) == before {
			break
		}
	}
	return rules
}

// heldAtBothEnds reports whether rules across it touch both ends of a bar.
func heldAtBothEnds(c Rule, rules []Rule, scale float64) bool {
	reach := pixels(reachPoints, scale)
	head := image.Rect(c.Box.Min.X-reach, c.Box.Min.Y, c.Box.Min.X+reach, c.Box.Max.Y)
	tail := image.Rect(c.Box.Max.X-reach, c.Box.Min.Y, c.Box.Max.X+reach, c.Box.Max.Y)
	if !c.Level {
		head = image.Rect(c.Box.Min.X, c.Box.Min.Y-reach, c.Box.Max.X, c.Box.Min.Y+reach)
		tail = image.Rect(c.Box.Min.X, c.Box.Max.Y-reach, c.Box.Max.X, c.Box.Max.Y+reach)
	}
	atHead, atTail := false, false
	for _, r := range rules {
		if r.Level == c.Level {
			continue
		}
		atHead = atHead || r.Box.Overlaps(head)
		atTail = atTail || r.Box.Overlaps(tail)
	}
	return atHead && atTail
}

func pixels(points, scale float64) int { return max(1, int(points*scale+0.5)) }

// run is a piece of a row that is dark, breaks of dust left aside.
type run struct{ y, from, to int }

// bars are the long thin dark boxes that lie across the page: long runs of neighbouring rows, taken together.
func (k *Ink) bars(scale float64) []image.Rectangle {
	least, gap := pixels(shortPoints, scale), pixels(gapPoints, scale)
	var open, done []image.Rectangle
	for y := range k.High {
		runs := k.runs(y, least, gap)
		open, done = extended(open, done, runs, y, gap)
	}
	done = append(done, open...)
	done = joined(done, gap)
	return slices.DeleteFunc(done, func(b image.Rectangle) bool {
		return b.Dy() > pixels(thickPoints, scale) || b.Dx() < least || k.strays(b)
	})
}

// runs are the long runs of a row.
func (k *Ink) runs(y, least, gap int) []run {
	var out []run
	row := k.Bits[y*k.Wide : (y+1)*k.Wide]
	from, last := -1, -1
	flush := func() {
		if from >= 0 && last+1-from >= least {
			out = append(out, run{y, from, last + 1})
		}
	}
	for x, dark := range row {
		if !dark {
			continue
		}
		if from < 0 || x-last > gap+1 {
			flush()
			from = x
		}
		last = x
	}
	flush()
	return out
}

// extended adds the runs of a row to the bars that end in the rows before it; those that nothing was added to for longer
// than a break are done.
func extended(open, done []image.Rectangle, runs []run, y, gap int) (stillOpen, nowDone []image.Rectangle) {
	for _, r := range runs {
		box := image.Rect(r.from, y, r.to, y+1)
		kept := open[:0]
		for _, o := range open {
			if r.from < o.Max.X+gap && o.Min.X < r.to+gap {
				box = box.Union(o)
			} else {
				kept = append(kept, o)
			}
		}
		open = append(kept, box)
	}
	kept := open[:0]
	for _, o := range open {
		if y+1-o.Max.Y > gap {
			done = append(done, o)
		} else {
			kept = append(kept, o)
		}
	}
	return kept, done
}

// joined are bars with those that go on in one another taken together.
func joined(bars []image.Rectangle, gap int) []image.Rectangle {
	slices.SortFunc(bars, func(a, b image.Rectangle) int { return a.Min.X - b.Min.X })
	for i := range bars {
		for j := i + 1; j < len(bars); j++ {
			a, b := bars[i], bars[j]
			if b.Empty() || a.Empty() || b.Min.X > a.Max.X+2*gap || a.Min.X > b.Max.X+2*gap {
				continue
			}
			if b.Min.Y < a.Max.Y+1 && a.Min.Y < b.Max.Y+1 {
				bars[i], bars[j] = a.Union(b), image.Rectangle{}
			}
		}
	}
	return slices.DeleteFunc(bars, image.Rectangle.Empty)
}

// strays reports whether a bar runs through writing: much of it has ink above or below. A rule has that where others end.
func (k *Ink) strays(b image.Rectangle) bool {
	beside := 0
	for x := b.Min.X; x < b.Max.X; x++ {
		if k.At(x, b.Min.Y-2) || k.At(x, b.Max.Y+1) {
			beside++
		}
	}
	return float64(beside) > strayShare*float64(b.Dx())
}
