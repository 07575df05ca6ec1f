package lattice

import (
	"fmt"
	"reflect"
	"testing"

	"fuhe/extract/grid"
	"fuhe/extract/page/typeset"
)

// TestPagesLeaveNothingOnADesk reads pages of all kinds one after the other on one desk: each is read as on a new one, and
// what was told of the pages before stays as it was.
func TestPagesLeaveNothingOnADesk(t *testing.T) {
	full := a4().lattice([]float64{100, 200, 300, 400}, []float64{100, 130, 160, 190}).
		text(102, 112, "产出").text(202, 112, "1,234.50").turned(320, 105, 90, "效益").text(102, 142, "12 34").text(202, 140, "9.5").
		across(137, 202, 217).styled(220, 136, 6, 0, "1").text(100, 80, "项目支出绩效自评表").text(100, 220, "填表人")
	hanging := a4().across(100, 100, 300).down(100, 100, 700).down(200, 100, 700).down(300, 100, 700).text(102, 690, "建设").text(102, 712, "道路")
	plain := a4().text(100, 80, "没有表格")
	small := a4().lattice([]float64{100, 150}, []float64{100, 120, 140}).text(102, 112, "8")
	d := new(desk)
	var told []string
	var grids [][]grid.Grid
	for n, s := range []*sheet{full, small, hanging, plain, full, small, plain, hanging} {
		got, err := d.find(s.Page)
		d.clear()
		want, wantErr := new(desk).find(s.Page)
		if !reflect.DeepEqual(got, want) || err != nil || wantErr != nil {
			t.Errorf("page %d: %v %v\nwant %v %v", n, got, err, want, wantErr)
		}
		grids, told = append(grids, got), append(told, fmt.Sprintf("%+v", want))
	}
	for n, g := range grids {
		if got := fmt.Sprintf("%+v", g); got != told[n] {
			t.Errorf("page %d was told as %s\nand became %s", n, told[n], got)
		}
	}
	for _, g := range d.Readable(small.Page) {
		if g.Struck || g.Crossed || g.Sealed {
			t.Errorf("%q is marked as a glyph of a page before was", g.Text)
		}
	}
}

// TestADeskKeepsNoGlyphs: what lies on a desk holds on to the page it is of.
func TestADeskKeepsNoGlyphs(t *testing.T) {
	s := a4().lattice([]float64{100, 200, 300}, []float64{100, 130, 160}).text(102, 112, "产出").text(202, 112, "12")
	d := new(desk)
	if _, err := d.find(s.Page); err != nil {
		t.Fatal(err)
	}
	d.clear()
	for _, g := range d.glyphs.taken[:cap(d.glyphs.taken)] {
		if g != (typeset.Glyph{}) {
			t.Fatal("a glyph is left")
		}
	}
	for _, s := range d.spots.taken[:cap(d.spots.taken)] {
		if s != (spot{}) {
			t.Fatal("a spot is left")
		}
	}
	for _, c := range d.cells.taken[:cap(d.cells.taken)] {
		if !reflect.DeepEqual(c, cell{}) {
			t.Fatal("a cell is left")
		}
	}
}

// TestRoom: slices taken of a room are empty, stand beside each other and do not grow into one another.
func TestRoom(t *testing.T) {
	var r room[int]
	for range 3 {
		a, b := r.take(3), r.take(2)
		if !reflect.DeepEqual(a, []int{0, 0, 0}) || !reflect.DeepEqual(b, []int{0, 0}) {
			t.Fatalf("taken %v and %v", a, b)
		}
		b[0], b[1] = 1, 1
		if a = append(a, 2); b[0] != 1 {
			t.Fatalf("%v grew into %v", a, b)
		}
		r.clear()
	}
	r.take(mostKept + 1)
	if r.clear(); cap(r.taken) > 0 {
		t.Errorf("room for %d is kept", cap(r.taken))
	}
}
