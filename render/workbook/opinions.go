package workbook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/review"
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

// remarked is a row of an earlier sheet of findings with what was typed into it.
type remarked struct {
	cells    []string // of our columns
	opinions []string // of opinionColumns
	used     bool
}

// Typed is what people typed into a sheet of findings, by what it is about.
type Typed struct {
	byKey map[string][]*remarked
	byID  map[string][]*remarked // of findings
	order []*remarked
}

// remarks are the rows of an earlier sheet of findings that something was typed into. Its columns are told by their headings:
// an earlier version had them in another order.
func (b *book) remarks(sheet string) (Typed, error) {
	rows, err := b.file.GetRows(sheet)
	if err != nil {
		return Typed{}, err
	}
	typed := Typed{byKey: map[string][]*remarked{}, byID: map[string][]*remarked{}}
	var ours, opinions []int // the column of each cell: of findingsColumns, of opinionColumns, or -1
	for _, cells := range rows {
		if ours == nil {
			ours, opinions = headingPlaces(cells)
			continue
		}
		r := &remarked{cells: make([]string, len(findingsColumns)), opinions: make([]string, len(opinionColumns))}
		for i, text := range cells {
			switch {
			case i < len(ours) && ours[i] >= 0:
				r.cells[ours[i]] = text
			case i < len(opinions) && opinions[i] >= 0:
				r.opinions[opinions[i]] = strings.TrimSpace(r.opinions[opinions[i]] + " " + text)
			default: // beside the table, without a heading of ours
				r.opinions[0] = strings.TrimSpace(r.opinions[0] + " " + text)
			}
		}
		if strings.Join(r.opinions, "") == "" && !r.foreign() {
			continue
		}
		key := rowKey(r.cells)
		typed.byKey[key] = append(typed.byKey[key], r)
		if id := r.cells[idColumn]; id != "" {
			typed.byID[id] = append(typed.byID[id], r)
		}
		typed.order = append(typed.order, r)
	}
	return typed, nil
}

// olderNames are what earlier versions called columns.
var olderNames = map[string]string{"条目": "对象", "公布": "公布值", "印刷值": "公布值", "复算": "复算值", "解释": "复核发现", "explanation": "finding"}

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

// headingPlaces tells which of our columns, and which of the opinion columns, each column of the headings is, -1 for another;
// nil when these are no headings.
func headingPlaces(headings []string) (ours, opinions []int) {
	ours, opinions = make([]int, len(headings)), make([]int, len(headings))
	found := false
	for i, h := range headings {
		h = strings.TrimSpace(h)
		if newer := olderNames[h]; newer != "" {
			h = newer
		}
		ours[i] = slices.IndexFunc(findingsColumns, func(c column) bool { return named(c, h) })
		opinions[i] = slices.IndexFunc(opinionColumns, func(c column) bool { return named(c, h) })
		found = found || ours[i] == idColumn
	}
	if !found {
		return nil, nil
	}
	return ours, opinions
}

func named(c column, heading string) bool {
	heading = strings.TrimSpace(heading)
	return heading == c.name.ZH || heading == c.name.EN
}

// rowKey is what a row is about: its finding, in its document where that is known, or where it has none its rule, cell and
// entry.
func rowKey(cells []string) string {
	if id := cells[idColumn]; id != "" {
		if hash := cells[hashColumn]; hash != "" {
			return hash + "\x00" + id
		}
		return cells[findingSheet] + "\x00" + id
	}
	return strings.Join([]string{cells[ruleColumn], cells[findingSheet], cells[cellColumn], cells[entryColumn]}, "\x00")
}

// withRemarks gives rows of the sheet of findings what was typed into the same ones before. Remarks on a finding that is
// not found any more are kept, with the finding as it was.
func (b *book) withRemarks(rows [][]entry, typed Typed) [][]entry {
	texts := make([][]string, len(rows))
	for i, entries := range rows {
		for _, e := range entries {
			texts[i] = append(texts[i], e.text)
		}
	}
	remarks := typed.of(texts)
	for i := range rows {
		opinions := b.verdictOn(texts[i][hashColumn], texts[i][idColumn])
		if r := remarks[i]; r != nil {
			for c, text := range r.opinions {
				if text != "" {
					opinions[c] = text
				}
			}
		}
		for _, o := range opinions {
			rows[i] = append(rows[i], words(o))
		}
	}
	for _, r := range typed.order {
		if r.used {
			continue
		}
		var entries []entry
		for _, c := range append(slices.Clone(r.cells), r.opinions...) {
			entries = append(entries, words(c))
		}
		if !r.foreign() {
			entries[0], entries[indexColumn] = words(strconv.Itoa(len(rows)+1)), words(b.indexOf(len(rows)+1))
			entries[actionColumn] = words(gonePhrase.In(b.lang))
		}
		rows = append(rows, entries)
	}
	return rows
}

// of gives each row the remarks on it, nil for none: those on the same finding of the same document, and where either sheet names
// no document (an earlier version had none, and a workbook that is corrected in itself is its only one), those on the same
// finding of the sheet of that name, or on the only one that is left.
func (t *Typed) of(rows [][]string) []*remarked {
	out := make([]*remarked, len(rows))
	give := func(fits func(r *remarked, cells []string) bool) {
		for i, cells := range rows {
			if out[i] != nil {
				continue
			}
			var found []*remarked
			for _, r := range t.byID[cells[idColumn]] {
				if !r.used && (r.cells[hashColumn] == "" || cells[hashColumn] == "") && fits(r, cells) {
					found = append(found, r)
				}
			}
			if len(found) == 1 {
				out[i], found[0].used = found[0], true
			}
		}
	}
	for _, ofSheet := range []bool{true, false} { // one document may be there twice
		for i, cells := range rows {
			for _, r := range t.byKey[rowKey(cells)] {
				if out[i] == nil && !r.used && (!ofSheet || r.cells[findingSheet] == cells[findingSheet]) {
					out[i], r.used = r, true
				}
			}
		}
	}
	give(func(r *remarked, cells []string) bool { return r.cells[findingSheet] == cells[findingSheet] })
	left := map[string]int{}
	for i, cells := range rows {
		if out[i] == nil {
			left[cells[idColumn]]++
		}
	}
	give(func(_ *remarked, cells []string) bool { return cells[idColumn] != "" && left[cells[idColumn]] == 1 })
	return out
}

// verdictOn is what the review file says of a finding, in the opinion columns.
func (b *book) verdictOn(sha256, id string) []string {
	out := make([]string, len(opinionColumns))
	if sha256 == "" {
		sha256 = b.ownHash
	}
	if b.around == nil || sha256 == "" || id == "" {
		return out
	}
	if b.said == nil {
		b.said = b.around.Review.Index()
	}
	v, ok := b.said[review.Key{SHA256: sha256, Finding: id}]
	if !ok {
		return out
	}
	copy(out, []string{strings.TrimSpace(review.Name(v.Verdict, b.lang) + " " + v.Note), v.Feedback, v.Rectification, v.By, strings.SplitN(v.At, "T", 2)[0]})
	return out
}

// ReadTyped is what people typed into the sheet of findings of a workbook that fuhe wrote earlier; nothing where there is no
// such sheet. A workbook that cannot be opened is an error: what was typed into it must not be lost without a word.
func ReadTyped(path string) (*Typed, error) {
	f, err := excelize.OpenFile(path, excelize.Options{UnzipSizeLimit: maxWorkbookBytes, UnzipXMLSizeLimit: maxWorkbookBytes})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := bookOf(f, fuhe.ZH)
	sheet := b.earlierFindings()
	if sheet == "" {
		return nil, nil
	}
	typed, err := b.remarks(sheet)
	return &typed, err
}
