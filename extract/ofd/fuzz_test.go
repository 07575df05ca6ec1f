package ofd

import (
	"context"
	"fuhe/extract/page/inferred"
	"testing"
)

// FuzzPage: whatever a page and its resources say, reading them ends.
func FuzzPage(f *testing.F) {
	f.Add(layer(rules, words(21, 27, "甲")), "")
	f.Add(layer(`<ofd:CompositeObject ResourceID="5"/>`), `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content><ofd:CompositeObject ResourceID="5"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`)
	f.Add(layer(`<ofd:TextObject Size="1e300" Boundary="0 0 1e300 1" CTM="1e300 1 1 1e300 0 0"><ofd:TextCode X="1" Y="1" DeltaX="g 9999 1e300">12</ofd:TextCode></ofd:TextObject>`), `<ofd:DrawParams><ofd:DrawParam ID="1" Relative="1"/></ofd:DrawParams>`)
	f.Fuzz(func(t *testing.T, content, resources string) {
		r := packed(t, of(content, resources))
		if _, err := Read(context.Background(), r, r.Size(), inferred.Wish{}); err != nil {
			t.Skip() // said
		}
	})
}

// FuzzFont: whatever the bytes of a font program are, looking into them ends.
func FuzzFont(f *testing.F) {
	f.Add(fontOf(map[rune]int{'3': 20, '5': 21}))
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0c\x00"))
	f.Fuzz(func(_ *testing.T, b []byte) { (&font{}).parse(b) })
}
