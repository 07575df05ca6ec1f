package console

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"
	"testing"

	"fuhe"
)

// What a parser says of the types of this program is said in words, in both languages.
func TestReasonWithoutTypes(t *testing.T) {
	var into struct {
		Files []struct {
			Name    string `json:"name"`
			Content []byte `json:"content"`
		} `json:"files"`
	}
	for given, want := range map[string]fuhe.Phrase{
		`{"files":[{"name":7}]}`:         {ZH: "“files.name”的值类型不对", EN: `the value of "files.name" is of the wrong kind`},
		`{"files":[{"content":"?!?!"}]}`: {ZH: "内容不是 base64", EN: "its content is no base64"},
		`7`:                              {ZH: "值的类型不对", EN: "the value is of the wrong kind"},
		"a,b":                            {ZH: "不是合规的 JSON", EN: "its content is no valid JSON"},
	} {
		err := json.Unmarshal([]byte(given), &into)
		for _, lang := range []fuhe.Lang{fuhe.ZH, fuhe.EN} {
			if got := Reason(err, lang); got != want.In(lang) {
				t.Errorf("%s: %q, want %q", given, got, want.In(lang))
			}
		}
	}
}

// A message keeps the file and the line it is about.
func TestReasonOfJSON(t *testing.T) {
	for _, c := range []struct {
		err    error
		zh, en string
	}{
		{json.Unmarshal([]byte("hello"), new(int)), "b.json: 2: 不是合规的 JSON", "b.json: 2: its content is no valid JSON"},
		{io.ErrUnexpectedEOF, "b.json: 2: 内容不完整", "b.json: 2: it ends too early"},
	} {
		err := fmt.Errorf("b.json: 2: %w", c.err)
		if zh, en := Reason(err, fuhe.ZH), Reason(err, fuhe.EN); zh != c.zh || en != c.en {
			t.Errorf("%v: %q and %q, want %q and %q", err, zh, en, c.zh, c.en)
		}
	}
}

// What systems and parsers say in English is said in Chinese, with the file and the line it is about; in English it stays.
func TestReason(t *testing.T) {
	for want, err := range map[string]error{
		"a/x.xlsx 写不出：没有权限":              &fs.PathError{Op: "write", Path: "a/x.xlsx", Err: syscall.EACCES},
		"文件夹 a 建不出：路径中有一段不是文件夹":          &fs.PathError{Op: "mkdir", Path: "a", Err: syscall.ENOTDIR},
		"c.yaml: YAML：此处不应有冒号（缩进或引号有误？）": errors.New("c.yaml: yaml: mapping values are not allowed in this context"),
		"第 4 行：写法不合 YAML 的格式":            errors.New("yaml: line 4: found something that no list has"),
		"found files/a.yaml：没有权限":        &fs.PathError{Op: "open", Path: "found files/a.yaml", Err: fs.ErrPermission},
		"a 写不出：磁盘已满\n还有：b：是一个文件夹":        errors.Join(&fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC}, fmt.Errorf("还有：%w", &fs.PathError{Op: "read", Path: "b", Err: syscall.EISDIR})),
		"没有读到自评表":                        errors.New("没有读到自评表"),
	} {
		if got := Reason(err, fuhe.ZH); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if got := Reason(err, fuhe.EN); got != err.Error() {
			t.Errorf("in English: %q", got)
		}
	}
}
