package native

import (
	"reflect"
	"strings"
	"testing"
)

// What a page leaves open, and how much is on it, changes nothing on the page that is drawn after it in the same room.
func TestRoomForAnotherPage(t *testing.T) {
	const usual = "BT /F 10 Tf 20 30 Td (88) Tj ET 2 w 10 90 m 110 90 l S 10 10 30 20 re f"
	pageOf := func(content string) *Document {
		return open(t, file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]/Resources<</Font<</F 4 0 R>>>>>>",
			"<</Type/Page/Contents 5 0 R>>", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", stream("", content)))
	}
	want, err := pageOf(usual).Page(t.Context(), 1)
	if err != nil || shownText(want) != "88" || len(want.Rules) != 1 || len(want.Shades) != 1 {
		t.Fatalf("%+v %v", want, err)
	}
	for name, before := range map[string]string{
		"open states":    strings.Repeat("q ", 9) + "/F 5 Tf 3 Tr 1 0 0 1 7 7 cm",
		"an open path":   "5 5 m 50 50 l 60 5 l W",
		"an open string": "BT /F 10 Tf 20 30 Td (88",
		"an open array":  "[(8) 3 [4",
		"arguments":      "1 2 3 4 5",
		"the same":       usual,
		"dark ground":    "0 0 200 100 re f",
		"many glyphs":    "BT /F 1 Tf " + strings.Repeat("3 0 Td (1234567890) Tj ", roomForPieces),
		"many rules":     strings.Repeat("0 0 m 9 0 l S ", roomForPieces+1),
	} {
		if _, err := pageOf(before).Page(t.Context(), 1); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := pageOf(usual).Page(t.Context(), 1); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("after %s: %+v %v", name, got, err)
		}
	}
}
