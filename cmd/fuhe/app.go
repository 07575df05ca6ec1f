package main

import (
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/run"
	"fuhe/render/review"
	"fuhe/render/workbook"
)

// commands is the command line: it puts what was asked for into a console and has it done.
type commands struct {
	console.Console
	rulesFile string // of own rules that was found beside the inputs
	rows      bool   // worker: answers have their rows of tables
	isolates  bool   // odd files are read by a child process
	every     bool   // and all others, too
	apart     *apart // who has them read; nil for nobody
	review    *review.File
	drawn     *run.Pictures         // pages of what was read, for evidence; nil where none is asked for
	papers    *workbook.Papers      // what goes onto working papers
	words     map[cli.Flag][]string // that options take, where they take one of a few
}

// app is the command line.
func (s *commands) app() *cli.App {
	app := &cli.App{
		Name:            "fuhe",
		Version:         console.Version(),
		Usage:           s.Say("复核已公布的绩效自评表：重算、指出矛盾、导出表格", "recheck published performance self-evaluation forms (绩效自评表)"),
		UsageText:       "fuhe check FILE|FOLDER|ZIP|- …\nfuhe correct form.pdf -o corrected.xlsx",
		Description:     s.Say(descriptionZH, descriptionEN),
		Reader:          s.Stdin,
		Writer:          &remembering{to: s.Stdout},
		ErrWriter:       s.Stderr,
		Suggest:         true,
		HideHelpCommand: true,
		Flags:           append([]cli.Flag{cli.HelpFlag}, s.everywhere()...), // the library leaves help out where the command help is ours
		OnUsageError:    s.onUsageError,
		Action:          s.noCommand,
		ExitErrHandler:  func(*cli.Context, error) {}, // run decides the exit status
		Commands: []*cli.Command{
			s.checkCommand(),
			s.convertCommand(),
			s.correctCommand(),
			s.tablesCommand(),
			s.reportCommand(),
			s.serveCommand(),
			s.batchCommand(),
			s.workerCommand(),
			s.diffCommand(),
			s.rulesCommand(),
			s.completionCommand(),
			s.helpCommand(),
			s.versionCommand(),
		},
	}
	for _, c := range app.Commands {
		for _, f := range s.everywhere() {
			name := f.Names()[0]
			if !slices.ContainsFunc(c.Flags, func(has cli.Flag) bool { return isWord(has, name) }) {
				c.Flags = append(c.Flags, f)
			}
		}
	}
	return app
}

// isWord reports whether an option is one that takes a word, of this name. The library takes all names of an option apart to
// tell the first.
func isWord(f cli.Flag, name string) bool {
	word, ok := f.(*cli.StringFlag)
	return ok && word.Name == name
}

// everywhere are the options that every command takes, before its name or behind it; each takes a word.
func (s *commands) everywhere() []cli.Flag { return []cli.Flag{s.langFlag(), s.colorFlag()} }

// colorFlag is --color.
func (s *commands) colorFlag() cli.Flag {
	return s.choice(flagColor, console.DefaultColor, console.Colors(), "颜色；auto 只在终端上使用", "colour; auto uses it on a terminal only")
}

const descriptionZH = `读取 PDF、OFD、Excel、Word、WPS、OpenDocument、RTF、网页和文本形式的绩效自评表（压缩包、邮件里的也读），
逐项重算执行率、得分、合计，对照填报值指出不一致之处、算式和可能的原因；不联网，不改动输入文件。

退出码：0 全部读完，没有达到 --fail-on 的发现；1 有达到 --fail-on 的发现；2 用法错误；
3 有输入未能读取，或有输出未能写出；129、130、143 被中断（SIGHUP、SIGINT、SIGTERM），已完成的都完整写出。`

const descriptionEN = `Reads self-evaluation forms from PDF, OFD, Excel, Word, WPS, OpenDocument, RTF, web pages and text, in archives and mail,
too, recomputes rates, scores and totals, and says what does not add up, where, by which working and by what likely slip.
Works offline; inputs are never changed.

Exit status: 0 all read, nothing at or above --fail-on; 1 findings at or above --fail-on; 2 wrong usage;
3 some input could not be read, or an output could not be written; 129, 130, 143 interrupted (SIGHUP, SIGINT, SIGTERM): what was
finished is written whole.`

// Flag names shared by commands.
const (
	flagFormat       = "format"
	flagLang         = "lang"
	flagProfile      = "profile"
	flagJobs         = "jobs"
	flagFailOn       = "fail-on"
	flagPassword     = "password"
	flagPasswordFile = "password-file"
	flagDisarm       = "disarm"
	flagQuiet        = "quiet"
	flagVerbose      = "verbose"
	flagCauses       = "causes"
	flagForce        = "force"
	flagExclude      = "exclude"
	flagSelect       = "select"
	flagIgnore       = "ignore"
	flagStatistics   = "statistics"
	flagFilesFrom    = "files-from"
	flagNull         = "null"
	flagShard        = "shard"
	flagTimeout      = "timeout"
	flagMemory       = "memory"
	flagProfiles     = "profiles"
	flagOut          = "output"
	flagColor        = "color"
	flagReader       = "reader"
	flagVerify       = "verify"
	flagDebug        = "debug"
	flagRules        = "rules"
	flagBaseline     = "baseline"
	flagReview       = "review"
	flagNoBrowser    = "no-browser"
	flagPort         = "port"
	flagPictures     = "pictures"
	flagDocx         = "docx"
	flagAnnotate     = "annotate"
	flagPaper        = "paper"
	flagSources      = "sources"
	flagEvidence     = "evidence"
)

// sharedFlags are the options every reading command takes; failOn is from which severity its findings give status 1 where
// nothing is said.
func (s *commands) sharedFlags(failOn string) []cli.Flag {
	return append([]cli.Flag{
		s.langFlag(),
		&cli.StringFlag{Name: flagProfile, Value: console.DefaultProfile, Usage: s.Say("评分规则：auto 按表上所印判断，可选 "+profileList(), "rule profile: auto tells it from what the form prints, or one of "+profileList()), Action: s.checkProfile},
		&cli.IntFlag{Name: flagJobs, Aliases: []string{"j"}, Value: runtime.NumCPU(), Usage: s.Say("同时读取的文件数", "files read at the same time"), Action: s.checkJobs},
		s.failOnFlag(failOn),
		s.choice(flagReader, "auto", []string{"auto", "native", "pdfium"}, "PDF 读取器；auto 先用 native，有疑问的页改用 pdfium", "reader of PDF pages; auto takes native, and pdfium for the pages that one is not sure of"),
		&cli.StringFlag{Name: flagPassword, Usage: s.Say("加密文件的口令；也可用环境变量 FUHE_PASSWORD", "password of encrypted files; also taken from FUHE_PASSWORD")},
		&cli.StringFlag{Name: flagPasswordFile, TakesFile: true, Usage: s.Say("从文件第一行读取口令；- 为在终端上询问", "read the password from the first line of a file; - asks for it on the terminal")},
		&cli.BoolFlag{Name: flagQuiet, Aliases: []string{"q"}, Usage: s.Say("只打印发现", "print findings only")},
		&cli.StringFlag{Name: flagFilesFrom, TakesFile: true, Usage: s.Say("从文件中读取要处理的路径，每行一个；- 为标准输入", "read the paths from a file, one a line; - for standard input")},
		&cli.BoolFlag{Name: flagNull, Aliases: []string{"0"}, Usage: s.Say("--files-from 中的路径以 NUL 分隔", "paths of --files-from end with NUL")},
		&cli.StringFlag{Name: flagShard, Usage: s.Say("只处理输入的第 i 份，共 n 份：i/n", "do one of n parts of the inputs, each about an n-th: i/n"), Action: s.checkShard},
		&cli.DurationFlag{Name: flagTimeout, Usage: s.Say("每个文件的时限（处理器时间），如 30s", "time for one file, of the processor: 30s"), DefaultText: s.Say("60s；PDF 为 7s，每页另加 0.15s，至多 45s", "60s; a PDF 7s and 0.15s more for each page, 45s at most"), Action: s.checkTimeout},
		&cli.StringFlag{Name: flagMemory, Usage: s.Say("尽量少用的内存上限，如 1GiB", "memory to keep within as far as possible: 1GiB"), Action: s.limitMemory},
		&cli.StringSliceFlag{Name: flagExclude, Usage: s.Say("不读文件夹、压缩包中和 PDF 附件里符合该模式的文件或文件夹，可多次给出：草稿、*.bak、**/旧/*", "pass over files and folders of this pattern, in folders, in archives and attached to a PDF; may be given several times: draft, *.bak, **/old/*"), Action: s.checkExclude},
		&cli.BoolFlag{Name: flagVerbose, Usage: s.Say("逐一列出不含自评表的文件和跳过的文件", "list the files without a form and those passed over, too")},
	}, s.ocrFlags()...)
}

// langFlag is --lang.
func (s *commands) langFlag() cli.Flag {
	return s.choice(flagLang, string(s.Lang), console.Langs(), "说明文字的语言；默认取自 LC_ALL、LANG，未说明时为中文", "language of messages; default from LC_ALL, LANG, else Chinese")
}

// failOnFlag is --fail-on. It is error where findings are what was asked for, never where a file was, and was written.
func (s *commands) failOnFlag(value string) cli.Flag {
	return s.choice(flagFailOn, value, console.FailOns(), "达到该级别的发现使退出码为 1", "findings from this severity up give exit status 1")
}

// formatFlag is --format of the commands that print.
func (s *commands) formatFlag(formats ...string) cli.Flag {
	return s.choice(flagFormat, console.DefaultFormat, formats, "输出形式；jsonl 每个文件一行，读完即印", "output; jsonl prints one document a line as each is done")
}

// outFlag is -o of the commands that write files.
func (s *commands) outFlag() cli.Flag {
	return &cli.StringFlag{Name: flagOut, Aliases: []string{"o"}, TakesFile: true, Usage: s.Say("输出：.xlsx 为一个工作簿；其他为文件夹，每个输入一个工作簿", "output: .xlsx for one workbook, anything else is a folder with one workbook per input")}
}

// disarmFlag is --disarm.
func (s *commands) disarmFlag() cli.Flag {
	return &cli.BoolFlag{Name: flagDisarm, Usage: s.Say("解除原工作簿中的外部公式（DDE、WEBSERVICE 等），只留显示结果", "take formulas that reach outside (DDE, WEBSERVICE …) out of a corrected workbook; the results they showed stay")}
}

// causesFlag is --causes.
func (s *commands) causesFlag() cli.Flag {
	return &cli.BoolFlag{Name: flagCauses, Usage: s.Say("除最可能的成因外，把其他可能的成因也列出", "list further possible causes of a finding, not the likeliest one alone")}
}

// rulesFlag is --rules.
func (s *commands) rulesFlag() cli.Flag {
	return &cli.StringFlag{Name: flagRules, TakesFile: true, Usage: s.Say("自定规则文件（YAML）：停用规则、改级别、改评分参数、增加检查", "a file of your own rules (YAML): rules off, severities, numbers of a profile, further checks"), Action: s.loadRules}
}

// verifyFlag is --verify.
func (s *commands) verifyFlag() cli.Flag {
	return &cli.BoolFlag{Name: flagVerify, Usage: s.Say("每个 PDF 用两个读取器各读一遍，列出读法不同之处（退出码 3）", "read every PDF with both readers and report where they differ (exit status 3)")}
}

// debugFlag is --debug.
func (s *commands) debugFlag() cli.Flag {
	return &cli.StringFlag{Name: flagDebug, TakesFile: true, Usage: s.Say("把读到的线、字和单元格画成 SVG，每页一个：page.svg、page-2.svg …（仅限一个 PDF）", "draw the rules, glyphs and cells that were read as SVG, a file a page: page.svg, page-2.svg … (one PDF only)")}
}

// choice is an option that takes one of a few words.
func (s *commands) choice(name, value string, words []string, zh, en string) cli.Flag {
	all := strings.Join(words, "|")
	flag := &cli.StringFlag{Name: name, Value: value, Usage: all + ": " + s.Say(zh, en), Action: func(_ *cli.Context, got string) error {
		if slices.Contains(words, got) {
			return nil
		}
		return s.UsageErrorf("--%s 不能是 %q，应为 %s", "--%s cannot be %q; it takes %s", name, got, all)
	}}
	if s.words == nil {
		s.words = map[cli.Flag][]string{}
	}
	s.words[flag] = words
	return flag
}

// checkJobs refuses numbers of workers that make no sense.
func (s *commands) checkJobs(_ *cli.Context, n int) error {
	if n < 1 {
		return s.UsageErrorf("--jobs 至少为 1，不能是 %d", "--jobs takes a number from 1 up, not %d", n)
	}
	return nil
}
