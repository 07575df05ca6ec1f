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

// TestUncomputedFormulasInChinese: the doubt of a cell has no English in its Chinese wording but names.
func TestUncomputedFormulasInChinese(t *testing.T) {
	for formula, want := range map[string]string{
		"RAND()": "（函数 RAND 不计算）", "A1&A2": "（公式拼接文字，或引用了其他工作簿）", `IF(A1="",1,2)`: "（公式用到文字、错误值或没有结果的单元格）", "SUM(A1,": "（此类公式不计算）",
		"1-0.9-0.1": "（结果恰在舍入或比较的界线上）", "C1": "（循环引用）",
	} {
		f := excelize.NewFile()
		defer f.Close()
		ok(t, f.SetCellStr("Sheet1", "A1", "甲"))
		ok(t, f.SetCellFormula("Sheet1", "C1", formula))
		var b bytes.Buffer
		ok(t, f.Write(&b))
		doc, _ := Read(context.Background(), Input{Path: "a.xlsx", Named: true, open: held(b.Bytes())}, Options{Tables: true})
		found := false
		for _, table := range doc.Tables {
			for _, c := range table.Cells {
				found = found || c.Doubt != nil && strings.HasSuffix(c.Doubt.ZH, want)
			}
		}
		if !found {
			t.Errorf("%s: %+v, want %s", formula, doc.Tables, want)
		}
	}
}
