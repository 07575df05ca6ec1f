package tables

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"fuhe"
	"fuhe/render/figure"
)

// What headings say. A heading that names a code and an amount (电话费, 编号数) names an amount.
var (
	codeWords   = lazily(`行次|栏次|列次|序号|编号|编码|代码|科目号|项目号|账号|帐号|卡号|证号|证件|号码|电话|手机|传真|邮编|邮政编码|文号|身份证|学号|工号|合同号|凭证号|档案号|批次号|统一社会信用|版本号|条码|^(?:No\.?|ID|Code|Line|Row|Tel\.?|Phone)/|[号]/`)
	codeLevel   = lazily(`/(?:类|款|项|目|节)/$`)
	amountTail  = lazily(`(?:费|额|数|量|元|支出|收入|款|金|率|分|值)(?:[（(][^）)]*[）)])?/(?:[0-9=+\-（()）]*/)?$`)
	amountWords = lazily(`金额|决算|预算|收入|支出|合计|小计|总计|结余|结转|分值|得分|权重|数量|人数|面积|数/|额/|量/|率|比例|比重|占比|费|款/|值/|万元|[（(]元|单价|均价|价格|增减|余额|年初|年末|期初|期末|本年|上年|完成|实际|计划|人次|得分|[分次人个台套件户家]/|[（(](?:个|人|次|台|套|件|户|家|分|项|天|吨|亩|公里|平方米|%)[）)]`)
	yearWords   = lazily(`年度|年份|年/`)
)

// lazily is an expression that is compiled when it is first used: a start of the program may do without it.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// bare is a text in one width without white space.
func bare(s string) string {
	if clean(s) {
		return s
	}
	s = figure.Narrow(s)
	if strings.IndexFunc(s, unicode.IsSpace) < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), "")
}

// clean reports whether a text is all letters, digits and marks of ASCII.
func clean(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func codeHeading(h string) bool {
	return codeLevel().MatchString("/"+h) || codeWords().MatchString(h) && !amountTail().MatchString(h)
}

func figureHeading(h string) bool { return !codeHeading(h) && amountWords().MatchString(h) }

// codes reports whether the plain figures of a column are codes or numbers of rows: its heading says so, or they look like
// nothing else.
func (c *column) codes(zeros bool) bool {
	if len(c.plain) == 0 {
		return false
	}
	h := c.heading
	if c.v.t.Setting.Head == 0 {
		h += "/"
	}
	switch {
	case codeHeading(h):
		return c.figures == 0 || c.figures < len(c.plain)
	case c.figures > 0 && !zeros:
		return false
	case zeros:
		return true
	case figureHeading(h):
		return false
	case yearWords().MatchString(h) && c.years():
		return false
	}
	return c.oneByOne() || c.outline() || c.hierarchy() || c.sameWidth() || c.at == 0 && c.v.t.Setting.Head > 0 && c.v.t.Cols > 1 && !c.years()
}

func (c *column) texts() []string {
	out := make([]string, len(c.plain))
	for i, k := range c.plain {
		out[i] = strings.Trim(bare(c.v.t.Cells[k].Text), "()")
	}
	return out
}

// years reports whether all plain figures are years.
func (c *column) years() bool {
	for _, s := range c.texts() {
		if len(s) != 4 || s[:2] != "19" && s[:2] != "20" {
			return false
		}
	}
	return true
}

// oneByOne reports whether whole numbers follow each other one by one, three or more: numbers of rows.
func (c *column) oneByOne() bool {
	last := -1
	for i, s := range c.texts() {
		n, err := strconv.Atoi(s)
		if err != nil || i > 0 && n != last+1 {
			return false
		}
		last = n
	}
	return len(c.plain) >= leastCodes
}

// outline reports whether figures number chapters: 1, 1.1, 1.2, 2, 2.1.
func (c *column) outline() bool {
	var last []int
	deep := false
	for i, s := range c.texts() {
		var now []int
		for _, part := range strings.Split(s, ".") {
			n, err := strconv.Atoi(part)
			if err != nil || n > 99 {
				return false
			}
			now = append(now, n)
		}
		deep = deep || len(now) > 1
		if i > 0 && !next(last, now) {
			return false
		}
		last = now
	}
	return len(c.plain) >= leastCodes && deep
}

// next reports whether the number of a chapter may follow another: one level down beginning with 1, or the next one of its own
// or a higher level.
func next(last, now []int) bool {
	n := len(now)
	if n == len(last)+1 {
		return equal(last, now[:n-1]) && now[n-1] <= 1
	}
	return n <= len(last) && equal(last[:n-1], now[:n-1]) && now[n-1] == last[n-1]+1
}

func equal(a, b []int) bool {
	for i := range b {
		if i >= len(a) || a[i] != b[i] {
			return false
		}
	}
	return len(a) >= len(b)
}

// hierarchy reports whether codes are made of codes: 201, 20140, 2014001.
func (c *column) hierarchy() bool {
	seen := map[string]bool{}
	made, widest := 0, 0
	for _, s := range c.texts() {
		if strings.Contains(s, ".") || len(s) < 3 {
			return false
		}
		for n := 3; n < len(s); n++ {
			if seen[s[:n]] {
				made++
				break
			}
		}
		seen[s] = true
		widest = max(widest, len(s))
	}
	return len(c.plain) >= leastCodes && widest >= leastCodeDigits && 2*made >= len(c.plain)
}

// sameWidth reports whether whole numbers are all of one width of five digits or more, or of one of three when none of them
// is met twice: what a column of amounts never is by chance.
func (c *column) sameWidth() bool {
	texts := c.texts()
	seen := map[string]bool{}
	for _, s := range texts {
		if len(s) != len(texts[0]) || strings.Contains(s, ".") {
			return false
		}
		seen[s] = true
	}
	return len(texts) >= leastCodes && len(texts[0]) >= leastCodeDigits && !c.years()
}

// codeByRow reports whether a row says that it holds codes: its label, or the label right before the cell.
func (v *view) codeByRow(c *fuhe.TableCell) bool {
	label := v.rowLabel[c.Row]
	if label == "栏次" || label == "行次" || label == "列次" {
		return true
	}
	if v.t.Setting.Head > 0 {
		return false
	}
	before := v.before(c)
	if strings.Trim(before, "0123456789.,-+()%") == "" {
		return false // no label but a figure
	}
	return utf8.RuneCountInString(before) <= longestLabel && codeHeading(before+"/")
}

// before is the text that stands last before a cell in its row.
func (v *view) before(c *fuhe.TableCell) string {
	row := v.filled(c.Row)
	if v.inOrder == nil {
		v.inOrder = make([]int8, v.t.Rows)
	}
	if v.inOrder[c.Row] == 0 {
		v.inOrder[c.Row] = -1
		if slices.IsSortedFunc(row, func(a, b int32) int { return v.t.Cells[a].Col - v.t.Cells[b].Col }) {
			v.inOrder[c.Row] = 1
		}
	}
	if v.inOrder[c.Row] > 0 { // a row may have thousands of cells
		n, _ := slices.BinarySearchFunc(row, c.Col, func(i int32, col int) int { return v.t.Cells[i].Col - col })
		row = row[:n]
	}
	for _, i := range slices.Backward(row) {
		if k := &v.t.Cells[i]; k.Col < c.Col {
			if s := bare(k.Text); s != "" {
				return s
			}
		}
	}
	return ""
}

// phone reports whether digits are the number of a mobile phone.
func phone(s string) bool {
	s = bare(s)
	return len(s) == 11 && s[0] == '1' && s[1] >= '3' && s[1] <= '9'
}

// leadingZero reports whether a text is digits that begin with a zero: 007.
func leadingZero(s string) bool {
	s = bare(s)
	return len(s) > 1 && s[0] == '0' && strings.Trim(s, "0123456789") == ""
}

// dash reports whether a text stands for nothing: —, /, -.
func dash(s string) bool { return strings.Trim(bare(s), `-—–―─/\*.·~无`) == "" }

// decimalCode reports whether a figure could be the number of a chapter: 3.1.
func decimalCode(s string, f figure.Figure) bool {
	return f.Places > 0 && f.Places <= 2 && f.Unit == "" && !f.Grouped && strings.Trim(bare(s), "0123456789.") == "" && f.Value() > 0 && f.Value() < 100
}

// countable are the units that may stand behind a figure in its cell.
var countable = lazily(`^(?:[%‰]|[十百千万亿]{0,2}(?:元|美元|人|人次|户|户次|次|个|个月|项|件|套|台|辆|家|场|期|份|篇|页|天|日|小时|分钟|分|年|周|季度|平方米|平方公里|公里|立方米|㎡|m2|m³|㎥|米|吨|公斤|千克|克|升|亩|公顷|批|批次|种|类|册|本|条|处|座|所|间|张|幅|度|千瓦|千瓦时|株|头|只|名|位|门|学时|课时|班次|车次|标准|宗|起|例|幢|栋|村|km|kg|t|MW|kWh)?)(?:/.{1,4})?$`)

// unitOfFigures reports whether what stands behind digits is a unit; in a column of labels nothing but a percent sign is.
func unitOfFigures(unit string, labels bool) bool {
	if labels {
		return unit == "%" || unit == "‰"
	}
	return countable().MatchString(unit)
}
