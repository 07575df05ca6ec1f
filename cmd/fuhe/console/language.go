package console

import (
	"os"
	"strings"

	"fuhe"
)

// Language is the language of messages: --lang on the command line, else what the locale says, else Chinese. It is needed
// before the command line is parsed, for the help texts.
func Language(args []string, env func(string) string) fuhe.Lang {
	for i, a := range args {
		value, ok := strings.CutPrefix(strings.TrimLeft(a, "-"), "lang=")
		if a == "--" {
			break
		}
		if (a == "--lang" || a == "-lang") && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if lang := fuhe.Lang(value); ok && strings.HasPrefix(a, "-") && (lang == fuhe.EN || lang == fuhe.ZH) { // another one is refused, in the language of the locale
			return lang
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		switch locale := strings.ToLower(env(name)); {
		case locale == "":
		case strings.HasPrefix(locale, "zh"), locale == "c", locale == "posix", strings.HasPrefix(locale, "c."):
			return fuhe.ZH
		default:
			return fuhe.EN
		}
	}
	return fuhe.ZH
}

// Environment is the locale of the running process.
func Environment(name string) string { return os.Getenv(name) }
