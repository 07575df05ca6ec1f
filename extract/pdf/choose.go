package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page/inferred"
)

// page reads a page, with the second reader where the first is in doubt, and says what to think of it.
func (r *reading) page(n int) outcome {
	a := r.first.page(n)
	a.doubt = a.doubts(r.options.Infer)
	asked := r.options.Reader == Native || r.options.Reader == PDFium
	if r.options.Reader == PDFium {
		a.page.Because = "asked for"
	}
	if !asked && a.doubt != "" || r.options.Verify {
		b := r.second.page(n)
		b.doubt = b.doubts(r.options.Infer)
		if r.options.Verify {
			r.verify(n, a, b)
		}
		if !asked && a.doubt != "" {
			a = r.better(a, b)
		}
	}
	repaired := r.repaired()
	if repaired != "" && a.page.Reader == string(Native) && a.page.Because == "" {
		a.page.Because = repaired
	}
	if a.doubt == "" && (a.page.Reader == string(PDFium) || repaired != "") {
		if a.doubt = r.broken(); a.doubt != "" {
			a.distrust()
		}
	}
	return a
}

// broken says why a file that had to be repaired cannot be relied on as a whole.
func (r *reading) broken() string {
	repaired := r.repaired() != ""
	if r.cut == "" && r.lookThrough != nil && (r.first.err != nil || repaired || r.options.Reader == PDFium) {
		r.cut = r.lookThrough(repaired || r.first.err != nil && strings.HasPrefix(r.first.err.Error(), "damaged"))
		r.lookThrough = nil
	}
	return r.cut
}

// repaired says what the first reader mended of a file it reads; "" when nothing had to be.
func (r *reading) repaired() string {
	if d, ok := r.first.document.(interface{ Repaired() string }); ok {
		return d.Repaired()
	}
	return ""
}

// doubts say why a page must be read by another reader; "" when nothing it is in doubt of can change what is found on
// it: characters it does not know that are neither in a table nor in a line of text beside one.
func (o *outcome) doubts(infer inferred.Wish) string {
	switch {
	case o.err != nil:
		return o.err.Error()
	case o.page.Incomplete || o.page.Damaged:
		return o.page.Unsure
	case o.page.Unsure == "":
		return ""
	}
	for i := range o.grids {
		if g := &o.grids[i]; g.Unsure != "" || unknownIn(g.Above) || unknownIn(g.Below) {
			return o.page.Unsure
		}
	}
	if infer.Concerns(o.page, o.grids) {
		return o.page.Unsure
	}
	return ""
}

func unknownIn(lines []fuhe.Line) bool {
	for _, l := range lines {
		if strings.ContainsRune(l.Text, '\uFFFD') {
			return true
		}
	}
	return false
}

// better is the reading to go on with when the first reader a is in doubt: that of b when it is sure, else the one with
// fewer tables in doubt, and what both say.
func (r *reading) better(a, b outcome) outcome {
	why := r.first.name + ": " + a.doubt
	if known, shown := a.known(), b.known(); a.err == nil && b.err == nil && b.doubt == "" && float64(shown) < knownShare*float64(known) {
		b.doubt = fmt.Sprintf("%d of %d characters", shown, known) // those of a damaged font are left out without a word
		b.distrust()
	}
	if b.doubt == "" && !a.page.Damaged {
		b.page.Because = why
		return b
	}
	both := why
	if b.doubt != "" {
		both += "; " + r.second.name + ": " + b.doubt
	}
	switch {
	case a.err != nil && b.err != nil:
		return outcome{err: fmt.Errorf("page not read: %s", both)}
	case b.err != nil:
		a.doubt, a.page.Because = both, r.second.name+": "+b.doubt
		return a
	case a.err == nil && !a.page.Incomplete && !b.page.Damaged && inDoubt(a.grids) <= inDoubt(b.grids):
		a.doubt = both
		a.page.Because = r.second.name + " is not sure either: " + b.doubt
		return a
	}
	b.doubt, b.page.Because = both, why
	if a.page.Damaged {
		b.distrust()
	}
	return b
}

// known is the number of characters of a page that are known and to be seen.
func (o *outcome) known() int {
	n := 0
	for _, g := range o.page.Glyphs {
		if strings.TrimSpace(g.Text) != "" {
			n++
		}
	}
	return n
}

// distrust makes all tables of a page unsure.
func (o *outcome) distrust() {
	for i := range o.grids {
		o.grids[i].Unsure = o.doubt
	}
}

func inDoubt(grids []grid.Grid) int {
	n := 0
	for _, g := range grids {
		if g.Unsure != "" {
			n++
		}
	}
	return n
}

// cutShort says that a file ends in the middle of something: what was in the rest, nobody knows. A file that merely
// lacks its end mark or its table of objects ends where an object does.
func cutShort(r io.ReaderAt, size int64) string {
	end := make([]byte, min(size, cutBytes))
	n, err := r.ReadAt(end, size-int64(len(end)))
	if n < len(end) {
		return fmt.Sprintf("the end of the file cannot be read: %v", err)
	}
	end = bytes.TrimRight(end, "\x00\t\n\f\r ")
	if bytes.Contains(end, []byte("startxref")) {
		return ""
	}
	for _, last := range []string{"%%EOF", "endobj", ">>"} {
		if bytes.HasSuffix(end, []byte(last)) {
			return ""
		}
	}
	return "the file is cut short"
}
