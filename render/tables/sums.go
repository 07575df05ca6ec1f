package tables

import (
	"fmt"
	"slices"

	"fuhe"
	"fuhe/render"
	"fuhe/render/stream"
)

// unclosed is a sum that does not close, in the list of contents.
type unclosed struct {
	table    int // its number in the list
	at, path string
	says     string
}

// sums are where the sums of a table do not close, by the place of the cell that prints them.
func sums(t *fuhe.Table) map[fuhe.Spot][]fuhe.TableFinding {
	if len(t.Findings) == 0 {
		return nil
	}
	out := make(map[fuhe.Spot][]fuhe.TableFinding, len(t.Findings))
	for _, f := range t.Findings {
		at := fuhe.Spot{Row: f.Row, Col: f.Col}
		out[at] = append(out[at], f)
	}
	return out
}

// sumsOf are the findings at a placed cell.
func (l *laid) sumsOf(n int) []fuhe.TableFinding {
	if len(l.sums) == 0 {
		return nil
	}
	return l.sums[fuhe.Spot{Row: l.cells[n].Row, Col: l.cells[n].Col}]
}

// sumText says in one line what a sum should be.
func sumText(f fuhe.TableFinding, lang fuhe.Lang) string {
	return fmt.Sprintf(unclosedPhrase.In(lang), f.Rule, render.Plain(f.Published), f.Recomputed, render.Plain(f.Working))
}

// notClosing notes the sums of a table that do not close for the list of contents; first is the row and left the column of
// its cells on the sheet, less than 0 where they are among those of other tables.
func (w *workbook) notClosing(doc *fuhe.Document, t *fuhe.Table, sheet string, first, left int) {
	for _, f := range t.Findings {
		if len(w.unclosed) >= mostMissed {
			w.moreUnclosed++
			continue
		}
		at := fuhe.Source{Sheet: t.Sheet, Page: t.Page, Table: t.Table, Ref: fuhe.Ref(f.Row, f.Col, 1, 1)}.String()
		if first >= 0 {
			at = sheet + "!" + fuhe.Ref(first+f.Row, left+f.Col, 1, 1)
		}
		w.unclosed = append(w.unclosed, unclosed{len(w.list) + 1, at, doc.Path, sumText(f, w.o.Lang)})
	}
}

// columns are those of the list of contents: the last ones stand there only where there is something to say.
func (w *workbook) columns() []listColumn {
	out := slices.Clone(contentColumns)
	if w.anyInferred() {
		out = append(out, listColumn{rulesColumn, 90})
	}
	if w.o.Foot {
		out = append(out, listColumn{sumsColumn, 56})
	}
	if w.o.Formulas {
		out = append(out, listColumn{liveColumn, 90})
	}
	return out
}

func (w *workbook) anyInferred() bool {
	return slices.ContainsFunc(w.list, func(e listed) bool { return e.inferred })
}

// more are the cells of a table in those last columns.
func (w *workbook) more(e listed) []stream.Cell {
	var out []stream.Cell
	at := len(contentColumns)
	style := stream.Style{Border: true}
	if w.anyInferred() {
		says := drawnRules
		if e.inferred {
			says = inferredRules
		}
		out = append(out, stream.Cell{Col: at, Style: w.book.Style(style), Text: says.In(w.o.Lang)})
		at++
	}
	if w.o.Foot {
		style.Align, style.Format = stream.Right, "0"
		if e.unclosed > 0 {
			style.Fill = alarmFill
		}
		out = append(out, stream.Cell{Col: at, Style: w.book.Style(style), Number: fmt.Sprint(e.unclosed)})
		at++
	}
	if w.o.Formulas {
		says := fmt.Sprint(e.live)
		if e.valued > 0 {
			says = fmt.Sprintf(valuedPhrase.In(w.o.Lang), e.live, e.valued)
		}
		out = append(out, stream.Cell{Col: at, Style: w.book.Style(stream.Style{Border: true}), Text: says})
	}
	return out
}

// sumsOff lists the sums that do not close; where tables were added up and all close, it says so.
func (w *workbook) sumsOff(s *stream.Sheet) error {
	if len(w.unclosed) > 0 {
		return w.section(s, unclosedTitle, []fuhe.Phrase{numberColumn, whatColumn, fileName}, len(w.unclosed), func(i int) []string {
			u := w.unclosed[i]
			return []string{fmt.Sprint(u.table), u.at + wideSpace.In(w.o.Lang) + u.says, u.path}
		}, w.moreUnclosed)
	}
	if !w.o.Foot {
		return nil
	}
	if err := s.Row(0, nil); err != nil {
		return err
	}
	return w.heading(s, closedPhrase.In(w.o.Lang))
}
