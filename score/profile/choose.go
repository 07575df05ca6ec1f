package profile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/score/text"
)

// mark is something a form prints about itself.
type mark struct {
	text  string // part of a title, heading or line, without white space; what the form is filled in with is none of them
	whole bool   // the text is the whole heading
	unit  string // instead of a text: the unit of the money block
	form  string // instead of a text: the layout, which is told from the headings alone
	limit string // instead of a text: words by which a line around the table, however long, sets a ceiling of the total by the rate
}

// All are the profiles, in the order in which they are tried on a form.
func All() []*Profile { return slices.Clone(all) }

// IDs are the IDs a user may name, in the order they are tried.
func IDs() []string {
	ids := make([]string, len(all))
	for i, p := range all {
		ids[i] = p.ID
	}
	return ids
}

// Has reports whether there is a profile with that ID; "" and "auto" are told from the form.
func Has(id string) bool { return id == "" || id == "auto" || slices.Contains(IDs(), id) }

// Choose is the profile a report is judged by, and why that one: the one with an ID, or for "" and "auto" the one whose marks
// the form prints. A caller should have asked Has: an ID that does
// not exist leads to the national rules, and the reason says so.
func Choose(r *fuhe.Report, id string, lang fuhe.Lang) (*Profile, string) {
	if id != "" && id != "auto" {
		for _, p := range all {
			if p.ID == id {
				return p, fuhe.Phrase{ZH: "由 --profile 指定", EN: "named by --profile"}.In(lang)
			}
		}
		return National(), text.Fill(fuhe.Phrase{ZH: "没有名为“%s”的规则，按财政部通用规则", EN: "there is no profile “%s”: the national rules"}, lang, id)
	}
	shown := headings(r)
	for _, p := range all {
		if why, ok := p.printedOn(r, shown, lang); ok {
			return p, why
		}
	}
	return National(), fuhe.Phrase{
		ZH: "表上未印任何地方特有的标志，按财政部通用规则",
		EN: "the form prints no mark of a local layout: the national rules",
	}.In(lang)
}

// National is the profile of forms that say nothing else.
func National() *Profile {
	for _, p := range all {
		if p.ID == nationalID {
			return p
		}
	}
	return all[0]
}

// printedOn reports whether the form prints all marks of one of the profile's sets, and says which.
func (p *Profile) printedOn(r *fuhe.Report, shown string, lang fuhe.Lang) (string, bool) {
	for _, set := range p.marks {
		if !slices.ContainsFunc(set, func(m mark) bool { return !m.on(r, shown) }) {
			seen := make([]string, len(set))
			for i := range set {
				seen[i] = set[i].words(lang)
			}
			return text.Fill(fuhe.Phrase{ZH: "表上印有%s", EN: "the form prints %s"}, lang, strings.Join(seen, fuhe.Phrase{ZH: "、", EN: ", "}.In(lang))), true
		}
	}
	return "", false
}

// on reports whether the form prints the mark.
func (m *mark) on(r *fuhe.Report, shown string) bool {
	switch {
	case m.unit != "":
		return r.MoneyUnit == m.unit
	case m.form != "":
		return r.Form == m.form
	case m.limit != "":
		says := func(l fuhe.Line) bool { return setsCeiling(l.Text, m.limit) }
		return slices.ContainsFunc(r.Printed.Above, says) || slices.ContainsFunc(r.Printed.Below, says)
	case m.whole:
		return strings.Contains(shown, "\n"+m.text+"\n")
	}
	return strings.Contains(shown, m.text)
}

// words name the mark.
func (m *mark) words(lang fuhe.Lang) string {
	switch {
	case m.unit != "":
		return text.Fill(fuhe.Phrase{ZH: "金额单位“%s”", EN: "amounts in %s"}, lang, m.unit)
	case m.form != "":
		return text.Fill(fuhe.Phrase{ZH: "版式“%s”的栏目", EN: "the headings of layout %s"}, lang, m.form)
	}
	return "“" + m.text + m.limit + "”" // one of them
}

// headings are the short headings of a form: its title, the cells over its columns and above its blocks, and the lines around
// the table, each on a line of its own, without white space and in half width. An indicator may be named as a mark is.
func headings(r *fuhe.Report) string {
	var b strings.Builder
	b.WriteByte('\n')
	add := func(s string) {
		if utf8.RuneCountInString(s) > HeadingRunes*2 {
			return // even half of it white space, it is too long
		}
		if s = text.Squeeze(s); s != "" && utf8.RuneCountInString(s) <= HeadingRunes {
			b.WriteString(s)
			b.WriteByte('\n')
		}
	}
	add(r.Title)
	for i := range r.Headings {
		add(r.Headings[i].Text)
	}
	for _, l := range r.Printed.Above {
		add(l.Text)
	}
	for _, l := range r.Printed.Below {
		add(l.Text)
	}
	return b.String()
}

// Line is the profile in a line: whose it is, and when a form is judged by it.
func (p *Profile) Line(lang fuhe.Lang) string {
	lead := fuhe.Phrase{ZH: "；何时选用：", EN: "; chosen when the form "}.In(lang)
	if lang == fuhe.EN && p.neverChosen() {
		lead = "; "
	}
	return p.Name.In(lang) + lead + strings.ReplaceAll(p.ChosenWhen(lang), "`", "")
}

// neverChosen reports whether no form chooses the profile by what it prints.
func (p *Profile) neverChosen() bool { return p.marks == nil && p.ID != nationalID }

// ChosenWhen says what a form must print for the profile to be chosen.
func (p *Profile) ChosenWhen(lang fuhe.Lang) string {
	if p.ID == nationalID {
		return fuhe.Phrase{ZH: "表上没有其他标志时", EN: "prints no other mark"}.In(lang)
	}
	if p.neverChosen() {
		return fuhe.Phrase{ZH: "只能由 `--profile` 指定", EN: "never by itself: named by `--profile`"}.In(lang)
	}
	sets := make([]string, len(p.marks))
	for i, set := range p.marks {
		parts := make([]string, len(set))
		for k, m := range set {
			switch {
			case m.unit != "":
				parts[k] = text.Fill(fuhe.Phrase{ZH: "金额单位为%s", EN: "has amounts in %s"}, lang, m.unit)
			case m.form != "":
				parts[k] = text.Fill(fuhe.Phrase{ZH: "版式为 `%s`", EN: "is of layout `%s`"}, lang, m.form)
			case m.limit != "":
				parts[k] = text.Fill(fuhe.Phrase{ZH: "表外注明某执行率的总分“%s”", EN: "says beside the table of the total at an execution rate “%s”"}, lang, m.limit)
			default:
				parts[k] = text.Fill(fuhe.Phrase{ZH: "印有“%s”", EN: "prints “%s”"}, lang, m.text)
			}
		}
		sets[i] = strings.Join(parts, fuhe.Phrase{ZH: "且", EN: " and "}.In(lang))
	}
	return strings.Join(sets, fuhe.Phrase{ZH: "，或", EN: ", or "}.In(lang))
}
