package extract

import (
	"path"
	"strings"
)

// links tells where the links inside an archive lead.
type links struct {
	files   map[string]bool   // by name
	folders map[string]bool   // that hold one of them
	to      map[string]string // what a link names, by its own name
}

func newLinks() links { return links{map[string]bool{}, map[string]bool{}, map[string]string{}} }

// file notes a file that is no link.
func (l links) file(name string) {
	l.files[name] = true
	for dir := path.Dir(name); dir != "." && dir != "/" && !l.folders[dir]; dir = path.Dir(dir) {
		l.folders[dir] = true
	}
}

// inside reports whether a link leads to a file of the archive, or to a folder of it, over others or not. Targets are told
// from the folder of the link, or hard ones from the top.
func (l links) inside(name string) bool {
	for range maxLinks {
		target, isLink := l.to[name]
		if !isLink {
			return l.files[name] || l.folders[name]
		}
		if strings.HasPrefix(target, "/") {
			return false
		}
		if name = path.Join(path.Dir(name), target); !l.knows(name) {
			name = path.Clean(target)
		}
	}
	return false // they lead in a circle
}

func (l links) knows(name string) bool {
	_, isLink := l.to[name]
	return isLink || l.files[name] || l.folders[name]
}
