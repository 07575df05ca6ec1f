package run_test

import (
	"context"
	"reflect"
	"testing"

	"fuhe"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
)

// What is found in a file does not depend on how many of its forms and accounts are judged at a time.
func TestSameFindingsWithAnyJobs(t *testing.T) {
	judged := func(path string, jobs int) (docs []fuhe.Document, across []fuhe.Across) {
		o := run.Options{Paths: []string{path}, Jobs: jobs}
		_, err := run.New(o).Each(context.Background(), func(_ extract.Input, doc fuhe.Document) error {
			doc.Seconds = 0
			docs = append(docs, doc)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return docs, o.Together(docs)
	}
	findings := 0
	for _, path := range []string{"../../../samples/annex-of-five", "../../../samples/accounts/chromium-1.pdf", "../../../samples/accounts/sheets.xlsx"} {
		docs, across := judged(path, 1)
		for _, d := range docs {
			for _, r := range d.Reports {
				findings += len(r.Findings)
			}
		}
		for _, jobs := range []int{2, 5} {
			again, acrossAgain := judged(path, jobs)
			if !reflect.DeepEqual(again, docs) || !reflect.DeepEqual(acrossAgain, across) {
				t.Errorf("%s: with %d jobs other findings", path, jobs)
			}
		}
	}
	if findings == 0 {
		t.Error("nothing was found")
	}
}
