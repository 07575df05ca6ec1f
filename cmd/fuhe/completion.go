package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe/score"
)

// The scripts of shells ask fuhe itself for what may stand next. The words typed so far come with one of these behind them:
// the last word is being typed, or a new one is begun (some shells pass no empty word).
const (
	completeWord = "--complete-word"
	completeNext = "--complete-next"
)

// pathHere is the line that fuhe answers beside words where a path can stand: the shell knows the files.
const pathHere = ":path"

// completionScripts are the scripts by their shells.
var completionScripts = map[string]string{
	"bash": `_fuhe() {
  local current="${COMP_WORDS[COMP_CWORD]}" ask=--complete-word word
  local words=("${COMP_WORDS[@]:0:$COMP_CWORD}")
  if [[ -n "$current" ]]; then words+=("$current"); else ask=--complete-next; fi
  local IFS=$'\n'
  COMPREPLY=()
  for word in $("${words[@]}" $ask 2>/dev/null); do
    if [[ "$word" == :path ]]; then COMPREPLY+=($(compgen -f -- "$current")); else COMPREPLY+=("$word"); fi
  done
}
complete -o filenames -o bashdefault -F _fuhe fuhe
`,
	"zsh": `#compdef fuhe
_fuhe() {
  local -a found said
  if [[ -n "${words[CURRENT]}" ]]; then said=("${(@f)$(${words[1,CURRENT]} --complete-word 2>/dev/null)}")
  else said=("${(@f)$(${words[1,CURRENT-1]} --complete-next 2>/dev/null)}"); fi
  found=("${(@)said:#(|:path)}")
  (( $#found )) && compadd -- "${found[@]}"
  (( ${said[(I):path]} )) && _files
}
compdef _fuhe fuhe
`,
	"fish": `function __fuhe
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l said
  if test -n "$current"
    set said ($words $current --complete-word 2>/dev/null)
  else
    set said ($words --complete-next 2>/dev/null)
  end
  string match -v ':path' -- $said
  contains ':path' -- $said; and __fish_complete_path $current
end
complete -c fuhe -f -a '(__fuhe)'
`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName fuhe, fuhe.exe -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $ask = if ($wordToComplete) { '--complete-word' } else { '--complete-next' }
  & $words[0] @($words | Select-Object -Skip 1) $ask 2>$null | Where-Object { $_ -ne ':path' } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
}

// completing are the words typed so far, the last one unfinished, when a shell asks what may stand there.
func completing(args []string) ([]string, bool) {
	if len(args) < 2 {
		return nil, false
	}
	switch words := args[1 : len(args)-1]; args[len(args)-1] {
	case completeWord:
		return words, len(words) > 0
	case completeNext:
		return append(slices.Clone(words), ""), true
	}
	return nil, false
}

// complete prints what the last word may be, a word a line, and pathHere where it may be a path. Capital letters and small ones are the same, so that f1 becomes F102.
func (s *commands) complete(app *cli.App, words []string) {
	before, current := words[:len(words)-1], words[len(words)-1]
	for _, word := range s.candidates(app, before, current) {
		if len(word) >= len(current) && strings.EqualFold(word[:len(current)], current) {
			fmt.Fprintln(s.Stdout, word)
		}
	}
	if s.takesPath(app, before, current) {
		fmt.Fprintln(s.Stdout, pathHere)
	}
}

// takesPath tells whether a path may stand behind words: where an option takes one, or where a command takes arguments that are
// not a few words.
func (s *commands) takesPath(app *cli.App, before []string, current string) bool {
	command := commandIndex(app, append([]string{app.Name}, before...))
	if command < 0 || strings.HasPrefix(current, "-") && current != "-" {
		return false
	}
	c := app.Command(before[command-1])
	if option := before[len(before)-1]; strings.HasPrefix(option, "-") && takesValue(c.Flags, option) {
		return slices.ContainsFunc(c.Flags, func(f cli.Flag) bool {
			text, is := f.(*cli.StringFlag)
			return is && text.TakesFile && slices.Contains(f.Names(), strings.TrimLeft(option, "-"))
		})
	}
	return c.ArgsUsage != "" && len(s.candidates(app, before, current)) == 0
}

// candidates are the words that may stand behind others.
func (s *commands) candidates(app *cli.App, before []string, current string) (out []string) {
	flags := app.Flags
	command := commandIndex(app, append([]string{app.Name}, before...))
	if command >= 0 {
		flags = app.Command(before[command-1]).Flags
	}
	if n := len(before); n > 0 && strings.HasPrefix(before[n-1], "-") && takesValue(flags, before[n-1]) {
		return s.values(flags, before[n-1])
	}
	if strings.HasPrefix(current, "-") {
		for _, f := range flags {
			out = append(out, "--"+f.Names()[0])
		}
		return append(out, "--help")
	}
	switch {
	case command < 0:
		for _, c := range app.Commands {
			if !c.Hidden {
				out = append(out, c.Name)
			}
		}
	case before[command-1] == "help":
		return s.candidates(app, nil, "")
	case before[command-1] == "rules":
		return ruleIDs()
	case before[command-1] == "completion":
		return []string{"bash", "zsh", "fish", "powershell"}
	}
	return out
}

// values are the words that an option takes; none where it takes any.
func (s *commands) values(flags []cli.Flag, option string) []string {
	name := strings.TrimLeft(option, "-")
	for _, f := range flags {
		if !slices.Contains(f.Names(), name) {
			continue
		}
		switch f.Names()[0] {
		case flagProfile:
			return append([]string{"auto"}, score.Profiles()...)
		case flagSelect, flagIgnore:
			return append([]string{"all"}, ruleIDs()...)
		}
		return s.words[f]
	}
	return nil
}

func ruleIDs() []string {
	var ids []string
	for _, r := range score.Rules() {
		ids = append(ids, r.ID)
	}
	return ids
}

// completionCommand prints the script that makes a shell complete fuhe's commands and options.
func (s *commands) completionCommand() *cli.Command {
	return &cli.Command{
		Name:         "completion",
		Usage:        s.Say("打印命令补全脚本：bash、zsh、fish、powershell", "print the completion script of a shell: bash, zsh, fish, powershell"),
		UsageText:    `source <(fuhe completion bash)`,
		ArgsUsage:    "bash|zsh|fish|powershell",
		OnUsageError: s.onUsageError,
		Action: func(c *cli.Context) error {
			script, known := completionScripts[c.Args().First()]
			if !known || c.NArg() != 1 {
				return s.UsageErrorf("补全脚本只有 bash、zsh、fish、powershell", "completion takes one of bash, zsh, fish, powershell")
			}
			if _, err := io.WriteString(s.Stdout, script); err != nil {
				return fmt.Errorf("stdout: %w", err)
			}
			return nil
		},
	}
}
