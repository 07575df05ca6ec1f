package workbook

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/example"
)

// The first sheet of a workbook for several inputs names every one of them: read, unread, without a form, passed over.
func TestFirstSheetNamesEveryInput(t *testing.T) {
	docs := append(example.Documents(example.Shanghai(t)),
		fuhe.Document{Path: "old.doc", Unread: []fuhe.Unread{{Reason: "不能读取"}}},
		fuhe.Document{Path: "prose.pdf", WithoutForm: true},
		fuhe.Document{Path: "photo.png", PassedOver: "PNG 图片"})
	var out bytes.Buffer
	if err := Write(&out, docs, Options{Lang: fuhe.ZH}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, row := range rows {
		if len(row) > 2 {
			said[row[0]] = row[2]
		}
	}
	for path, want := range map[string]string{docs[0].Path: "", "old.doc": "不能读取", "prose.pdf": "不含自评表", "photo.png": "跳过：PNG 图片"} {
		if got, ok := said[path]; !ok || want != "" && got != want {
			t.Errorf("%s: %q, want %q in\n%q", path, got, want, rows)
		}
	}
}
