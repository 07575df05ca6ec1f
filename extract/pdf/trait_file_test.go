package pdf_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// pdf is the PDF file a trait describes.
func (tr trait) pdf() ([]byte, error) {
	if text, ok := tr.section("base64"); ok {
		return base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	}
	w := &pdfWriter{objects: make(map[int][]byte), places: make(map[int]int), inside: make(map[int][2]int)}
	if err := tr.objects(w); err != nil {
		return nil, err
	}
	layout, ok := tr.section("file")
	if !ok {
		layout = "%PDF-1.7\n@objects\n@xref\ntrailer <</Size @size/Root 1 0 R>>\nstartxref\n@start\n%%EOF\n"
	}
	for _, line := range strings.SplitAfter(layout, "\n") {
		if err := w.line(line); err != nil {
			return nil, fmt.Errorf("%s: %w", strings.TrimSpace(line), err)
		}
	}
	return w.out.Bytes(), nil
}

// objects makes the objects: those that are given, and around them a catalog, a page tree, Helvetica as /F, and a page
// for each content.
func (tr trait) objects(w *pdfWriter) error {
	kids := ""
	resources, _ := tr.section("resources")
	if !strings.Contains(resources, "/Font") {
		resources += "/Font<</F 3 0 R>>"
	}
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = " " + strconv.Itoa(n)
		}
		content, ok := tr.section("content" + suffix)
		entries, page := tr.section("page" + suffix)
		if !ok && !page {
			break
		}
		if !strings.Contains(entries, "/MediaBox") {
			entries += "/MediaBox[0 0 300 200]"
		}
		if !strings.Contains(entries, "/Resources") {
			entries += "/Resources<<" + strings.TrimSpace(resources) + ">>"
		}
		if ok && !strings.Contains(entries, "/Contents") {
			entries += fmt.Sprintf("/Contents %d 0 R", 2*n+3)
		}
		kids += fmt.Sprintf("%d 0 R ", 2*n+2)
		w.objects[2*n+2] = []byte("<</Type/Page/Parent 2 0 R" + entries + ">>")
		var err error
		if w.objects[2*n+3], err = object("<<>>\nstream\n" + drawGrids(content)); err != nil {
			return err
		}
	}
	w.objects[1] = []byte("<</Type/Catalog/Pages 2 0 R>>")
	w.objects[2] = []byte("<</Type/Pages/Kids[" + kids + "]/Count " + strconv.Itoa(strings.Count(kids, "R")) + ">>")
	w.objects[3] = []byte("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	for _, f := range tr.Files {
		number, ok := strings.CutPrefix(f.Name, "object ")
		if !ok {
			continue
		}
		n, err := strconv.Atoi(number)
		if err != nil {
			return fmt.Errorf("section %q: %w", f.Name, err)
		}
		if w.objects[n], err = object(drawGrids(string(f.Data))); err != nil {
			return fmt.Errorf("object %d: %w", n, err)
		}
	}
	return nil
}

// object is an object as it stands in the file. A stream begins behind a line "stream", or "stream hex" when its bytes
// are written as such, and gets its Length, unless it says one.
func object(text string) ([]byte, error) {
	dictionary, content, isStream := strings.Cut(text, "\nstream")
	if !isStream {
		return []byte(strings.TrimSpace(text)), nil
	}
	packed, content, _ := strings.Cut(content, "\n")
	content = strings.TrimSuffix(content, "\n")
	if strings.TrimSpace(packed) == "hex" {
		b, err := hex.DecodeString(strings.Join(strings.Fields(content), ""))
		if err != nil {
			return nil, err
		}
		content = string(b)
	}
	dictionary = strings.TrimSuffix(strings.TrimSpace(dictionary), ">>")
	if !strings.Contains(dictionary, "/Length") {
		dictionary += fmt.Sprintf("/Length %d", len(content))
	}
	return []byte(dictionary + ">>\nstream\n" + content + "\nendstream"), nil
}

// drawGrids writes out lines like "%grid 20 110 200 x 20 60 100": stroked rules at these places along x and along y.
func drawGrids(content string) string {
	var b strings.Builder
	for _, line := range strings.SplitAfter(content, "\n") {
		b.WriteString(line)
		places, ok := strings.CutPrefix(strings.TrimSpace(line), "%grid ")
		if !ok {
			continue
		}
		across, down, _ := strings.Cut(places, " x ")
		xs, ys := strings.Fields(across), strings.Fields(down)
		for _, y := range ys {
			fmt.Fprintf(&b, "%s %s m %s %s l S\n", xs[0], y, xs[len(xs)-1], y)
		}
		for _, x := range xs {
			fmt.Fprintf(&b, "%s %s m %s %s l S\n", x, ys[0], x, ys[len(ys)-1])
		}
	}
	return b.String()
}

// pdfWriter writes a file line by line of its layout.
type pdfWriter struct {
	out     bytes.Buffer
	objects map[int][]byte
	places  map[int]int    // of the objects written
	inside  map[int][2]int // objects in an object stream: its number, and their place in it
	listed  []int          // objects already in a cross-reference
	starts  []int          // of the cross-references
	base    int            // of the header: places are counted from there
}

// line writes one line. What begins with @ is made: @base, places are counted from here; @objects, all of them or those
// named; @xref, a table of those not yet in one, its places wrong by a number if one is given; @objstm N of …, an object
// stream; @xrefstream N of … entries, a cross-reference stream. Inside other lines @size, @start and @previous stand for
// numbers.
func (w *pdfWriter) line(line string) error {
	words := strings.Fields(line)
	if len(words) == 0 || !slices.Contains([]string{"@base", "@objects", "@xref", "@objstm", "@xrefstream"}, words[0]) {
		w.out.WriteString(w.numbers(line))
		return nil
	}
	var args []int
	rest := ""
	for i, word := range words[1:] {
		n, err := strconv.Atoi(word)
		if err != nil {
			rest = strings.Join(words[1+i:], " ")
			break
		}
		args = append(args, n)
	}
	switch words[0] {
	case "@base":
		w.base = w.out.Len()
	case "@objects":
		w.writeObjects(args)
	case "@xref":
		w.xref(args)
	case "@objstm":
		return w.objectStream(args)
	case "@xrefstream":
		w.xrefStream(args, w.numbers(rest))
	}
	return nil
}

func (w *pdfWriter) here() int { return w.out.Len() - w.base }

func (w *pdfWriter) numbers(line string) string {
	start, previous := "0", "0"
	if n := len(w.starts); n > 0 {
		start = strconv.Itoa(w.starts[n-1])
		previous = strconv.Itoa(w.starts[max(0, n-2)])
	}
	size := 1
	for n := range w.objects {
		size = max(size, n+1)
	}
	return strings.NewReplacer("@size", strconv.Itoa(size), "@start", start, "@previous", previous, "@here", strconv.Itoa(w.here())).Replace(line)
}

func (w *pdfWriter) writeObjects(numbers []int) {
	if len(numbers) == 0 {
		for n := range w.objects {
			if _, done := w.places[n]; !done && w.inside[n] == [2]int{} {
				numbers = append(numbers, n)
			}
		}
		slices.Sort(numbers)
	}
	for _, n := range numbers {
		w.places[n] = w.here()
		fmt.Fprintf(&w.out, "%d 0 obj\n%s\nendobj\n", n, w.objects[n])
	}
}

// unlisted are the objects that are in no cross-reference yet.
func (w *pdfWriter) unlisted(packed bool) []int {
	var out []int
	for n := range w.places {
		if !slices.Contains(w.listed, n) {
			out = append(out, n)
		}
	}
	for n := range w.inside {
		if packed && !slices.Contains(w.listed, n) {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	w.listed = append(w.listed, out...)
	return out
}

func (w *pdfWriter) xref(args []int) {
	off := 0
	if len(args) > 0 {
		off = args[0]
	}
	w.starts = append(w.starts, w.here())
	w.out.WriteString("xref\n0 1\n0000000000 65535 f \n")
	for _, n := range w.unlisted(false) {
		fmt.Fprintf(&w.out, "%d 1\n%010d 00000 n \n", n, w.places[n]+off)
	}
}

// objectStream writes objects packed into one: its number comes first.
func (w *pdfWriter) objectStream(args []int) error {
	var head, body bytes.Buffer
	for i, n := range args[1:] {
		if bytes.Contains(w.objects[n], []byte("\nstream\n")) {
			return fmt.Errorf("object %d is a stream itself", n)
		}
		fmt.Fprintf(&head, "%d %d ", n, body.Len())
		fmt.Fprintf(&body, "%s\n", w.objects[n])
		w.inside[n] = [2]int{args[0], i}
	}
	text := fmt.Sprintf("<</Type/ObjStm/N %d/First %d>>\nstream\n%s%s", len(args)-1, head.Len(), head.Bytes(), body.Bytes())
	var err error
	w.objects[args[0]], err = object(text)
	w.writeObjects(args[:1])
	return err
}

// xrefStream writes a cross-reference stream: its number comes first, then those listed in it; without any, all that
// are in none yet.
func (w *pdfWriter) xrefStream(args []int, entries string) {
	number, listed := args[0], args
	w.objects[number] = nil // counts for the size
	w.starts = append(w.starts, w.here())
	w.places[number] = w.here()
	var index, rows bytes.Buffer
	if len(args) == 1 {
		listed = w.unlisted(true)
	} else {
		w.listed = append(w.listed, args...)
	}
	for _, n := range slices.Sorted(slices.Values(listed)) {
		fmt.Fprintf(&index, "%d 1 ", n)
		if at, packed := w.inside[n]; packed {
			rows.Write([]byte{2, byte(at[0] >> 8), byte(at[0]), byte(at[1])})
		} else {
			rows.Write([]byte{1, byte(w.places[n] >> 8), byte(w.places[n]), 0})
		}
	}
	fmt.Fprintf(&w.out, "%d 0 obj\n<</Type/XRef/W[1 2 1]/Index[%s]%s/Size %s/Length %d>>\nstream\n%s\nendstream\nendobj\n",
		number, strings.TrimSpace(index.String()), entries, w.numbers("@size"), rows.Len(), rows.Bytes())
}
