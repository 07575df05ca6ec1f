package main

import (
	"bytes"
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fuhe/score"
)

// What is no English in Chinese output: paths, sheets and places, commands and options, names of rules and profiles, units
// and what stands on the forms themselves.
var noEnglish = regexp.MustCompile(`samples/[^\s，；、（）：“”]+|Sheet\d*|p\d+\.t\d+\S*|^fuhe: |fuhe [a-z]+|--[a-z-]+|\.xlsx|[a-z0-9]+\.pdf` +
	`|(规则|评分规则) [a-z0-9-]+|版式“[a-z0-9-]+”|\d+_\d+zp|JSON`)

var englishWord = regexp.MustCompile(`[A-Za-z][A-Za-z-]{2,}`)

// All of samples, and the whole rule book, in Chinese without an English word.
func TestChineseOutputHasNoEnglish(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	runs := [][]string{{"check", "--verbose", "samples"}, {"check", "--verbose", "--format", "concise", "samples/shanghai-2021", "samples/web-page"}, {"check", "--statistics", "samples"},
		{"convert", "samples/clean-v1", "-o", filepath.Join(t.TempDir(), "out.xlsx")}, {"rules"}}
	for _, r := range score.Rules() {
		runs = append(runs, []string{"rules", r.ID})
	}
	for _, args := range runs {
		var out bytes.Buffer
		invoke(context.Background(), append([]string{"fuhe", args[0], "--lang", "zh"}, args[1:]...), strings.NewReader(""), &out, &out)
		if out.Len() == 0 {
			t.Errorf("%v prints nothing", args)
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if strings.HasPrefix(line, "已写出 ") {
				continue
			}
			if found := englishWord.FindAllString(noEnglish.ReplaceAllString(line, ""), -1); len(found) > 0 {
				t.Errorf("%v: %v in %s", args, found, line)
			}
		}
	}
}
