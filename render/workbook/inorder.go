package workbook

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
)

// runOrder is the order in which the schema has the properties of a run of text; excelize writes another.
var runOrder = []string{"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "rFont", "family", "charset", "scheme"}

var (
	runProperties = lazily(`<rPr>(.*?)</rPr>`)
	runProperty   = lazily(`<(\w+)(?:\s[^>]*)?(?:/>|></\w+>)`)
)

// inOrder is a workbook file with the properties of all runs of text in the order of the schema: programs that hold files
// against it take any other order for damage. All else is copied as it is.
func inOrder(file []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, f := range in.File {
		if !strings.HasPrefix(f.Name, "xl/comments") && !strings.EqualFold(f.Name, "xl/sharedStrings.xml") {
			if err := zw.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		content, err := readPart(in, f.Name)
		if err != nil {
			return nil, err
		}
		w, err := zw.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(runProperties().ReplaceAllFunc(content, ordered)); err != nil {
			return nil, err
		}
	}
	if err := zw.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// ordered is the properties of one run in order; as they are when there is anything among them that is not known.
func ordered(properties []byte) []byte {
	inside := properties[len("<rPr>") : len(properties)-len("</rPr>")]
	found := runProperty().FindAllSubmatch(inside, -1)
	all := 0
	for _, m := range found {
		if all += len(m[0]); !slices.Contains(runOrder, string(m[1])) {
			return properties
		}
	}
	if all != len(inside) {
		return properties
	}
	slices.SortStableFunc(found, func(a, b [][]byte) int {
		return slices.Index(runOrder, string(a[1])) - slices.Index(runOrder, string(b[1]))
	})
	out := []byte("<rPr>")
	for _, m := range found {
		out = append(out, m[0]...)
	}
	return append(out, "</rPr>"...)
}
