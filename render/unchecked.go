package render

import (
	"fmt"
	"strings"

	"fuhe"
)

// mostNamed is how many figures of one cause are named in a line; the rest is counted.
const mostNamed = 3

// uncheckedLines name the figures of a form that no rule could check, a line for each cause.
func uncheckedLines(r *fuhe.Report, l fuhe.Lang) (lines []string) {
	named, count := map[string][]string{}, map[string]int{}
	var causes []string
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Class != fuhe.Unchecked {
			continue
		}
		if count[f.Because] == 0 {
			causes = append(causes, f.Because)
		}
		if count[f.Because]++; count[f.Because] <= mostNamed {
			named[f.Because] = append(named[f.Because], FigureName(r, f, l))
		}
	}
	for _, because := range causes {
		n := count[because]
		names := strings.Join(named[because], uncheckedComma.In(l))
		if n > mostNamed {
			names += uncheckedMore.In(l)
		}
		lines = append(lines, fmt.Sprintf(uncheckedPhrase.In(l), n, Plain(because), Plain(names)))
	}
	return lines
}

// FigureName names a figure for a reader: its entry and what is printed, or where it stands when it is no entry.
func FigureName(r *fuhe.Report, f *fuhe.Figure, l fuhe.Lang) string {
	if f.At != nil {
		return strings.TrimSpace(f.At.String() + " " + f.Text)
	}
	if strings.HasPrefix(string(f.Field), "/sections/") {
		return r.Entry(f.Field).Text
	}
	text := r.Label(f.Field, l)
	if c := r.Entry(f.Field); c != nil && c.Text != "" {
		text += " " + c.Text
	}
	return text
}
