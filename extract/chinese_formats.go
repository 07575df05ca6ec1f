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
	{"the archive holds no files", "压缩包里没有文件"}, {"the archive holds more than {} files", "压缩包里的文件超过 {} 个"},
	{"the archive changed while it was read", "读取期间压缩包被改动"}, {"more than {} MB unpacked — unpack the archive", "解压后超过 {} MB——请先解压"},
	{"{} MB unpacked, more than the {} MB fuhe reads inside an archive — unpack it", "解压后 {} MB，超过 fuhe 在压缩包内能读的 {} MB——请先解压"},
	{"a link inside the archive to something that is not in it — pack the file itself", "压缩包内的链接指向包外——请打包文件本身"},
	{"no file but a device or pipe, inside the archive", "压缩包内的设备或管道，不是文件"},
	{"volume of an archive, read with its first one", "分卷压缩包的后续卷，随第一卷读取"},
	{"a later volume of an archive whose first one is missing — put all of them into one folder", "分卷压缩包的后续卷，缺少第一卷——请把各卷放在同一文件夹"},
	{"the archive goes on in another volume — put all its volumes into one folder", "压缩包还有后续卷——请把各卷放在同一文件夹"},
	{"damaged mail: {}", "邮件损坏：{}"}, {"damaged RAR archive: {}", "RAR 压缩包损坏：{}"}, {"damaged 7-Zip archive: {}", "7-Zip 压缩包损坏：{}"}, {"damaged gzip archive: {}", "gzip 压缩包损坏：{}"},
	{"damaged tar archive: {}", "tar 归档损坏：{}"}, {"damaged bzip2 archive: {}", "bzip2 压缩包损坏：{}"}, {"mail", "邮件"},
	{"the mail has {} MB, more than the {} MB fuhe reads", "邮件有 {} MB，超过 fuhe 能读的 {} MB"},
	{"{} on page {}", "{}（第 {} 页）"},
}
