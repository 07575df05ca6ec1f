package main

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/paper"
	"fuhe/render/review"
	"fuhe/render/workbook"
	"fuhe/score"
	"fuhe/score/own"
)

// take puts the options of a command into the console.
func (s *commands) take(c *cli.Context) error {
	paths, err := s.paths(c)
	if err != nil {
		return err
	}
	s.Paths = paths
	return s.takeOptions(c)
}

// takeOptions is take for what has no paths.
func (s *commands) takeOptions(c *cli.Context) error {
	password, err := s.password(c)
	if err != nil {
		return err
	}
	s.mayAsk(password)
	s.Reading = extract.Options{Lang: s.Lang, Password: password, PDFReader: c.String(flagReader), Verify: c.Bool(flagVerify)}
	s.Reading.Limit = c.Duration(flagTimeout)
	if err := s.takeOCR(c); err != nil {
		return err
	}
	if s.isolates && readsHere(c.Command.Name) {
		if s.apart, err = s.newApart(c); err != nil {
			return err
		}
		s.Reading.Apart = &extract.Apart{Read: s.apart.read, Every: s.every}
	}
	if s.Shard, err = run.ParseShard(c.String(flagShard)); err != nil {
		s.Shard = run.Shard{} // not given; a wrong one was refused
	}
	s.Wanted = run.Selection{Select: c.StringSlice(flagSelect), Ignore: c.StringSlice(flagIgnore)}
	if err := s.findRules(c); err != nil {
		return err
	}
	if err := s.checkSelection(s.Wanted); err != nil {
		return err
	}
	s.Scoring.Profile, s.Scoring.Lang = c.String(flagProfile), s.Lang
	s.Jobs, s.Quiet, s.Format, s.FailOn = c.Int(flagJobs), c.Bool(flagQuiet), c.String(flagFormat), cmp.Or(c.String(flagFailOn), console.NeverFail)
	s.Causes = c.Bool(flagCauses)
	s.Sealed, s.Made, s.Kept = workbook.Sealed, madeByFuhe, []string{review.FileName, paper.FileName}
	s.Verbose, s.Exclude = c.Bool(flagVerbose), c.StringSlice(flagExclude)
	s.From = s.origin(c)
	s.Width = console.Width(s.Stdout)
	s.Color = console.Colored(c.String(flagColor), s.Stdout)
	s.Watched = console.IsTerminal(s.Stderr)
	return nil
}

// password is the one of encrypted files: on the command line, in a file, in the environment, or typed.
func (s *commands) password(c *cli.Context) (string, error) {
	switch path := c.String(flagPasswordFile); {
	case c.IsSet(flagPassword):
		return c.String(flagPassword), nil
	case path == "-":
		return s.askPassword()
	case path != "":
		raw, err := s.readOption(flagPasswordFile, path)
		if err != nil {
			return "", err
		}
		line, _, _ := strings.Cut(strings.TrimPrefix(string(raw), "\uFEFF"), "\n")
		return strings.TrimSuffix(line, "\r"), nil
	}
	return os.Getenv("FUHE_PASSWORD"), nil
}

// askPassword asks for a password where a person can answer.
func (s *commands) askPassword() (string, error) {
	in, ok := s.Stdin.(*os.File)
	if !ok || !console.IsTerminal(in) {
		return "", s.UsageErrorf("--password-file - 需要在终端上输入口令", "--password-file - asks on a terminal, and there is none")
	}
	fmt.Fprint(s.Stderr, s.Say("口令：", "password: "))
	typed, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(s.Stderr)
	return string(typed), err
}

// mayAsk lets a password be asked for where none is known and a person is there to type one.
func (s *commands) mayAsk(password string) {
	in, ok := s.Stdin.(*os.File)
	if ok && password == "" && console.IsTerminal(in) && console.IsTerminal(s.Stderr) && !slices.Contains(s.Paths, "-") {
		s.AskPassword = func(path string) string { return s.typedPassword(in, path) }
	}
}

// typedPassword asks for the password of one file; "" when none is typed, or nothing can be read any more.
func (s *commands) typedPassword(in *os.File, path string) string {
	fmt.Fprintf(s.Stderr, s.Say("%s 已加密，口令（直接回车则跳过）：", "%s is encrypted, password (none to pass over it): "), render.Path(path))
	typed, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(s.Stderr)
	if err != nil {
		return ""
	}
	return string(typed)
}

// origin is what the JSON says of the invocation: the command and the options given, the secret ones by name only.
func (s *commands) origin(c *cli.Context) render.Run {
	from := render.Run{Version: console.Version(), Command: c.Command.Name, Profile: c.String(flagProfile), Started: time.Now(), Options: map[string]string{}}
	set := c.LocalFlagNames()
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		switch {
		case !slices.Contains(set, name):
		case name == flagPassword, name == flagPasswordFile:
			from.Options[name] = "…"
			from.Flags = append(from.Flags, "--"+name, "…")
		case slices.Contains([]string{flagSelect, flagIgnore, flagExclude}, name):
			from.Options[name] = strings.Join(c.StringSlice(name), ",")
			from.Flags = append(from.Flags, typed(c, f)...)
		default:
			from.Options[name] = fmt.Sprint(c.Value(name))
			from.Flags = append(from.Flags, typed(c, f)...)
		}
	}
	from.Paths = c.Args().Slice()
	if path := cmp.Or(c.String(flagRules), s.rulesFile); path != "" {
		if raw, err := os.ReadFile(path); err == nil { // it was read a moment ago, and what was wrong with it is said
			from.RulesSHA256 = fmt.Sprintf("%x", sha256.Sum256(raw))
		}
	}
	return from
}

// typed is an option as it is typed: one that is on or off without a value, a list once for each.
func typed(c *cli.Context, f cli.Flag) []string {
	name := f.Names()[0]
	switch f.(type) {
	case *cli.BoolFlag:
		if c.Bool(name) {
			return []string{"--" + name}
		}
		return []string{"--" + name + "=false"}
	case *cli.StringSliceFlag:
		var out []string
		for _, value := range c.StringSlice(name) {
			out = append(out, "--"+name, render.ShellWord(value))
		}
		return out
	}
	return []string{"--" + name, render.ShellWord(fmt.Sprint(c.Value(name)))}
}

// rulesName is the file of own rules that is found by itself, beside the inputs or above them.
const rulesName = "fuhe.yaml"

// findRules takes the own rules of a project where none were given.
func (s *commands) findRules(c *cli.Context) error {
	if c.IsSet(flagRules) || len(s.Paths) == 0 || s.Paths[0] == "-" || !slices.Contains([]string{"check", "correct", "serve", "report"}, c.Command.Name) {
		return nil
	}
	path := run.Upwards(s.Paths[0], rulesName)
	if path == "" {
		return nil
	}
	fmt.Fprintf(s.Stderr, s.Say("fuhe: 按 %s 中的规则复核\n", "fuhe: checking by the rules in %s\n"), render.Path(path)) // quiet, too: no option asked for them
	s.rulesFile = path
	return s.loadRules(c, path)
}

// loadRules reads a user's own rules before any input is.
func (s *commands) loadRules(_ *cli.Context, path string) error {
	f, err := s.openOption(flagRules, path)
	if err != nil {
		return err
	}
	defer f.Close()
	rules, err := own.Load(f, path, s.Lang)
	if err != nil {
		return console.UsageError{Message: console.Reason(err, s.Lang)}
	}
	s.Scoring.Own = rules.Overlay()
	return nil
}

func profileList() string { return strings.Join(score.Profiles(), ", ") }

// checkProfile refuses profiles that do not exist before anything is read.
func (s *commands) checkProfile(_ *cli.Context, id string) error {
	if score.HasProfile(id) {
		return nil
	}
	return s.UsageErrorf("没有评分规则 %q；可选 auto, %s", "no profile %q; there are auto, %s", id, profileList())
}
