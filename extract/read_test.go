package extract

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/work"
)

// with are options that have another reader for text.
func with(read func(io.ReaderAt) (grid.Book, error)) Options {
	return Options{reader: func(fuhe.Format) reader {
		return func(_ context.Context, r io.ReaderAt, _ int64, _ Options) (grid.Book, error) { return read(r) }
	}}
}

func textInput(path string) Input {
	return Input{Path: path, Named: true, open: held([]byte(table))}
}

func TestPanicIsHeld(t *testing.T) {
	options := with(func(io.ReaderAt) (grid.Book, error) { panic("index out of range") })
	doc, passed := Read(context.Background(), textInput("a.txt"), options)
	if passed != nil || len(doc.Unread) != 1 || !strings.Contains(doc.Unread[0].Reason, "index out of range") || doc.SHA256 == "" {
		t.Errorf("%+v", doc)
	}
}

func TestDeadline(t *testing.T) {
	stop, began := make(chan struct{}), make(chan struct{})
	t.Cleanup(func() { close(stop) })
	options := with(func(io.ReaderAt) (grid.Book, error) {
		close(began)
		<-stop
		return grid.Book{}, nil
	})
	options.Limit = 20 * time.Millisecond
	doc, _ := Read(context.Background(), textInput("a.txt"), options)
	if len(doc.Unread) != 1 || !strings.Contains(doc.Unread[0].Reason, "given up after") {
		t.Errorf("%+v", doc)
	}
	<-began
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, textInput("a.txt"), options); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestGivenUpReaderEnds: a reader that loops over the file gets nothing of it any more once nobody waits.
func TestGivenUpReaderEnds(t *testing.T) {
	ended := make(chan error, 1)
	options := with(func(r io.ReaderAt) (grid.Book, error) {
		for {
			if _, err := r.ReadAt(make([]byte, 1), 0); err != nil {
				ended <- err
				return grid.Book{}, err
			}
		}
	})
	options.Limit = 20 * time.Millisecond
	_, _ = Read(context.Background(), textInput("a.txt"), options)
	if err := <-ended; !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the reader ended with %v", err)
	}
}

// TestOrder: documents come in the order of the inputs, whichever is read first, and each is finished before.
func TestOrder(t *testing.T) {
	options := with(func(r io.ReaderAt) (grid.Book, error) {
		var b [1]byte
		if _, err := r.ReadAt(b[:], 0); err != nil {
			return grid.Book{}, err
		}
		time.Sleep(time.Duration(b[0]%7) * time.Millisecond)
		return grid.Book{Pages: int(b[0])}, nil
	})
	var inputs []Input
	for i := range 90 {
		inputs = append(inputs, Input{Path: string(rune('a' + i)), Named: true, open: held([]byte{byte(' ' + i), '\n'})})
	}
	next := 0
	finish := func(d *fuhe.Document) { d.Format = "finished" }
	ReadAll(context.Background(), inputs, options, work.NewJobs(4), finish, func(i int, d fuhe.Document) {
		if i != next || d.Path != inputs[i].Path || d.Pages != ' '+i || d.Format != "finished" {
			t.Errorf("document %d is %+v, want number %d", i, d, next)
		}
		next++
	})
	if next != len(inputs) {
		t.Errorf("%d documents", next)
	}
}

// TestUnsureGridIsSaid: a table whose text cannot be relied on is named.
func TestUnsureGridIsSaid(t *testing.T) {
	options := with(func(io.ReaderAt) (grid.Book, error) {
		return grid.Book{Grids: []grid.Grid{{Table: 1, Rows: 1, Cols: 1, Unsure: "characters lost"}}}, nil
	})
	options.Tables = true
	doc, _ := Read(context.Background(), textInput("a.txt"), options)
	if len(doc.Unread) != 1 || !strings.Contains(doc.Unread[0].Reason, "characters lost") || doc.Unread[0].At.Table != 1 {
		t.Errorf("%+v", doc.Unread)
	}
}

// TestHostileCorpus: every file ends in time with a document or a reason.
func TestHostileCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../shared/corpus/hostile/*")
	if len(files) == 0 {
		t.Skip("the corpus is not at hand")
	}
	var inputs []string
	for _, f := range files {
		if !strings.HasSuffix(strings.ToLower(f), ".pdf") { // PDFs are tested where they are read
			inputs = append(inputs, f)
		}
	}
	reasons, docs, passed := answers(t, Walk(inputs, nil), Options{Limit: 10 * time.Second})
	if len(docs) != len(inputs) || passed != 0 {
		t.Errorf("%d documents, %d passed over, of %d", len(docs), passed, len(inputs))
	}
	for path, reason := range reasons {
		if strings.Contains(reason, "given up") || strings.Contains(reason, "please report") || reason == "" && len(docs[path].Reports) == 0 {
			t.Errorf("%s: %q", filepath.Base(path), reason)
		}
	}
}

// TestSeed: the seed form gives one report, whatever package form makes of it.
func TestSeed(t *testing.T) {
	const path = "../../shared/seed/shanghai-2021.txt"
	if _, err := os.Stat(path); err != nil {
		t.Skip("the seed form is not at hand")
	}
	_, docs, _ := answers(t, Walk([]string{path}, nil), Options{})
	d := docs[path]
	if d.Format != fuhe.Text || len(d.Reports) != 1 || len(d.Unread) != 0 {
		t.Fatalf("%+v", d)
	}
	r := d.Reports[0]
	if r.Year != "2021" || len(r.Indicators) != 7 || r.Total.Score.Text != "87.16" || r.Funds[0].ExecutionRate.Text != "35.77%" {
		t.Errorf("year %q, %d indicators, total %q", r.Year, len(r.Indicators), r.Total.Score.Text)
	}
}
