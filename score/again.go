package score

import (
	"crypto/sha256"
	"strconv"

	"fuhe"
)

var again = &Rule{
	ID: "X605", Name: "again", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "同一张表在输入中重复出现", EN: "the same form appears again"},
	Basis: fuhe.Phrase{ZH: "输入文件之间的比较", EN: "a comparison between the inputs"},
	Explain: fuhe.Phrase{
		ZH: "项目名称相同、表内所有数据也相同的，在后一张上提示前一张在哪里：可能重复公开，也可能一张表照抄了另一年度。数据不足六个的不比较。",
		EN: "Where project and all figures are those of an earlier form, the later one says where that is: it may have been published twice, or copied from another year. Forms of fewer than six figures are not compared.",
	},
	Check: func(*Pass) {}, // see Across: one form cannot tell
}

// Across compares all forms with each other and adds a note to each that has been there before. It is called once, when
// all documents have been checked; calling it again adds nothing.
func Across(documents []fuhe.Document, lang fuhe.Lang) {
	seen := make(map[[sha256.Size]byte]string)
	for d := range documents {
		for i, r := range documents[d].Reports {
			key, ok := fingerprint(r)
			if !ok {
				continue
			}
			here := documents[d].Path
			if len(documents[d].Reports) > 1 {
				here += " #" + strconv.Itoa(i+1)
			}
			if first, known := seen[key]; known {
				noteAgain(r, first, lang)
			} else {
				seen[key] = here
			}
		}
	}
}

func noteAgain(r *fuhe.Report, first string, lang fuhe.Lang) {
	for _, f := range r.Findings {
		if f.Rule == again.ID {
			return
		}
	}
	f := fuhe.Finding{
		Rule: again.ID, Severity: again.Severity, Effect: fuhe.NoEffect, Field: "/project", At: r.Project.At, Published: r.Project.Text,
		Message: sprintf(saysAgain.In(lang), r.Project.Text, first),
	}
	f.ID = identify(r, f)
	r.Findings = append([]fuhe.Finding{f}, r.Findings...)
}

// fingerprint is what two copies of a form share: the project and every figure with its entry. False without a project, or
// with too few figures to tell.
func fingerprint(r *fuhe.Report) (sum [sha256.Size]byte, ok bool) {
	project := squeeze(r.Project.Text)
	h := sha256.New()
	h.Write([]byte(project))
	figures := 0
	for i, c := range findPlaces(r).cells {
		if c.Number == nil {
			continue
		}
		figures++
		h.Write([]byte("\x00" + strconv.Itoa(i) + " " + c.Number.Value.String() + c.Number.Unit))
	}
	return [sha256.Size]byte(h.Sum(nil)), project != "" && figures >= figuresToCompare
}
