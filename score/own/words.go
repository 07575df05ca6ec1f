package own

import (
	"errors"
	"strings"

	"github.com/expr-lang/expr/file"

	"fuhe"
)

// reason is why an evaluation ended early.
func reason(err error) fuhe.Phrase {
	var ours refusal
	if errors.As(err, &ours) {
		return ours.Phrase
	}
	var at *file.Error
	if errors.As(err, &at) {
		return inWords(at.Message)
	}
	return inWords(err.Error())
}

// inWords is a message of the expression language in both languages: the Chinese for those that are met, in front of what
// they name; others follow in English.
func inWords(message string) fuhe.Phrase {
	message, _, _ = strings.Cut(message, "\n")
	for _, w := range []struct{ begins, zh string }{
		{"unknown name ", "没有名称 "}, {"unexpected token ", "此处不应有 "}, {"unknown operator ", "没有运算符 "},
		{"index out of range", "没有这一行"}, {"cannot fetch ", "没有这一项："}, {"unknown field ", "没有这一项："},
		{"memory budget exceeded", "占用的内存超过上限"}, {"compilation failed: expression exceeds maximum allowed nodes", "表达式过长"},
		{"not enough arguments to call ", "参数不足："}, {"too many arguments to call ", "参数过多："}, {"unclosed ", "括号没有闭合："},
		{"literal not terminated", "引号没有闭合"}, {"predicate should return boolean", "条件的结果应是真或假"},
	} {
		if rest, ok := strings.CutPrefix(message, w.begins); ok {
			if !strings.HasSuffix(w.zh, " ") && !strings.HasSuffix(w.zh, "：") {
				rest = ""
			}
			return fuhe.Phrase{ZH: w.zh + rest, EN: message}
		}
	}
	return fuhe.Phrase{ZH: "表达式有误：" + message, EN: message}
}
