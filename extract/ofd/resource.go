package ofd

import (
	"fmt"
	"path"
	"strings"
)

// resources are what the pages of a document refer to by ids.
type resources struct {
	d          *document
	fonts      map[string]*font
	params     map[string]*node // drawing parameters
	composites map[string]*node
	media      map[string]medium
	spaces     map[string]*node // colour spaces
	read       map[string]bool  // parts read so far
	trouble    []string         // of parts that could not be read
}

// medium is a picture.
type medium struct {
	part   string
	format string
}

func newResources(d *document) *resources {
	return &resources{d: d, fonts: map[string]*font{}, params: map[string]*node{}, composites: map[string]*node{},
		media: map[string]medium{}, spaces: map[string]*node{}, read: map[string]bool{}}
}

// add reads a part of resources, once.
func (r *resources) add(part string) {
	if r.read[part] {
		return
	}
	r.read[part] = true
	if r.d.parts.Parts[part] == nil {
		return // what it would hold has the usual look
	}
	tree, err := r.d.file.tree(part)
	if err != nil {
		if len(r.trouble) < maxReasons {
			r.trouble = append(r.trouble, fmt.Sprintf("resources: %v", err))
		}
		return
	}
	folder := path.Dir(part)
	base := path.Join(folder, strings.ReplaceAll(tree.attr("BaseLoc"), `\`, "/"))
	if strings.HasPrefix(tree.attr("BaseLoc"), "/") {
		base = tree.attr("BaseLoc")
	}
	for _, group := range tree.kids {
		for _, n := range group.kids {
			r.take(group.name, n, base, folder)
		}
	}
}

// take notes one resource.
func (r *resources) take(group string, n *node, base, folder string) {
	id := n.attr("ID")
	switch group {
	case "Fonts":
		r.fonts[id] = &font{name: n.attr("FontName"), part: r.at(base, folder, n.first("FontFile").content()), file: r.d.file}
	case "DrawParams":
		r.params[id] = n
	case "CompositeGraphicUnits":
		r.composites[id] = n
	case "ColorSpaces":
		r.spaces[id] = n
	case "MultiMedias":
		r.media[id] = medium{r.at(base, folder, n.first("MediaFile").content()), strings.ToLower(n.attr("Format"))}
	}
}

// at is the part that a resource lies in: in the folder the resources name, or in that of their own part, as some
// programs write it; "" when there is none.
func (r *resources) at(base, folder, loc string) string {
	if loc == "" {
		return ""
	}
	for _, from := range []string{base, folder, path.Dir(r.d.root)} {
		if part := resolve(from, loc); r.d.parts.Parts[part] != nil {
			return part
		}
	}
	return ""
}

// param looks a property up: on the object, on the drawing parameters it names, and on those these rest on.
func (r *resources) param(object *node, inherited string, get func(n *node) bool) {
	if get(object) {
		return
	}
	id := object.attr("DrawParam")
	if id == "" {
		id = inherited
	}
	for range maxInherited {
		p := r.params[id]
		if p == nil || get(p) {
			return // what is not there has the usual look to every program
		}
		id = p.attr("Relative")
	}
}
