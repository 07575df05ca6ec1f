package ofd

import (
	"context"
	"errors"
	"path"
	"strings"

	"fuhe"
	"fuhe/extract/page"
)

// painter draws the objects of one page.
type painter struct {
	*canvas
	d       *document
	ctx     context.Context
	objects int
	points  int   // of paths
	shown   int32 // texts so far
	depth   int
}

// scene is what an object is drawn with: where the space it stands in lies on the page, and the drawing parameters and
// the strength it inherits.
type scene struct {
	to     matrix
	params string
	alpha  float64
}

// page draws a page: its templates, then its content, then what is laid on it.
func (d *document) page(ctx context.Context, n int, ref *node) (page.Page, error) {
	part := resolve(path.Dir(d.root), ref.attr("BaseLoc"))
	tree, err := d.file.tree(part)
	if err != nil {
		return page.Page{}, err
	}
	sheet, ok := d.sheet(tree)
	if !ok {
		return page.Page{}, errors.New("the page has no size")
	}
	for _, r := range tree.all("PageRes") {
		d.resources.add(resolve(path.Dir(part), r.content()))
	}
	c := &canvas{clip: fuhe.Box{0, 0, width(sheet) * pointsPerMM, height(sheet) * pointsPerMM}}
	c.page = page.Page{Number: n, Width: c.clip[2], Height: c.clip[3], Reader: "ofd"}
	p := &painter{canvas: c, d: d, ctx: ctx}
	base := scene{to: matrix{pointsPerMM, 0, 0, pointsPerMM, -sheet[0] * pointsPerMM, -sheet[1] * pointsPerMM}, alpha: 1}
	p.templates(tree, false, base)
	p.layers(tree, base)
	p.templates(tree, true, base)
	p.notes(ref.attr("ID"), base)
	for _, t := range d.resources.trouble {
		c.unsure("%s", t)
	}
	if ctx.Err() != nil {
		return page.Page{}, context.Cause(ctx)
	}
	return c.finish(), nil
}

// sheet is the size of a page in millimetres, of the document when it states none.
func (d *document) sheet(tree *node) (fuhe.Box, bool) {
	for _, area := range []*node{tree.first("Area"), d.tree.first("CommonData", "PageArea")} {
		b, ok := boxOf(area.first("PhysicalBox").content())
		if ok && width(b) > 0 && height(b) > 0 && page.OnPaper(b[:]...) {
			return b, true
		}
	}
	return fuhe.Box{}, false
}

// templates draws what a page has from templates, behind its content or in front of it.
func (p *painter) templates(tree *node, front bool, s scene) {
	for _, t := range tree.all("Template") {
		if strings.EqualFold(t.attr("ZOrder"), "Foreground") != front {
			continue
		}
		part := p.d.template(t.attr("TemplateID"))
		if part == "" {
			p.unsure("a template page that is not there")
			continue
		}
		content, err := p.d.file.tree(part)
		if err != nil {
			p.unsure("a template page: %v", err)
			continue
		}
		for _, r := range content.all("PageRes") {
			p.d.resources.add(resolve(path.Dir(part), r.content()))
		}
		p.layers(content, s)
	}
}

// layers draws the layers of a page or template, those in the background first.
func (p *painter) layers(tree *node, s scene) {
	all := tree.first("Content").all("Layer")
	for _, kind := range []string{"background", "", "foreground"} {
		for _, l := range all {
			k := strings.ToLower(l.attr("Type"))
			if k == "body" || k != "background" && k != "foreground" {
				k = ""
			}
			if k == kind {
				p.block(l, scene{s.to, l.attr("DrawParam"), s.alpha})
			}
		}
	}
}

// block draws the objects of a layer, a block or a composite object.
func (p *painter) block(n *node, s scene) {
	if p.depth++; p.depth > maxNesting {
		p.unsure("objects nested more than %d deep", maxNesting)
		p.depth--
		return
	}
	for _, o := range n.kids {
		if p.stopped || p.ctx.Err() != nil {
			break
		}
		if o.name == "PageBlock" {
			p.block(o, s)
			continue
		}
		p.object(o, s)
	}
	p.depth--
}

// object draws one object.
func (p *painter) object(o *node, s scene) {
	if !o.flag("Visible", true) {
		return
	}
	if p.objects++; p.objects > maxObjects {
		p.stop("more than %d objects", maxObjects)
		return
	}
	ctm, ok := matrixOf(o.attr("CTM"))
	boundary, placed := boxOf(o.attr("Boundary"))
	if !ok || !placed && o.attr("Boundary") != "" {
		p.unsure("an object whose place cannot be read")
		return
	}
	shift := matrix{1, 0, 0, 1, boundary[0], boundary[1]}
	outer := shift.then(s.to)
	in := scene{ctm.then(outer), s.params, s.alpha * unit(o.number("Alpha", 255)/255)}
	saved := p.clip
	p.clips(o, ctm, outer)
	switch o.name {
	case "TextObject":
		p.text(o, in)
	case "PathObject":
		p.path(o, in)
	case "ImageObject":
		p.picture(o, in)
	case "CompositeObject":
		p.composite(o, in)
	}
	p.clip = saved
}

// composite draws a unit of several objects.
func (p *painter) composite(o *node, s scene) {
	unit := p.d.resources.composites[o.attr("ResourceID")]
	if unit == nil {
		p.unsure("a composite object whose content is not there")
		return
	}
	if content := unit.first("Content"); content != nil {
		p.block(content, s)
	}
}

// clips narrows what is seen to the boxes around the clips of an object.
func (p *painter) clips(o *node, ctm, outer matrix) {
	clips := o.first("Clips")
	to := outer
	if clips.flag("TransFlag", true) {
		to = ctm.then(outer)
	}
	for _, clip := range clips.all("Clip") {
		around, known := emptyBox, true
		for _, area := range clip.all("Area") {
			b, ok := areaBox(area, to)
			if known = known && ok; ok {
				around = fuhe.Box{min(around[0], b[0]), min(around[1], b[1]), max(around[2], b[2]), max(around[3], b[3])}
			}
		}
		if known && around != emptyBox {
			p.clip = intersect(p.clip, around)
		}
	}
}

// areaBox is the box around a part of a clip; false for letters that clip, and for what cannot be read.
func areaBox(area *node, to matrix) (fuhe.Box, bool) {
	shape := area.first("Path")
	ctm, ok := matrixOf(area.attr("CTM"))
	own, ok2 := matrixOf(shape.attr("CTM"))
	if shape == nil || !ok || !ok2 {
		return fuhe.Box{}, false
	}
	boundary, _ := boxOf(shape.attr("Boundary"))
	to = own.then(matrix{1, 0, 0, 1, boundary[0], boundary[1]}).then(ctm).then(to)
	outlines, ok := outlinesOf(shape.first("AbbreviatedData").content(), to, maxPathPoints)
	around := emptyBox
	for _, l := range outlines {
		for _, c := range l.corners {
			around = include(around, c.point)
		}
	}
	return around, ok && around != emptyBox
}

// notes draws what people laid on a page with a program that reads it. Stamps and watermarks are none of its text.
func (p *painter) notes(id string, s scene) {
	loc := p.d.tree.first("Annotations").content()
	list := resolve(path.Dir(p.d.root), loc)
	if loc == "" || p.d.parts.Parts[list] == nil {
		return
	}
	tree, err := p.d.file.tree(list)
	if err != nil {
		p.unsure("notes: %v", err)
		return
	}
	for _, ref := range tree.all("Page") {
		if ref.attr("PageID") != id {
			continue
		}
		part := resolve(path.Dir(list), ref.first("FileLoc").content())
		notes, err := p.d.file.tree(part)
		if err != nil {
			p.unsure("notes: %v", err)
			continue
		}
		for _, a := range notes.all("Annot") {
			p.note(a, s)
		}
	}
}

func (p *painter) note(a *node, s scene) {
	switch kind := a.attr("Type"); {
	case kind == "Stamp", kind == "Watermark", !a.flag("Visible", true):
		return
	}
	look := a.first("Appearance")
	if look == nil {
		return
	}
	boundary, ok := boxOf(look.attr("Boundary"))
	if !ok && look.attr("Boundary") != "" {
		p.unsure("a note whose place cannot be read")
		return
	}
	p.block(look, scene{matrix{1, 0, 0, 1, boundary[0], boundary[1]}.then(s.to), "", s.alpha})
}
