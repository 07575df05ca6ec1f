package extract

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestUncomputedFormulasAreNamed: also those that are no entry of a form.
func TestUncomputedFormulasAreNamed(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	ok(t, f.SetCellStr("Sheet1", "A1", "甲"))
	ok(t, f.SetCellInt("Sheet1", "B1", 2))
	ok(t, f.SetCellFormula("Sheet1", "C1", "B1*2"))
	ok(t, f.SetCellFormula("Sheet1", "A9", "PRODUCT(B1:ZZ20000)"))
	ok(t, f.SetCellFormula("Sheet1", "B9", "NOW()"))
	var b bytes.Buffer
	ok(t, f.Write(&b))
	doc, _ := Read(context.Background(), Input{Path: "a.xlsx", Named: true, open: held(b.Bytes())}, Options{})
	if len(doc.Unread) != 1 || doc.Unread[0].At.Ref != "A9" || !strings.Contains(doc.Unread[0].Reason, "cells") || !strings.Contains(doc.Unread[0].Reason, "and 1 more") {
		t.Errorf("%+v", doc.Unread)
	}
}
