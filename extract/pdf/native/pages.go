package native

import (
	"errors"
	"fmt"
	"math"

	"fuhe"
)

// leaf is a page of the tree with what it inherits.
type leaf struct {
	page value
	inherited
	err error // why it cannot be read
}

type inherited struct {
	resources, media, crop value
	rotate                 int64
}

// meter has what is looked up for a page charged to its own meter.
func (l *leaf) meter(m *meter) {
	for _, v := range []*value{&l.page, &l.resources, &l.media, &l.crop} {
		*v = v.metered(m)
	}
}

// leaves walks the page tree once.
func leaves(catalog value) ([]leaf, error) {
	root := catalog.key("Pages")
	if !root.isDict() {
		return nil, errors.New("damaged: no page tree")
	}
	w := treeWalk{seen: make(map[ref]bool)}
	w.walk(root, inherited{}, 0)
	if w.err != nil {
		return nil, w.err
	}
	if len(w.out) == 0 {
		return nil, errors.New("no pages")
	}
	return w.out, nil
}

type treeWalk struct {
	out   []leaf
	seen  map[ref]bool
	nodes int
	err   error
}

func (w *treeWalk) walk(node value, from inherited, depth int) {
	if w.nodes++; w.nodes > 2*maxPages || depth > maxTreeDepth {
		w.err = fmt.Errorf("damaged: a page tree of more than %d pages or %d levels", maxPages, maxTreeDepth)
		return
	}
	from.take(node)
	kids := node.key("Kids")
	if kids.null() || node.key("Type").name() == "Page" {
		w.out = append(w.out, leaf{page: node, inherited: from})
		return
	}
	refs := kids.elements()
	for i := range kids.len() {
		if i < len(refs) {
			if w.seen[refs[i]] {
				w.err = errors.New("damaged: a page tree that bites its tail")
				return
			}
			w.seen[refs[i]] = true
		}
		kid, err := kid(kids, i)
		if err == nil && !kid.isDict() {
			err = errors.New("damaged: the page object is missing")
		}
		if err != nil {
			w.out = append(w.out, leaf{err: err})
			continue
		}
		if w.walk(kid, from, depth+1); w.err != nil {
			return
		}
	}
}

// kid is a child of a node. What is broken there is that page's trouble.
func kid(kids value, i int) (v value, err error) {
	defer recovered(&err)
	return kids.index(i), nil
}

func (f *inherited) take(node value) {
	take := func(to *value, key string) {
		if v := node.key(key); !v.null() {
			*to = v
		}
	}
	take(&f.resources, "Resources")
	take(&f.media, "MediaBox")
	take(&f.crop, "CropBox")
	if v := node.key("Rotate"); v.isNumber() {
		f.rotate = int64(v.float())
	}
}

// usualPage is A4, for pages that do not say how large they are.
var usualPage = fuhe.Box{0, 0, 595.28, 841.89}

// shown is the size of a page as it is shown, and the way there from its own coordinates.
func (l leaf) shown() (wide, high float64, m matrix) {
	area, ok := rectangle(l.media)
	if !ok {
		area = usualPage
	}
	if crop, ok := rectangle(l.crop); ok {
		if cut := intersect(area, crop); width(cut) > 0 && height(cut) > 0 {
			area = cut
		}
	}
	x0, y0, x1, y1 := area[0], area[1], area[2], area[3]
	wide, high = x1-x0, y1-y0
	switch l.turned() / 90 {
	case 0:
		m = matrix{1, 0, 0, -1, -x0, y1}
	case 1:
		m = matrix{0, 1, 1, 0, -y0, -x0}
		wide, high = high, wide
	case 2:
		m = matrix{-1, 0, 0, 1, x1, -y0}
	case 3:
		m = matrix{0, -1, -1, 0, y1, x1}
		wide, high = high, wide
	}
	if unit := l.unit(); unit != 1 {
		m = m.then(matrix{a: unit, d: unit})
		wide, high = wide*unit, high*unit
	}
	return wide, high, m
}

// turned is how far a page is turned clockwise to be shown: 0, 90, 180 or 270 degrees.
func (l leaf) turned() int { return int(((l.rotate/90)%4+4)%4) * 90 }

// unit is how many points the units of a page are.
func (l leaf) unit() float64 {
	if unit := l.page.key("UserUnit").float(); unit > 0 && unit <= 1e4 {
		return unit
	}
	return 1
}

// UserUnit is how many points the units of page n are, 1 when nothing tells. Other readers ask for it.
func (d *Document) UserUnit(n int) (unit float64) {
	unit = 1
	defer func() {
		if recover() != nil {
			unit = 1 // what is broken there is said where the page is read
		}
	}()
	if n >= 1 && n <= len(d.pages) && d.pages[n-1].err == nil {
		l := d.pages[n-1]
		l.meter(new(meter))
		unit = l.unit()
	}
	return unit
}

// rectangle is an array of two opposite corners.
func rectangle(v value) (fuhe.Box, bool) {
	if v.len() != 4 {
		return fuhe.Box{}, false
	}
	f := v.floats()
	b := fuhe.Box{min(f[0], f[2]), min(f[1], f[3]), max(f[0], f[2]), max(f[1], f[3])}
	return b, finite(b[:]...) && width(b) > 0 && height(b) > 0 && !math.IsInf(width(b), 0)
}
