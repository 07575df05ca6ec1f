package extract

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"fuhe"
	"fuhe/extract/work"
)

// What is read of a file does not depend on how many of its tables are looked at at a time.
func TestSameAnswerWithAnyJobs(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../samples/accounts/*", "../samples/[d-h]*/*.pdf", "../samples/[n-w]*/*.xlsx"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	read := func(o Options, file string, jobs int) (doc fuhe.Document) {
		ReadAll(context.Background(), Walk([]string{file}, nil), o, work.NewJobs(jobs), nil, func(_ int, d fuhe.Document) { doc = d })
		doc.Seconds = 0
		return doc
	}
	accounts, reports := 0, 0
	for _, file := range files {
		for _, o := range []Options{{}, {Tables: true, Whole: true}} {
			want := read(o, file, 1)
			accounts, reports = accounts+len(want.Accounts), reports+len(want.Reports)
			for _, jobs := range []int{2, 5} {
				if got := read(o, file, jobs); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: with %d jobs another document", file, jobs)
				}
			}
		}
	}
	if accounts == 0 || reports == 0 {
		t.Errorf("%d accounts and %d forms looked at", accounts, reports)
	}
}
