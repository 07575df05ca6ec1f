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
// 得分（20分*执行率）.
func (f *reader) readSections() {
	blocks := 0
	for i := range f.blocks {
		if f.blocks[i].Kind == view.Indicators {
			blocks++
		}
	}
	for i := range f.blocks {
		b := &f.blocks[i]
		switch {
		case b.Kind == view.Money:
			f.addSections(b, fuhe.CoversBudget)
		case b.Kind == view.Indicators && blocks == 1 && f.oneCaption(b):
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
			f.addSection(&view.Cell{Text: level.Text, Heading: words.Read(level.Text), At: level.At}, fuhe.CoversLevel1)
		}
		*level = fuhe.NewCell(bare, level.At)
	}
}

// addSections takes the captions beside a block and the heading of its score.
func (f *reader) addSections(b *view.Block, covers fuhe.SectionCover) {
	for _, c := range f.captions(b) {
		f.addSection(c, covers)
	}
	if col := b.Columns.Find(words.Score); col != nil {
		f.addSection(col.Heading, covers)
	}
}

func (f *reader) addSection(c *view.Cell, covers fuhe.SectionCover) {
	for _, n := range c.Heading.Notes {
		m := points.FindStringSubmatch(n)
		if m == nil {
			continue
		}
		number, ok := fuhe.ParseNumber(m[1])
		if !ok {
			continue
		}
		number.Unit = "分"
		f.report.Sections = append(f.report.Sections, fuhe.Section{Name: c.Entry(), Weight: number, Covers: covers})
		return
	}
}

// captions are the cells with text left of the first heading of a block, in its heading rows.
func (f *reader) captions(b *view.Block) []*view.Cell {
	var out []*view.Cell
	for r := b.Zone.Top; r <= b.Zone.Bottom; r++ {
		for k := 0; k < b.Columns.First(); k++ {
			if c := f.view.At(r, k); !c.Blank() && c.Row >= b.Zone.Top && (len(out) == 0 || out[len(out)-1] != c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// oneCaption reports whether the caption beside the headings stands for all indicators: no other text begins beside
// them further down.
func (f *reader) oneCaption(b *view.Block) bool {
	v := f.view
	var caption *view.Cell
	for _, c := range f.captions(b) {
		caption = c
	}
	for r := b.From; r < b.To; r++ {
		if v.Dropped[r] || f.rowKind(b, r) != indicatorRow {
			continue
		}
		for k := 0; k < b.Columns.First(); k++ {
			c := v.At(r, k)
			if !c.Blank() && c != caption && (caption == nil || c.Heading.Key != caption.Heading.Key) {
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
		entries := f.view.LabelsIn(r) // what the form is about says nothing about its layout
		for _, c := range f.view.In(r) {
			own := slices.ContainsFunc(entries, func(l view.Labelled) bool { return l.Value.At == c.At })
			if !own && (f.title == nil || c.At != f.title.At) {
				*out = append(*out, c.Entry())
			}
		}
	}
	for i := range f.blocks {
		b := &f.blocks[i]
		for r := b.Zone.Top; r <= b.Zone.Bottom; r++ {
			for _, c := range f.view.In(r) {
				*out = append(*out, c.Entry())
			}
		}
	}
}
