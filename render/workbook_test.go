package render

import (
	"bytes"
	"os"
	"testing"

	"fuhe"

	"github.com/xuri/excelize/v2"
)

func workbook(t *testing.T, docs []fuhe.Document, o WorkbookOptions) (*excelize.File, []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := Workbook(&out, docs, o); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, out.Bytes()
}

// TestKeep writes the sample workbooks to the folder named, to be looked at with other programs.
func TestKeep(t *testing.T) {
	folder := os.Getenv("KEEP")
	if folder == "" {
		t.Skip("KEEP names no folder")
	}
	for name, o := range map[string]WorkbookOptions{
		"convert.xlsx": {}, "correct.xlsx": {Corrections: shanghaiCorrections}, "english.xlsx": {Lang: fuhe.EN, Corrections: shanghaiCorrections},
	} {
		_, content := workbook(t, documents(shanghai(t)), o)
		if err := os.WriteFile(folder+"/"+name, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, content := workbook(t, documents(shanghai(t), shanghai(t)), WorkbookOptions{Corrections: shanghaiCorrections})
	if err := os.WriteFile(folder+"/two.xlsx", content, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Text(os.Stdout, documents(shanghai(t)), TextOptions{}); err != nil {
		t.Fatal(err)
	}
}
