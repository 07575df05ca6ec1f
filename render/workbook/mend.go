package workbook

import (
	"slices"
	"strings"

	"fuhe"
)

// mended is a table without the cuts that the edges of pages made: a row that stands on two pages is one row again, and
// a merged cell that goes on overleaf is one cell. A sheet has no pages; left as they are, half a row would be read as
// a row. Only what the report says belongs together is put together.
func mended(r *fuhe.Report) fuhe.Table {
	t := r.Printed.Table
	t.Cells = slices.Clone(t.Cells)
	m := &mender{table: &t, home: map[fuhe.Source]int{}, entries: map[fuhe.Source]bool{}, names: map[fuhe.Source]bool{}, emptied: map[int]bool{}, absorbed: map[int]bool{}}
	for i, c := range t.Cells {
		if !c.At.IsZero() {
			m.home[c.At] = i
		}
	}
	all := r.Entries()
	for _, e := range all {
		if e.Cell.Text != "" {
			m.entries[e.Cell.At] = true
		}
	}
	for _, s := range r.Sections {
		m.names[s.Name.At] = true
	}
	for _, e := range all {
		m.joinText(e.Cell)
	}
	for _, row := range rowsOfEntries(all) {
		m.joinRows(row)
	}
	for i := range r.Indicators {
		n := &r.Indicators[i]
		m.extend(&n.Level1, n)
		m.extend(&n.Level2, n)
	}
	m.extendCaptions()
	m.drop()
	return t
}

type mender struct {
	table    *fuhe.Table
	home     map[fuhe.Source]int  // cell of a place
	entries  map[fuhe.Source]bool // places of entries with a text
	names    map[fuhe.Source]bool // places of the headings of sections, entries that stand beside rows
	emptied  map[int]bool         // rows that something was taken from
	absorbed map[int]bool         // cells that another one covers now
}

// joinText puts the pieces of an entry's text into its own cell, when they follow it in its column and are all of it.
func (m *mender) joinText(entry *fuhe.Cell) {
	i, ok := m.home[entry.At]
	if !ok {
		return
	}
	rest, cut := strings.CutPrefix(bare(entry.Text), bare(m.table.Cells[i].Text))
	if !cut || rest == "" || bare(m.table.Cells[i].Text) == "" {
		return
	}
	own := m.table.Cells[i]
	var pieces []int
	for j := i + 1; j < len(m.table.Cells) && rest != ""; j++ {
		c := m.table.Cells[j]
		if c.Row < own.Row+own.RowSpan || c.Col >= own.Col+own.ColSpan || c.Col+c.ColSpan <= own.Col || bare(c.Text) == "" {
			continue
		}
		after, goesOn := strings.CutPrefix(rest, bare(c.Text))
		if !goesOn || m.entries[c.At] {
			return
		}
		rest, pieces = after, append(pieces, j)
	}
	if rest != "" {
		return
	}
	m.table.Cells[i].Text = entry.Text
	for _, j := range pieces {
		m.table.Cells[j].Text = ""
		m.emptied[m.table.Cells[j].Row] = true
	}
}

// rowsOfEntries are the entries of each fund and each indicator, without the levels that several share.
func rowsOfEntries(all []fuhe.Entry) [][]fuhe.Entry {
	var rows [][]fuhe.Entry
	last := ""
	for _, e := range all {
		key := e.Field.Key()
		if e.Field.Row() < 0 || key == "level1" || key == "level2" {
			continue
		}
		if row := strings.TrimSuffix(string(e.Field), key); row != last {
			rows, last = append(rows, nil), row
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], e)
	}
	return rows
}

// joinRows brings the entries of a fund or indicator that stand overleaf into its first row, where that has an empty
// cell for them.
func (m *mender) joinRows(row []fuhe.Entry) {
	var cells []int
	top := m.table.Rows
	for _, e := range row {
		if i, ok := m.home[e.Cell.At]; ok && m.table.Cells[i].RowSpan == 1 && e.Cell.Text != "" {
			cells = append(cells, i)
			top = min(top, m.table.Cells[i].Row)
		}
	}
	for _, i := range cells {
		lower := &m.table.Cells[i]
		if lower.Row == top {
			continue
		}
		j := slices.IndexFunc(m.table.Cells, func(c fuhe.TableCell) bool {
			return c.Row == top && c.Col == lower.Col && c.ColSpan == lower.ColSpan && c.RowSpan == 1 && bare(c.Text) == ""
		})
		if j < 0 {
			continue
		}
		upper := &m.table.Cells[j]
		upper.Text, upper.At, lower.Text, lower.At = lower.Text, lower.At, "", upper.At
		m.home[upper.At] = j
		m.emptied[lower.Row] = true
	}
}

// extend makes the cell of a first or second level cover the rows overleaf that belong to it.
func (m *mender) extend(level *fuhe.Cell, of *fuhe.Indicator) {
	i, ok := m.home[level.At]
	at, placed := m.home[of.Name.At]
	if !ok || !placed || m.absorbed[i] {
		return
	}
	own, row := m.table.Cells[i], m.table.Cells[at].Row
	if row < own.Row {
		m.raise(i, row)
		return
	}
	end := own.Row + own.RowSpan
	var parts []int
	for end <= row {
		j := slices.IndexFunc(m.table.Cells, func(c fuhe.TableCell) bool {
			return c.Row == end && c.Col == own.Col && c.ColSpan == own.ColSpan && !m.entries[c.At] &&
				(bare(c.Text) == "" || sameText(c.Text, own.Text) || m.emptied[c.Row])
		})
		if j < 0 || m.absorbed[j] {
			return
		}
		parts, end = append(parts, j), end+m.table.Cells[j].RowSpan
	}
	for _, j := range parts {
		m.absorbed[j] = true
	}
	m.table.Cells[i].RowSpan = end - own.Row
}

// raise moves a level that is printed overleaf up to the page on which its rows begin, over the blank cells there.
func (m *mender) raise(i, row int) {
	own := m.table.Cells[i]
	var parts []int
	for begin := own.Row; begin > row; {
		j := slices.IndexFunc(m.table.Cells, func(c fuhe.TableCell) bool {
			return c.Row+c.RowSpan == begin && c.Col == own.Col && c.ColSpan == own.ColSpan && !m.entries[c.At] && bare(c.Text) == ""
		})
		if j < 0 || m.absorbed[j] {
			return
		}
		parts, begin = append(parts, j), m.table.Cells[j].Row
	}
	top := &m.table.Cells[parts[len(parts)-1]]
	top.RowSpan, top.Text, top.At = own.Row+own.RowSpan-top.Row, own.Text, own.At
	m.home[own.At] = parts[len(parts)-1]
	m.absorbed[i] = true
	for _, j := range parts[:len(parts)-1] {
		m.absorbed[j] = true
	}
}

// extendCaptions makes the caption of a block (绩效指标, down its side) cover its rows overleaf too. A blank cell under a
// merged one of the page before, of the same columns, is the rest of it.
func (m *mender) extendCaptions() {
	below := map[[2]int]int{} // row and column → blank cell that begins there
	for j, c := range m.table.Cells {
		if bare(c.Text) == "" && !m.absorbed[j] {
			below[[2]int{c.Row, c.Col}] = j
		}
	}
	for i := range m.table.Cells {
		c := &m.table.Cells[i]
		if c.RowSpan < 2 || bare(c.Text) == "" || m.entries[c.At] && !m.names[c.At] || m.absorbed[i] {
			continue
		}
		page := c.At.Page
		for {
			j, ok := below[[2]int{c.Row + c.RowSpan, c.Col}]
			if !ok || m.absorbed[j] || m.table.Cells[j].ColSpan != c.ColSpan || m.table.Cells[j].At.Page <= page {
				break
			}
			m.absorbed[j] = true
			page = m.table.Cells[j].At.Page
			c.RowSpan += m.table.Cells[j].RowSpan
		}
	}
}

// drop takes out the rows that were emptied and the cells that were absorbed.
func (m *mender) drop() {
	for _, c := range m.table.Cells {
		if c.RowSpan == 1 && bare(c.Text) != "" {
			delete(m.emptied, c.Row)
		}
	}
	if len(m.emptied) == 0 && len(m.absorbed) == 0 {
		return
	}
	above := make([]int, m.table.Rows+1) // dropped rows above each row
	for row := range m.table.Rows {
		above[row+1] = above[row]
		if m.emptied[row] {
			above[row+1]++
		}
	}
	kept := m.table.Cells[:0]
	for i, c := range m.table.Cells {
		end := min(c.Row+c.RowSpan, m.table.Rows)
		span := end - c.Row - (above[end] - above[c.Row])
		if m.absorbed[i] || span < 1 {
			continue
		}
		c.Row, c.RowSpan = c.Row-above[c.Row], span
		kept = append(kept, c)
	}
	m.table.Cells, m.table.Rows = kept, m.table.Rows-above[m.table.Rows]
}
