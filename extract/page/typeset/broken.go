package typeset

import (
	"strings"

	"fuhe/extract/lazy"
)

// wholeDigits of a figure without a mark are more than a Narrow cell is made for.
const wholeDigits = 4

var (
	figure     = lazy.New(`^([0-9]+|[0-9]{1,3}([,，][0-9]{3})+)(\.[0-9]+)?$`)
	signed     = lazy.New(`^[≥≤≧≦＞＜><＝=﹥﹤]+[0-9][0-9,，.]*$`)
	unended    = lazy.New(`[0-9][,，][0-9]{0,2}$|[0-9]\.$`)
	listNumber = lazy.New(`^[0-9]{1,2}[.．、)）]([^0-9]|$)`)
)

// brokenFigure is the number of lines, from the first on, that one figure holds together: 1 when the next line stands
// for itself. full tells whether a line was broken because it was full, crowded that struck-out text takes room on the
// first, so that few digits were left there.
func brokenFigure(lines []string, crowded bool, full func(k int) bool) int {
	if len(lines) == 1 {
		return 1
	}
	head := figureAtEnd(lines[0])
	if head == "" {
		return 1
	}
	parts := []string{head}
	for n := 1; n < len(lines) && full(n-1); n++ {
		tail := figureAtStart(lines[n])
		if tail == "" || n == 1 && listNumber.MatchString(lines[n]) {
			break
		}
		if parts = append(parts, tail); tail != lines[n] {
			break
		}
	}
	if len(parts) == 1 || !oneFigure(parts, crowded || signed.MatchString(lines[0])) {
		return 1
	}
	return len(parts)
}

// figureSigns are what figures are written with.
const figureSigns = "0123456789,，."

// figureAtEnd is the figure that a line ends with, from its first digit on; "" when there is none.
func figureAtEnd(line string) string {
	tail := line[len(strings.TrimRight(line, figureSigns)):]
	return tail[len(tail)-len(strings.TrimLeft(tail, ",，.")):]
}

// figureAtStart is the figure that a line begins with, with the points before its first digit; "" when there is none.
func figureAtStart(line string) string {
	head := line[:len(line)-len(strings.TrimLeft(line, figureSigns))]
	if !strings.ContainsAny(head, "0123456789") {
		return ""
	}
	return head
}

// oneFigure reports whether the parts make one figure. Equal parts without a mark are rather so many figures (2019 over
// 2020), and so is what follows a short whole number (10 over 5 where a rule was missed) or adds several places to a
// short one with places of its own (9.5 over 10): apart they are no number, and that is said.
func oneFigure(parts []string, signed bool) bool {
	whole := strings.TrimRight(strings.Join(parts, ""), ".,，")
	if !figure.MatchString(whole) {
		return false
	}
	head := parts[0]
	if strings.Contains(head, ".") && len(head) <= wholeDigits && len(whole) > len(head)+1 && !strings.HasSuffix(head, ".") {
		return false
	}
	if signed || strings.ContainsAny(head, ".,，") {
		return true
	}
	return len(head) >= wholeDigits && (len(head) != len(parts[1]) || strings.ContainsAny(whole, ".,，"))
}

// Unended reports whether a line ends in a figure that goes on in the next one: no figure ends in a point, or in less than
// three digits behind a comma.
func Unended(line string) bool { return unended.MatchString(line) }

// Figure reports whether a text is a figure whose commas, if any, stand before every three digits.
func Figure(text string) bool { return figure.MatchString(strings.TrimLeft(text, "-－")) }
