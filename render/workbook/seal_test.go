package workbook

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/example"
)

// sealedBook is a workbook of fuhe, sealed, in a file.
func sealedBook(t *testing.T) string {
	t.Helper()
	var plain, out bytes.Buffer
	if err := Write(&plain, example.Documents(example.Shanghai(t)), Options{Lang: fuhe.ZH}); err != nil {
		t.Fatal(err)
	}
	if err := Seal(&out, plain.Bytes(), "0.1.0"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// What fuhe wrote is known as its own until anybody changes a cell; properties of the user's own are kept beside.
func TestSealHoldsUntilACellIsChanged(t *testing.T) {
	path := sealedBook(t)
	if !Unchanged(path) {
		t.Fatal("the seal does not hold")
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	properties, err := f.GetCustomProps()
	if err != nil || len(properties) != 2 || properties[1].Value != "0.1.0" {
		t.Errorf("%v, %v", properties, err)
	}
	sheet := f.GetSheetList()[0]
	if err := f.SetCellStr(sheet, "A1", "改过"); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if Unchanged(path) {
		t.Error("a changed workbook is taken for fuhe's own")
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := Seal(&again, raw, "0.2.0"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, again.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	if !Unchanged(path) {
		t.Error("a workbook that had a seal cannot be sealed again")
	}
	var once bytes.Buffer
	if err := Seal(&once, again.Bytes(), "0.2.0"); err != nil || !bytes.Equal(once.Bytes(), again.Bytes()) {
		t.Error("sealing twice changes something", err)
	}
}

// Properties of others stay, and what is no workbook is left as it is.
func TestSealLeavesOthersAlone(t *testing.T) {
	f := excelize.NewFile()
	if err := f.SetCustomProps(excelize.CustomProperty{Name: "文号", Value: "12"}); err != nil {
		t.Fatal(err)
	}
	var plain, out bytes.Buffer
	if err := f.Write(&plain); err != nil {
		t.Fatal(err)
	}
	if err := Seal(&out, plain.Bytes(), "0.1.0"); err != nil {
		t.Fatal(err)
	}
	g, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	if p, err := g.GetCustomProps(); err != nil || len(p) != 3 || p[0].Name != "文号" {
		t.Errorf("%v, %v", p, err)
	}
	var same strings.Builder
	if err := Seal(&same, []byte("encrypted"), "0.1.0"); err != nil || same.String() != "encrypted" {
		t.Errorf("%q, %v", same.String(), err)
	}
	if Unchanged(filepath.Join(t.TempDir(), "none.xlsx")) {
		t.Error("what is not there is fuhe's own")
	}
}

// A workbook of fuhe is known as such before it had seals, and when somebody changed it; another one is not.
func TestSealedWhoeverChangedIt(t *testing.T) {
	for _, c := range []struct {
		name, creator string
		property      string
		want          bool
	}{{"with the creator", "fuhe", "", true}, {"with a seal", "某人", sealName, true}, {"of somebody else", "某人", "文号", false}} {
		f := excelize.NewFile()
		if err := f.SetDocProps(&excelize.DocProperties{Creator: c.creator}); err != nil {
			t.Fatal(err)
		}
		if c.property != "" {
			if err := f.SetCustomProps(excelize.CustomProperty{Name: c.property, Value: "0"}); err != nil {
				t.Fatal(err)
			}
		}
		path := filepath.Join(t.TempDir(), "x.xlsx")
		if err := f.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		if Sealed(path) != c.want {
			t.Errorf("a workbook %s: %v", c.name, !c.want)
		}
	}
}
