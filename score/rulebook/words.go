package rulebook

import (
	"fmt"
	"regexp"
	"strings"

	"fuhe"
)

// inWords is a list of findings as the tests hold it, for a person to read: severities, effects and kinds of slip in the
// language asked for, and an entry by its name and not by its pointer. English keeps the names the JSON has.
func inWords(found string, lang fuhe.Lang) string {
	if lang == fuhe.EN {
		return found
	}
	found = regexp.MustCompile(`(?m)^((?:\S+ +)?)(error|warning|note)( |$)`).ReplaceAllStringFunc(found, func(s string) string {
		words := strings.Fields(s) // a severity, behind the file where there are several
		words[len(words)-1] = fuhe.Severity(words[len(words)-1]).Name(lang)
		return strings.Join(words, "  ") + "  "
	})
	found = strings.NewReplacer("effect score", "（影响得分）", "effect grade", "（影响等级）").Replace(found)
	found = regexp.MustCompile(`(?m)^( +)(or )?([a-z-]+): `).ReplaceAllStringFunc(found, func(s string) string {
		indent := s[:len(s)-len(strings.TrimLeft(s, " "))]
		kind, other := strings.CutPrefix(strings.TrimRight(s[len(indent):], ": "), "or ")
		slip := "[" + fuhe.CauseKind(kind).Name(lang) + "] "
		if other {
			slip = "或 " + slip
		}
		return indent + slip
	})
	return regexp.MustCompile(`/(?:[a-z0-9_]+/)*[a-z0-9_]+`).ReplaceAllStringFunc(found, func(pointer string) string {
		return entry(fuhe.Field(pointer), lang)
	})
}

// entry names an entry that no form is at hand for.
func entry(f fuhe.Field, lang fuhe.Lang) string {
	name := (&fuhe.Report{}).Label(f, lang)
	if f.Row() >= 0 {
		return fmt.Sprintf("第%d行 %s", f.Row()+1, name)
	}
	return name
}
