package native

import (
	"math"
	"strconv"
)

// number reads a number; a word that only begins like one is an operator. Digits are gathered by hand: strconv would
// take half the time of a page.
func (l *lexer) number() object {
	if v, ok := l.plain(); ok {
		return object{kind: number, num: v}
	}
	word := l.word()
	i, negative := 0, false
	for i < len(word) && (word[i] == '-' || word[i] == '+') { // some producers write --5 for -5
		negative = negative || word[i] == '-'
		i++
	}
	l.loose = l.loose || i > 1
	var whole uint64
	digits, places := 0, 0
	dotted := false
	for ; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			if digits > mostDigits {
				return long(word)
			}
			whole = whole*10 + uint64(c-'0')
			if dotted {
				places++
			}
		case c == '.' && !dotted:
			dotted = true
		case c == '-' && digits > 0: // 0.00-35: a minus inside ends the number for every viewer
			i, l.loose = len(word), true
		default:
			return long(word)
		}
	}
	if digits == 0 && !dotted {
		return object{kind: operator, str: word}
	}
	v := float64(whole) / powers[places]
	if negative {
		v = -v
	}
	return object{kind: number, num: v}
}

var powers = func() (p [mostDigits + 1]float64) {
	for i := range p {
		p[i] = math.Pow10(i)
	}
	return p
}()

func long(word []byte) object {
	v, err := strconv.ParseFloat(string(word), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return object{kind: operator, str: word}
	}
	return object{kind: number, num: v}
}

// plain reads a number that is written as nearly all are: a minus or none, and digits with a point or without. It reads
// nothing when there is another word.
func (l *lexer) plain() (v float64, ok bool) {
	b := l.b
	from := l.i
	negative := b[from] == '-'
	if negative {
		from++
	}
	whole, i := digits(b, from, 0)
	n, places := i-from, 0
	if i < len(b) && b[i] == '.' {
		point := i + 1
		whole, i = digits(b, point, whole)
		places = i - point
		n += places
	}
	if n == 0 || n > mostDigits || i < len(b) && class[b[i]] == regular {
		return 0, false
	}
	l.i = i
	v = float64(whole)
	if places > 0 {
		v /= powers[places]
	}
	if negative {
		v = -v
	}
	return v, true
}

// digits reads digits from a place on, behind those that made a number. Too many of them make nonsense.
func digits(b []byte, i int, whole uint64) (uint64, int) {
	for i < len(b) && b[i]-'0' <= 9 {
		whole = whole*10 + uint64(b[i]-'0')
		i++
	}
	return whole, i
}

const mostDigits = 18 // that a whole number surely holds
