package rulebook

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"fuhe"
)

// inWords is a list of findings as the tests hold it, for a person to read: severities, effects and kinds of slip in the
// language asked for, and an entry by its name and not by its pointer.
func inWords(found string, lang fuhe.Lang) string {
	found = regexp.MustCompile(`(?m)^((?:\S+ +)?)(error|warning|note)( |$)`).ReplaceAllStringFunc(found, func(s string) string {
		words := strings.Fields(s) // a severity, behind the file where there are several
		words[len(words)-1] = fuhe.Severity(words[len(words)-1]).Name(lang)
		return strings.Join(words, "  ") + "  "
	})
	found = strings.NewReplacer("effect score", scoreEffect.In(lang), "effect grade", gradeEffect.In(lang)).Replace(found)
	found = regexp.MustCompile(`(?m)^( +)(or )?([a-z-]+): `).ReplaceAllStringFunc(found, func(s string) string {
		indent := s[:len(s)-len(strings.TrimLeft(s, " "))]
		kind, other := strings.CutPrefix(strings.TrimRight(s[len(indent):], ": "), "or ")
		if fuhe.CauseKind(kind).Name(fuhe.ZH) == kind {
			return s // a word of a message
		}
		slip := "[" + fuhe.CauseKind(kind).Name(lang) + "] "
		if other {
			slip = orWord.In(lang) + slip
		}
		return indent + slip
	})
	return regexp.MustCompile(` /(?:[a-z0-9_]+/)*[a-z0-9_]+`).ReplaceAllStringFunc(found, func(pointer string) string {
		return " " + entry(fuhe.Field(pointer[1:]), lang)
	})
}

// The words that findings are shown with, as the terminal has them.
var (
	scoreEffect = fuhe.Phrase{ZH: "（影响得分）", EN: "(changes a score)"}
	gradeEffect = fuhe.Phrase{ZH: "（影响等级）", EN: "(changes the grade)"}
	orWord      = fuhe.Phrase{ZH: "或 ", EN: "or "}
	rowWord     = fuhe.Phrase{ZH: "第%d行 %s", EN: "row %d %s"}
)

// onTable is a table beside the forms, behind its file, and behind the severity where it stands at its finding.
var onTable = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^((?:  ← )?(\S+) (?:(?:error|warning|note) )?)/accounts/(\d+)( |$)`)
})

// nameTables puts the titles of the tables of an example into what is found on it.
func (e *Example) nameTables(found string) string {
	return onTable().ReplaceAllStringFunc(found, func(s string) string {
		part := onTable().FindStringSubmatch(s)
		tables := e.tables(part[2])
		n, err := strconv.Atoi(part[3])
		if err != nil || n >= len(tables) {
			return s
		}
		title, _, _ := strings.Cut(tables[n], "\n")
		return part[1] + title + part[4]
	})
}

// tables are the texts of the tables of a file, which stand apart by blank lines.
func (e *Example) tables(path string) (all []string) {
	for _, g := range append(slices.Clone(e.With), Given{LastPath, e.Form}) {
		if g.Path == path {
			all = append(all, strings.Split(strings.TrimSpace(g.Form), "\n\n")...)
		}
	}
	return all
}

// entry names an entry that no form is at hand for.
func entry(f fuhe.Field, lang fuhe.Lang) string {
	name := (&fuhe.Report{}).Label(f, lang)
	if f.Row() >= 0 {
		return fmt.Sprintf(rowWord.In(lang), f.Row()+1, name)
	}
	return name
}
