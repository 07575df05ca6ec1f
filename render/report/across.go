package report

import (
	"fuhe/render"
)

// acrossView is a finding over several forms, or in a table beside the forms, as the front lists it.
type acrossView struct {
	Severity, Level, Rule, Title, Place, Href string
	Published, Recomputed, Message, Against   string
}

// across lists what forms say of each other and what tables beside them do not say alike: findings of no form stand only
// here. More of them than are listed are counted.
func (b *builder) across() (list []acrossView, more int) {
	at := map[[2]int]bool{}
	for _, f := range b.forms {
		at[f] = true
	}
	docs := map[string]int{} // by path and content, the first
	for d := len(b.docs) - 1; d >= 0; d-- {
		docs[b.docs[d].SHA256+b.docs[d].Path] = d
	}
	for i := range b.o.From.Across {
		x := &b.o.From.Across[i]
		if len(list) == mostInputs {
			return list, len(b.o.From.Across) - mostInputs
		}
		v := acrossView{
			Severity: string(x.Severity), Level: render.SeverityName(x.Severity, b.o.Lang), Rule: x.Rule, Title: b.o.Rules[x.Rule].Title, Place: render.AcrossPlace(x.Path, x.Report, x.At),
			Published: render.Plain(x.Published), Recomputed: render.Plain(x.Recomputed), Message: render.Plain(x.Message), Against: render.AcrossInputs(x, b.o.Lang),
		}
		if d, ok := docs[x.SHA256+x.Path]; ok && at[[2]int{d, x.Report}] {
			v.Href = b.href(d, x.Report)
		}
		list = append(list, v)
	}
	return list, 0
}
