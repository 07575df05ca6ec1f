package extract

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"fuhe"
)

// Reasons are in Chinese where that is asked for, with what stands in them, and what nobody has translated is not lost.
func TestReasonsInChinese(t *testing.T) {
	for english, want := range map[string]string{
		"empty file": "空文件",
		"not a document fuhe reads: RAR archive — unpack it, or pack it as .zip":                                 "fuhe 不能读取的文件：RAR 压缩包——请解压，或改用 .zip 打包",
		"Excel workbook not read: damaged zip: zip: checksum error":                                              "Excel 工作簿未能读取：压缩包损坏：校验和不符",
		"Excel 97-2003 workbook of 600 MB, larger than the 512 MB fuhe reads — split it":                         "Excel 97-2003 工作簿有 600 MB，超过 fuhe 能读的 512 MB——请拆分",
		"pages 3 to 9 not read within 45s":                                                                       "第 3 至 9 页未能在 45s 内读完",
		"damaged: object 1 is not in the stream of objects 5; pdfium: not a PDF, or damaged beyond repair":       "损坏：对象 1 不在对象流 5 中；pdfium：不是 PDF，或损坏到无法修复",
		"page 3 not read: native: damaged: unexpected keyword \"obj\" parsing object; pdfium: page 3 is damaged": "第 3 页未读：native：损坏：对象中有不合规的内容 \"obj\"；pdfium：第 3 页损坏",
		"damaged zip or Office file: zip: not a valid zip file":                                                  "压缩包或 Office 文件损坏：不成 zip 压缩包",
		"table not to be relied on: font A: 29 characters without Unicode (its own encoding and no ToUnicode); font B: 411 characters without Unicode (its own encoding and no ToUnicode); " +
			"font C: 2 characters without Unicode (its own encoding and no ToUnicode); font D: 3 characters without Unicode (its own encoding and no ToUnicode); font E: 4 characters without Unicode (its own encoding and no ToUnicode); 84 characters without Unicode on page 6": "表格不可靠：" +
			"字体 A：29 个字没有对应字符（自定编码且没有 ToUnicode）；字体 B：411 个字没有对应字符（自定编码且没有 ToUnicode）；字体 C：2 个字没有对应字符（自定编码且没有 ToUnicode）；字体 D：3 个字没有对应字符（自定编码且没有 ToUnicode）；字体 E：4 个字没有对应字符（自定编码且没有 ToUnicode）；84 个字没有对应字符（第 6 页）",
		"something new: scanned page, no text":                                                   "something new：扫描页，没有文字",
		"encrypted Excel workbook not read: the file is cut short, or its OLE container damaged": "加密的Excel 工作簿未能读取：文件不完整，或 OLE 容器损坏",
	} {
		if got := inChinese(english); got != want {
			t.Errorf("%s\n%s\nwant %s", english, got, want)
		}
	}
}

// Every kind of file, and what to do with it, has its Chinese.
func TestKindsHaveChineseNames(t *testing.T) {
	for _, s := range signatures {
		for _, text := range []string{s.kind.name, s.kind.advice} {
			if text == "" || text == "PostScript" {
				continue
			}
			han := false
			for _, r := range inChinese(text) {
				han = han || unicode.Is(unicode.Han, r)
			}
			if !han {
				t.Errorf("%s has no Chinese", text)
			}
		}
	}
}

// The language of a reading is that of its reasons.
func TestLanguageOfReasons(t *testing.T) {
	for lang, want := range map[fuhe.Lang]string{fuhe.ZH: "空文件", fuhe.EN: "empty file", "": "empty file"} {
		doc, err := Read(context.Background(), Input{Path: "a.pdf", Named: true, open: held(nil)}, Options{Lang: lang})
		if err != nil || len(doc.Unread) != 1 || doc.Unread[0].Reason != want || doc.Unread[0].Code != fuhe.Empty {
			t.Errorf("%q: %+v, %v", lang, doc.Unread, err)
		}
	}
}

func TestReasonsOfPagesInChinese(t *testing.T) {
	for english, want := range map[string]string{
		`attached file "a.pdf" was not read: save it and give it by itself`:                                   `附件 "a.pdf" 未读：请另存后单独复核`,
		"form without rules not read: the texts under “三级指标” do not stand in the rows of the points":          "无框线的自评表未能读取：“三级指标”一栏的文字与分值的行对不上",
		"form without rules not read: between “分值” and “得分” a text reaches over it":                           "“分值”与“得分”两栏之间有文字跨越",
		"form not read: its rest on page 2: between the names of the funds and “预算数” a text reaches over it":  "自评表未读：第 2 页的续表：资金名称与“预算数”两栏之间有文字跨越",
		"table 1: native: font SimSun: what is named 8 is drawn in two ways":                                  "同记为 8 的字形有两种画法，字符映射不可信",
		"the columns of this table are printed on pages 1 to 4, and a text is cut between them (期）)":          "此表的列分印在第 1 至 4 页，其间有文字被页边截断（期））",
		"the form is an XFA form, which is drawn by Acrobat only: print it to a PDF or fill it in as a table": "此为 XFA 表单",
	} {
		if got := inChinese(english); !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", english, got, want)
		}
	}
}
