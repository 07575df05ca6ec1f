package extract

// chineseOfPages are the wordings of what is said of pages and of what a PDF holds beside them.
var chineseOfPages = [][2]string{
	{"attached file {} was not read: save it and give it by itself", "附件 {} 未读：请另存后单独复核"},
	{"{} more attached files were not opened: fuhe opens {} of one file — save them and give them by themselves", "另有 {} 个附件未打开（一个文件至多打开 {} 个）：请另存后单独复核"},
	{"attached file {}: {}", "附件 {}：{}"}, {"no such attached file", "没有这个附件"},
	{"attached files cannot be listed: {}", "附件列不出来：{}"}, {"attached files: {}", "附件：{}"},
	{"the form is an XFA form, which is drawn by Acrobat only: print it to a PDF or fill it in as a table", "此为 XFA 表单，只有 Acrobat 能显示：请打印成 PDF，或改填成表格"},
	{"what is named {} is drawn in two ways", "同记为 {} 的字形有两种画法，字符映射不可信"},
	{"two glyphs are named {} in one string", "同一串文字里有两个字形都记为 {}，字符映射不可信"},
	{"the columns of this table are printed on pages {} to {}, and a text is cut between them ({})", "此表的列分印在第 {} 至 {} 页，其间有文字被页边截断（{}）"},
	{"a form field or note without an appearance or a place", "表单域或批注没有外观，也没有位置"},
	{"text painted over and written anew", "文字被遮盖后重写"},
	{"a form field or note without an appearance", "表单域或批注没有外观"},
	{"{} characters lie between its rules and in no cell", "有 {} 个字在框线之间而不在任何单元格内"},
	{"{} characters without Unicode", "{} 个字没有对应字符"},
	{"text layer under a picture on page {}", "第 {} 页的文字层压在图片下面"},
}
