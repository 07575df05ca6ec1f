package tables

import (
	"fmt"
	"slices"
	"strings"
)

// flat is the body of a table row by row, each position with its cell: a merged cell stands in all of them.
func (l *laid) flat(visit func(row int, cells []int) error) error {
	s := l.t.Setting
	for row := s.Lead + s.Head; row < l.t.Rows-s.Tail; row++ {
		cells := make([]int, l.t.Cols)
		written := false
		for col := range cells {
			cells[col] = int(l.owner[row*l.t.Cols+col]) - 1
			written = written || cells[col] >= 0 && (l.cells[cells[col]].Text != "" || l.cells[cells[col]].Missing() != nil)
		}
		if !written {
			continue
		}
		if err := visit(row, cells); err != nil {
			return err
		}
	}
	return nil
}

// headings are those of the columns, each in one text: 项目/科目代码. The row that numbers the columns is none of them. A
// column without a heading is named by its place.
func (l *laid) headings() []string {
	s := l.t.Setting
	out := make([]string, l.t.Cols)
	for col := range out {
		var parts []string
		for row := s.Lead; row < s.Lead+s.Head; row++ {
			n := int(l.owner[row*l.t.Cols+col]) - 1
			if n < 0 || l.numbering(row) {
				continue
			}
			if t := strings.Join(strings.Fields(l.cells[n].Text), ""); t != "" && !slices.Contains(parts, t) {
				parts = append(parts, t)
			}
		}
		out[col] = strings.Join(parts, "/")
		if out[col] == "" {
			out[col] = fmt.Sprintf("列%d", col+1)
		}
	}
	return out
}

// numbering reports whether a row of headings numbers the columns: 栏次 1 2 3.
func (l *laid) numbering(row int) bool {
	for col := range l.t.Cols {
		if n := int(l.owner[row*l.t.Cols+col]) - 1; n >= 0 {
			if s := bare(l.cells[n].Text); s == "栏次" || s == "列次" || s == "栏目" {
				return true
			}
			if s := strings.Trim(bare(l.cells[n].Text), "0123456789()=+-"); s != "" {
				return false
			}
		}
	}
	return true
}
