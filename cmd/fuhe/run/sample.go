package run

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"

	"fuhe"
)

// Sample says how many forms of a run are chosen for review. Which ones follows from the seed and from what the forms are, not
// from the order of the inputs nor from what else is among them: a sample can be drawn again and checked.
type Sample struct {
	Forms int    `json:"forms"` // how many; of each unit where By says so; 0 for all
	Seed  uint64 `json:"seed"`
	By    string `json:"by,omitempty"` // "unit"

	Population int `json:"population"` // forms they were chosen from
	Chosen     int `json:"chosen"`
	Units      int `json:"units,omitempty"` // chosen from, by unit
}

// drawn is a form with its lot: the smallest ones of a unit are chosen.
type drawn struct {
	doc, report int
	lot         uint64
}

// Of chooses: documents keep the chosen forms, and those that had forms and keep none are left out. What was not read, or holds no
// form, stays.
func (s *Sample) Of(docs []fuhe.Document) []fuhe.Document {
	units := map[string][]drawn{}
	for i := range docs {
		for k, r := range docs[i].Reports {
			unit := ""
			if s.By == "unit" {
				unit = r.Unit()
			}
			units[unit] = append(units[unit], drawn{i, k, s.lot(docs[i].SHA256, k)})
			s.Population++
		}
	}
	if s.By == "unit" {
		s.Units = len(units)
	}
	chosen := map[[2]int]bool{}
	for _, list := range units {
		slices.SortFunc(list, func(a, b drawn) int {
			return cmp.Or(cmp.Compare(a.lot, b.lot), cmp.Compare(a.doc, b.doc), cmp.Compare(a.report, b.report))
		})
		for _, x := range list[:min(s.Forms, len(list))] {
			chosen[[2]int{x.doc, x.report}] = true
		}
	}
	s.Chosen = len(chosen)
	var out []fuhe.Document
	for i := range docs {
		doc, had := docs[i], len(docs[i].Reports) > 0
		doc.Reports = []*fuhe.Report{}
		for k, r := range docs[i].Reports {
			if chosen[[2]int{i, k}] {
				doc.Reports = append(doc.Reports, r)
			}
		}
		if !had || len(doc.Reports) > 0 || len(doc.Unread) > 0 {
			out = append(out, doc)
		}
	}
	return out
}

// lot is the number that a form draws.
func (s *Sample) lot(sha string, report int) uint64 {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s %d", s.Seed, sha, report))
	return binary.BigEndian.Uint64(sum[:])
}
