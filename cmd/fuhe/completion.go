package main

import (
	"fmt"
	"io"

	"github.com/urfave/cli/v2"
)

// completionScripts ask fuhe itself for what may come next (--generate-bash-completion).
var completionScripts = map[string]string{
	"bash": `_fuhe() {
  local words=("${COMP_WORDS[@]:0:$COMP_CWORD}") current="${COMP_WORDS[COMP_CWORD]}" found
  if [[ "$current" == -* ]]; then found=$("${words[@]}" "$current" --generate-bash-completion 2>/dev/null)
  else found=$("${words[@]}" --generate-bash-completion 2>/dev/null); fi
  COMPREPLY=($(compgen -W "$found" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -o bashdefault -F _fuhe fuhe
`,
	"zsh": `#compdef fuhe
_fuhe() {
  local -a found
  if [[ "${words[-1]}" == -* ]]; then found=("${(@f)$(${words[1,-1]} --generate-bash-completion 2>/dev/null)}")
  else found=("${(@f)$(${words[1,-2]} --generate-bash-completion 2>/dev/null)}"); fi
  compadd -- $found
  _files
}
compdef _fuhe fuhe
`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName fuhe -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = $commandAst.CommandElements | ForEach-Object { $_.ToString() }
  if ($wordToComplete -notlike '-*' -and $wordToComplete) { $words = $words[0..($words.Count - 2)] }
  & $words[0] @($words | Select-Object -Skip 1) --generate-bash-completion 2>$null |
    Where-Object { $_ -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
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
			shell := c.Args().First()
			script, known := completionScripts[shell]
			if shell == "fish" {
				var err error
				if script, err = c.App.ToFishCompletion(); err != nil {
					return err
				}
				known = true
			}
			if !known || c.NArg() != 1 {
				return s.UsageErrorf("补全脚本只有 bash、zsh、fish、powershell", "completion takes one of bash, zsh, fish, powershell")
			}
			_, err := io.WriteString(s.Stdout, script)
			if err != nil {
				return fmt.Errorf("stdout: %w", err)
			}
			return nil
		},
	}
}
