package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/score"
)

// What is no English in Chinese output: paths, sheets and places, commands, options and what they take, names of rules and
// profiles, keys of the JSON, hashes and what has its name everywhere; a text that was found beside the tables, too.
var noEnglish = regexp.MustCompile(`(, such as: |，如：).*|/\S*TestOutput[^\s，；、（）：“”]+|samples/[^\s，；、（）：“”]+|go\.mod|absent|fuhe-ocr|Sheet\d*|p\d+\.t\d+\S*|fuhe [a-z]+|\bfuhe\b|--[a-z-]+( (jsonl|json|always))?|/[a-z_]+/\d+(/[a-z_0-9]+)*` +
	`|[\pL\d_*-]*\.[a-z]{3,7}\b|"[^"]*"|\b[0-9a-f]{12}([0-9a-f]{52})?\b|[\w-]+(\|[\w-]+)+|^   (--\S+|-\w|值|, )+|(规则|评分规则) [a-z0-9-]+` +
	`|published/|workbooks/|版式(“[a-z0-9-]+”|为 [a-z0-9-]+)|可选 [a-z0-9, -]+|auto|native|pdfium|\d+_\d+zp|\d(GiB|MB)|SHA-256|FH-\d+|[A-Z]+_[A-Z]+|[a-z]+-[0-9a-z-]*\d[0-9a-z-]*|https?:\S*` +
	`|\b(JSON|JSONL|SARIF|PDF|PDFium|OFD|XLSX|XLS|ODS|DOCX|CSV|YAML|SVG|NUL|LANG|Excel|Word|WPS|OpenDocument|RTF|Parquet|Ctrl-C|DDE|WEBSERVICE|HTML|GBK|PyPI|pip download|rapidocr-onnxruntime|SIG[A-Z]+` +
	`|bash|zsh|fish|powershell|jsonl|journal.db|sheet-per-title|documents|forms|figures|findings|id|path|name|size|tables|diff|check|serve|report|batch|worker|rules|completion|help|version|` + strings.Join(score.Profiles(), "|") + `)\b`)

var englishWord = regexp.MustCompile(`[A-Za-z][A-Za-z-]{2,}`)

// narrowMarks are those of English between words of Chinese.
var narrowMarks = regexp.MustCompile(`\p{Han}( ?[,;:?!()] ?)\p{Han}`)

// hanText is what is Chinese in English output.
var hanText = regexp.MustCompile(`\p{Han}+`)

// wideMarks are those of Chinese, with what stands before them; quotation marks are of both languages.
var wideMarks = regexp.MustCompile(`.?[，。；：（）、〔〕　！？]`)

// inAnyLanguage is what English output names in Chinese: papers, what the files of a user have to be headed with, and titles of rules.
const inAnyLanguage = "财预〔2020〕10号 财预〔2021〕101号 审计取证单 问题清单 项目名称 被审计单位 审计事项 期间 索引号 编制人 复核人 来源 文件 公开网址 取得日期 绩效自评表 资金结余率 不高于 不得超过 最高 上限 上限为 不超过 分 " +
	"您现在的位置：首页 预决算公开 主办：县政府办公室　网站标识码：" // around the form of a web page

// printed is everything that stands on the samples, without spaces.
type printed string

// inEnglish is what of a text is in Chinese and stands on no sample.
func (p printed) inEnglish(text string) []string {
	return p.not(text, hanText, wideMarks)
}

// inChinese is what of a text is in English and stands on no sample.
func (p printed) inChinese(text string) []string {
	return p.not(text, englishWord, narrowMarks)
}

func (p printed) not(text string, kinds ...*regexp.Regexp) (odd []string) {
	text = noEnglish.ReplaceAllString(text, " ")
	for _, kind := range kinds {
		for _, s := range kind.FindAllString(text, -1) {
			if !strings.Contains(string(p), strings.Join(strings.Fields(s), "")) {
				odd = append(odd, s)
			}
		}
	}
	return odd
}

// saying is one text of an output, and where it stands in it.
type saying struct{ at, text string }

// TestOutputIsInTheLanguageAskedFor: all of samples through every command and every format of output, in Chinese without an
// English word and in English without a Chinese one, but for what is named or printed.
func TestOutputIsInTheLanguageAskedFor(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	p := whatIsPrinted(t)
	for lang, odd := range map[fuhe.Lang]func(string) []string{fuhe.ZH: p.inChinese, fuhe.EN: p.inEnglish} {
		seen := map[string]bool{}
		for _, o := range outputs(t.TempDir()) {
			if lang == fuhe.EN && o.args[0] == "rules" && len(o.args) > 1 && !strings.HasPrefix(o.args[1], "-") {
				continue // an explanation quotes what forms say, and its example is one: see the tests of the rule book
			}
			for _, s := range o.sayings(t, lang) {
				if seen[s.text] {
					continue
				}
				seen[s.text] = true
				if found := odd(s.text); len(found) > 0 {
					t.Errorf("%s %v: %s: %q in %q", lang, o.args, s.at, found, s.text)
				}
			}
		}
	}
}

// whatIsPrinted reads all samples.
func whatIsPrinted(t *testing.T) printed {
	t.Helper()
	page, err := os.ReadFile("samples/web-page/page.html")
	if err != nil {
		t.Fatal(err)
	}
	all := bytes.NewBufferString(inAnyLanguage + string(page))
	for _, command := range [][]string{{"tables", "--inferred"}, {"check"}} {
		var out, errs bytes.Buffer
		invoke(context.Background(), append(append([]string{"fuhe"}, command...), "--lang", "en", "--format", "json", "samples"), strings.NewReader(""), &out, &errs)
		var answer struct {
			Documents []struct{ Reports, Tables []map[string]any }
		}
		if err := json.Unmarshal(out.Bytes(), &answer); err != nil {
			t.Fatalf("%v: %s", err, errs.String())
		}
		for _, d := range answer.Documents {
			for _, r := range append(d.Reports, d.Tables...) {
				for _, ours := range []string{"findings", "figures", "profile"} {
					delete(r, ours)
				}
				everyText(r, func(_, text string) { all.WriteString(strings.Join(strings.Fields(text), "") + "\n") })
			}
		}
	}
	return printed(all.String())
}

// everyText hands over all texts of a JSON, each with the key it stands under.
func everyText(v any, each func(key, text string)) {
	switch v := v.(type) {
	case map[string]any:
		for key, x := range v {
			if text, ok := x.(string); ok {
				each(key, text)
			} else {
				everyText(x, func(below, text string) { each(cmp.Or(below, key), text) })
			}
		}
	case []any:
		for _, x := range v {
			if text, ok := x.(string); ok {
				each("", text)
			} else {
				everyText(x, each)
			}
		}
	}
}

// outputOf is what one invocation prints and writes; out is the file or folder that it writes, "" for none.
type outputOf struct {
	args []string
	out  string
}

// outputs are invocations of every command, in every format it has.
func outputs(folder string) (all []outputOf) {
	add := func(out string, args ...string) {
		if out != "" {
			out = filepath.Join(folder, fmt.Sprint(len(all))+out)
		}
		all = append(all, outputOf{args, out})
	}
	add(".txt", "check", "--causes", "--verbose", "samples")
	add(".xlsx", "check", "samples")
	add(".xlsx", "correct", "samples")
	add(".html", "report", "--pictures", "never", "samples")
	add(".xlsx", "tables", "--inferred", "--foot", "--page-column", "samples")
	some := []string{"samples/shanghai-2021", "samples/funds-do-not-add-up", "samples/landscape-double-rules", "samples/web-page", "samples/accounts/sheets.xlsx"}
	for _, suffix := range []string{".json", ".jsonl", ".csv", ".sarif"} {
		add(suffix, append([]string{"check", "--causes"}, some...)...)
	}
	add("", append([]string{"check", "--format", "concise"}, some...)...)
	add("", append([]string{"check", "--statistics"}, some...)...)
	add("", append([]string{"check", "--sample", "2", "--seed", "1"}, some...)...)
	add("", append([]string{"tables", "--inferred", "--foot"}, some...)...)
	add("", "check", "--verify", "samples/shanghai-2021")
	add(".pdf", "check", "samples/shanghai-2021/chromium.pdf")
	add(".docx", "check", "samples/shanghai-2021")
	add(".xlsx", "correct", "--evidence", "samples/shanghai-2021")
	add(".xlsx", append([]string{"convert"}, some...)...)
	for _, layout := range []string{"one-sheet", "sheet-per-title"} {
		add(".xlsx", "tables", "--foot", "--layout", layout, "--style", "--formulas", "samples/accounts/page.html", "samples/workbook-with-formulas", "samples/word-document")
	}
	for _, suffix := range []string{".csv", ".jsonl"} {
		add(suffix, "tables", "--inferred", "--foot", "samples/accounts/document.docx", "samples/shanghai-2021/chromium.pdf")
	}
	add(".svg", "tables", "samples/shanghai-2021/chromium.pdf")
	add(".batch", "batch", "--workbooks", "corrected", "samples/funds-do-not-add-up", "samples/web-page")
	add("", "rules")
	add("", "rules", "--profiles")
	for _, r := range score.Rules() {
		add("", "rules", r.ID)
	}
	add("", "version")
	add("", "help")
	for _, c := range []string{"check", "convert", "correct", "tables", "report", "serve", "batch", "worker", "diff", "rules", "completion", "help", "version"} {
		add("", "help", c)
	}
	for _, wrong := range wrongUses {
		add("", strings.Fields(wrong)...)
	}
	return all
}

// wrongUses are refused; samples are there, and absent is not.
var wrongUses = []string{
	"chek samples/web-page", "check", "check absent", "check --nope samples/web-page", "check --formt json samples/web-page", "check samples/web-page --format", "check --format yaml samples/web-page", "check --profile mars samples/web-page",
	"check --jobs 0 samples/web-page", "check --jobs many samples/web-page", "check --timeout 5 samples/web-page", "check --timeout -5s samples/web-page", "check --memory much samples/web-page", "check --shard 3/2 samples/web-page",
	"check --lang fr samples/web-page", "check --select Z9 samples/web-page", "check --exclude [ samples/web-page", "check -0 samples/web-page", "check --files-from absent", "check --password-file absent samples/web-page",
	"check --baseline absent samples/web-page", "check --rules absent samples/web-page", "check --aliases absent samples/web-page", "check --review absent/x samples/web-page", "check --paper absent samples/web-page", "check --sources absent samples/web-page",
	"check --annotate x.txt samples/shanghai-2021/chromium.pdf", "check --annotate x.pdf samples/web-page", "check --annotate x.pdf --format jsonl samples/web-page", "check -o x.docx samples/web-page", "check -o x samples/web-page",
	"check --sample 0 samples/web-page", "check --seed 3 samples/web-page", "check --sample 2 --format jsonl samples/web-page", "check --statistics --format json samples/web-page", "check --fail-on ever samples/web-page", "check --reader mine samples/web-page",
	"check --color red samples/web-page", "check --ocr --ocr-model absent samples/web-page", "samples", "convert samples/web-page", "convert samples/web-page -o x.pdf", "correct samples/web-page -o x.csv", "report samples/web-page", "report samples/web-page -o x.pdf",
	"report --pictures some samples/web-page -o x.html", "tables -o x.pdf samples/web-page", "tables --pages x samples/web-page", "tables --pages 3-1 samples/web-page", "tables --table 0 samples/web-page", "tables --layout odd -o x.xlsx samples/web-page",
	"tables --style samples/web-page", "tables --debug x.png samples/web-page", "tables --debug x.svg samples/web-page", "tables --debug x.svg -o x.xlsx samples/shanghai-2021/chromium.pdf", "batch samples/web-page", "batch --recheck samples/web-page -o x",
	"batch --max-docs -1 samples/web-page -o x", "worker samples/web-page", "worker --max-docs -1", "diff samples/web-page", "diff absent absent", "diff go.mod go.mod", "rules F999", "rules F102 F103", "completion", "completion tcsh",
	"help chek", "serve --port 99999 samples/web-page", "serve --port x samples/web-page", "--nope", "check --by all samples/web-page", "check --by none --sample 2 samples/web-page",
}

// sayings are the texts of an output.
func (o outputOf) sayings(t *testing.T, lang fuhe.Lang) (all []saying) {
	t.Helper()
	args := append([]string{"fuhe", o.args[0], "--lang", string(lang)}, o.args[1:]...)
	if strings.HasPrefix(o.args[0], "-") || slices.Contains(o.args, "--lang") {
		args = append([]string{"fuhe", "--lang", string(lang)}, o.args...)
	}
	if o.out != "" {
		option := map[string]string{".pdf": "--annotate", ".docx": "--docx", ".svg": "--debug"}[filepath.Ext(o.out)]
		args = append(args, cmp.Or(option, "-o"), o.out)
	}
	var out bytes.Buffer
	status := 0
	if command := o.args[0]; command == "help" || command == "batch" { // the help of the library is in one language for a process, and a batch has children
		c := exec.Command(args[0], args[1:]...)
		c.Stdout, c.Stderr = &out, &out
		if err := c.Run(); err != nil && c.ProcessState == nil {
			t.Fatal(err)
		}
		status = c.ProcessState.ExitCode()
	} else {
		status = invoke(context.Background(), args, strings.NewReader(""), &out, &out)
	}
	if out.Len() == 0 && o.out == "" {
		t.Errorf("%v prints nothing", args)
	}
	if slices.Contains(wrongUses, strings.Join(o.args, " ")) && status != 2 && status != 3 {
		t.Errorf("%v ends with %d", args, status)
	}
	for i, line := range strings.Split(strings.ReplaceAll(out.String(), o.out, ""), "\n") {
		if line != "" && !(o.args[0] == "rules" && strings.HasPrefix(line, "|")) { // a form
			all = append(all, saying{fmt.Sprint("line ", i+1), line})
		}
	}
	if o.out == "" {
		return all
	}
	files := 0
	err := filepath.WalkDir(o.out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		raw, err := os.ReadFile(path)
		for _, s := range textsOfFile(t, filepath.Ext(path), raw) {
			all = append(all, saying{filepath.Base(path) + " " + s.at, s.text})
		}
		return err
	})
	if err != nil || files == 0 {
		t.Errorf("%v: %d files, %v", args, files, err)
	}
	return all
}
