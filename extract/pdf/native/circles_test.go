package native

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
)

// withStream is a PDF whose cross-reference is a stream: its objects by number, those in streams of objects as
// "number: stream". An object numbered 0 is left out.
func withStream(trailer string, objects map[int]string, in map[int]int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	size := 0
	for id := range objects {
		size = max(size, id+1)
	}
	for id := range in {
		size = max(size, id+1)
	}
	rows := make([]byte, 0, 8*(size+1))
	row := func(kind byte, at int) {
		rows = append(rows, kind, byte(at>>24), byte(at>>16), byte(at>>8), byte(at), 0, 0)
	}
	for id := range size {
		stream, packed := in[id]
		text, there := objects[id]
		switch {
		case packed:
			row(2, stream)
		case there:
			row(1, b.Len())
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", id, text)
		default:
			row(0, 0)
		}
	}
	start := b.Len()
	row(1, start)
	fmt.Fprintf(&b, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root 1 0 R%s/Length %d>>\nstream\n%s\nendstream\nendobj\n", size, size+1, trailer, len(rows), rows)
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

// objectStream is a stream of objects, by their numbers in turn.
func objectStream(entries string, objects ...any) string {
	var head, body strings.Builder
	for i := 0; i < len(objects); i += 2 {
		fmt.Fprintf(&head, "%d %d ", objects[i], body.Len())
		fmt.Fprintf(&body, "%s ", objects[i+1])
	}
	if !strings.Contains(entries, "/Length") {
		entries += fmt.Sprintf("/Length %d", head.Len()+body.Len())
	}
	return fmt.Sprintf("<</Type/ObjStm/N %d/First %d%s>>\nstream\n%s%s\nendstream", len(objects)/2, head.Len(), entries, head.String(), body.String())
}

const (
	catalog = "<</Type/Catalog/Pages 2 0 R>>"
	pages   = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	leaf3   = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<<" + helvetica + ">>>>"
	text4   = "<</Length 33>>stream\nBT /F 10 Tf 20 30 Td (98.5) Tj ET\nendstream"
)

// with is a whole file's objects with more of them; an empty one is taken out.
func with(more map[int]string) map[int]string {
	out := map[int]string{1: catalog, 2: pages, 3: leaf3, 4: text4}
	for id, o := range more {
		if out[id] = o; o == "" {
			delete(out, id)
		}
	}
	return out
}

// circlesCases are the cases of TestCircles.
var circlesCases = []struct {
	name string
	file []byte
	want string // the text, or part of the error or doubt
}{
	{"all in order", withStream("", with(map[int]string{1: "", 5: objectStream("", 1, catalog)}), map[int]int{1: 5}), "98.5"},
	{"a stream of objects in itself", withStream("", with(map[int]string{1: ""}), map[int]int{1: 5, 5: 5}), "circle"},
	{"two in each other", withStream("", with(map[int]string{1: ""}), map[int]int{1: 5, 5: 6, 6: 5}), "circle"},
	{"content in such a one", withStream("", with(map[int]string{4: ""}), map[int]int{4: 5, 5: 5}), "circle"},
	{"its length in itself", withStream("", with(map[int]string{1: "", 5: objectStream("/Length 7 0 R", 1, catalog, 7, "60")}), map[int]int{1: 5, 7: 5}), "98.5"},
	{"its count in itself", withStream("", with(map[int]string{1: "", 5: strings.Replace(objectStream("", 1, catalog), "/N 1", "/N 7 0 R", 1)}), map[int]int{1: 5, 7: 5}), "does not say"},
	{"it extends itself", withStream("", with(map[int]string{1: "", 5: objectStream("/Extends 5 0 R", 7, "0")}), map[int]int{1: 5}), "not in the stream"},
	{"its filter in itself", withStream("", with(map[int]string{1: "", 5: objectStream("/Filter 7 0 R", 1, catalog)}), map[int]int{1: 5, 7: 5}), "98.5"},
	{"an object that is a reference to itself", withStream("", with(map[int]string{4: "4 0 R"}), nil), "circle"},
	{"a length that is its own stream", withStream("", with(map[int]string{4: strings.Replace(text4, "33", "4 0 R", 1)}), nil), "98.5"},
	{"a length that leads in circles", withStream("", with(map[int]string{4: strings.Replace(text4, "33", "6 0 R", 1), 6: "7 0 R", 7: "6 0 R"}), nil), ""},
	{"kids that are their parents", withStream("", with(map[int]string{3: "<</Type/Pages/Kids[2 0 R]/Count 1>>"}), nil), "bites its tail"},
	{"a form that draws itself", withStream("", with(map[int]string{3: strings.Replace(leaf3, helvetica, helvetica+"/XObject<</X 5 0 R>>", 1),
		4: stream("", "/X Do"), 5: stream("/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>", "/X Do")}), nil), "draw themselves"},
	{"a font below itself", withStream("", with(map[int]string{3: strings.Replace(leaf3, helvetica, "/Font<</F 5 0 R>>", 1),
		5: "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>"}), nil), ""},
	{"colours over themselves", withStream("", with(map[int]string{3: strings.Replace(leaf3, helvetica, helvetica+"/ColorSpace<</C 5 0 R>>", 1),
		4: stream("", "/C cs BT /F 10 Tf 20 30 Td (98.5) Tj ET"), 5: "[/Indexed 5 0 R 0 <00>]"}), nil), ""},
	{"a map of characters that uses itself", withStream("", with(map[int]string{3: strings.Replace(leaf3, helvetica, "/Font<</F 5 0 R>>", 1),
		5: "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/DescendantFonts[7 0 R]>>", 6: stream("/UseCMap 6 0 R", ""), 7: "<</Subtype/CIDFontType2>>"}), nil), ""},
	{"a million brackets", withStream("", with(map[int]string{4: strings.Repeat("[", 1_000_000)}), nil), "depth"},
	{"a million brackets in a stream of objects", withStream("", with(map[int]string{4: "", 5: objectStream("", 4, strings.Repeat("[", 1_000_000))}), map[int]int{4: 5}), "depth"},
	{"a bomb of brackets", withStream("", with(map[int]string{4: "", 5: bomb("4 0 ", 40<<20)}), map[int]int{4: 5}), "more than 8 MB"},
	{"an array of five million numbers", withStream("", with(map[int]string{4: "[" + strings.Repeat("0 ", 5_000_000) + "]"}), nil), "more than 8 MB"},
	{"a thousand filters", withStream("", with(map[int]string{4: stream("/Filter["+strings.Repeat("/FlateDecode ", 1000)+"]", "x")}), nil), "packed more than"},
	{"columns without end", withStream("", with(map[int]string{4: stream("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 99999999999>>", zipped([]byte("q")))}), nil), ""},
	{"a secret in circles", withStream("/Encrypt 6 0 R/ID[<00><00>]", with(map[int]string{6: "<</Filter/Standard/V 1/R 2/O 6 0 R/U 6 0 R/P 0>>"}), nil), ""},
	{"a secret in a stream of objects in itself", withStream("/Encrypt 6 0 R/ID[<00><00>]", with(nil), map[int]int{6: 5, 5: 5}), "circle"},
}

// TestCircles: files made to lead a reader in circles. What of them can be read is; the rest is an error; and the stack is
// never filled, which would end the process and every other file's reading with it.
func TestCircles(t *testing.T) {
	for _, c := range circlesCases {
		got := firstWords(c.file)
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %.200q, want %q", c.name, got, c.want)
		}
	}
}

// bomb is a stream of objects that unpacks to n brackets.
func bomb(head string, n int) string {
	content := zipped([]byte(head + strings.Repeat("[", n)))
	return fmt.Sprintf("<</Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(head), len(content), content)
}

// firstWords are the text of the first page, and what is wrong with it.
func firstWords(file []byte) string {
	d, err := Open(bytes.NewReader(file), int64(len(file)), Options{})
	if err != nil {
		return err.Error()
	}
	p, err := d.Page(context.Background(), 1)
	if err != nil {
		return err.Error()
	}
	return shownText(p) + p.Unsure
}

// TestHybrid: what a table calls free may stand in a section for those who can read that, too.
func TestHybrid(t *testing.T) {
	packed := withStream("", map[int]string{5: objectStream("", 1, catalog), 2: pages, 3: leaf3, 4: text4}, map[int]int{1: 5})
	section := bytes.LastIndex(packed, []byte("6 0 obj"))
	body := packed[:bytes.LastIndex(packed, []byte("startxref"))]
	table := len(body)
	both := append(bytes.Clone(body), fmt.Sprintf("xref\n0 6\n%strailer\n<</Size 6/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n",
		strings.Repeat("0000000000 65535 f \n", 6), section, table)...)
	if got := firstWords(both); got != "98.5" {
		t.Errorf("%q, want 98.5", got)
	}
}

// TestGivenUp: a page nobody waits for any more is not drawn to its end.
func TestGivenUp(t *testing.T) {
	b := sheet(helvetica, strings.Repeat("q Q ", maxOperators/2-1))
	d := open(t, b)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := d.Page(ctx, 1); err == nil || !strings.Contains(err.Error(), context.Canceled.Error()) {
		t.Errorf("error %v, want the context's", err)
	}
}

// TestFontsWithoutEnd: a page of fonts whose maps fill the memory is given up.
func TestFontsWithoutEnd(t *testing.T) {
	var m, fonts, shows strings.Builder
	for code := range 65536 {
		fmt.Fprintf(&m, "1 beginbfchar <%04X> <4E00> endbfchar ", code)
	}
	for i := range 20 {
		fmt.Fprintf(&fonts, "/F%d<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]/ToUnicode 5 0 R>>", i)
		fmt.Fprintf(&shows, "/F%d 9 Tf (ab) Tj ", i)
	}
	b := sheet("/Font<<"+fonts.String()+">>", "BT "+shows.String()+"ET", stream("", m.String()))
	if p := read(t, b); !strings.Contains(p.Unsure, "entries") {
		t.Errorf("unsure %q", p.Unsure)
	}
}
