package extract

import (
	"strings"

	"fuhe"
)

// sayInChinese puts what is said of a document into Chinese.
func sayInChinese(doc *fuhe.Document) {
	for i := range doc.Unread {
		u := &doc.Unread[i]
		if u.Worded != nil && u.Reason == u.Worded.EN {
			u.Reason = u.Worded.ZH
		} else {
			u.Reason = inChinese(u.Reason)
		}
	}
	for i := range doc.Tables {
		s := &doc.Tables[i].Setting
		s.Unsure = inChinese(s.Unsure)
	}
	doc.PassedOver = inChinese(doc.PassedOver)
}

// inChinese is a reason in Chinese. Readers give theirs in English, for each is also an error; what none of the wordings
// fits is taken apart at its dashes, semicolons and colons, and a part that nobody has translated stays as it is.
func inChinese(reason string) string { return translate(reason, 0) }

// deepest is how many wordings may stand in one another: a page in a file in a zip.
const deepest = 6

// beside joins what is said of several things, as of the fonts of a page; a longer list than mostBeside no reader gives.
var beside = [2]string{"; ", "；"}

const mostBeside = 64

// ofPDFium is what stands before the reason of the second reader of PDF, behind that of the first.
const ofPDFium = "; pdfium: "

func translate(text string, depth int) string {
	if text == "" || depth > deepest {
		return text
	}
	if native, pdfium, ok := strings.Cut(text, ofPDFium); ok { // two readers had their say, and no wording is of both
		return translate(native, depth+1) + "；pdfium：" + translate(pdfium, depth+1)
	}
	for _, w := range wordings() {
		found, ok := w.match(text)
		if !ok {
			continue
		}
		zh := w.chinese
		for _, part := range found {
			zh = strings.Replace(zh, "{}", translate(part, depth+1), 1)
		}
		return zh
	}
	for _, joint := range [][2]string{{" — ", "——"}, beside, {": ", "："}} {
		if left, right, ok := strings.Cut(text, joint[0]); ok {
			inside := depth + 1
			if joint == beside && strings.Count(text, joint[0]) <= mostBeside {
				inside = depth // the rest of a list stands beside its first entry
			}
			return translate(left, depth+1) + joint[1] + translate(right, inside)
		}
	}
	return text
}

// chinese are the wordings of this package and of the readers.
var chinese = [][2]string{
	{"not a document fuhe reads: {} — {}", "fuhe 不能读取的文件：{}——{}"},
	{"not a document fuhe reads: {}", "fuhe 不能读取的文件：{}"},
	{"empty file", "空文件"},
	{"only pages of a PDF are drawn", "只有 PDF 的页面有图像"},
	{"no picture of this size is drawn", "不绘制这样大小的图像"},
	{"no room for a picture of {} × {} pixels", "没有空间绘制 {} × {} 像素的图像"},
	{"encrypted — give its password with --password", "已加密——请用 --password 给出口令"},
	{"encrypted, and the password given does not open it — give the right one with --password", "已加密，所给口令不对——请用 --password 给出正确的口令"},
	{"encrypted: a password is needed, or the one given is wrong", "已加密：需要口令，或所给口令不对"},
	{"{} not read: {}", "{}未能读取：{}"},
	{"given up after {} — the file is damaged or far larger than a form", "{}内未读完，已放弃——文件损坏，或远大于一张自评表"},
	{"the reader failed on this file ({}) — please report it", "读取此文件时程序出错（{}）——请反馈"},
	{"{} of {} MB, larger than the {} MB fuhe reads — split it", "{}有 {} MB，超过 fuhe 能读的 {} MB——请拆分"},
	{"the title of a form stands here ({}), and no form that fuhe knows was found under it — please report its layout", "此处有自评表的标题（{}），其下未找到 fuhe 认识的表式——请反馈该表式"},
	{"named {}, but its content is text without a table: not the document that it should be — get it again", "文件名以 {} 结尾，内容却是没有表格的文本，不是应有的文档——请重新取得"},
	{"table not to be relied on: {}", "表格不可靠：{}"},
	{"the rest of a row that the page before begins may stand here, between other lines", "此页可能是上页一行的续写，但框线与上页不同，未予读取"},
	{"no such file or folder", "没有这个文件或文件夹"},
	{"no right to read it — change its permissions", "没有读取权限——请修改权限"},
	{"cannot be opened: {}", "打不开：{}"}, {"is a directory", "是一个文件夹"}, {"cannot be read: {}", "读不了：{}"}, {"folder: {}", "文件夹：{}"},
	{"the folder holds no files", "文件夹里没有文件"}, {"the zip holds no files", "压缩包里没有文件"},
	{"the zip holds {} files, more than the {} fuhe reads — unpack it", "压缩包里有 {} 个文件，超过 fuhe 能读的 {} 个——请先解压"},
	{"encrypted inside the zip — unpack it with its password first", "压缩包内已加密——请先用口令解压"},
	{"{} MB unpacked, more than the {} MB fuhe reads inside a zip — unpack it", "解压后 {} MB，超过 fuhe 在压缩包内能读的 {} MB——请先解压"},
	{"an archive inside an archive inside an archive is not opened — unpack it", "不打开三层嵌套的压缩包——请先解压"},
	{"more than {} files: this one and those after it are not read — check them in parts", "文件超过 {} 个：从这一个起不再读取——请分批复核"},
	{"more than {} MB come from a pipe — save them to a file", "管道输入超过 {} MB——请先存成文件"},
	{"folders are nested more than {} deep — check this one by itself", "文件夹嵌套超过 {} 层——请单独复核这一个"},
	{"packed with a method fuhe does not know ({}) — unpack it", "压缩方法 fuhe 不认识（{}）——请先解压"},
	{"damaged zip: {}", "压缩包损坏：{}"}, {"damaged zip or Office file: {}", "压缩包或 Office 文件损坏：{}"}, {"damaged zip container: {}", "压缩容器损坏：{}"},
	{"more than {} MB unpacked — unpack the zip", "解压后超过 {} MB——请先解压"},
	{"the zip unpacks to more than {} MB — unpack it", "压缩包解压后超过 {} MB——请先解压"},
	{"the file changed while it was read", "读取期间文件被改动"}, {"the zip changed while it was read", "读取期间压缩包被改动"},
	{"the zip or Office file is cut short: its directory is missing", "压缩包或 Office 文件不完整：缺少目录"},
	{"the zip or Office file is damaged: its directory is missing ({})", "压缩包或 Office 文件损坏：缺少目录（{}）"},
	{"the zip lists more files than fuhe reads", "压缩包所列文件超过 fuhe 能读的数目"},
	{"an Office file without a document inside — it is damaged: take the original again", "Office 文件中没有文档内容——已损坏，请重新取得原件"},
	{"the file is cut short", "文件不完整"}, {"the file is empty", "文件是空的"}, {"damaged OLE container", "OLE 容器损坏"},
	{"the file is cut short, or its OLE container damaged", "文件不完整，或 OLE 容器损坏"}, {"the workbook is cut short", "工作簿不完整"},
	{"the file unpacks to more than {} MB", "文件解压后超过 {} MB"}, {"the part {} is missing", "缺少部件 {}"}, {"the sheet {} is damaged", "工作表 {} 损坏"},
	{"the workbook lists no worksheet", "工作簿没有工作表"}, {"it is of Excel 95 or older — save it as .xlsx", "是 Excel 95 或更早的格式——请另存为 .xlsx"},
	{"it is encrypted in a way that fuhe does not undo — save it without a password, or as .xlsx", "所用加密方式 fuhe 不能解开——请去掉口令，或另存为 .xlsx"},
	{"damaged: no cross-reference table where the file says (truncated file?)", "损坏：所指之处没有交叉引用表（文件被截断？）"},
	{"damaged: objects that refer to each other in a circle", "损坏：对象循环引用"}, {"damaged: {}", "损坏：{}"}, {"damaged", "损坏"},
	{"the document does not open (PDFium error {})", "文档打不开（PDFium 错误 {}）"}, {"the document has no pages", "文档没有页"},
	{"not read in time ({})", "未能在时限内读完（{}）"}, {"reading took too long", "读取时间过长"}, {"no time is left for it", "已无剩余时间"},
	{"pages {} to {} not read within {}", "第 {} 至 {} 页未能在 {} 内读完"}, {"pages beyond the first {} were not read", "只读了前 {} 页"},
	{"scanned page, no text", "扫描页，没有文字"}, {"a scanned page with a text layer, not read", "带文字层的扫描页，不读取"}, {"page {}: {}", "第 {} 页：{}"}, {"page not read: {}", "页未读：{}"}, {"table {}: {}", "表 {}：{}"},
	{"a blank page in a damaged file ({}): its content may be lost", "损坏文件中的空白页（{}）：内容可能已丢失"},
	{"a blank page to {}, its content may be lost ({})", "在 {} 看来是空白页，内容可能已丢失（{}）"},
	{"form not read: {}", "自评表未读：{}"}, {"sheet not read: {}", "工作表未读：{}"}, {"table not read: {}", "表格未读：{}"}, {"no indicator", "没有指标"},
	{"the two readers differ: {}", "两个读取器读法不同：{}"}, {"the two readers differ in {} more places", "另有 {} 处两个读取器读法不同"},
	{"unknown character set {}", "不认识的字符集 {}"}, {"unknown character set — save the text as UTF-8", "不认识的字符集——请另存为 UTF-8"},
	{"an element of more than {} attributes", "一个标记的属性超过 {} 个"},
	{"tables that the page hides are not read", "网页隐藏的表格不读取"}, {"{} characters unknown", "{} 个字认不出"},
	{"PNG image", "PNG 图片"}, {"JPEG image", "JPEG 图片"}, {"GIF image", "GIF 图片"}, {"TIFF image", "TIFF 图片"}, {"WebP image", "WebP 图片"}, {"HEIC image", "HEIC 图片"}, {"icon image", "图标"},
	{"fuhe reads no pictures of forms; take the .pdf or .xlsx it was made from", "fuhe 不识别图片中的表；请用原来的 .pdf 或 .xlsx"},
	{"RAR archive", "RAR 压缩包"}, {"7-Zip archive", "7-Zip 压缩包"}, {"gzip archive", "gzip 压缩包"}, {"tar archive", "tar 归档"}, {"bzip2 archive", "bzip2 压缩包"}, {"xz archive", "xz 压缩包"},
	{"unpack it, or pack it as .zip", "请解压，或改用 .zip 打包"}, {"unpack it", "请先解压"},
	{"RTF document", "RTF 文档"}, {"OFD document", "OFD 文档"}, {"OpenDocument file", "OpenDocument 文件"}, {"Word document", "Word 文档"}, {"Excel workbook", "Excel 工作簿"},
	{"Word 97-2003 document", "Word 97-2003 文档"}, {"Excel 97-2003 workbook", "Excel 97-2003 工作簿"}, {"Office 97-2003 file", "Office 97-2003 文件"}, {"encrypted Office file", "加密的 Office 文件"},
	{"Word 2003 XML document", "Word 2003 XML 文档"}, {"Excel 2003 XML workbook", "Excel 2003 XML 工作簿"}, {"binary Excel workbook (.xlsb)", "二进制 Excel 工作簿（.xlsb）"},
	{"PowerPoint presentation", "PowerPoint 演示文稿"}, {"web archive (MHTML)", "网页归档（MHTML）"}, {"HTML page", "网页"}, {"XML file", "XML 文件"}, {"JSON file", "JSON 文件"}, {"text", "文本"},
	{"PostScript", "PostScript"}, {"SQLite database", "SQLite 数据库"}, {"program", "程序"}, {"audio or video", "音频或视频"}, {"file of unknown kind", "不认识的文件"},
	{"file that begins with nothing but zero bytes", "开头全是零字节的文件"}, {"encrypted {}", "加密的{}"},
	{"save it as {} or {}", "请另存为 {} 或 {}"}, {"save it as {}", "请另存为 {}"}, {"convert it to .pdf", "请转成 .pdf"}, {"take the original again", "请重新取得原件"},
	{"link to nowhere", "指向不存在之处的链接"}, {"pipe or device", "管道或设备"}, {"link back to a folder above it", "指回上层文件夹的链接"}, {"the output of this run", "本次运行的输出"}, {"written by fuhe", "fuhe 写出的结果"}, {"excluded", "按 --exclude 排除"},
	{"{} on page {}", "{}（第 {} 页）"}, // the widest of all stands last
}
