package account

import (
	"slices"
	"strings"

	"fuhe"
)

// role is what a column of a table of targets holds.
type role uint8

const (
	project role = 1 + iota
	level1
	level2
	name
	sign
	target
	unit
	weight
	actual
)

// headings are the spellings of each.
var headings = map[role][]string{
	project: {"项目名称"}, level1: {"一级指标"}, level2: {"二级指标"}, name: {"三级指标", "指标名称", "绩效指标名称", "三级指标名称"},
	sign: {"指标性质", "运算符号", "指标符号", "符号"}, unit: {"计量单位", "度量单位", "单位"}, weight: {"权重", "分值", "指标权重", "指标权重(%)", "权重(%)"},
	target: {"指标值", "年度指标值", "目标值", "绩效指标值", "年度目标值", "指标值(包含数字及文字描述)", "预期指标值", "当年指标值"},
	actual: {"实际完成值", "完成值", "全年实际值", "实际值", "自评得分", "得分"},
}

// notRead says why a table of targets is none to rely on.
const notRead = "no heading row of indicators with their targets was recognised"

// texts is a table as its places: the cell that covers each, nil for none.
type texts struct {
	t     *fuhe.Table
	cells []said
	at    [][]*said
}

// said is a cell with its text as it is compared.
type said struct {
	*fuhe.TableCell
	text string
}

func placesOf(t *fuhe.Table) texts {
	x := texts{t, make([]said, len(t.Cells)), make([][]*said, t.Rows)}
	for r := range x.at {
		x.at[r] = make([]*said, t.Cols)
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		x.cells[i] = said{c, squeeze(c.Text)}
		for r := max(c.Row, 0); r < min(c.Row+max(c.RowSpan, 1), t.Rows); r++ {
			for k := max(c.Col, 0); k < min(c.Col+max(c.ColSpan, 1), t.Cols); k++ {
				x.at[r][k] = &x.cells[i]
			}
		}
	}
	return x
}

func (x texts) text(r, k int) string {
	if c := x.at[r][k]; c != nil {
		return c.text
	}
	return ""
}

// cell is a place as an entry.
func (x texts) cell(r int, k int) fuhe.Cell {
	c := x.at[r][k]
	if c == nil {
		return fuhe.Cell{}
	}
	return fuhe.NewCell(c.Text, c.At).Kept(c.Marks, c.Struck, c.Doubt)
}

// roles are the columns of a heading row of indicators; nil when a row is none.
func (x texts) roles(r int) map[role]int {
	out := map[role]int{}
	for k := range x.t.Cols {
		text := x.text(r, k)
		if text == "" {
			continue
		}
		for ro, spelled := range headings {
			if _, taken := out[ro]; !taken && slices.Contains(spelled, text) {
				out[ro] = k
			}
		}
	}
	_, named := out[name]
	_, aimed := out[target]
	if !named || !aimed {
		return nil
	}
	return out
}

// readTargets reads what a table of targets declares: one project under its labels, or projects in a column.
func readTargets(t *fuhe.Table) (found []fuhe.Declared, unread string) {
	x := placesOf(t)
	var columns map[role]int
	one := x.labelled()
	for r := range t.Rows {
		if roles := x.roles(r); roles != nil {
			columns = roles
			continue
		}
		if columns == nil {
			continue
		}
		if _, filledIn := columns[actual]; filledIn {
			return nil, "" // a form that was filled in: it is read as such
		}
		n, ok := x.indicator(r, columns)
		if !ok {
			continue
		}
		k, several := columns[project]
		if !several {
			one.Indicators = append(one.Indicators, n)
			continue
		}
		p := x.cell(r, k)
		if len(found) == 0 || found[len(found)-1].Project.At != p.At {
			found = append(found, fuhe.Declared{Project: p, Department: one.Department, Implementer: one.Implementer})
		}
		last := &found[len(found)-1]
		last.Indicators = append(last.Indicators, n)
	}
	if len(one.Indicators) > 0 {
		found = append(found, one)
	}
	if len(found) == 0 {
		return nil, notRead
	}
	return found, ""
}

// indicator reads a row of indicators; false for one that has no name or no target.
func (x texts) indicator(r int, columns map[role]int) (n fuhe.Indicator, ok bool) {
	get := func(ro role) fuhe.Cell {
		if k, there := columns[ro]; there {
			return x.cell(r, k)
		}
		return fuhe.Cell{}
	}
	n = fuhe.Indicator{Level1: get(level1), Level2: get(level2), Name: get(name), Target: get(target), Weight: get(weight)}
	if c := x.at[r][columns[name]]; c == nil || c.Row != r || n.Name.Text == "" || n.Target.Text == "" {
		return n, false
	}
	if before, behind := get(sign), get(unit); n.Target.Number != nil && n.Target.Number.Sign == fuhe.NoSign && (before.Text != "" || behind.Text != "") {
		text := strings.Replace(before.Text, "＝", "=", 1) + n.Target.Text
		if n.Target.Number.Unit == "" {
			text += behind.Text
		}
		n.Target = fuhe.NewCell(text, n.Target.At).And(n.Target, before, behind)
	}
	return n, true
}

// labelled reads the labels above the indicators: the text right of 项目名称, 主管部门, 实施单位.
func (x texts) labelled() fuhe.Declared {
	var d fuhe.Declared
	for _, l := range []struct {
		into    *fuhe.Cell
		spelled []string
	}{
		{&d.Project, []string{"项目名称", "项目名称:"}}, {&d.Department, []string{"主管部门", "主管部门及代码", "主管单位", "部门名称"}},
		{&d.Implementer, []string{"实施单位", "项目单位", "预算单位", "单位名称"}},
	} {
		for i := range x.cells {
			c := &x.cells[i]
			next := c.Col + max(c.ColSpan, 1)
			if l.into.Present() || next >= x.t.Cols || !slices.Contains(l.spelled, c.text) || x.roles(c.Row) != nil {
				continue
			}
			*l.into = x.cell(c.Row, next)
		}
	}
	return d
}
