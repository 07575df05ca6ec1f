package bulk

import "fuhe"

// Rows are the rows of the tables as texts, column by column as in the files: for engines that write the tables themselves.
type Rows struct {
	Documents [][]string `json:"documents"`
	Forms     [][]string `json:"forms"`
	Figures   [][]string `json:"figures"`
	Findings  [][]string `json:"findings"`
}

// RowsOf are the rows of some documents. Which of several paths of one content is to have its forms is left to the caller.
func RowsOf(o Options, docs ...fuhe.Document) Rows {
	r := Rows{[][]string{}, [][]string{}, [][]string{}, [][]string{}}
	for i := range docs {
		d := &docs[i]
		r.Documents = append(r.Documents, rowOfDocument(d).texts())
		for n, report := range d.Reports {
			r.Forms = append(r.Forms, rowOfForm(d, n+1, report).texts())
			cells := entriesOf(report)
			for k := range report.Figures {
				f := &report.Figures[k]
				r.Figures = append(r.Figures, rowOfFigure(d, n+1, report, f, cells[f.Field], o.Lang).texts())
			}
			for k := range report.Findings {
				r.Findings = append(r.Findings, rowOfFinding(d, n+1, report, &report.Findings[k], o).texts())
			}
		}
	}
	return r
}

// entriesOf are the entries of a report by their fields.
func entriesOf(r *fuhe.Report) map[fuhe.Field]*fuhe.Cell {
	cells := map[fuhe.Field]*fuhe.Cell{}
	for _, e := range r.Entries() {
		cells[e.Field] = e.Cell
	}
	return cells
}
