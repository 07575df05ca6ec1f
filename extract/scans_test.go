package extract

import (
	"context"
	"os"
	"strings"
	"testing"

	"fuhe"
)

// scans is the recogniser of the model that the environment names, as .ci/run does.
func scans(t *testing.T) *Scans {
	t.Helper()
	place := os.Getenv("FUHE_OCR_MODEL")
	if place == "" {
		t.Skip("FUHE_OCR_MODEL names no recognition model: scans are not recognised in this run")
	}
	s, err := FindScans(place)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func readWith(t *testing.T, path string, o Options) fuhe.Document {
	t.Helper()
	o.Lang = fuhe.EN
	doc, err := Read(context.Background(), Walk([]string{path}, nil)[0], o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Without a recogniser a scan is unread, and the reason says that there is one.
func TestScanIsUnread(t *testing.T) {
	doc := readWith(t, "testdata/scans/shanghai-2021-page-1.pdf", Options{})
	if len(doc.Reports) != 0 || len(doc.Unread) != 1 || doc.Unread[0].Code != fuhe.Scanned || !strings.Contains(doc.Unread[0].Reason, "--ocr") {
		t.Errorf("reports %d, unread %v", len(doc.Reports), doc.Unread)
	}
}

// TestScanIsRecognised reads the first page of samples/shanghai-2021/chromium.pdf as a scan of 200 dots an inch that lies
// askew, and holds each entry against the same page read as text: a figure is right or in doubt.
func TestScanIsRecognised(t *testing.T) {
	scan := readWith(t, "testdata/scans/shanghai-2021-page-1.pdf", Options{Scans: scans(t)})
	text := readWith(t, "../samples/shanghai-2021/chromium.pdf", Options{})
	if len(scan.Reports) != 1 || len(text.Reports) != 1 {
		t.Fatalf("%d and %d reports, unread %v", len(scan.Reports), len(text.Reports), scan.Unread)
	}
	if !scan.Reports[0].Scanned || scan.Readers[0].Reader != "ocr" || !strings.Contains(scan.Readers[0].Because, "PP-OCRv4") {
		t.Errorf("scanned %v, readers %v", scan.Reports[0].Scanned, scan.Readers)
	}
	truth := map[fuhe.Field]*fuhe.Cell{}
	for _, e := range text.Reports[0].Entries() {
		truth[e.Field] = e.Cell
	}
	sure := 0
	for _, e := range scan.Reports[0].Entries() {
		want := truth[e.Field]
		switch {
		case e.Cell.Number == nil || want == nil:
		case want.Number == nil || e.Cell.Number.String() != want.Number.String():
			t.Errorf("%s: %q is taken for sure, on the page stands %q", e.Field, e.Cell.Text, want.Text)
		default:
			sure++
		}
	}
	if sure < leastSure {
		t.Errorf("%d figures are sure, of the page more than %d", sure, leastSure)
	}
}

// leastSure of the figures of that page are sure: floors only go up.
const leastSure = 25
