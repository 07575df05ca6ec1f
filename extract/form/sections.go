package form

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/lazy"
)

var (
	points     = lazy.New(`^(\d+(?:\.\d+)?)分`)
	pointsNote = lazy.New(`[(（\[【][0-9０-９.．\s]*[0-9０-９]\s*分\s*[)）\]】]`)
)

// readSections lists the headings that print the points of the part they stand for: 预算执行情况（10分）, 绩效指标（90分）,
// 得分（20分*执行率）.
func (f *reader) readSections() {
	blocks := 0
	for i := range f.blocks {
		if f.blocks[i].kind == indicatorBlock {
			blocks++
		}
	}
	for i := range f.blocks {
		b := &f.blocks[i]
		switch {
		case b.kind == moneyBlock:
			f.addSections(b, fuhe.CoversBudget)
		case b.kind == indicatorBlock && blocks == 1 && f.oneCaption(b):
			f.addSections(b, fuhe.CoversIndicators)
		}
	}
	f.splitLevels()
}

// splitLevels takes the points off the first-level headings, 产出指标（50分）: the level is called 产出指标, the heading with
// its points is a section at the same place.
func (f *reader) splitLevels() {
	listed := map[fuhe.Source]bool{}
	for i := range f.report.Indicators {
		level := &f.report.Indicators[i].Level1
		bare := pointsNote.ReplaceAllString(level.Text, "")
		if bare == level.Text || strings.TrimSpace(bare) == "" {
			continue
		}
		if !listed[level.At] {
			listed[level.At] = true
			f.addSection(&cell{text: level.Text, heading: readHeading(level.Text), at: level.At}, fuhe.CoversLevel1)
		}
		*level = fuhe.NewCell(bare, level.At)
	}
}

// addSections takes the captions beside a block and the heading of its score.
func (f *reader) addSections(b *block, covers fuhe.SectionCover) {
	for _, c := range f.captions(b) {
		f.addSection(c, covers)
	}
	if col := b.columns.find(score); col != nil {
		f.addSection(col.heading, covers)
	}
}

func (f *reader) addSection(c *cell, covers fuhe.SectionCover) {
	for _, n := range c.heading.notes {
		m := points.FindStringSubmatch(n)
		if m == nil {
			continue
		}
		number, ok := fuhe.ParseNumber(m[1])
		if !ok {
			continue
		}
		number.Unit = "分"
		f.report.Sections = append(f.report.Sections, fuhe.Section{Name: c.entry(), Weight: number, Covers: covers})
		return
	}
}

// captions are the cells with text left of the first heading of a block, in its heading rows.
func (f *reader) captions(b *block) []*cell {
	var out []*cell
	for r := b.zone.top; r <= b.zone.bottom; r++ {
		for k := 0; k < b.columns.first(); k++ {
			if c := f.view.at(r, k); !c.blank() && c.row >= b.zone.top && (len(out) == 0 || out[len(out)-1] != c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// oneCaption reports whether the caption beside the headings stands for all indicators: no other text begins beside
// them further down.
func (f *reader) oneCaption(b *block) bool {
	v := f.view
	var caption *cell
	for _, c := range f.captions(b) {
		caption = c
	}
	for r := b.from; r < b.to; r++ {
		if v.dropped[r] || f.rowKind(b, r) != indicatorRow {
			continue
		}
		for k := 0; k < b.columns.first(); k++ {
			c := v.at(r, k)
			if !c.blank() && c != caption && (caption == nil || c.heading.key != caption.heading.key) {
				return false
			}
		}
	}
	return true
}

// readHeadings keeps what the layout was told from, as printed: title and lines above, headings, captions, the label of
// the total.
func (f *reader) readHeadings() {
	out := &f.report.Headings
	if f.title != nil {
		*out = append(*out, *f.title)
	}
	for _, l := range f.linesAbove() {
		if f.title == nil || l.Text != f.title.Text {
			*out = append(*out, fuhe.NewCell(l.Text, l.At))
		}
	}
	for r := f.segment.from; r < f.bodyStart(); r++ {
		entries := f.view.labelsIn(r) // what the form is about says nothing about its layout
		for _, c := range f.view.in(r) {
			own := slices.ContainsFunc(entries, func(l labelled) bool { return l.value.At == c.at })
			if !own && (f.title == nil || c.at != f.title.At) {
				*out = append(*out, c.entry())
			}
		}
	}
	for i := range f.blocks {
		b := &f.blocks[i]
		for r := b.zone.top; r <= b.zone.bottom; r++ {
			for _, c := range f.view.in(r) {
				*out = append(*out, c.entry())
			}
		}
	}
}
