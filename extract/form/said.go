package form

import (
	"fmt"
	"slices"

	"fuhe"
)

// said is what could not be read, in the order in which it was met: figures that became no entry are lost, a block or a
// row of them is noted, and a form is refused when next to nothing of it would be left.
type said struct {
	unread  []fuhe.Unread
	lost    []fuhe.Lost
	refused bool
}

func (s *said) note(at fuhe.Source, reason string) {
	s.unread = append(s.unread, fuhe.Unread{At: at, Reason: reason})
}

func (s *said) refuse(at fuhe.Source, reason string) {
	s.refused = true
	s.note(at, "form not read: "+reason)
}

// lose names what became no entry of a part of the report; needed when an entry may be missing because of it.
func (s *said) lose(part fuhe.Field, c fuhe.Cell, needed bool, reason fuhe.Phrase) {
	s.lost = append(s.lost, fuhe.Lost{Part: part, At: c.At, Text: c.Text, Reason: &reason, Needed: needed})
}

// lacks reports whether an entry of a part may be missing.
func (s *said) lacks(part fuhe.Field) bool {
	return slices.ContainsFunc(s.lost, func(l fuhe.Lost) bool { return l.Needed && l.Part == part })
}

// add puts what another part could not read behind.
func (s *said) add(o said) {
	s.unread = append(s.unread, o.unread...)
	s.lost = append(s.lost, o.lost...)
	s.refused = s.refused || o.refused
}

// lostUnread says what is lost of the entries of a form as one line for each cause.
func (s *said) lostUnread() []fuhe.Unread {
	var out []fuhe.Unread
	var reasons []*fuhe.Phrase // of out
	count := map[string]int{}
	for _, l := range s.lost {
		if !l.Needed {
			continue
		}
		if count[l.Reason.EN]++; count[l.Reason.EN] == 1 {
			out, reasons = append(out, fuhe.Unread{At: l.At}), append(reasons, l.Reason)
		}
	}
	for i, r := range reasons {
		worded := fuhe.Phrase{ZH: "有1个填报项未读：" + r.ZH, EN: "an entry not read: " + r.EN}
		if n := count[r.EN]; n > 1 {
			worded = fuhe.Phrase{ZH: fmt.Sprintf("有%d个填报项未读：%s", n, r.ZH), EN: fmt.Sprintf("%d entries not read: %s", n, r.EN)}
		}
		out[i].Reason, out[i].Worded = worded.EN, &worded
	}
	return out
}

// both is a reason in the two languages with the same texts in it.
func both(zh, en string, texts ...any) fuhe.Phrase {
	return fuhe.Phrase{ZH: fmt.Sprintf(zh, texts...), EN: fmt.Sprintf(en, texts...)}
}
