package main

import (
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/render"
)

// compareAndWrite judges the forms of a run against each other, as check does, and only then writes them: what a form is told
// by others belongs into its workbook, too.
func (w *writing) compareAndWrite(c *cli.Context, all []read) error {
	docs := make([]fuhe.Document, len(all))
	for i, r := range all {
		docs[i] = r.doc
	}
	w.Compare(docs)
	for i := range docs {
		w.Weigh(docs[i])
		all[i].doc = docs[i]
	}
	if err := w.writeDocx(c, docs); err != nil {
		return err
	}
	if w.to.Single {
		return w.whole(all)
	}
	for _, r := range all {
		if len(r.doc.Reports) > 0 { // stderr has said why there are none
			w.one(r)
		}
	}
	w.sayNone()
	return nil
}

// sayNone says that a folder of workbooks got none.
func (w *writing) sayNone() {
	if w.written == 0 && !w.refused && !w.Quiet {
		fmt.Fprintln(w.Stderr, "fuhe: "+w.Say("没有读到自评表，未写出", "no form was read, nothing written"))
	}
}

// acrossOf are the findings over several forms that are about forms of these documents.
func (s *commands) acrossOf(all []read) []fuhe.Across {
	var out []fuhe.Across
	for _, x := range s.From.Across {
		if slices.ContainsFunc(all, func(r read) bool { return r.doc.Path == x.Path && r.doc.SHA256 == x.SHA256 }) {
			out = append(out, x)
		}
	}
	return out
}

// withAcross are the reports of a workbook that is corrected in a copy of itself, with what other forms say of them among
// their findings: the copy gets one sheet of findings and no other. What is said of a table beside the forms has no place
// there, which is said.
func (s *commands) withAcross(reports []*fuhe.Report, found []fuhe.Across) []*fuhe.Report {
	out := slices.Clone(reports)
	for _, x := range found {
		if x.Report < 0 || x.Report >= len(out) {
			fmt.Fprintf(s.Stderr, s.Say("fuhe: %s：%s 说的是自评表之外的表，更正副本不列，见 fuhe check\n", "fuhe: %s: %s is about a table beside the forms and is not listed in the corrected copy; fuhe check lists it\n"), render.Path(x.Path), x.Rule)
			continue
		}
		r := *out[x.Report]
		r.Findings = append(slices.Clone(r.Findings), x.Finding)
		out[x.Report] = &r
	}
	return out
}
