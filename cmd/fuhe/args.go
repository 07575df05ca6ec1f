package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// interspersed moves the options of a command line before its paths: cli stops reading options at the first path, but
// people write `fuhe convert form.pdf -o out.xlsx`. Everything after "--" is a path, and so is "-".
func interspersed(app *cli.App, args []string) []string {
	if len(args) < 2 {
		return args
	}
	at := commandIndex(app, args)
	if at < 0 {
		return args
	}
	flags := append(append([]cli.Flag{}, app.Flags...), app.Command(args[at]).Flags...)
	options, paths := []string{}, []string{}
	rest := args[at+1:]
	if before := args[1:at]; !asksHelp(before) { // --lang en check is check --lang en
		rest = append(slices.Clone(before), rest...)
		args, at = []string{args[0], args[at]}, 1
	}
	for i := 0; i < len(rest); i++ {
		a := rest[i]
		switch {
		case a == "--":
			paths = append(paths, rest[i+1:]...)
			i = len(rest)
		case a == "-" || !strings.HasPrefix(a, "-"):
			paths = append(paths, a)
		default:
			options = append(options, a)
			if takesValue(flags, a) {
				if i++; i == len(rest) { // cli says that its value is missing
					return append(append([]string{}, args[:at+1]...), options...)
				}
				options = append(options, rest[i])
			}
		}
	}
	out := append(append([]string{}, args[:at+1]...), options...)
	return append(append(out, "--"), paths...)
}

// asksHelp reports whether an option before the command is about the program itself.
func asksHelp(options []string) bool {
	return slices.ContainsFunc(options, func(o string) bool {
		name := strings.TrimLeft(o, "-")
		return name == "help" || name == "h" || name == "version" || name == "v"
	})
}

// commandIndex is where the command's name stands in args; -1 when there is none (`fuhe --help`).
func commandIndex(app *cli.App, args []string) int {
	for i := 1; i < len(args); i++ {
		if !strings.HasPrefix(args[i], "-") {
			if app.Command(args[i]) == nil {
				return -1
			}
			return i
		}
		if takesValue(app.Flags, args[i]) {
			i++
		}
	}
	return -1
}

// takesValue reports whether an option is followed by its value as an argument of its own.
func takesValue(flags []cli.Flag, option string) bool {
	if strings.Contains(option, "=") {
		return false
	}
	name := strings.TrimLeft(option, "-")
	for _, f := range flags {
		for _, n := range f.Names() {
			if n == name {
				d, ok := f.(cli.DocGenerationFlag)
				return ok && d.TakesValue()
			}
		}
	}
	return false
}
