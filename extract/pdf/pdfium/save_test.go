package pdfium

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"fuhe/extract/work"
)

// refusing is a disk that is full from the first byte on.
type refusing struct{}

func (refusing) Write([]byte) (int, error) { return 0, errors.New("full") }

// What cannot be written is no document written, and the pages are read all the same; after that it is written whole, and
// opens.
func TestRewriting(t *testing.T) {
	whole := drawn("BT /F1 10 Tf 20 50 Td (A1) Tj ET", "")
	d, err := Open(context.Background(), bytes.NewReader(whole), int64(len(whole)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	write := func(w io.Writer) error {
		d.box.begin(context.Background())
		return d.box.rewrite(d.r, d.size, "", w)
	}
	if write(refusing{}) == nil {
		t.Error("written to a full disk")
	}
	if p, err := d.Page(context.Background(), 1); err != nil || letters(p) != "A1" {
		t.Errorf("read %q, %v", letters(p), err)
	}
	var copied bytes.Buffer
	if err := write(&copied); err != nil {
		t.Fatal(err)
	}
	if got := letters(firstPage(t, copied.Bytes())); got != "A1" {
		t.Errorf("the copy reads %q", got)
	}
}

// A document that is not opened in time leaves its place to the next.
func TestStartingTakesNoPlace(t *testing.T) {
	whole := drawn("BT /F1 10 Tf 20 50 Td (A1) Tj ET", "")
	for range sandboxes + 1 {
		ctx, cancel := work.WithLimit(context.Background(), time.Nanosecond, ErrTime)
		if _, err := Open(ctx, bytes.NewReader(whole), int64(len(whole)), Options{}); err == nil {
			t.Error("opened without time")
		}
		cancel()
	}
	if len(slots) != 0 {
		t.Errorf("%d places are held", len(slots))
	}
	if got := letters(firstPage(t, whole)); got != "A1" {
		t.Errorf("read %q", got)
	}
}
