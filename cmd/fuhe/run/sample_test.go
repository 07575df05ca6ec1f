package run

import (
	"fmt"
	"slices"
	"testing"

	"fuhe"
)

func sampled(order []int, s Sample) (paths []string, out Sample) {
	var docs []fuhe.Document
	for _, n := range order {
		r := &fuhe.Report{Implementer: fuhe.NewCell(fmt.Sprint("单位", n%3), fuhe.Source{Table: 1, Ref: "A1"})}
		docs = append(docs, fuhe.Document{Path: fmt.Sprint(n), SHA256: fmt.Sprint(n), Reports: []*fuhe.Report{r}})
	}
	docs = append(docs, fuhe.Document{Path: "unread", Unread: []fuhe.Unread{{Reason: "damaged"}}})
	for _, d := range s.Of(docs) {
		paths = append(paths, d.Path)
	}
	slices.Sort(paths)
	return paths, s
}

// A sample is the same whatever the order of the inputs, another with another seed, and what was not read stays.
func TestSample(t *testing.T) {
	up, down := []int{}, []int{}
	for n := range 60 {
		up, down = append(up, n), append([]int{n}, down...)
	}
	a, s := sampled(up, Sample{Forms: 7, Seed: 1})
	b, _ := sampled(down, Sample{Forms: 7, Seed: 1})
	c, _ := sampled(up, Sample{Forms: 7, Seed: 2})
	if !slices.Equal(a, b) || slices.Equal(a, c) || len(a) != 8 || !slices.Contains(a, "unread") || s.Population != 60 || s.Chosen != 7 {
		t.Errorf("%v, %v, %v, %+v", a, b, c, s)
	}
	byUnit, s := sampled(up, Sample{Forms: 2, Seed: 1, By: "unit"})
	if len(byUnit) != 7 || s.Units != 3 || s.Chosen != 6 {
		t.Errorf("%v, %+v", byUnit, s)
	}
	if all, s := sampled(up, Sample{Forms: 100, Seed: 1}); len(all) != 61 || s.Chosen != 60 {
		t.Errorf("%v, %+v", all, s)
	}
}

// Forms are drawn by their departments, whoever carries the projects out.
func TestSampleByDepartment(t *testing.T) {
	var docs []fuhe.Document
	for n := range 4 {
		at := fuhe.Source{Table: 1, Ref: "A1"}
		r := &fuhe.Report{Department: fuhe.NewCell("教育局", at), Implementer: fuhe.NewCell(fmt.Sprint("学校", n), at)}
		docs = append(docs, fuhe.Document{Path: fmt.Sprint(n), SHA256: fmt.Sprint(n), Reports: []*fuhe.Report{r}})
	}
	s := Sample{Forms: 1, Seed: 1, By: "unit"}
	if got := s.Of(docs); len(got) != 1 || s.Units != 1 {
		t.Errorf("%d documents of %d units", len(got), s.Units)
	}
}
