package foot

import "strings"

// isCode tells the heading of a column of codes by the headings over it, order that of numbers of rows, share that of shares.
func isCode(heads string) bool {
	if containsAny(heads, "编码", "代码", "编号", "科目号") {
		return true
	}
	for _, last := range []string{"类/", "款/", "项/", "目/"} {
		if before, ok := strings.CutSuffix(heads, last); ok && (before == "" || strings.HasSuffix(before, "/")) {
			return true
		}
	}
	return false
}

func isOrder(heads string) bool {
	return containsAny(heads, "行次", "序号", "年份", "电话", "页码", "单价") || strings.HasSuffix(heads, "年度/") || strings.HasSuffix(heads, "面积/")
}

func isShare(heads string) bool {
	return containsAny(heads, "率", "占比", "比重", "比例", "%", "％", "幅", "±", "同比", "得分", "分值")
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// column is what a column holds.
type column uint8

const (
	words column = iota
	codes
	order // numbers of rows
	figures
	shares
)

// columnKind tells what a column holds from its heading and its cells.
func (s *sheet) columnKind(k int) column {
	filled, numbers, percents, plain, codeLike := 0, 0, 0, 0, 0
	counts := true
	last := int64(0)
	for r := s.from; r < s.to; r++ {
		v := s.at[r][k]
		switch v.state {
		case blank:
			continue
		case figure:
			numbers++
			if strings.Trim(v.text, "0123456789") == "" {
				plain++
				if n := len(v.text); (n == 3 || n == 5 || n == 7) && v.text[0] != '0' {
					codeLike++
				}
			}
			counts = counts && (last == 0 || v.n == last+10_000)
			last = v.n
		case percent:
			percents++
		default:
			if bare(v.text) == "" {
				continue // the rest of a merged cell
			}
		}
		filled++
	}
	switch h := s.heads[k]; {
	case isCode(h) && plain*10 >= filled*figureShare:
		return codes
	case isOrder(h), filled >= 3 && plain == filled && counts:
		return order
	case filled >= 3 && codeLike == filled && nests(s, k):
		return codes
	case isShare(h) || percents > 0 && percents >= numbers:
		return shares
	case filled == 0 && s.heads[k] == "":
		return words
	case filled == 0, (numbers+percents)*10 >= filled*figureShare:
		return figures
	}
	return words
}

// nests reports whether the codes of a column have codes within them: 201, 20140, 2014001.
func nests(s *sheet, k int) bool {
	before := ""
	for r := s.from; r < s.to; r++ {
		text := s.at[r][k].text
		if before != "" && len(text) > len(before) && strings.HasPrefix(text, before) {
			return true
		}
		if text != "" {
			before = text
		}
	}
	return false
}
