package extract

// chineseOfLibraries are the wordings of what the libraries that unpack and parse say of damaged content.
var chineseOfLibraries = [][2]string{
	{"unexpected EOF", "内容不完整"}, {"EOF", "内容不完整"}, {"negative offset", "位置在文件之前"}, {"cannot allocate memory", "内存不足"}, {"input/output error", "磁盘读写出错"}, {"no space left on device", "磁盘已满"},
	{"zip: not a valid zip file", "不成 zip 压缩包"}, {"zip: checksum error", "校验和不符"}, {"zip: unsupported compression algorithm", "压缩方法不认识"}, {"zip: {}", "压缩包：{}"},
	{"flate: corrupt input before offset {}", "第 {} 字节前的压缩内容损坏"}, {"zlib: invalid checksum", "校验和不符"}, {"zlib: invalid header", "压缩内容的开头损坏"}, {"zlib: invalid dictionary", "压缩字典损坏"},
	{"gzip: invalid checksum", "校验和不符"}, {"gzip: invalid header", "压缩内容的开头损坏"}, {"bzip2 data invalid: {}", "压缩内容损坏"}, {"archive/tar: invalid tar header", "归档的开头损坏"}, {"archive/tar: {}", "归档损坏"},
	{"sevenzip: {}", "{}"}, {"error reading header id: {}", "开头的标识读不出：{}"}, {"unexpected id", "标识不合规"}, {"read error: {}", "读取出错：{}"}, {"error seeking: {}", "定位出错：{}"},
	{"lzma: {}", "压缩内容损坏"}, {"lzma2: {}", "压缩内容损坏"}, {"rardecode: {}", "压缩内容损坏"}, {"multipart: {}", "邮件各部分的分界损坏"}, {"mime: {}", "邮件头损坏"},
	{"illegal base64 data at input byte {}", "第 {} 字节处的 Base64 编码损坏"}, {"illegal ascii85 data at input byte {}", "第 {} 字节处的 ASCII85 编码损坏"}, {"quotedprintable: {}", "Quoted-Printable 编码损坏"},
	{"XML syntax error on line {}: {}", "第 {} 行的 XML 有误：{}"}, {"attribute name without = in element", "属性缺少等号"}, {"expected attribute name in element", "缺少属性名"}, {"unquoted or missing attribute value in element", "属性值缺失或没有引号"},
	{"unexpected end element {}", "多出结束标记 {}"}, {"element {} closed by {}", "标记 {} 以 {} 结束"}, {"invalid XML name: {}", "标记名 {} 不合规"}, {"invalid UTF-8", "含有不是文字的内容"}, {"illegal character code {}", "含有不合规的字符 {}"},
	{"invalid character entity {}", "字符实体 {} 不合规"}, {"unescaped < inside quoted string", "引号内有未转义的 <"}, {"expected /> in element", "标记没有结束"}, {"expected element name after <", "< 之后缺少标记名"}, {"invalid sequence {} not allowed in comments", "注释中有 {}"},
	{"unexpected keyword {} parsing object", "对象中有不合规的内容 {}"}, {"unexpected non-name key {} parsing dictionary", "字典的键 {} 不合规"}, {"loading {}: found {}", "对象 {} 的位置上是别的内容"},
	{"missing endobj after indirect object definition", "对象没有结束"}, {"stream keyword not followed by newline", "数据流的开头不合规"}, {"missing", "缺少"}, {"{} of {} characters", "{} 个字，共 {} 个"},
	{"wasm error: {}", "内部错误"}, {"page {} not read: {}", "第 {} 页未读：{}"},
	{"the file is damaged and encrypted: what is lost of it cannot be told", "文件已损坏且加密，丢失了什么无法得知"},
	{"encrypted in a way this reader does not know ({})", "加密方式此读取器不认识"},
	{"a formula without a stored result, which could not be computed — open the workbook in Excel or WPS and save it ({})", "公式没有存下结果，也未能计算——请在 Excel 或 WPS 中打开并保存一次（{}）"},
}
