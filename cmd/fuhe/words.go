package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/render"
)

// The command line library speaks English. Its help texts and its messages are put into the language asked for here.

// helpWords are the headings of its help texts.
var helpWords = strings.NewReplacer("NAME:", "名称：", "USAGE:", "用法：", "VERSION:", "版本：", "DESCRIPTION:", "说明：", "COMMANDS:", "命令：", "GLOBAL OPTIONS:", "选项：",
	"OPTIONS:", "选项：", "CATEGORY:", "类别：", "[global options]", "[选项]", "command [command options]", "命令 [选项]", "[command options]", "[选项]", "[arguments...]", "[参数…]")

// localize puts the help texts into a language. It sets what the library keeps for all command lines, so it is called once,
// before there is any.
func localize(lang fuhe.Lang) {
	say := func(zh, en string) string { return fuhe.Phrase{ZH: zh, EN: en}.In(lang) }
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: say("显示帮助", "show help"), DisableDefaultText: true}
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Usage: say("显示版本", "print the version"), DisableDefaultText: true}
	if lang != fuhe.ZH {
		return
	}
	cli.AppHelpTemplate = helpWords.Replace(cli.AppHelpTemplate)
	cli.CommandHelpTemplate = helpWords.Replace(strings.ReplaceAll(cli.CommandHelpTemplate, `{{template "usageTemplate" .}}`,
		`{{if .UsageText}}{{wrap .UsageText 3}}{{else}}{{.HelpName}}{{if .VisibleFlags}} [选项]{{end}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}{{end}}`))
	english := cli.FlagStringer
	cli.FlagStringer = func(f cli.Flag) string {
		return regexp.MustCompile(`\(default: (.*)\)`).ReplaceAllString(strings.ReplaceAll(english(f), " value", " 值"), "（默认 $1）")
	}
}

// flagMessages are what the library says of options, with the option and perhaps a value.
var flagMessages = []struct {
	english string
	phrase  fuhe.Phrase
}{
	{`^flag provided but not defined: -+(\S+)`, fuhe.Phrase{ZH: "没有选项 --%s", EN: "no option --%s"}},
	{`^flag needs an argument: -+(\S+)`, fuhe.Phrase{ZH: "选项 --%s 后面要给出值", EN: "option --%s needs a value"}},
	{`^bad flag syntax: (\S+)`, fuhe.Phrase{ZH: "%s 不是选项", EN: "%s is no option"}},
	{`^invalid (?:boolean )?value "(.*)" for (?:flag )?-+([^\s:]+)`, fuhe.Phrase{ZH: "值 %q 不能用于选项 --%s", EN: "%q is no value of option --%s"}},
}

// onUsageError turns what cli found wrong with the options into a usage error, with the option that was perhaps meant.
func (s *commands) onUsageError(c *cli.Context, err error, _ bool) error {
	message := err.Error()
	for i, m := range flagMessages {
		found := regexp.MustCompile(m.english).FindStringSubmatch(message)
		if found == nil {
			continue
		}
		args := make([]any, len(found)-1)
		for k, part := range found[1:] {
			args[k] = part
		}
		message = fmt.Sprintf(m.phrase.In(s.Lang), args...)
		switch {
		case i == 0 && c.Command != nil:
			message = s.noOption(c, found[1])
		case found[len(found)-1] == flagTimeout:
			message += s.Say("，应为时间，如 30s", "; it takes a time, as 30s")
		}
	}
	return console.UsageError{Message: message}
}

// noOption says that a command has not an option, and which was perhaps meant, or where all of them stand.
func (s *commands) noOption(c *cli.Context, given string) string {
	dashes := "--"
	if len(given) == 1 {
		dashes = "-"
	}
	said := fmt.Sprintf(s.Say("没有选项 %s%s", "no option %s%s"), dashes, given)
	var names []string
	for _, f := range c.Command.Flags {
		names = append(names, f.Names()[0])
	}
	switch meant := closest(given, names); {
	case meant != "" && len(given) > 1:
		return said + fmt.Sprintf(s.Say("；是否指 --%s？", "; did you mean --%s?"), meant)
	case c.Command.Name != "" && c.Command.Name != c.App.Name:
		return said + fmt.Sprintf(s.Say("；全部选项见 fuhe help %s", "; fuhe help %s lists those there are"), c.Command.Name)
	}
	return said
}

// noCommand is what runs when the first argument names no command.
func (s *commands) noCommand(c *cli.Context) error {
	if c.NArg() == 0 {
		return cli.ShowAppHelp(c)
	}
	given := c.Args().First()
	if _, err := os.Stat(given); err == nil {
		return s.UsageErrorf("%s 是文件或文件夹，前面缺少命令：复核用 fuhe check %[2]s", "%s is a file or folder, and no command stands before it: fuhe check %[2]s checks it", render.Path(given), render.ShellWord(given))
	}
	return s.noSuchCommand(c.App, given)
}

// noSuchCommand says that there is no such command, and which was perhaps meant.
func (s *commands) noSuchCommand(app *cli.App, given string) error {
	var names []string
	for _, command := range app.Commands {
		names = append(names, command.Name)
	}
	if meant := closest(given, names); meant != "" {
		return s.UsageErrorf("没有命令 %q；是否指 fuhe %s？", "no command %q; did you mean fuhe %s?", given, meant)
	}
	return s.UsageErrorf("没有命令 %q；可用的命令见 fuhe help", "no command %q; fuhe help lists those there are", given)
}

// closest is the word that a mistyped one was perhaps meant to be: one that it begins, else
// one of which at most a third of the letters are other ones.
func closest(given string, words []string) string {
	best, found := len(given)/3+1, ""
	for _, w := range words {
		if len(given) > 1 && strings.HasPrefix(w, given) {
			return w
		}
	}
	for _, w := range words {
		if d := distance(given, w); d <= best && (found == "" || d < best) {
			best, found = d, w
		}
	}
	return found
}

// distance is how many letters must be put in, taken out, exchanged or swapped with the next to make one word of another.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}

// helpCommand and versionCommand are what people type who do not begin with dashes.
func (s *commands) helpCommand() *cli.Command {
	return &cli.Command{
		Name:         "help",
		Usage:        s.Say("显示帮助；给出命令时显示该命令的帮助", "show help, of a command when one is given"),
		UsageText:    "fuhe help\nfuhe help check",
		ArgsUsage:    "[COMMAND]",
		Flags:        []cli.Flag{s.langFlag()},
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			app := c.Lineage()[1]
			switch name := c.Args().First(); {
			case name == "":
				return cli.ShowAppHelp(app)
			case c.App.Command(name) == nil:
				return s.noSuchCommand(app.App, name)
			default:
				return cli.ShowCommandHelp(app, name)
			}
		},
	}
}

func (s *commands) versionCommand() *cli.Command {
	return &cli.Command{
		Name:         "version",
		Usage:        s.Say("显示版本", "print the version"),
		UsageText:    "fuhe version",
		Flags:        []cli.Flag{s.langFlag()},
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			_, err := fmt.Fprintf(s.Stdout, "fuhe version %s\n", c.App.Version)
			return err
		},
	}
}
