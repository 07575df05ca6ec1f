package extract

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/lattice"
	"fuhe/extract/pdf/native"
	"fuhe/score"
)

// The benchmarks say where the time of a page goes, stage by stage, over the PDFs of the samples: median-ns/page is what
// a page of the file in the middle takes, worst-ns/page what one of the slowest does. BenchmarkFile is a whole file from
// its bytes to its findings.
//
//	go test -run '^$' -bench . -benchtime 20x ./extract

// sample is a PDF of the samples with what each stage makes of it.
type sample struct {
	name  string
	raw   []byte
	pages []page.Page
	grids []grid.Grid
}

func samples(b *testing.B) []sample {
	b.Helper()
	files, err := filepath.Glob("../samples/*/*.pdf")
	if err != nil || len(files) == 0 {
		b.Fatal("no samples:", err)
	}
	var all []sample
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		s := sample{name: filepath.Base(file), raw: raw}
		s.pages = readNative(b, s)
		s.grids = findTables(b, s)
		all = append(all, s)
	}
	return all
}

func readNative(b *testing.B, s sample) (pages []page.Page) {
	b.Helper()
	d, err := native.Open(bytes.NewReader(s.raw), int64(len(s.raw)), native.Options{})
	if err != nil {
		b.Fatal(s.name, err)
	}
	for n := 1; n <= d.Pages(); n++ {
		p, err := d.Page(context.Background(), n)
		if err != nil {
			b.Fatal(s.name, err)
		}
		pages = append(pages, p)
	}
	return pages
}

func findTables(b *testing.B, s sample) (grids []grid.Grid) {
	b.Helper()
	for _, p := range s.pages {
		found, err := lattice.Find(p)
		if err != nil {
			b.Fatal(s.name, err)
		}
		grids = append(grids, found...)
	}
	return grids
}

// measure runs a stage on every sample in turn. The least of the times of a sample counts: what a busy machine adds is
// no work of ours.
func measure(b *testing.B, stage func(b *testing.B, s sample)) {
	all := samples(b)
	least := make([]time.Duration, len(all))
	b.ReportAllocs()
	for b.Loop() {
		for i, s := range all {
			start := time.Now()
			stage(b, s)
			if took := time.Since(start); least[i] == 0 || took < least[i] {
				least[i] = took
			}
		}
	}
	perPage := make([]float64, len(all))
	slowest := 0
	for i, s := range all {
		perPage[i] = float64(least[i].Nanoseconds()) / float64(max(len(s.pages), 1))
		if perPage[i] > perPage[slowest] {
			slowest = i
		}
	}
	b.Log("slowest:", all[slowest].name)
	slices.Sort(perPage)
	b.ReportMetric(perPage[len(perPage)/2], "median-ns/page")
	b.ReportMetric(perPage[len(perPage)-1], "worst-ns/page")
}

func BenchmarkNative(b *testing.B)  { measure(b, func(b *testing.B, s sample) { readNative(b, s) }) }
func BenchmarkLattice(b *testing.B) { measure(b, func(b *testing.B, s sample) { findTables(b, s) }) }
func BenchmarkForm(b *testing.B)    { measure(b, func(_ *testing.B, s sample) { form.Read(s.grids) }) }

func BenchmarkScore(b *testing.B) {
	reports := map[string][]*fuhe.Report{}
	for _, s := range samples(b) {
		reports[s.name], _ = form.Read(s.grids)
	}
	measure(b, func(_ *testing.B, s sample) { judge(reports[s.name]) })
}

func BenchmarkFile(b *testing.B) {
	measure(b, func(_ *testing.B, s sample) {
		doc, _ := Read(context.Background(), Input{Path: s.name, Named: true, open: held(s.raw)}, Options{})
		judge(doc.Reports)
	})
}

func judge(reports []*fuhe.Report) {
	for _, r := range reports {
		score.Check(r, score.Options{Profile: "auto", Lang: fuhe.ZH})
	}
}
