package extract

// chineseOfFormats are the wordings of what is said of OFD, OpenDocument, RTF and Word 97-2003 files, of archives and mail.
var chineseOfFormats = [][2]string{
	{"encrypted in a way that fuhe cannot open: save it without encryption, or print it to a .pdf", "所用加密方式 fuhe 不能解开：请去掉加密后另存，或打印成 .pdf"},
	{"text drawn as outlines, which fuhe does not read: take the file it was made from", "文字画成了轮廓，fuhe 不能读取：请用生成它的原文件"},
	{"a figure that runs over the border of its column", "有数字跨过了所在列的边框"},
	{"drawing parameters are missing from the file", "文件缺少绘制参数"}, {"resources: {}", "资源：{}"},
	{"a template page that is not there", "缺少模板页"}, {"a template page: {}", "模板页：{}"}, {"notes: {}", "批注：{}"}, {"a picture: {}", "图片：{}"},
	{"an object whose place cannot be read", "有对象的位置读不出来"}, {"a note whose place cannot be read", "有批注的位置读不出来"},
	{"a composite object whose content is not there", "复合对象缺少内容"}, {"a path that cannot be read", "有路径读不出来"},
	{"a text without a size", "有文字没有字号"}, {"a text whose places cannot be read", "有文字的位置读不出来"},
	{"the page has no size", "页面没有尺寸"}, {"the package names no document", "文件包没有列出文档"}, {"document {} of the file: {}", "文件中的第 {} 个文档：{}"},
	{"documents beyond the first {} were not read", "只读了前 {} 个文档"},
	{"{} on page {}", "{}（第 {} 页）"},
}
