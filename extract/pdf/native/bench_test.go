package native_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fuhe/extract/pdf"
	"fuhe/extract/pdf/native"
)

// BenchmarkLimit says how much longer the reading of pages with their tables takes than what no reader can do without:
// unpacking their contents and cutting them into words. x-limit is the ratio over all files together, each taken at its
// least.
//
//	go test -run '^$' -bench Limit -benchtime 10x ./extract/pdf/native
func BenchmarkLimit(b *testing.B) {
	for name, pattern := range map[string]string{"forms": "../../../samples/*/*.pdf", "accounts": "../../../samples/accounts/*.pdf"} {
		b.Run(name, func(b *testing.B) { limit(b, pattern) })
	}
}

func limit(b *testing.B, pattern string) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		b.Fatal("no samples:", err)
	}
	contents := make([][]byte, len(files))
	for i, file := range files {
		if contents[i], err = os.ReadFile(file); err != nil {
			b.Fatal(err)
		}
	}
	lexed, read := make([]time.Duration, len(files)), make([]time.Duration, len(files))
	for b.Loop() {
		for i, raw := range contents {
			least(&lexed[i], func() {
				d, err := native.Open(bytes.NewReader(raw), int64(len(raw)), native.Options{})
				if err != nil {
					b.Fatal(files[i], err)
				}
				if _, err := d.LexContents(); err != nil {
					b.Fatal(files[i], err)
				}
			})
			least(&read[i], func() {
				if _, err := pdf.Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), pdf.Options{Reader: pdf.Native}); err != nil {
					b.Fatal(files[i], err)
				}
			})
		}
	}
	var limits, reads time.Duration
	for i := range files {
		limits += lexed[i]
		reads += read[i]
	}
	b.ReportMetric(float64(reads)/float64(limits), "x-limit")
	b.ReportMetric(float64(limits.Microseconds())/1000/float64(len(files)), "limit-ms/file")
}

// least keeps the least time that a step took.
func least(of *time.Duration, step func()) {
	start := time.Now()
	step()
	if took := time.Since(start); *of == 0 || took < *of {
		*of = took
	}
}
