package workbook

import (
	"slices"
	"strconv"
	"strings"

	"fuhe"
)

// opinionColumns are the last columns of the sheet of findings. They are for people to fill in: what they typed comes
// along when the workbook is corrected again.
var opinionColumns = []column{
	{name: fuhe.Phrase{ZH: "审计判断", EN: "judgement"}, width: 18, left: true},
	{name: fuhe.Phrase{ZH: "单位反馈", EN: "feedback"}, width: 18, left: true},
	{name: fuhe.Phrase{ZH: "整改状态", EN: "rectification"}, width: 12, left: true},
	{name: fuhe.Phrase{ZH: "复核人", EN: "reviewer"}, width: 10},
	{name: fuhe.Phrase{ZH: "日期", EN: "date"}, width: 12},
}

// The places of some columns of the sheet of findings.
const (
	severityColumn = 1
	ruleColumn     = 2
	actionColumn   = 8
	idColumn       = 13
)

// remarked is a row of an earlier sheet of findings with what was typed into it.
type remarked struct {
	cells    []string // of our columns
	opinions []string // of opinionColumns
	used     bool
}

// remarks are the rows of an earlier sheet of findings that something was typed into, by what they are about.
func (b *book) remarks(sheet string) (byKey map[string]*remarked, order []*remarked, err error) {
	rows, err := b.file.GetRows(sheet)
	if err != nil {
		return nil, nil, err
	}
	byKey = map[string]*remarked{}
	var typed []int // the column of each cell: of opinionColumns, or one nobody named
	for _, cells := range rows {
		if typed == nil {
			typed = opinionPlaces(cells)
			continue
		}
		r := &remarked{cells: padded(cells, idColumn+1)[:idColumn+1], opinions: make([]string, len(opinionColumns))}
		for i := idColumn + 1; i < len(cells); i++ {
			at := 0 // beside the table, without a heading
			if i < len(typed) && typed[i] >= 0 {
				at = typed[i]
			}
			r.opinions[at] = strings.TrimSpace(r.opinions[at] + " " + cells[i])
		}
		if strings.Join(r.opinions, "") == "" && !r.foreign() {
			continue
		}
		byKey[rowKey(r.cells)] = r
		order = append(order, r)
	}
	return byKey, order, nil
}

// foreign reports whether a row is none of ours but a note that somebody wrote under the table.
func (r *remarked) foreign() bool {
	if r.cells[severityColumn] != "" || r.cells[ruleColumn] != "" || r.cells[idColumn] != "" {
		return false
	}
	first := strings.TrimSpace(r.cells[0])
	if first == noFindingsPhrase.ZH || first == noFindingsPhrase.EN {
		first = ""
	}
	return first+strings.Join(r.cells[severityColumn:], "") != ""
}

// opinionPlaces tells which of the opinion columns each column of the headings is, -1 for another; nil when these are no
// headings.
func opinionPlaces(headings []string) []int {
	if len(headings) <= idColumn || !named(findingsColumns[idColumn], headings[idColumn]) {
		return nil
	}
	places := make([]int, len(headings))
	for i, h := range headings {
		places[i] = slices.IndexFunc(opinionColumns, func(c column) bool { return named(c, h) })
	}
	return places
}

func named(c column, heading string) bool {
	heading = strings.TrimSpace(heading)
	return heading == c.name.ZH || heading == c.name.EN
}

// rowKey is what a row is about: its finding, or where it has none its rule, cell and entry.
func rowKey(cells []string) string {
	if id := cells[idColumn]; id != "" {
		return cells[ruleColumn+1] + "\x00" + id
	}
	return strings.Join(cells[ruleColumn:ruleColumn+4], "\x00")
}

func padded(cells []string, n int) []string {
	for len(cells) < n {
		cells = append(cells, "")
	}
	return cells
}

// withRemarks gives rows of the sheet of findings what was typed into the same ones before. Remarks on a finding that is
// not found any more are kept, with the finding as it was.
func (b *book) withRemarks(rows [][]entry, byKey map[string]*remarked, order []*remarked) [][]entry {
	for i, entries := range rows {
		texts := make([]string, len(entries))
		for c, e := range entries {
			texts[c] = e.text
		}
		r := byKey[rowKey(texts)]
		opinions := make([]string, len(opinionColumns))
		if r != nil && !r.used {
			r.used, opinions = true, r.opinions
		}
		for _, o := range opinions {
			rows[i] = append(rows[i], words(o))
		}
	}
	for _, r := range order {
		if r.used {
			continue
		}
		var entries []entry
		for _, c := range append(slices.Clone(r.cells), r.opinions...) {
			entries = append(entries, words(c))
		}
		if !r.foreign() {
			entries[0] = words(strconv.Itoa(len(rows) + 1))
			entries[actionColumn] = words(gonePhrase.In(b.lang))
		}
		rows = append(rows, entries)
	}
	return rows
}
