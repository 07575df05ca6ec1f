package native

import (
	"math"

	"fuhe"
)

// xObject is something drawn by name: a form, which is content of its own, or an image.
type xObject struct {
	kind    string
	content []byte
	res     *resources // nil: those of whoever draws it
	matrix  matrix
	box     fuhe.Box // what of a form is shown
	boxed   bool
	off     bool    // on a layer that is switched off
	solid   bool    // an image that hides what lies under it
	light   float64 // of an image of few pixels
	running bool    // being drawn: it must not draw itself
}

// others runs the operators that draw other things.
func (in *interpreter) others(op []byte) bool {
	switch string(op) {
	case "Do":
		if n, ok := in.last(name); ok {
			in.do(string(n.str))
		}
	case "BMC":
		in.mark(mark{})
	case "BDC":
		in.beginMark()
	case "EMC":
		in.marks.pop()
	case "sh", "MP", "DP", "d0", "d1":
	default:
		return false
	}
	return true
}

func (in *interpreter) do(key string) {
	x, ok := in.res.objects[key]
	if !ok {
		x = in.xObject(in.res.dict.key("XObject").key(key), key)
		in.res.objects[key] = x
	}
	switch {
	case x.off || in.marks.hidden():
	case x.kind == "Image":
		in.image(x.solid, x.light)
	case x.kind == "Form":
		in.form(x)
	}
}

func (in *interpreter) xObject(v value, key string) *xObject {
	switch kind := v.key("Subtype").name(); kind {
	case "Form":
		return in.formOf(v)
	case "Image":
		solid := v.key("SMask").null() && v.key("Mask").null() && !v.key("ImageMask").isTrue() && v.key("SMaskInData").integer() == 0
		return &xObject{kind: kind, off: in.objectOff(v), solid: solid, light: in.imageLight(v)}
	}
	if in.res.dict.key("XObject").ref(key) != (ref{}) {
		in.doubt(missing, "an object to draw") // the resources have it, the file has not
	} else {
		in.unsure("an object to draw is missing")
	}
	return &xObject{}
}

// objectOff reports whether an object is on a layer that is switched off.
func (in *interpreter) objectOff(v value) bool {
	return len(in.doc.hidden) > 0 && !v.key("OC").null() && (in.doc.hidden[v.ref("OC")] || in.doc.membershipOff(v.key("OC")))
}

func (in *interpreter) formOf(v value) *xObject {
	x := &xObject{kind: "Form", off: in.objectOff(v)}
	b, err := in.unpack(v)
	in.doubt(err, "a form object")
	x.content, x.matrix = b, v.key("Matrix").matrix()
	x.box, x.boxed = rectangle(v.key("BBox"))
	if r := v.key("Resources"); !r.null() {
		x.res = newResources(r)
	}
	return x
}

// form draws a form object where the matrix says.
func (in *interpreter) form(x *xObject) {
	if x.running || in.nesting >= maxNesting {
		in.unsure("form objects that draw themselves, or more than %d in one another", maxNesting)
		return
	}
	x.running = true
	in.nesting++
	saved, marked, outer := in.state, in.marks.open, in.path
	in.state.ctm = x.matrix.then(in.state.ctm)
	if x.boxed {
		in.state.clip = intersect(in.state.clip, in.state.ctm.box(x.box[0], x.box[1], x.box[2], x.box[3]))
	}
	in.path = path{}
	res := x.res
	if res == nil {
		res = in.res
	}
	in.run(x.content, res)
	for len(in.marks.open) > len(marked) {
		in.marks.pop()
	}
	in.state, in.path = saved, outer
	in.nesting--
	x.running = false
}

// image notes the place of an image: the unit square.
func (in *interpreter) image(solid bool, light float64) {
	b := intersect(in.clipped(in.state.ctm.box(0, 0, 1, 1)), in.box)
	if finite(b[:]...) && width(b) > 0 && height(b) > 0 {
		if len(in.images) >= maxPieces {
			in.stop("more than %d images", maxPieces)
			return
		}
		if min(width(b), height(b)) <= thinPoints && max(width(b), height(b)) > thinPoints {
			if solid {
				in.stretched(b, light)
			}
			return
		}
		in.images = append(in.images, b)
		if solid && in.state.opaque() && !in.state.lettered {
			in.cover(b, true)
		}
	}
}

// covered is the area under boxes, counted once where they overlap, on a coarse raster.
func covered(boxes []fuhe.Box) float64 {
	if len(boxes) == 0 {
		return 0
	}
	const side = 64
	all := boxes[0]
	for _, b := range boxes {
		all = fuhe.Box{min(all[0], b[0]), min(all[1], b[1]), max(all[2], b[2]), max(all[3], b[3])}
	}
	w, h := width(all)/side, height(all)/side
	var hit [side][side]bool
	count := 0
	for _, b := range boxes {
		x0, x1 := int(math.Round((b[0]-all[0])/w)), int(math.Round((b[2]-all[0])/w))
		y0, y1 := int(math.Round((b[1]-all[1])/h)), int(math.Round((b[3]-all[1])/h))
		for y := max(y0, 0); y < min(y1, side); y++ {
			for x := max(x0, 0); x < min(x1, side); x++ {
				if !hit[y][x] {
					hit[y][x] = true
					count++
				}
			}
		}
	}
	return float64(count) * w * h
}
