package pdf_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fuhe/extract/pdf"
	"fuhe/extract/work"
)

// What is read of a file does not depend on how many pages of it are read at a time.
func TestPagesReadAhead(t *testing.T) {
	files, err := filepath.Glob("../../samples/accounts/*-1.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no accounts: %v", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read := func(jobs *work.Jobs) any {
			book, err := pdf.Read(context.Background(), bytes.NewReader(b), int64(len(b)), pdf.Options{Reader: pdf.Native, Jobs: jobs})
			if err != nil || len(book.Grids) == 0 {
				t.Fatalf("%s: %d tables, %v", file, len(book.Grids), err)
			}
			return book
		}
		want := read(nil)
		for _, n := range []int{1, 2, 5} {
			jobs := work.NewJobs(n)
			jobs.Take() // of whoever reads the file
			if got := read(jobs); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: with %d jobs another book", file, n)
			}
			jobs.Give()
			for range n { // all come back
				jobs.Take()
			}
		}
	}
}

// Whoever waits for a page of a file that nobody waits for any more gets an answer, and the jobs come back.
func TestReadAheadEnds(t *testing.T) {
	b, err := os.ReadFile("../../samples/accounts/libreoffice-1.pdf")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	jobs := work.NewJobs(3)
	file := cancelling{bytes.NewReader(b), cancel}
	if _, err := pdf.Read(ctx, file, int64(len(b)), pdf.Options{Reader: pdf.Native, Jobs: jobs}); err == nil {
		t.Error("no error")
	}
	for range 3 {
		jobs.Take()
	}
}

// cancelling is a file that nobody waits for any more as soon as it is read.
type cancelling struct {
	*bytes.Reader
	cancel context.CancelFunc
}

func (c cancelling) ReadAt(p []byte, at int64) (int, error) {
	c.cancel()
	return c.Reader.ReadAt(p, at)
}
