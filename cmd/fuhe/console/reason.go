package console

import (
	"archive/zip"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"

	"fuhe"
	"fuhe/extract"
)

// Reason is an error in a language. What we say is in it already; what the system and the parsers of files say is English,
// and is put into Chinese here.
func Reason(err error, lang fuhe.Lang) string {
	text := err.Error()
	if lang != fuhe.ZH {
		return withoutGo(err, text)
	}
	each(err, func(english, chinese string) {
		if english != "" {
			text = strings.Replace(text, english, chinese, 1)
		}
	})
	for _, w := range slices.Concat(parserWords(), ownPatterns()) {
		text = w.english.ReplaceAllString(text, w.chinese)
	}
	if englishWords().MatchString(text) { // a reason of a reader
		text = extract.Said(errors.New(text), lang)
	}
	return text
}

// englishWords are two words of English behind each other.
var englishWords = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[a-z]{2,}[ ,]+[a-z]{2,}`) })

// each says what the errors of libraries are called in an error and in those it joins.
func each(err error, say func(english, chinese string)) {
	ofFiles(err, say)
	ofParsers(err, say)
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		for _, one := range joined.Unwrap() {
			each(one, say)
		}
	}
}

// ofFiles are those of the system.
func ofFiles(err error, say func(english, chinese string)) {
	var at *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	var number syscall.Errno
	switch {
	case errors.As(err, &at) && at.Op == "mkdir":
		say(at.Error(), "文件夹 "+at.Path+" 建不出："+ofSystem(at.Err))
	case errors.As(err, &at) && at.Op == "write":
		say(at.Error(), at.Path+" 写不出："+ofSystem(at.Err))
	case errors.As(err, &at):
		say(at.Error(), at.Path+"："+ofSystem(at.Err))
	case errors.As(err, &link):
		say(link.Error(), link.New+"："+ofSystem(link.Err))
	case errors.As(err, &call):
		say(call.Error(), ofSystem(call.Err))
	case errors.As(err, &number):
		say(number.Error(), ofSystem(number))
	}
}

// withoutGo is a message without what a parser says of the types of this program and of where in the text it gave up.
func withoutGo(err error, text string) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	var coded base64.CorruptInputError
	switch {
	case errors.As(err, &syntax):
		return strings.Replace(text, syntax.Error(), "its content is no valid JSON", 1)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return strings.Replace(text, io.ErrUnexpectedEOF.Error(), "it ends too early", 1)
	case errors.As(err, &kind) && kind.Field == "":
		return strings.Replace(text, kind.Error(), "the value is of the wrong kind", 1)
	case errors.As(err, &kind):
		return strings.Replace(text, kind.Error(), fmt.Sprintf("the value of %q is of the wrong kind", kind.Field), 1)
	case errors.As(err, &coded):
		return strings.Replace(text, coded.Error(), "its content is no base64", 1)
	}
	return text
}

// ofParsers are those of the parsers of files.
func ofParsers(err error, say func(english, chinese string)) {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var line *csv.ParseError
	var coded base64.CorruptInputError
	switch {
	case errors.As(err, &syntax):
		say(syntax.Error(), "不是合规的 JSON")
	case errors.As(err, &kind) && kind.Field == "":
		say(kind.Error(), "值的类型不对")
	case errors.As(err, &kind):
		say(kind.Error(), fmt.Sprintf("“%s”的值类型不对", kind.Field))
	case errors.As(err, &coded):
		say(coded.Error(), "内容不是 base64")
	case errors.As(err, &line):
		say(line.Error(), fmt.Sprintf("第 %d 行不是合规的 CSV", line.Line))
	case errors.Is(err, io.ErrUnexpectedEOF):
		say(io.ErrUnexpectedEOF.Error(), "内容不完整")
	case errors.Is(err, zip.ErrFormat):
		say(zip.ErrFormat.Error(), "不是这种文件，或已损坏")
	}
}

// systemWord is an error of a system, and how it is said in Chinese.
type systemWord struct {
	is      error
	chinese string
}

// systemWords are what systems say of files.
var systemWords = []systemWord{
	{fs.ErrNotExist, "没有这个文件或文件夹"},
	{fs.ErrPermission, "没有权限"},
	{fs.ErrExist, "已经存在"},
	{syscall.EISDIR, "是一个文件夹"},
	{syscall.ENOTDIR, "路径中有一段不是文件夹"},
	{syscall.ENOSPC, "磁盘已满"},
	{syscall.EROFS, "只能读取，不能写入"},
	{syscall.ENAMETOOLONG, "名称过长"},
	{syscall.EBUSY, "正被其他程序使用"},
	{syscall.EIO, "磁盘读写出错"},
	{syscall.EINVAL, "名称不能用"},
	{syscall.EPIPE, "接收输出的程序已经结束"},
	{syscall.EFBIG, "文件超过系统允许的大小"},
	{syscall.EMFILE, "打开的文件过多"},
	{syscall.ELOOP, "链接循环"},
	{syscall.EDQUOT, "超过磁盘配额"},
}

// ofSystem is what a system says, in Chinese where it is known.
func ofSystem(err error) string {
	for _, w := range slices.Concat(systemWords, systemWordsHere) {
		if errors.Is(err, w.is) {
			return w.chinese
		}
	}
	return err.Error()
}

// parserWord is a message that is a text only, and how it is said in Chinese.
type parserWord struct {
	english *regexp.Regexp
	chinese string
}

// parserWords are the messages of the parsers of YAML and JSON, made when the first is needed.
var parserWords = sync.OnceValue(func() []parserWord {
	return []parserWord{
		{regexp.MustCompile(`(?:yaml: )?line (\d+): `), "第 $1 行："},
		{regexp.MustCompile(`(^|[ ：])yaml: `), "${1}YAML："},
		{regexp.MustCompile(`json: unknown field ("[^"]*")`), "没有条目 $1"},
		{regexp.MustCompile(`mapping values are not allowed in this context`), "此处不应有冒号（缩进或引号有误？）"},
		{regexp.MustCompile(`did not find expected (?:key|'-' indicator)`), "缩进与上文不一致"},
		{regexp.MustCompile(`did not find expected node content`), "括号之内缺少内容"},
		{regexp.MustCompile(`did not find expected ',' or '([\]}])'`), "缺少逗号或 $1"},
		{regexp.MustCompile(`could not find expected ':'`), "键的后面缺少冒号"},
		{regexp.MustCompile(`found character that cannot start any token`), "有不能用在此处的字符（制表符、@ 或反引号）"},
		{regexp.MustCompile(`found a tab character .*`), "缩进用了制表符，应改为空格"},
		{regexp.MustCompile(`found unexpected end of stream`), "引号没有成对"},
		{regexp.MustCompile(`block sequence entries are not allowed in this context`), "此处不应有“- ”开头的项"},
		{regexp.MustCompile(`control characters are not allowed|(?:invalid|incomplete) .*(?:UTF-8|UTF-16|Unicode).*`), "含有不是文字的内容"},
		{regexp.MustCompile(`(行：|YAML：|YAML 有误：)[a-z].*`), "${1}写法不合 YAML 的格式"},
	}
})
