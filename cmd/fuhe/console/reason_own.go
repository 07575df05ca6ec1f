package console

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// ownWords are messages of our own packages that are made in English, for each is also an error to programs. {} is a word, a number
// or a text in quotes.
var ownWords = [][2]string{
	// of files
	{"no file to write named", "没有给出要写的文件"},
	{"write {}: it is no regular file", "{} 写不出：不是普通文件"},
	{"a link leads out of the folder of the outputs", "有链接指向输出文件夹之外"},
	{"no name is free", "没有可用的文件名"},
	{"the file was changed since it was read", "文件在读取之后被改动过"},
	{"changed meanwhile", "其间已被改动"},
	{"too large for one file", "超过一个文件的限度"},
	{"read back what is compared", "读回用于比对的数据"},
	{"what is compared was damaged on the disk", "磁盘上用于比对的数据已损坏"},
	// of batches and children
	{"another run has this journal open", "日志正由另一次运行使用"},
	{"the disk is full", "磁盘已满"},
	{"the journal is damaged", "日志已损坏"},
	{"the journal is of another version of fuhe (schema {}, not {}): choose another folder", "日志由另一版 fuhe 所写（格式 {}，应为 {}）：请换一个输出文件夹"},
	{"pack documents", "压缩结果"},
	{"pack {}: ", "压缩 {} 的结果："},
	{"unpack: ", "解压结果："},
	{"start a worker", "启动子进程"},
	{"the program that asked is gone", "发出请求的程序已不在"},
	{"its stored report could not be judged again", "日志中的结果未能重新复核"},
	// of options
	{"{} is no size", "{} 不是大小"},
	{"pages {}: no range from 1 up", "页码 {}：不是从 1 起的范围"},
	// of workbooks
	{"the table does not fit on a sheet", "表格超出一张工作表的限度"},
	{"{} rows, {} columns, or cells outside them", "{} 行，{} 列，或有单元格在此之外"},
	{"a cell outside its {} rows and {} columns", "有单元格在 {} 行、{} 列之外"},
	{"{} rows, {} columns", "{} 行，{} 列"},
	{"more than {} cells", "超过 {} 个单元格"},
	{"more than {} rows", "超过 {} 行"},
	{"no such sheet is open", "没有打开这张工作表"},
	{"a sheet is still open", "还有工作表没有写完"},
	{"sheet {}: ", "工作表 {}："},
	{"no writer of tables for {}", "不能写 {} 格式的表格"},
	{"unpacks to more than {} MB", "解压后超过 {} MB"},
	{"disarm {}: ", "停用 {} 的公式："},
	{"an element {} that ends without beginning", "元素 {} 有结束而没有开始"},
	{"style of a cell", "单元格样式"},
	{"open the workbook to correct", "打开要更正的工作簿"},
	{"protect the corrected workbook", "给更正后的工作簿加密"},
	{"the workbook has no sheet {}, from which a form was read", "工作簿中没有读到自评表的工作表 {}"},
	{"the workbook written has no sheet {}", "写出的工作簿中没有工作表 {}"},
	{"the workbook has no part {}", "工作簿中没有部件 {}"},
	{"the workbook unpacks to more than {} MB", "工作簿解压后超过 {} MB"},
	{"the password does not open it", "口令打不开它"},
	{"{} of {} formulas found", "找到的公式为 {} 个，应为 {} 个"},
	{"no workbook in the file", "文件中没有工作簿"},
	{"shared formula of {}: ", "{} 的共享公式："},
	{"there is no {}", "没有 {}"},
	{"no sheets are listed", "没有列出工作表"},
	{"correct /{}: ", "更正 /{}："},
	{"it is not made of figures of its table by the operations that are checked", "它不是由本表的数按可核对的运算算出的"},
	{"what it gives on the figures as shown is not what is shown", "按所示的数算出的结果与所示不符"},
	{"division by zero", "除数为 0"},
	{"Parquet: no codec {}", "Parquet：没有压缩方式 {}"},
	{"unknown option {}", "没有选项 {}"},
	{"no column holds a {}", "没有存放 {} 的列类型"},
	{"{} does not fit a {}", "{} 不能用于 {}"},
	// of the network
	{"address already in use", "已被其他程序占用"},
	{"permission denied", "没有权限"},
	{"connection refused", "连接被拒绝"},
	{"context deadline exceeded", "超过时限"},
	{"context canceled", "已取消"},
}

// ownPatterns are those messages compiled, the one that says most first.
var ownPatterns = sync.OnceValue(func() []parserWord {
	words := slices.SortedStableFunc(slices.Values(ownWords), func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	out := make([]parserWord, len(words))
	for i, w := range words {
		pattern, chinese, n := regexp.QuoteMeta(w[0]), w[1], 0
		for strings.Contains(pattern, `\{\}`) {
			n++
			pattern = strings.Replace(pattern, `\{\}`, `("[^"]*"|[^\s:，：]+)`, 1)
			chinese = strings.Replace(chinese, "{}", "${"+string(rune('0'+n))+"}", 1)
		}
		out[i] = parserWord{regexp.MustCompile(pattern), chinese}
	}
	return out
})
