package docx

import (
	"path"
	"strings"

	"fuhe/extract/ooxml"
)

// listItem is what is said of a paragraph as one of a list.
type listItem struct{ list, level string }

// take takes what an element says of it.
func (l *listItem) take(e ooxml.Element) {
	switch v := ooxml.Attr(e, "val"); e.Name.Local {
	case "numId":
		l.list = v
	case "ilvl":
		l.level = v
	}
}

// lists tells which levels of which lists print a number before their paragraphs.
type lists struct {
	prints map[string]bool   // by levelKey, of lists and of the kinds they are of
	kind   map[string]string // of a list
}

// number reports whether a number is printed before an item.
func (l *lists) number(at listItem) bool {
	if at.list == "" || at.list == "0" {
		return false
	}
	if at.level == "" {
		at.level = "0"
	}
	own, stated := l.prints[levelKey("num", at.list, at.level)]
	kind := l.kind[at.list]
	return own || !stated && (l.prints[levelKey("abstractNum", kind, at.level)] || l.prints[levelKey("abstractNum", kind, anyLevel)])
}

func levelKey(of, id, level string) string { return of + " " + id + " " + level }

// anyLevel is the level of a kind that a style lays down.
const anyLevel = "*"

// readLists reads how lists are numbered.
func (d *document) readLists(p *ooxml.Package, main string) error {
	d.lists = lists{map[string]bool{}, map[string]string{}}
	rels, err := p.Relations(main)
	if err != nil {
		return err
	}
	for _, r := range rels {
		if path.Base(r.Kind) != "numbering" || p.Parts[r.Target] == nil {
			continue
		}
		of, id, level, format := "", "", "", ""
		err := p.Elements(r.Target, func(_ *ooxml.Parser, e ooxml.Element) error {
			v := ooxml.Attr(e, "val")
			switch e.Name.Local {
			case "abstractNum", "num":
				of, id = e.Name.Local, ooxml.Attr(e, e.Name.Local+"Id")
				if of == "num" {
					id = ooxml.Attr(e, "numId")
				}
			case "abstractNumId":
				if len(d.lists.kind) < maxLists {
					d.lists.kind[id] = v
				}
			case "lvl":
				level, format = ooxml.Attr(e, "ilvl"), ""
			case "numFmt":
				format = v
			case "lvlText":
				if len(d.lists.prints) < maxLists {
					d.lists.prints[levelKey(of, id, level)] = format != "bullet" && format != "none" && strings.ContainsAny(v, "%0123456789")
				}
			case "numStyleLink":
				if len(d.lists.prints) < maxLists {
					d.lists.prints[levelKey(of, id, anyLevel)] = true
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
