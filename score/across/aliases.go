package across

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe"
)

// Aliases are names of units and projects that a user says are one: by the old name as it compares, the new one.
type Aliases map[string]string

// maxAliasBytes is the largest file of names: a hundred thousand lines.
const maxAliasBytes = 16 << 20

// aliasSigns stand between the old name and the new one.
var aliasSigns = []string{"→", "=>", "->", "=", "＝", "\t", ",", "，"}

// ReadAliases reads a file of names, a pair on a line: "old = new", also with →, a tab or a comma; # begins a remark. A line
// that is none is an error with its number.
func ReadAliases(r io.Reader, lang fuhe.Lang) (Aliases, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxAliasBytes+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxAliasBytes {
		return nil, fmt.Errorf(aliasesLarge.In(lang), maxAliasBytes)
	}
	if !utf8.Valid(raw) { // editors on Chinese Windows save GBK
		if raw, err = simplifiedchinese.GB18030.NewDecoder().Bytes(raw); err != nil {
			return nil, err
		}
	}
	out, at := Aliases{}, map[string]int{}
	lines := bufio.NewScanner(strings.NewReader(strings.TrimPrefix(string(raw), "\uFEFF")))
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		from, to, ok := cutAlias(line)
		if !ok {
			return nil, fmt.Errorf(aliasesLine.In(lang), n, strings.TrimSpace(line))
		}
		key := readName(from).whole
		out[key], at[key] = to, n
	}
	for key, n := range at {
		if out.round(key) {
			return nil, fmt.Errorf(aliasesRound.In(lang), n, key)
		}
	}
	return out, lines.Err()
}

// round reports whether a name leads back to itself.
func (a Aliases) round(key string) bool {
	next := key
	for range len(a) {
		to, ok := a[next]
		if !ok {
			return false
		}
		if next = readName(to).whole; next == key {
			return a[key] != "" && readName(a[key]).whole != key
		}
	}
	return false
}

// cutAlias cuts a line at the first sign that stands between two names.
func cutAlias(line string) (from, to string, ok bool) {
	for _, sign := range aliasSigns {
		if from, to, ok = strings.Cut(line, sign); ok {
			from, to = strings.TrimSpace(from), strings.TrimSpace(to)
			return from, to, from != "" && to != "" && !readName(from).blank()
		}
	}
	return "", "", false
}

// of is a name as it compares, with the user's other name for it; renamed when there is one.
func (a Aliases) of(printed string) (n name, renamed bool) {
	n = readName(printed)
	for range len(a) { // a name may have been changed more than once
		to, ok := a[n.whole]
		if !ok {
			break
		}
		next := readName(to)
		if next.whole == n.whole {
			break
		}
		n, renamed = next, true
	}
	n.printed = strings.TrimSpace(printed)
	return n, renamed
}
