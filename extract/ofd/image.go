package ofd

import (
	"bytes"
	"io"

	"fuhe"
)

// picture draws an image: its CTM maps the unit square to its place.
func (p *painter) picture(o *node, s scene) {
	m := p.d.resources.media[o.attr("ResourceID")]
	b := s.to.around(fuhe.Box{0, 0, 1, 1})
	if o.attr("CTM") == "" { // it fills its boundary
		boundary, _ := boxOf(o.attr("Boundary"))
		b = s.to.around(fuhe.Box{0, 0, width(boundary), height(boundary)})
	}
	p.image(b, s.alpha >= 1 && o.attr("ImageMask") == "" && p.solid(m, b))
}

// solid reports whether nothing shows through a picture. Of formats that are not looked into one as large as a scan is
// taken for solid, a smaller one for a seal.
func (p *painter) solid(m medium, b fuhe.Box) bool {
	part := p.d.parts.Parts[m.part]
	if part == nil {
		return false // nothing is seen of it
	}
	rc, err := p.d.parts.Unpack(part)
	if err != nil {
		p.unsure("a picture: %v", err)
		return false
	}
	defer rc.Close()
	head, err := io.ReadAll(io.LimitReader(rc, imageHeadBytes))
	if err != nil {
		p.unsure("a picture: %v", err)
		return false
	}
	const colourType, withAlpha = 25, 4
	switch {
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n")) && len(head) > colourType:
		return head[colourType]&withAlpha == 0 && !bytes.Contains(head, []byte("tRNS"))
	case bytes.HasPrefix(head, []byte("\xFF\xD8\xFF")), bytes.HasPrefix(head, []byte("BM")):
		return true
	}
	return width(b)*height(b) > scanShare*p.page.Width*p.page.Height
}
