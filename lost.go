package fuhe

// Lost is something printed on a form that became no entry of the report: figures under a heading that is not understood,
// a row that may be the total, a row that the sheet hides. What is lost is named, and nothing is held against the form
// that rests on it.
type Lost struct {
	Part   Field // where it would stand: "/funds", "/indicators", "/total"
	At     Source
	Text   string // as printed
	Reason *Phrase
	Needed bool // an entry of Part may be missing because of it: no sum over Part is complete
}

// Incomplete reports whether something is lost that the entries of a part may lack.
func (r *Report) Incomplete(part Field) bool {
	for i := range r.Lost {
		if l := &r.Lost[i]; l.Needed && l.Part == part {
			return true
		}
	}
	return false
}
