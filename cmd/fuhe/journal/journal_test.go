package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fuhe"
)

// document is one with a bit of everything that JSON leaves out.
func document() fuhe.Document {
	at := fuhe.Source{Page: 1, Table: 2, Ref: "G4", Box: fuhe.Box{1, 2, 3, 4}}
	cell := fuhe.NewCell("35.77%", at)
	zero := fuhe.NewCell("0.00", at)
	doubt := fuhe.NewCell("l47663.64", at)
	doubt.Struck = true
	blank := fuhe.NewCell("", at)
	return fuhe.Document{Path: "a.pdf", SHA256: "ab", Format: fuhe.PDF, Pages: 2, Reports: []*fuhe.Report{{
		Form: "mof-2020", Title: "绩效自评表", Year: "2021", Project: blank,
		Funds:    []fuhe.Fund{{ExecutionRate: cell, Score: zero, Executed: doubt}},
		Sections: []fuhe.Section{{Name: cell, Weight: *cell.Number, Covers: fuhe.CoversBudget}},
		Total:    fuhe.Total{Score: zero}, HeaderTotal: &fuhe.Total{Score: cell},
		Lost: []fuhe.Lost{{Part: "/funds", At: at, Text: "3", Reason: &fuhe.Phrase{ZH: "甲", EN: "a"}, Needed: true}}, Headings: []fuhe.Cell{cell},
		Printed:  fuhe.Printed{Above: []fuhe.Line{{Text: "附件", At: at}}, Table: fuhe.Table{Rows: 1, Cols: 1, Cells: []fuhe.TableCell{{Text: "x", At: at}}}, Widths: []float64{1, 2}},
		Findings: []fuhe.Finding{{ID: "1", Rule: "F102", Severity: fuhe.Error, Cause: &fuhe.Cause{Kind: fuhe.RoundedUp, Text: "t"}}},
	}}}
}

// What is packed comes back whole, what JSON does not show included, and the words of one packer serve all its documents.
func TestPackedComesBack(t *testing.T) {
	p, err := NewPacker()
	if err != nil {
		t.Fatal(err)
	}
	u, err := NewUnpacker()
	if err != nil {
		t.Fatal(err)
	}
	defer u.Close()
	for range 3 {
		want := document()
		body, err := p.Pack(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := u.Unpack(p.Words(), body)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got.Reports[0], want.Reports[0])
		}
		for i := range body { // a torn or rotten one is an error, and costs nothing but itself
			if _, err := u.Unpack(p.Words(), body[:i]); err == nil {
				t.Fatalf("%d of %d bytes are taken", i, len(body))
			}
		}
	}
}

// Two packers describe documents alike: what one child wrote, the next one's reader opens.
func TestWordsAreTheSame(t *testing.T) {
	a, errA := NewPacker()
	b, errB := NewPacker()
	if errA != nil || errB != nil || !bytes.Equal(a.Words(), b.Words()) {
		t.Error("words differ", errA, errB)
	}
}

// What was committed is there for the next run, by content; a path is a line of the run.
func TestJournalKeeps(t *testing.T) {
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "out", "journal.db")
	j, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, path); !errors.Is(err, ErrBusy) {
		t.Errorf("opened twice: %v", err)
	}
	if err := j.Begin(ctx, "{}"); err != nil {
		t.Fatal(err)
	}
	c := Content{Key: "k", SHA256: "ab", Status: fuhe.StatusRead, Forms: 1, Made: Made{Version: "1", Scoring: "s"}, Words: []byte("w"), Body: []byte("b")}
	for i := range 2*perCommit + 3 {
		if err := j.Put(ctx, i, fmt.Sprintf("%d\xff", i), c); err != nil {
			t.Fatal(err)
		}
		c.Body = nil
	}
	if err := j.Abandon(); err != nil { // as a crash would: what was not committed is gone
		t.Fatal(err)
	}
	if j, err = Open(ctx, path); err != nil {
		t.Fatal(err)
	}
	got, ok, err := j.Find(ctx, "k")
	if err != nil || !ok || got.Made.Scoring != "s" || got.Forms != 1 {
		t.Errorf("%+v %v %v", got, ok, err)
	}
	if _, ok, err := j.Find(ctx, "other"); ok || err != nil {
		t.Error("found what is not there", err)
	}
	again(t, j, c)
}

// again is the run after that.
func again(t *testing.T, j *Journal, c Content) {
	ctx := t.Context()
	if err := j.Begin(ctx, "{}"); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		if err := j.Put(ctx, i, fmt.Sprintf("%d\xff", i), c); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Finish(ctx); err != nil {
		t.Fatal(err)
	}
	var paths []string
	if err := j.Each(ctx, func(p string, c Content) error { paths = append(paths, p+string(c.Body)); return nil }); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprintf("%q", paths) != `["0\xffb" "1\xffb" "2\xffb"]` {
		t.Errorf("%q", paths)
	}
	last, keys, err := j.LastPaths(ctx)
	if err != nil || len(last) != 3 || keys[0] != "k" {
		t.Errorf("%q %q %v", last, keys, err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

// A file that is no journal is not taken for one, and not overwritten.
func TestDamagedIsSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	content := bytes.Repeat([]byte("no database "), 1000)
	if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path); !errors.Is(err, ErrDamaged) {
		t.Errorf("%v", err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, content) {
		t.Error("the file was changed", err)
	}
}
