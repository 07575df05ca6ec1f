package form

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

var (
	points     = lazy.New(`^(\d+(?:\.\d+)?)分`)
	pointsNote = lazy.New(`[(（\[【][0-9０-９.．\s]*[0-9０-９]\s*分\s*[)）\]】]`)
)

// readSections lists the headings that print the points of the part they stand for: 预算执行情况（10分）, 绩效指标（90分）,
// 得分（20分*执行率）. It takes the points off the first-level headings, 产出指标（50分）: the level is called 产出指标, the
// heading with its points is a section at the same place.
func readSections(b body, list []fuhe.Indicator) []fuhe.Section {
	var out []fuhe.Section
	blocks := 0
	for _, p := range b {
		if p.part().Kind == view.Indicators {
			blocks++
		}
	}
	for _, p := range b {
		switch p := p.(type) {
		case *moneyBlock:
			out = append(out, sectionsOf(p.view, p.Block, fuhe.CoversBudget)...)
		case *indicatorBlock:
			if blocks == 1 && p.oneCaption() {
				out = append(out, sectionsOf(p.view, p.Block, fuhe.CoversIndicators)...)
			}
		}
	}
	return append(out, splitLevels(list)...)
}

// splitLevels takes the points off the names of first levels.
func splitLevels(list []fuhe.Indicator) []fuhe.Section {
	var out []fuhe.Section
	listed := map[fuhe.Source]bool{}
	for i := range list {
		level := &list[i].Level1
		bare := pointsNote.ReplaceAllString(level.Text, "")
		if bare == level.Text || strings.TrimSpace(bare) == "" {
			continue
		}
		if !listed[level.At] {
			listed[level.At] = true
			out = append(out, section(words.Read(level.Text), fuhe.NewCell(level.Text, level.At), fuhe.CoversLevel1)...)
		}
		*level = fuhe.NewCell(bare, level.At)
	}
	return out
}

// sectionsOf are the captions beside a block and the heading of its score, where they print points.
func sectionsOf(v *view.View, b *view.Block, covers fuhe.SectionCover) []fuhe.Section {
	var out []fuhe.Section
	for _, c := range captions(v, b) {
		out = append(out, section(c.Heading, c.Entry(), covers)...)
	}
	if col := b.Columns.Find(words.Score); col != nil && col.Heading != nil {
		out = append(out, section(col.Heading.Heading, col.Heading.Entry(), covers)...)
	}
	return out
}

// section is the section a heading is, none when it prints no points.
func section(h words.Heading, name fuhe.Cell, covers fuhe.SectionCover) []fuhe.Section {
	if name.Doubt != nil {
		return nil // not even whose points they are
	}
	for _, n := range h.Notes {
		m := points.FindStringSubmatch(n)
		if m == nil {
			continue
		}
		number, ok := fuhe.ParseNumber(m[1])
		if !ok {
			continue
		}
		number.Unit = "分"
		return []fuhe.Section{{Name: name, Weight: number, Covers: covers}}
	}
	return nil
}

// captions are the cells with text left of the first heading of a block, in its heading rows.
func captions(v *view.View, b *view.Block) []*view.Cell {
	var out []*view.Cell
	for r := b.Zone.Top; r <= b.Zone.Bottom; r++ {
		for k := 0; k < b.Columns.First(); k++ {
			if c := v.At(r, k); !c.Blank() && c.Row >= b.Zone.Top && (len(out) == 0 || out[len(out)-1] != c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// oneCaption reports whether the caption beside the headings stands for all indicators: no other text begins beside
// them further down.
func (n *indicatorBlock) oneCaption() bool {
	v := n.view
	var caption *view.Cell
	for _, c := range captions(v, n.Block) {
		caption = c
	}
	for r := n.From; r < n.To; r++ {
		if v.Dropped[r] || n.rowKind(r) != indicatorRow {
			continue
		}
		for k := 0; k < n.Columns.First(); k++ {
			c := v.At(r, k)
			if !c.Blank() && c != caption && (caption == nil || c.Heading.Key != caption.Heading.Key) {
				return false
			}
		}
	}
	return true
}

// headings are what the layout was told from, as printed: title and lines above, headings, captions, the label of the
// total.
func (f *reader) headings() []fuhe.Cell {
	var out []fuhe.Cell
	title := f.header.title
	if title != nil {
		out = append(out, *title)
	}
	for _, l := range f.linesAbove() {
		if title == nil || l.Text != title.Text {
			out = append(out, fuhe.NewCell(l.Text, l.At))
		}
	}
	for r := f.from; r < f.header.start; r++ {
		entries := f.view.LabelsIn(r) // what the form is about says nothing about its layout
		for _, c := range f.view.In(r) {
			own := slices.ContainsFunc(entries, func(l view.Labelled) bool { return l.Value.At == c.At })
			if !own && (title == nil || c.At != title.At) {
				out = append(out, c.Entry())
			}
		}
	}
	for _, b := range f.body {
		for r := b.part().Zone.Top; r <= b.part().Zone.Bottom; r++ {
			for _, c := range f.view.In(r) {
				out = append(out, c.Entry())
			}
		}
	}
	return out
}
